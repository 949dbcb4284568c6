/** How highlighted words are marked on the page, in an editor and outside one alike. */
import type { Highlight } from "../../connection/highlights.ts";

/** Attributes of the `mark` element. */
export function highlightAttributes(
  { threadId, kind, changed }: Highlight,
  activeThread: string | null,
): Record<string, string> {
  const classes = ["highlight", `highlight-${kind}`];
  if (changed) classes.push("highlight-changed");
  if (threadId === activeThread) classes.push("highlight-active");
  return { "data-thread": threadId, class: classes.join(" ") };
}
