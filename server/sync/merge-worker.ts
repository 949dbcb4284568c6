/** The thread in which stored text is merged: a long statement takes long, and people are typing. */
import { parentPort, workerData } from "node:worker_threads";
import * as Y from "yjs";
import type { Compacted, StoredText } from "../store/text-store.ts";
import { replay } from "./replay.ts";

const { doc, itemEdits } = replay(workerData as StoredText);
const compacted: Compacted = { bytes: Y.encodeStateAsUpdate(doc), itemEdits };
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
parentPort?.postMessage(compacted);
