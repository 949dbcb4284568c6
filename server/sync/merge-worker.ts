/** The thread in which stored text is merged and who changed which words is worked out. */
import { parentPort, workerData } from "node:worker_threads";
import * as Y from "yjs";
import { replayEdits } from "../history/text-edits.ts";
import type { Compacted } from "../store/text-store.ts";
import type { ToMerge } from "./merge.ts";

const { stored, recent } = workerData as ToMerge;
const { doc, itemEdits, edits } = replayEdits(stored, recent);
const compacted: Compacted = { bytes: Y.encodeStateAsUpdate(doc), itemEdits, edits };
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
parentPort?.postMessage(compacted);
