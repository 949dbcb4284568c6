/** Where versions are listed, read, compared and taken out. */

export function versionsAddress(statementId: string): string {
  return `/statements/${statementId}/versions`;
}

export function versionAddress(statementId: string, number: number): string {
  return `${versionsAddress(statementId)}/${number}`;
}

/** A version beside a later one, or beside the text as it is now. */
export function compareAddress(
  statementId: string,
  from: number,
  to: number | "now" = "now",
): string {
  return `/statements/${statementId}/compare?from=${from}&to=${to}`;
}

export function exportVersionAddress(statementId: string, number: number): string {
  return `/statements/${statementId}/export?version=${number}`;
}
