/**
 * `npm run bench -- soak --minutes 20 --people 200`: people who come and go, lose the network, type, paste and comment,
 * for a long time, in one statement. Prints what grew, how latency changed, and whether anything was lost.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import * as Y from "yjs";
import { startChild } from "./child.ts";
import { describeMachine } from "./machine.ts";
import { processorSeconds, residentMegabytes } from "./processes.ts";
import { makeNeedlineFolder, ticketFor } from "./seed/needline-folder.ts";
import { readySchema } from "./servers/tell-ready.ts";
import { FolderLook, type FolderSize } from "./soak/folder-look.ts";
import {
  begunSchema,
  probedSchema,
  soakedSchema,
  type Probed,
  type ProbePlan,
  type Soaked,
  type SoakLatency,
  type SoakPlan,
} from "./soak/soak-plan.ts";
import { readTableOptions } from "./table-options.ts";
import { figure, Report } from "./tables.ts";

const looks = 10;
const stretchShare = 0.1;
const mostNamed = 10;

const options = readTableOptions(process.argv.slice(2));
const forMs = options.minutes * 60_000;
const report = new Report("A long meeting");
const dataDir = await mkdtemp(join(tmpdir(), "needline-soak-"));
try {
  const nothing = Y.encodeStateAsUpdate(new Y.Doc());
  const [seats = []] = await makeNeedlineFolder(dataDir, {
    statements: 1,
    people: options.people,
    comments: 0,
    text: { before: nothing, whole: nothing, lastLetters: [] },
  });
  report.say([
    ...(await describeMachine()),
    `- ${options.people} people for ${options.minutes} minutes: each does something every 2 to 12 seconds. Of a hundred times they type a word 72, take one out 8, paste a paragraph 4, add an item 2, comment 5, lose the network for a while and write on 4, close the page and open it again 5`,
    `- Latency: of a letter four times a second from one page to another, in the first and the last tenth of the time; both pages are in a process of their own, on the server's core`,
  ]);
  const server = startChild({
    script: fileURLToPath(new URL("servers/needline.ts", import.meta.url)),
    args: [dataDir],
    nodeArgs:
      options.profile === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${options.profile}`],
    core: 0,
  });
  const driver = startChild({
    script: fileURLToPath(new URL("soak/driver.ts", import.meta.url)),
    nodeArgs: ["--max-semi-space-size=16", "--max-old-space-size=8192"],
    core: 1,
  });
  const prober = startChild({
    script: fileURLToPath(new URL("soak/prober.ts", import.meta.url)),
    core: 0,
  });
  try {
    const { url } = await server.next(readySchema);
    const plan: SoakPlan = {
      url,
      statementId: seats[0]?.statementId ?? "",
      cookies: seats.map(({ cookie }) => cookie),
      forMs,
      seed: options.people,
    };
    driver.send(plan);
    await driver.next(begunSchema);
    const [lead] = seats;
    if (!lead) throw new Error("A statement has a lead.");
    prober.send({
      ticket: ticketFor(url, lead),
      forMs,
      stretchMs: forMs * stretchShare,
    } satisfies ProbePlan);
    const probed = prober.next(probedSchema);
    const answered = driver.next(soakedSchema);
    const rows: string[][] = [];
    let cpuBefore = processorSeconds(server.pid);
    let beforeMs = performance.now();
    const look = (minutes: number, folder: FolderSize): void => {
      const cpu = processorSeconds(server.pid);
      const nowMs = performance.now();
      const core =
        cpu === null || cpuBefore === null ? null : ((cpu - cpuBefore) * 1e5) / (nowMs - beforeMs);
      [cpuBefore, beforeMs] = [cpu, nowMs];
      rows.push(rowOf(minutes, residentMegabytes(server.pid), core, folder));
      console.error(rows.at(-1)?.join(" | "));
    };
    const folder = new FolderLook(dataDir);
    for (let at = 0; at <= looks; at += 1) {
      if (at > 0) await Promise.race([sleep(forMs / looks), answered]);
      look((options.minutes * at) / looks, folder.look());
    }
    const soaked = await answered;
    look(options.minutes, folder.look());
    report.table(
      [
        "minutes",
        "memory MB",
        "core %",
        "file MB",
        "WAL MB",
        "rows of text",
        "snapshot kB",
        "client ids",
        "entries",
        "history rows",
      ],
      rows,
    );
    report.say(tell(soaked, await probed));
    folder.close();
    await report.write(options.write);
    if (problemsOf(soaked).length > 0) process.exitCode = 1;
  } finally {
    await prober.stop();
    await driver.stop();
    await server.stop();
  }
} finally {
  await rm(dataDir, { recursive: true, force: true });
}

function rowOf(
  minutes: number,
  megabytes: number | null,
  core: number | null,
  folder: FolderSize,
): string[] {
  return [
    minutes.toFixed(1),
    figure(megabytes, 0),
    figure(core, 0),
    (folder.fileBytes / 1e6).toFixed(1),
    (folder.walBytes / 1e6).toFixed(1),
    String(folder.textRows),
    (folder.snapshotBytes / 1e3).toFixed(0),
    String(folder.clientIds),
    String(folder.entries),
    String(folder.historyRows),
  ];
}

function tell(soaked: Soaked, { first, last }: Probed): string[] {
  const did = Object.entries(soaked.did)
    .toSorted(([, one], [, other]) => other - one)
    .map(([what, times]) => `${what} ${times} times`);
  return [
    `- They ${did.join(", ")}`,
    `- A letter at the start: ${latencyOf(first)}`,
    `- A letter at the end: ${latencyOf(last)}`,
    `- ${soaked.saved} words were said to be saved; ${soaked.lost.length} of them are not there`,
    `- ${soaked.comments} comments were taken; ${soaked.lostComments} of them are not in the record`,
    `- ${soaked.documents} documents at the end; ${soaked.differing} differ from what a newcomer reads`,
    `- The server closed ${soaked.closed.length} sockets${soaked.closed.length > 0 ? `: ${[...new Set(soaked.closed)].slice(0, mostNamed).join(", ")}` : ""}`,
    ...problemsOf(soaked).map((problem) => `- FAILED: ${problem}`),
  ];
}

function latencyOf({ count, medianMs, p95Ms, p99Ms, worstMs }: SoakLatency): string {
  return `median ${medianMs.toFixed(1)} ms, 95th ${p95Ms.toFixed(1)}, 99th ${p99Ms.toFixed(1)}, worst ${worstMs.toFixed(0)}, of ${count}`;
}

function problemsOf({ lost, lostComments, differing }: Soaked): string[] {
  return [
    ...(lost.length > 0 ? [`lost: ${lost.slice(0, mostNamed).join(", ")}`] : []),
    ...(lostComments > 0 ? [`${lostComments} comments are lost`] : []),
    ...(differing > 0 ? [`${differing} documents differ`] : []),
  ];
}
