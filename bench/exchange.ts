/**
 * `npm run measure-exchange`: how long a statement of 2,000 items takes to leave in each form and to be read
 * back, on a real server, how late the letters of somebody who types reach another meanwhile, and what the
 * server's event loop has to do for it. Prints; asserts nothing: machines differ.
 */
import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exportFormatIds, exportFormats, type ExportFormatId } from "../shared/export-formats.ts";
import { Caller } from "./exchange/caller.ts";
import { newRows } from "./exchange/new-rows.ts";
import { typistSays, type TypistHears } from "./exchange/typist.ts";
import { loopSays } from "./exchange/watched-server.ts";
import { describeMachine } from "./machine.ts";
import { readySchema } from "./servers/tell-ready.ts";

const items = 2_000;
/** A row is measured for so long, its work done again and again: some 60 letters. */
const rowMs = 3_000;
/** Files that can be imported again. */
const comesBack: ReadonlySet<ExportFormatId> = new Set(["docx", "tracker", "csv", "reqif", "json"]);

const dataDir = await mkdtemp(join(tmpdir(), "needline-exchange-"));
const server = start("exchange/watched-server.ts", dataDir);
const typist = start("exchange/typist.ts");
try {
  const { url, startLink } = readySchema.parse(await next(server));
  const ada = await Caller.start(url, startLink ?? "");
  const statementId = await ada.makes("Housing repairs");
  await types({ kind: "begin", url, cookie: ada.cookie, statementId, items });
  await ada.keepsVersion(statementId);
  console.log(
    [
      `# ${items.toLocaleString("en-GB")} items out and in, while somebody types`,
      "",
      // The rest is about cores: here the system shares them out, as on a machine of one's own.
      ...(await describeMachine()).slice(0, 3),
      "",
      "| what | time | size | a letter takes (median) | 95th | slowest | event loop works for it |",
      "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ].join("\n"),
  );
  await row("nothing", nothing);
  for (const format of exportFormatIds) {
    const { label, ending } = exportFormats[format];
    const file = await row(`${label} out`, () => ada.exports(statementId, format));
    if (!file || !comesBack.has(format)) continue;
    await row(`${label} in, as far as the preview`, async () => {
      await ada.previews(statementId, `statement.${ending}`, file);
      return null;
    });
  }
  await row("Comparing a version with now", () => ada.compares(statementId));
  await row("The same in Word", () => ada.comparesInWord(statementId));
  const importId = await ada.previews(statementId, "new.csv", newRows(items));
  await row("2,000 new items brought in", () => ada.applies(statementId, importId), 0);
  await row("and undone", () => ada.undoes(statementId, importId), 0);
  await row("nothing again", nothing);
} finally {
  typist.disconnect();
  server.kill("SIGTERM");
  await once(server, "exit");
  await rm(dataDir, { recursive: true, force: true });
}

function nothing(): Promise<null> {
  return new Promise((resolve) => setTimeout(resolve, rowMs, null));
}

/**
 * Does it once while nobody types, for what the event loop has to do, and then while somebody types, and
 * prints a row. Work that is refused says so and the rest goes on.
 * @param lastsMs it is done again until so long is over; 0 for what can be done but once
 */
async function row(
  what: string,
  work: () => Promise<Uint8Array | null>,
  lastsMs = rowMs,
): Promise<Uint8Array | null> {
  let made: Uint8Array | null = null;
  let said = "";
  let times = 0;
  let workMs = NaN;
  let begun = performance.now();
  try {
    await types({ kind: "pause" });
    await loop();
    if (lastsMs > 0) {
      await work();
      workMs = (await loop()).cpuMs;
    }
    await types({ kind: "type" });
    begun = performance.now();
    do {
      made = await work();
      times += 1;
    } while (performance.now() - begun < lastsMs);
  } catch (error) {
    said = error instanceof Error ? `: ${error.message}` : "";
  }
  const took = performance.now() - begun;
  const { cpuMs } = await loop();
  if (lastsMs === 0) workMs = cpuMs;
  const answer = await types({ kind: "tell" });
  const letters = answer.kind === "took" ? answer.ms.toSorted((a, b) => a - b) : [];
  const at = (share: number): number => letters[Math.floor((letters.length - 1) * share)] ?? NaN;
  const size = made ? `${(made.length / 1024).toFixed(0)} kB` : "";
  const letter = [at(0.5), at(0.95), at(1)].map(inMs);
  const cells = [what + said, inMs(took / times), size, ...letter, inMs(workMs)];
  console.log(`| ${cells.join(" | ")} |`);
  return made;
}

async function types(says: TypistHears) {
  typist.send(says);
  return typistSays.parse(await next(typist));
}

async function loop() {
  server.send("tell");
  return loopSays.parse(await next(server));
}

async function next(child: ChildProcess): Promise<unknown> {
  const [message] = (await once(child, "message")) as [unknown];
  return message;
}

function start(script: string, ...args: string[]): ChildProcess {
  return fork(join(import.meta.dirname, script), args, {
    env: { ...process.env, NODE_NO_WARNINGS: "1" },
  });
}

function inMs(ms: number): string {
  return `${ms.toFixed(ms < 10 ? 1 : 0)} ms`;
}
