/**
 * Many people open one large statement at the same moment: a process of its own that gets its plan as a message and
 * answers with what it took, and with what went wrong.
 */
import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import * as Y from "yjs";
import { asChild } from "../as-child.ts";
import { readItems } from "../../shared/items.ts";
import { dialectOf, type Dialect } from "../driver/dialects.ts";
import type { Ticket } from "../driver/plan.ts";
import { processorSeconds, residentMegabytes } from "../processes.ts";
import { Opener } from "./opener.ts";
import { openingPlanSchema, type Opening, type OpeningPlan } from "./opening-plan.ts";
import { ownCopies, type OwnCopy } from "./own-copies.ts";

const longestMs = 60_000;
const lookMs = 100;

asChild(openingPlanSchema, drive);

async function drive(plan: OpeningPlan): Promise<Opening> {
  const dialect = dialectOf(plan.dialect, plan.documentName);
  const whole = await readFile(plan.wholeFile);
  const before = await readFile(plan.beforeFile);
  const isBack = plan.manner === "back";
  const copies = isBack ? ownCopies(before, plan.tickets.length) : [];
  const openers = plan.tickets.map(
    (ticket, number) => new Opener(dialect, ticket, copies[number] ?? null, number === 0),
  );
  // Those who come back hear of what they lack, which is little; the others get all of it.
  const leastBytes = isBack ? 0 : Math.min(before.length, whole.length) * 0.99;

  const megabytesBefore = residentMegabytes(plan.serverPid);
  let megabytesMost = megabytesBefore;
  const watch = setInterval(() => {
    const now = residentMegabytes(plan.serverPid);
    if (now !== null) megabytesMost = Math.max(megabytesMost ?? 0, now);
  }, lookMs);
  const secondsBefore = processorSeconds(plan.serverPid);
  const beganMs = performance.now();
  await Promise.all(openers.map((opener) => opener.open(plan.manner === "stuck")));
  if (plan.manner !== "stuck") await allAnswered(openers, leastBytes);
  await sleep(plan.watchMs);
  const secondsAfter = processorSeconds(plan.serverPid);
  clearInterval(watch);

  const took = openers
    .map(({ answeredAtMs }) => (answeredAtMs ?? Infinity) - beganMs)
    .toSorted((one, other) => one - other);
  const problems =
    plan.manner === "stuck"
      ? []
      : await whatWentWrong(openers, { dialect, others: plan.others, whole, before, copies });
  const closed = openers.filter((opener) => opener.closed !== null).length;
  for (const opener of openers) opener.leave();
  const at = (share: number): number => took[Math.floor((took.length - 1) * share)] ?? 0;
  const mean = (of: (opener: Opener) => number): number =>
    openers.reduce((sum, opener) => sum + of(opener), 0) / openers.length;
  return {
    firstMs: finite(at(0)),
    medianMs: finite(at(0.5)),
    lastMs: finite(at(1)),
    upBytes: mean(({ upBytes }) => upBytes),
    downBytes: mean(({ downBytes }) => downBytes),
    serverSeconds:
      secondsBefore === null || secondsAfter === null ? null : secondsAfter - secondsBefore,
    megabytesBefore,
    megabytesMost,
    closed,
    problems,
  };
}

async function allAnswered(openers: readonly Opener[], leastBytes: number): Promise<void> {
  const endMs = performance.now() + longestMs;
  while (openers.some((opener) => !opener.isAnswered(leastBytes)) && performance.now() < endMs) {
    await sleep(2);
  }
}

async function whatWentWrong(
  openers: readonly Opener[],
  {
    dialect,
    others,
    whole,
    before,
    copies,
  }: {
    dialect: Dialect;
    others: Ticket;
    whole: Uint8Array;
    before: Uint8Array;
    copies: readonly OwnCopy[];
  },
): Promise<string[]> {
  const problems = new Set<string>();
  for (const opener of openers) {
    if (opener.closed !== null) problems.add(`a socket was closed: ${opener.closed}`);
    else if (opener.answeredAtMs === null) problems.add("somebody never got the text");
  }
  const expected = wordsOf([whole, ...copies.map(({ letter }) => letter)]);
  const [kept] = openers;
  const own = kept?.copy ? [before, kept.copy.letter] : [];
  if (wordsOf([...own, ...(kept?.updates ?? [])]) !== expected) problems.add("the text differs");
  const last = new Opener(dialect, others, null, true);
  await last.open(false);
  await allAnswered([last], before.length * 0.99);
  if (wordsOf(last.updates) !== expected)
    problems.add("whoever opens it afterwards reads another text");
  last.leave();
  return [...problems];
}

function wordsOf(updates: readonly Uint8Array[]): string {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return JSON.stringify(readItems(doc));
}

/** What never came took the longest that was waited. */
function finite(ms: number): number {
  return Number.isFinite(ms) ? ms : longestMs;
}
