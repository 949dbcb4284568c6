/** What becomes of a row, in words. */
import type { ChangeState } from "../../shared/import-changes.ts";

export const stateWords: Readonly<
  Record<
    ChangeState,
    { readonly label: string; readonly look: "good" | "part" | "warn" | "bad" | "quiet" }
  >
> = {
  ask: { label: "Needs an answer", look: "warn" },
  new: { label: "New", look: "good" },
  changed: { label: "Changed", look: "part" },
  out: { label: "Cannot come in", look: "bad" },
  same: { label: "Same", look: "quiet" },
  missing: { label: "Not in the file", look: "quiet" },
};
