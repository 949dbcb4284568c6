/**
 * `npm run bench -- open`: many people open one large statement at the same moment, right after the server was started:
 * one alone, all with nothing, all with a copy that lacks the last words and has words of its own, and all without ever
 * reading the answer. On Needline and its peers, in turn.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startChild, type Child } from "./child.ts";
import type { Ticket } from "./driver/plan.ts";
import { describeMachine } from "./machine.ts";
import { onFreshServer, openingContestants, type Contestant } from "./opening/contestants.ts";
import { openingSchema, type Opening, type OpeningPlan } from "./opening/opening-plan.ts";
import { aLargeText } from "./seed/large-text.ts";
import { readTableOptions } from "./table-options.ts";
import { figure, medianOf, Report } from "./tables.ts";

const people = 50;
const comments = 500;
const largeText = { size: 5_800, sessions: 150, lastLetters: 300 };
const watchMs = 3_000;
const stuckWatchMs = 5_000;

interface Round {
  readonly alone: Opening;
  readonly fresh: Opening;
  readonly back: Opening | null;
  readonly stuck: Opening;
}

const options = readTableOptions(process.argv.slice(2));
const folder = await mkdtemp(join(tmpdir(), "needline-open-"));
try {
  console.error("… making the text");
  const text = aLargeText(largeText);
  await writeFile(join(folder, "whole"), text.whole);
  await writeFile(join(folder, "before"), text.before);
  const contestants = await openingContestants(folder, { people, comments, text });
  const report = new Report("Opening a large statement");
  report.say([
    ...(await describeMachine()),
    `- ${(text.whole.length / 1e6).toFixed(1)} MB of text: ${largeText.size} items, ${largeText.sessions} earlier pages, ${largeText.lastLetters} letters behind the snapshot; ${comments} comments; ${people} people`,
    `- Medians of ${options.rounds} rounds, each on a server that was just started; what arrived is compared with what should, item by item`,
    "- Milliseconds from the first request for a socket to the last byte of the text. CPU of the whole server until three seconds after, so what it puts off is in it",
    "- Who comes back lacks the last letters and has one that the server lacks. Up and down are one person's bytes",
    "- Stuck: all ask and never read; memory is the most that the server grew by in five seconds, after somebody else had opened the statement",
  ]);
  const rows = contestants
    .filter(({ id }) => options.only?.includes(id) ?? true)
    .map((contestant) => ({ contestant, rounds: [] as Round[] }));
  for (let round = 1; round <= options.rounds; round += 1) {
    for (const { contestant, rounds } of rows) {
      console.error(`… ${contestant.name}, round ${round}`);
      rounds.push(await measure(contestant));
    }
  }
  report.table(
    [
      "",
      "one alone, ms",
      `${people} new: first`,
      "median",
      "last, ms",
      "CPU s",
      `${people} back: last, ms`,
      "CPU s",
      "up kB",
      "down kB",
      "stuck: MB more",
    ],
    rows.map(({ contestant, rounds }) => rowOf(contestant, rounds)),
  );
  const problems = rows.flatMap(({ contestant, rounds }) => problemsOf(contestant, rounds));
  report.say(problems.map(({ name, problem }) => `- ${name}: FAILED: ${problem}`));
  await report.write(options.write);
  if (problems.some(({ id }) => id === "needline")) process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** Each on a server of its own. */
async function measure(contestant: Contestant): Promise<Round> {
  const onServer = <T>(
    work: (server: Child, tickets: readonly Ticket[]) => Promise<T>,
  ): Promise<T> => onFreshServer(folder, contestant, options.profile, work);
  const open = (
    server: Child,
    tickets: readonly Ticket[],
    manner: OpeningPlan["manner"],
    forMs = watchMs,
  ): Promise<Opening> => drive(planOf(contestant, server, tickets, manner, forMs));
  return {
    alone: await onServer((server, tickets) => open(server, tickets.slice(-2), "new")),
    fresh: await onServer((server, tickets) => open(server, tickets, "new")),
    back: contestant.listens
      ? await onServer((server, tickets) => open(server, tickets, "back"))
      : null,
    stuck: await onServer(async (server, tickets) => {
      await open(server, tickets.slice(-2), "new");
      return await open(server, tickets, "stuck", stuckWatchMs);
    }),
  };
}

function planOf(
  { dialect }: Contestant,
  server: Child,
  tickets: readonly Ticket[],
  manner: OpeningPlan["manner"],
  forMs: number,
): OpeningPlan {
  const others = tickets.at(-1);
  if (!others) throw new Error("There is nobody to open it.");
  return {
    dialect,
    documentName: "statement",
    tickets: tickets.slice(0, -1),
    others,
    serverPid: server.pid,
    manner,
    wholeFile: join(folder, "whole"),
    beforeFile: join(folder, "before"),
    watchMs: forMs,
  };
}

async function drive(plan: OpeningPlan): Promise<Opening> {
  const script = fileURLToPath(new URL("opening/driver.ts", import.meta.url));
  const driver = startChild({ script, core: 1 });
  try {
    driver.send(plan);
    return await driver.next(openingSchema);
  } finally {
    await driver.stop();
  }
}

function rowOf({ name }: Contestant, rounds: readonly Round[]): string[] {
  const middle = (of: (round: Round) => number | null | undefined, digits: number): string =>
    figure(medianOf(rounds.map((round) => of(round) ?? null)), digits);
  return [
    name,
    middle(({ alone }) => alone.lastMs, 1),
    middle(({ fresh }) => fresh.firstMs, 0),
    middle(({ fresh }) => fresh.medianMs, 0),
    middle(({ fresh }) => fresh.lastMs, 0),
    middle(({ fresh }) => fresh.serverSeconds, 2),
    middle(({ back }) => back?.lastMs, 0),
    middle(({ back }) => back?.serverSeconds, 2),
    middle(({ back }) => back && back.upBytes / 1e3, 1),
    middle(({ back }) => back && back.downBytes / 1e3, 1),
    middle(({ stuck }) => growthOf(stuck), 0),
  ];
}

function growthOf({ megabytesBefore, megabytesMost }: Opening): number | null {
  return megabytesBefore === null || megabytesMost === null
    ? null
    : megabytesMost - megabytesBefore;
}

function problemsOf(
  { id, name }: Contestant,
  rounds: readonly Round[],
): { id: string; name: string; problem: string }[] {
  const problems = rounds.flatMap(({ alone, fresh, back }) => [
    ...alone.problems,
    ...fresh.problems,
    ...(back?.problems ?? []),
  ]);
  return [...new Set(problems)].map((problem) => ({ id, name, problem }));
}
