/** How a conversation stands: open, or settled and folded away. */
import type { Thread } from "./thread.ts";

/**
 * Open while nobody closed it, while its link stands, while its wording waits to be decided, and while somebody's words are in it: a
 * conversation whose comments were all withdrawn says nothing.
 */
export function isOpenThread(thread: Thread): boolean {
  if (thread.closed) return false;
  if (thread.meets) return thread.meets.withdrawn === null;
  if (thread.suggests) return thread.suggests.outcome === null;
  return thread.comments.some((comment) => comment.withdrawn === null);
}
