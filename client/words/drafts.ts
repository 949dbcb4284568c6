/**
 * What somebody began to write and has not sent. Promises that it is there again when the form is
 * opened again, whether it was closed by key, by a change of layout or by a refusal.
 */
const drafts = new Map<string, string>();

export function draftOf(key: string): string | undefined {
  return drafts.get(key);
}

/** @param text kept while it has words */
export function keepDraft(key: string, text: string): void {
  if (text.trim() === "") drafts.delete(key);
  else drafts.set(key, text);
}
