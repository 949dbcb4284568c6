/**
 * `npm run bench-files`: how long 2,000 items take to leave in each form and to be compared with the
 * statement when they come back, each on a thread as the server does it, and how late the event loop is
 * meanwhile: what somebody who types would wait. Nothing is asserted.
 */
import { monitorEventLoopDelay, performance } from "node:perf_hooks";
import * as Y from "yjs";
import { optionsFor } from "../server/exchange/export/export-options.ts";
import type { TargetSource } from "../server/exchange/import/target-source.ts";
import { runOnThread } from "../server/exchange/work/run-on-thread.ts";
import { londonBoroughs } from "../shared/boroughs.ts";
import { exportFormatIds, exportFormats, type ExportFormatId } from "../shared/export-formats.ts";
import { addItem } from "../shared/items.ts";
import { describeMachine } from "./machine.ts";
import { aLargeStatement } from "./large-statement.ts";

const asked = {
  as: null,
  kinds: null,
  priorities: null,
  raisedBy: null,
  section: null,
  text: "",
} as const;
/** Those that come in again; a CSV of decisions or a web page does not. */
const comesBack: ReadonlySet<ExportFormatId> = new Set(["docx", "tracker", "csv", "reqif"]);

const whole = aLargeStatement(2_000);
const doc = new Y.Doc();
doc.transact(() => {
  for (const item of whole.items) addItem(doc, item);
});
const source: TargetSource = {
  text: Y.encodeStateAsUpdate(doc),
  references: whole.record.references,
  links: new Set(),
  boroughs: londonBoroughs,
};

console.log(
  [
    "# 2,000 items out and in",
    "",
    ...(await describeMachine()),
    "",
    "| what | time | size of the file | the loop was late by at most |",
    "| --- | ---: | ---: | ---: |",
  ].join("\n"),
);
for (const format of exportFormatIds) {
  const { label, ending } = exportFormats[format];
  const options = optionsFor(format, asked);
  const file = await measure(`${label}, out`, async () => {
    const { bytes } = await runOnThread("write-export", { format, options, whole });
    return bytes;
  });
  if (!comesBack.has(format)) continue;
  const read = { importId: "bench", bytes: file, fileName: `bench.${ending}`, source };
  await measure(`${label}, in`, async () => {
    await runOnThread("read-import", { ...read, remembered: new Map() });
    return file;
  });
}

async function measure(what: string, work: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const begun = performance.now();
  const file = await work();
  const took = performance.now() - begun;
  delay.disable();
  const size = `${(file.length / 1024).toFixed(0)} kB`;
  console.log(`| ${what} | ${inMs(took)} | ${size} | ${inMs(delay.max / 1e6)} |`);
  return file;
}

function inMs(ms: number): string {
  return `${ms.toFixed(0)} ms`;
}
