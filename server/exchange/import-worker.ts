/** Reads one file to bring in, on a thread of its own, so that a large one holds nobody up. */
import { parentPort, workerData } from "node:worker_threads";
import { readImportFile } from "./read-import-file.ts";

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
if (workerData instanceof Uint8Array) parentPort?.postMessage(readImportFile(workerData));
