/**
 * `npm run bench-files`: how long a statement of 2,000 items takes to leave in each form, and how late the
 * server's event loop is meanwhile, which is what a bystander who types would wait. Nothing is asserted.
 */
import { monitorEventLoopDelay, performance } from "node:perf_hooks";
import { optionsFor } from "../server/exchange/export/export-options.ts";
import { readReqif } from "../server/exchange/reqif/read-reqif.ts";
import { runOnThread } from "../server/exchange/work/run-on-thread.ts";
import { exportFormatIds, exportFormats } from "../shared/export-formats.ts";
import { describeMachine } from "./machine.ts";
import { aLargeStatement } from "./large-statement.ts";

const whole = aLargeStatement(2_000);
const asked = {
  as: null,
  kinds: null,
  priorities: null,
  raisedBy: null,
  section: null,
  text: "",
} as const;

console.log(
  [
    "# 2,000 items out and in",
    "",
    ...(await describeMachine()),
    "",
    "| what | time | size | the loop was late by at most |",
    "| --- | ---: | ---: | ---: |",
  ].join("\n"),
);
for (const format of exportFormatIds) {
  const options = optionsFor(format, asked);
  await measure(`${exportFormats[format].label} out`, async () => {
    const { bytes } = await runOnThread("write-export", { format, options, whole });
    return bytes;
  });
}
const { bytes } = await runOnThread("write-export", {
  format: "reqif",
  options: optionsFor("reqif", asked),
  whole,
});
const started = performance.now();
const { items } = await readReqif(bytes);
console.log(
  `| ReqIF in, not on a thread: ${items.length} items | ${inMs(performance.now() - started)} | ${inKb(bytes)} | |`,
);

async function measure(what: string, work: () => Promise<Uint8Array>): Promise<void> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const begun = performance.now();
  const written = await work();
  const took = performance.now() - begun;
  delay.disable();
  console.log(`| ${what} | ${inMs(took)} | ${inKb(written)} | ${inMs(delay.max / 1e6)} |`);
}

function inMs(ms: number): string {
  return `${ms.toFixed(0)} ms`;
}

function inKb(written: Uint8Array): string {
  return `${(written.length / 1024).toFixed(0)} kB`;
}
