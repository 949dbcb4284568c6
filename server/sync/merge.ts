/** Works stored text out in a thread of its own: a long statement takes long, and people are typing. */
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { StoredEdit } from "../store/history-store.ts";
import type { Compacted, StoredText } from "../store/text-store.ts";

/** What the thread is given. */
export interface ToMerge {
  readonly stored: StoredText;
  readonly recent: readonly StoredEdit[];
}

/**
 * Merges stored text into one snapshot, with who changed which words.
 * @param recent edits that are kept already and may go on, oldest first
 * @throws when the stored text cannot be read
 */
export async function merge(stored: StoredText, recent: readonly StoredEdit[]): Promise<Compacted> {
  const workerData: ToMerge = { stored, recent };
  const worker = new Worker(new URL("merge-worker.ts", import.meta.url), { workerData });
  // `once` rejects when the thread ends with an error.
  const [compacted] = (await once(worker, "message")) as [Compacted];
  await worker.terminate();
  return compacted;
}
