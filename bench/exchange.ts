/**
 * `npm run measure-exchange`: how long a statement of 2,000 items takes to leave in each form and to be read
 * back, on a real server, and how late the letters of somebody who types reach another meanwhile. Prints;
 * asserts nothing: machines differ.
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exportFormatIds, exportFormats, type ExportFormatId } from "../shared/export-formats.ts";
import { Caller } from "./exchange/caller.ts";
import { Typing } from "./exchange/typing.ts";
import { describeMachine } from "./machine.ts";
import { readySchema } from "./servers/tell-ready.ts";

const items = 2_000;
const idleMs = 5_000;
/** Files that can be imported again. */
const comesBack: ReadonlySet<ExportFormatId> = new Set(["docx", "tracker", "csv", "reqif", "json"]);

const dataDir = await mkdtemp(join(tmpdir(), "needline-exchange-"));
const server = fork(join(import.meta.dirname, "servers/needline.ts"), [dataDir], {
  env: { ...process.env, NODE_NO_WARNINGS: "1" },
});
try {
  const [ready] = (await once(server, "message")) as [unknown];
  const { url, startLink } = readySchema.parse(ready);
  const ada = await Caller.start(url, startLink ?? "");
  const statementId = await ada.makes("Housing repairs");
  const typing = await Typing.begin(url, ada.cookie, statementId, items);
  await ada.keepsVersion(statementId);
  console.log(
    [
      `# ${items.toLocaleString("en-GB")} items out and in, while somebody types`,
      "",
      // The rest is about cores: here the system shares them out, as on a machine of one's own.
      ...(await describeMachine()).slice(0, 3),
      "",
      "| what | time | size | a letter takes (median) | 95th | slowest |",
      "| --- | ---: | ---: | ---: | ---: | ---: |",
    ].join("\n"),
  );
  await line("nothing", typing, () => new Promise((resolve) => setTimeout(resolve, idleMs, null)));
  for (const format of exportFormatIds) {
    const { label, ending } = exportFormats[format];
    const file = await line(`${label} out`, typing, () => ada.exports(statementId, format));
    if (!file || !comesBack.has(format)) continue;
    await line(`${label} in, as far as the preview`, typing, async () => {
      await ada.previews(statementId, `statement.${ending}`, file);
      return null;
    });
  }
  await line("Comparing a version with now", typing, () => ada.compares(statementId));
  await line("The same in Word", typing, () => ada.comparesInWord(statementId));
  typing.end();
} finally {
  server.kill("SIGTERM");
  await once(server, "exit");
  await rm(dataDir, { recursive: true, force: true });
}

/** Does it while somebody types, and prints a row. Work that is refused says so and the rest goes on. */
async function line(
  what: string,
  typing: Typing,
  work: () => Promise<Uint8Array | null>,
): Promise<Uint8Array | null> {
  typing.forget();
  const begun = performance.now();
  let made: Uint8Array | null = null;
  let said = "";
  try {
    made = await work();
  } catch (error) {
    said = error instanceof Error ? `: ${error.message}` : "";
  }
  const tookMs = performance.now() - begun;
  const { median, late, slowest } = await typing.told();
  const size = made ? `${(made.length / 1024).toFixed(0)} kB` : "";
  const cells = [what + said, inMs(tookMs), size, inMs(median), inMs(late), inMs(slowest)];
  console.log(`| ${cells.join(" | ")} |`);
  return made;
}

function inMs(ms: number): string {
  return `${ms.toFixed(ms < 10 ? 1 : 0)} ms`;
}
