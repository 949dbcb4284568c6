/**
 * The people of many statements: a process of its own that opens all of them, lets some type at one pace after the other,
 * and reports what the server had to do and whether every letter reached everybody else in its statement.
 */
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import * as Y from "yjs";
import type { z } from "zod";
import { asChild } from "../as-child.ts";
import { Arrivals } from "../driver/arrivals.ts";
import { dialectOf, type Dialect } from "../driver/dialects.ts";
import { openFrameSocket } from "../driver/frame-socket.ts";
import { Latencies } from "../driver/latencies.ts";
import { anchorOf } from "../driver/letters.ts";
import { Person } from "../driver/person.ts";
import type { Ticket } from "../driver/plan.ts";
import { randomFrom, type Random } from "../driver/random.ts";
import { placeOf } from "../driver/statement.ts";
import { startTyping } from "../driver/typing.ts";
import { processorSeconds, residentMegabytes } from "../processes.ts";
import {
  statementsPlanSchema,
  type hereSchema,
  type Held,
  type Load,
  type Pace,
  type StatementsPlan,
} from "./statements-plan.ts";

/** How many statements are entered at a time. */
const atOnce = 10;
/** Until what coming in began is over: documents that nobody reads are given up. */
const settleMs = 90_000;
/** A letter is lost when nothing has arrived for so long. */
const givenUpAfterMs = 10_000;

interface Group {
  readonly people: readonly Person[];
  readonly arrivals: Arrivals;
}

asChild(statementsPlanSchema, hold);

async function hold(plan: StatementsPlan): Promise<Held> {
  const dialect = dialectOf(plan.dialect, "");
  const random = randomFrom(plan.seed);
  const latencies = new Latencies();
  const groups: Group[] = [];
  for (let at = 0; at < plan.tickets.length; at += atOnce) {
    const next = plan.tickets.slice(at, at + atOnce);
    if (plan.paces.length === 0) await Promise.all(next.flat().map(openOnly));
    else
      groups.push(
        ...(await Promise.all(next.map((tickets) => enter(tickets, dialect, random, latencies)))),
      );
  }
  await sleep(settleMs);
  globalThis.gc?.();
  process.send?.({ kind: "here" } satisfies z.infer<typeof hereSchema>);
  await once(process, "message");
  const loads: Load[] = [];
  for (const pace of plan.paces) loads.push(await typeAt(pace, plan, groups, random));
  const problems = groups.flatMap(({ people, arrivals }) => [
    ...arrivals.problems,
    ...people.flatMap(({ closed }) => closed ?? []),
  ]);
  return { loads, problems: [...new Set(problems)] };
}

/** A socket on which nothing is said. */
async function openOnly({ url, headers }: Ticket): Promise<void> {
  await openFrameSocket(url, headers, { frame: () => {}, closed: () => {} });
}

async function enter(
  tickets: readonly Ticket[],
  dialect: Dialect,
  random: Random,
  latencies: Latencies,
): Promise<Group> {
  const people = tickets.map((_, number) => new Person(number, tickets.length, dialect));
  for (const [at, ticket] of tickets.entries()) await people[at]?.join(ticket);
  const doc = new Y.Doc();
  for (const update of people[0]?.opened ?? []) Y.applyUpdate(doc, update);
  const arrivals = new Arrivals(dialect, people, latencies);
  for (const [number, person] of people.entries()) {
    person.sitDown(anchorOf(doc, placeOf(number, random)), arrivals);
    person.opened.length = 0;
  }
  doc.destroy();
  return { people, arrivals };
}

async function typeAt(
  { whoType, lettersPerSecond }: Pace,
  { serverPid, warmUpMs, measureMs }: StatementsPlan,
  groups: readonly Group[],
  random: Random,
): Promise<Load> {
  const writers = groups.flatMap(({ people }) => people.slice(0, whoType));
  const fromMs = performance.now() + warmUpMs;
  const latencies = groups[0]?.arrivals.latencies.restart();
  for (const { arrivals } of groups) arrivals.measureLettersSent(fromMs, fromMs + measureMs);
  const stop = startTyping(writers, random, 1_000 / lettersPerSecond);
  await sleep(warmUpMs);
  const from = now(serverPid, groups);
  await sleep(measureMs);
  const to = now(serverPid, groups);
  stop();
  const serverMegabytes = residentMegabytes(serverPid);
  const lost = await drain(groups);
  const seconds = (to.atMs - from.atMs) / 1_000;
  const figures = latencies?.figures() ?? { medianMs: 0, p95Ms: 0, p99Ms: 0 };
  return {
    core: from.server === null || to.server === null ? null : (to.server - from.server) / seconds,
    editsPerSecond: (to.letters - from.letters) / seconds,
    deliveriesPerSecond: (to.deliveries - from.deliveries) / seconds,
    latency: { medianMs: figures.medianMs, p95Ms: figures.p95Ms, p99Ms: figures.p99Ms },
    serverMegabytes,
    driverCore: (to.driver - from.driver) / seconds,
    lost,
  };
}

function now(serverPid: number, groups: readonly Group[]) {
  const { user, system } = process.cpuUsage();
  let letters = 0;
  let deliveries = 0;
  for (const { people, arrivals } of groups) {
    for (const person of people) letters += person.letters.length;
    deliveries += arrivals.counts.deliveries;
  }
  const server = processorSeconds(serverPid);
  return { atMs: performance.now(), letters, deliveries, server, driver: (user + system) / 1e6 };
}

/** Waits for what is under way. @returns how many letters did not reach somebody */
async function drain(groups: readonly Group[]): Promise<number> {
  let lastMissing = Infinity;
  let movedAtMs = performance.now();
  for (;;) {
    const missing = groups.reduce((sum, { people, arrivals }) => sum + arrivals.missing(people), 0);
    if (missing === 0) return 0;
    if (missing < lastMissing) movedAtMs = performance.now();
    if (performance.now() - movedAtMs > givenUpAfterMs) return missing;
    lastMissing = missing;
    await sleep(50);
  }
}
