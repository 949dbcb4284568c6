/** The ids of a field's hint and error, for `aria-describedby`; undefined when it has neither. */
import type { ReactNode } from "react";

export function describedBy(
  id: string,
  { hint, error }: { readonly hint?: ReactNode; readonly error: string | null },
): string | undefined {
  const ids = [hint ? `${id}-hint` : null, error === null ? null : `${id}-error`];
  return ids.filter((part) => part !== null).join(" ") || undefined;
}
