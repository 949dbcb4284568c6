/**
 * `npm run bench -- statements`: a thousand statements with five people each on one server. What the people cost before
 * anybody types, above what as many sockets cost on a bare server, and what typing in all of them at once costs.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { z } from "zod";
import { startChild, type Child } from "./child.ts";
import type { Ticket } from "./driver/plan.ts";
import { statementUpdates } from "./driver/statement.ts";
import { describeMachine } from "./machine.ts";
import { makeNeedlineFolder, ticketFor } from "./seed/needline-folder.ts";
import { memorySays } from "./servers/say-memory.ts";
import { readySchema } from "./servers/tell-ready.ts";
import {
  hereSchema,
  heldSchema,
  type Held,
  type Pace,
  type StatementsPlan,
} from "./statements/statements-plan.ts";
import { readTableOptions } from "./table-options.ts";
import { figure, Report } from "./tables.ts";

interface Memories {
  readonly before: Memory;
  readonly withAll: Memory;
}

type Memory = z.infer<typeof memorySays>;

const statements = 1_000;
const people = 5;
const warmUpMs = 3_000;
const measureMs = 20_000;
const paces: readonly Pace[] = [
  { whoType: 0, lettersPerSecond: 1 },
  { whoType: 1, lettersPerSecond: 1 },
  { whoType: 1, lettersPerSecond: 5 },
];

const options = readTableOptions(process.argv.slice(2));
const folder = await mkdtemp(join(tmpdir(), "needline-statements-"));
try {
  console.error(`… making ${statements} statements`);
  const [before = new Uint8Array()] = statementUpdates(0);
  const text = { before, lastLetters: [], whole: before };
  const seats = await makeNeedlineFolder(folder, { statements, people, comments: 0, text });
  const report = new Report("Many statements with a few people each");
  report.say([
    ...(await describeMachine()),
    `- ${statements} statements of 60 requirements (${(before.length / 1_000).toFixed(0)} kB of text), ${people} people in each, every page with a session of its own`,
    "- Memory that is used is what is on V8's heap and beside it after a collection, 90 s after the last came in; resident is what the system says that the process holds then. The bare server is `ws`, with as many sockets on which nothing is said",
    `- ${warmUpMs / 1_000} s of warm-up, ${measureMs / 1_000} s measured; whoever types is one of the five in each statement`,
  ]);
  console.error("… sockets on a bare server");
  const bare = await onServer("stored-bytes.ts", [], (url) =>
    Array.from({ length: statements }, () =>
      Array.from({ length: people }, () => ({ url: url.replace(/^http/, "ws"), headers: {} })),
    ),
  );
  console.error("… Needline");
  const held = await onServer("needline.ts", paces, (url) =>
    seats.map((ofOne) => ofOne.map((seat) => ticketFor(url, seat))),
  );
  report.table(
    [
      "",
      "used before, MB",
      "used with all, MB",
      "kB a statement",
      "resident before, MB",
      "resident with all, MB",
    ],
    [memoryRow("bare sockets", bare), memoryRow("Needline", held)],
  );
  const above = perStatement(held) - perStatement(bare);
  report.say([`A statement costs ${figure(above, 0)} kB above what its sockets cost.`]);
  report.table(
    [
      "in each statement",
      "letters/s",
      "deliveries/s",
      "core",
      "median ms",
      "95th ms",
      "99th ms",
      "memory MB",
      "driver's core",
      "lost",
    ],
    held.loads.map((load, at) => [
      inWords(paces[at]),
      figure(load.editsPerSecond, 0),
      figure(load.deliveriesPerSecond, 0),
      `${figure(load.core === null ? null : load.core * 100, 0)} %`,
      figure(load.latency.medianMs, 1),
      figure(load.latency.p95Ms, 1),
      figure(load.latency.p99Ms, 1),
      figure(load.serverMegabytes, 0),
      `${figure(load.driverCore * 100, 0)} %`,
      String(load.lost),
    ]),
  );
  const lost = held.loads.reduce((sum, load) => sum + load.lost, 0);
  report.say(held.problems.map((problem) => `- FAILED: ${problem}`));
  await report.write(options.write);
  if (lost > 0 || held.problems.length > 0) process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function onServer(
  script: string,
  asked: readonly Pace[],
  tickets: (url: string) => Ticket[][],
): Promise<Held & Memories> {
  const server = startChild({
    script: fileURLToPath(new URL(`servers/${script}`, import.meta.url)),
    args: [folder],
    nodeArgs: [
      "--expose-gc",
      ...(options.profile === undefined || asked.length === 0
        ? []
        : ["--cpu-prof", `--cpu-prof-dir=${options.profile}`]),
    ],
    core: 0,
  });
  let driver: Child | null = null;
  try {
    const { url } = await server.next(readySchema);
    const before = await memoryOf(server);
    driver = startChild({
      script: fileURLToPath(new URL("statements/driver.ts", import.meta.url)),
      nodeArgs: ["--expose-gc", "--max-semi-space-size=16", "--max-old-space-size=8192"],
      core: 1,
    });
    driver.send({
      dialect: asked.length === 0 ? "y-websocket" : "needline",
      tickets: tickets(url),
      serverPid: server.pid,
      paces: [...asked],
      warmUpMs,
      measureMs,
      seed: 1,
    } satisfies StatementsPlan);
    await driver.next(hereSchema);
    const withAll = await memoryOf(server);
    driver.send({ kind: "go" });
    return { ...(await driver.next(heldSchema)), before, withAll };
  } finally {
    await driver?.stop();
    await server.stop();
  }
}

async function memoryOf(server: Child): Promise<Memory> {
  server.send({ kind: "memory" });
  return await server.next(memorySays);
}

function perStatement({ before, withAll }: Memories): number {
  return ((withAll.usedMegabytes - before.usedMegabytes) * 1_000) / statements;
}

function memoryRow(name: string, memories: Memories): string[] {
  const { before, withAll } = memories;
  return [
    name,
    figure(before.usedMegabytes, 0),
    figure(withAll.usedMegabytes, 0),
    figure(perStatement(memories), 0),
    figure(before.residentMegabytes, 0),
    figure(withAll.residentMegabytes, 0),
  ];
}

function inWords(pace: Pace | undefined): string {
  if (!pace || pace.whoType === 0) return "nobody types";
  const { lettersPerSecond } = pace;
  return `one types ${lettersPerSecond === 1 ? "a letter" : `${lettersPerSecond} letters`} a second`;
}
