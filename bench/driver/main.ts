/**
 * The load: a process of its own that opens the statement for many people, lets them type, and reports what arrived
 * when. It gets its plan as a message from the process that started it and answers with one cell of the table.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { asChild } from "../as-child.ts";
import { processorSeconds, residentMegabytes, stolenSeconds } from "../processes.ts";
import { Arrivals, type Counts } from "./arrivals.ts";
import { compareDocuments } from "./convergence.ts";
import { dialectOf } from "./dialects.ts";
import { Person } from "./person.ts";
import { planSchema, type Cell, type Plan } from "./plan.ts";
import { randomFrom } from "./random.ts";
import { anchorOf } from "./letters.ts";
import { placeOf, statementUpdates } from "./statement.ts";
import { startTyping } from "./typing.ts";
import { itemsOf } from "../../shared/items.ts";
import * as Y from "yjs";

/** How many join at a time: a queue at the door, not a stampede, which is another measurement. */
const joinAtOnce = 10;
/** An edit is lost when nothing at all has arrived for this long. */
const givenUpAfterMs = 10_000;
/** Or when it has not arrived this long after the last was typed. */
const longestDrainMs = 120_000;

interface Moment {
  readonly atMs: number;
  readonly letters: number;
  readonly counts: Counts;
  readonly serverSeconds: number | null;
  readonly driverSeconds: number;
  readonly stolenSeconds: number | null;
}

asChild(planSchema, drive);

async function drive(plan: Plan): Promise<Cell> {
  const dialect = dialectOf(plan.dialect, plan.documentName);
  const total = plan.tickets.length;
  const random = randomFrom(plan.seed);
  const opener = async (): Promise<Person> => {
    const person = new Person(-1, total, dialect);
    await person.join(plan.others);
    return person;
  };

  const first = await opener();
  for (const update of statementUpdates(plan.earlierSessions)) first.write(update);
  let doc = new Y.Doc();
  await until(async () => {
    const reader = await opener();
    reader.leave();
    doc = new Y.Doc();
    for (const update of reader.opened) Y.applyUpdate(doc, update);
    return itemsOf(doc).size > 0 && doc.store.clients.size > plan.earlierSessions;
  });
  first.leave();

  const people = plan.tickets.map((_, number) => new Person(number, total, dialect));
  for (let at = 0; at < total; at += joinAtOnce) {
    const next = people.slice(at, at + joinAtOnce).entries();
    await Promise.all(
      Array.from(next, async ([step, person]) => {
        const ticket = plan.tickets[at + step];
        if (ticket) await person.join(ticket);
      }),
    );
  }
  const arrivals = new Arrivals(dialect, people);
  for (const [number, person] of people.entries()) {
    person.sitDown(anchorOf(doc, placeOf(number, random)), arrivals);
  }
  // What joining left behind is collected now: its pauses would count as the server's.
  globalThis.gc?.();

  const moment = (): Moment => ({
    atMs: performance.now(),
    letters: people.reduce((sum, { letters }) => sum + letters.length, 0),
    counts: { ...arrivals.counts },
    serverSeconds: processorSeconds(plan.serverPid),
    driverSeconds: process.cpuUsage().user / 1e6 + process.cpuUsage().system / 1e6,
    stolenSeconds: stolenSeconds(),
  });
  const fromMs = performance.now() + plan.warmUpMs;
  arrivals.measureLettersSent(fromMs, fromMs + plan.measureMs);
  const stopTyping = startTyping(people, random);
  await sleep(plan.warmUpMs);
  const from = moment();
  await sleep(plan.measureMs);
  const to = moment();
  const serverMegabytes = residentMegabytes(plan.serverPid);
  stopTyping();

  const drainMs = await drain(people, arrivals);
  const lost = arrivals.missing(people);
  const last = await opener();
  const { documents, problems } = compareDocuments(people, arrivals.updates, last.opened);
  const closed = people.flatMap((person) => person.closed ?? []);
  for (const person of [...people, last]) person.leave();

  return {
    ...rates(from, to, total),
    latency: arrivals.latencies.figures(),
    serverMegabytes,
    drainMs,
    delivered: arrivals.counts.deliveries,
    lost,
    documentsCompared: documents,
    problems: [
      ...(lost > 0 ? [`${lost} deliveries are missing`] : []),
      ...new Set(closed),
      ...arrivals.problems,
      ...problems,
    ],
  };
}

function rates(
  from: Moment,
  to: Moment,
  people: number,
): Omit<
  Cell,
  | "latency"
  | "serverMegabytes"
  | "drainMs"
  | "delivered"
  | "lost"
  | "documentsCompared"
  | "problems"
> {
  const seconds = (to.atMs - from.atMs) / 1000;
  const rate = (name: keyof Counts): number => (to.counts[name] - from.counts[name]) / seconds;
  const share = (before: number | null, after: number | null): number | null =>
    before === null || after === null ? null : (after - before) / seconds;
  const serverCore = share(from.serverSeconds, to.serverSeconds);
  return {
    editsPerSecond: (to.letters - from.letters) / seconds,
    deliveriesPerSecond: rate("deliveries"),
    textFramesPerSecond: rate("textFrames"),
    caretFramesPerSecond: rate("caretFrames"),
    otherFramesPerSecond: rate("otherFrames"),
    caretRate: rate("carets") / (people * (people - 1)),
    megabytesPerSecond: rate("bytes") / 1e6,
    serverCore,
    microsPerDelivery: serverCore === null ? null : (serverCore * 1e6) / rate("deliveries"),
    driverCore: (to.driverSeconds - from.driverSeconds) / seconds,
    stolenCore: share(from.stolenSeconds, to.stolenSeconds),
  };
}

/** Waits until everything has reached everybody, or nothing arrives any more. */
async function drain(people: readonly Person[], arrivals: Arrivals): Promise<number> {
  const beganMs = performance.now();
  let lastMs = beganMs;
  let missing = arrivals.missing(people);
  const isHopeful = (): boolean =>
    performance.now() - lastMs < givenUpAfterMs && performance.now() - beganMs < longestDrainMs;
  while (missing > 0 && isHopeful()) {
    await sleep(5);
    const now = arrivals.missing(people);
    if (now !== missing) lastMs = performance.now();
    missing = now;
  }
  return lastMs - beganMs;
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const endMs = performance.now() + givenUpAfterMs;
  while (!(await isSo())) {
    if (performance.now() > endMs) throw new Error("The statement's first words did not arrive.");
    await sleep(20);
  }
}
