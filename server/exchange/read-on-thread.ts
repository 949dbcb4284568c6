/** Reads a file to bring in on a thread of its own. Promises an answer: a file that takes too long is said to be unreadable. */
import { Worker } from "node:worker_threads";
import { unreadable, type ImportFile } from "./import-rows.ts";

/** Reading the largest file that may come in takes well under a second. */
const timeLimitMs = 20_000;

export function readOnThread(bytes: Uint8Array): Promise<ImportFile> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./import-worker.ts", import.meta.url), {
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: 256 },
    });
    const timer = setTimeout(() => {
      resolve(
        unreadable("The file takes too long to read. Split it and bring in one part at a time."),
      );
      void worker.terminate();
    }, timeLimitMs);
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", (code) => {
      clearTimeout(timer);
      // Nothing happens here when an answer was given before.
      reject(new Error(`The thread that reads files ended with ${code}`));
    });
  });
}
