/** Merges stored text into one snapshot, in a thread of its own. */
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { Compacted, StoredText } from "../store/text-store.ts";

/** @throws when the stored text cannot be read */
export async function merge(stored: StoredText): Promise<Compacted> {
  const worker = new Worker(new URL("merge-worker.ts", import.meta.url), { workerData: stored });
  // `once` rejects when the thread ends with an error.
  const [compacted] = (await once(worker, "message")) as [Compacted];
  await worker.terminate();
  return compacted;
}
