/**
 * When boroughs that would buy together could start together: not before the last of their present
 * contracts can end, and not after the first of them can no longer be extended. Says it in words, too.
 */
import { apart, wordsOfApart, wordsOfDay, type Apart } from "./day.ts";
import { boroughsIn } from "./members.ts";
import type { RecordState } from "./record-state.ts";

/** The present contract of a borough that would buy together. Days are `2027-03-31`. */
export interface PresentContract {
  /** The borough's name. */
  readonly borough: string;
  /** When it ends unless it is extended, or null when that is not known. */
  readonly ends: string | null;
  /** Until when it could be extended, or null when it cannot. */
  readonly extendableUntil: string | null;
}

/** A day, and the boroughs whose contracts make it that day. */
export interface Limit {
  readonly day: string;
  readonly boroughs: readonly string[];
}

interface Asked {
  /** That would buy together. */
  readonly boroughs: readonly string[];
  /** Those of them that do not say when their contract ends; they do not count. */
  readonly unknown: readonly string[];
}

interface Limits extends Asked {
  /** When the last contract ends. */
  readonly from: Limit;
  /** After which the first contract cannot go on. */
  readonly until: Limit;
}

/** `too-few`: fewer than two say when their contract ends. `apart`: `from` is after `until`. */
export type ContractWindow =
  | (Asked & { readonly state: "too-few" })
  | (Limits & { readonly state: "meets" })
  | (Limits & { readonly state: "apart"; readonly by: Apart });

/** The present contracts of the boroughs that say that they would buy together. */
export function contractsIn(record: Pick<RecordState, "people" | "boroughs">): PresentContract[] {
  return boroughsIn(record).flatMap(({ id, name }) => {
    const about = record.boroughs.get(id);
    if (about?.takingPart !== "buy-together") return [];
    const { contractEnds: ends, extendableUntil } = about;
    return [{ borough: name, ends, extendableUntil }];
  });
}

/** @param contracts of the boroughs that would buy together */
export function contractWindow(contracts: readonly PresentContract[]): ContractWindow {
  const known = contracts.flatMap(({ borough, ends, extendableUntil }) =>
    ends === null ? [] : [{ borough, ends, last: extendableUntil ?? ends }],
  );
  const about = {
    boroughs: contracts.map(({ borough }) => borough),
    unknown: contracts.filter(({ ends }) => ends === null).map(({ borough }) => borough),
  };
  if (known.length < 2) return { ...about, state: "too-few" };
  const from = known.map(({ ends }) => ends).reduce(later);
  const until = known.map(({ last }) => last).reduce(earlier);
  const limits = {
    from: { day: from, boroughs: namesOf(known.filter(({ ends }) => ends === from)) },
    until: { day: until, boroughs: namesOf(known.filter(({ last }) => last === until)) },
  };
  return from <= until
    ? { ...about, state: "meets", ...limits }
    : { ...about, state: "apart", ...limits, by: apart(until, from) };
}

/** The window in sentences: the answer first, then why, then who is not counted. */
export function wordsOfWindow(window: ContractWindow): readonly string[] {
  return [...answer(window), ...whoIsNotCounted(window)];
}

function answer(window: ContractWindow): readonly string[] {
  switch (window.state) {
    case "too-few":
      return [tooFew(window)];
    case "meets": {
      const { from, until, boroughs, unknown } = window;
      const one = `The contracts can all end on one day: ${wordsOfDay(from.day)}.`;
      if (from.boroughs.length === boroughs.length - unknown.length && from.day === until.day)
        return [one];
      const range = `The contracts can all end on any day from ${wordsOfDay(from.day)} to ${wordsOfDay(until.day)}.`;
      return [from.day === until.day ? one : range, why(window)];
    }
    case "apart": {
      const { from, until, by } = window;
      const who = `${inWords(from.boroughs)} and ${inWords(until.boroughs)}`;
      return [
        `There is no day on which the contracts can all end. ${who} are ${wordsOfApart(by)} apart.`,
        why(window),
      ];
    }
  }
}

function why({ from, until }: { readonly from: Limit; readonly until: Limit }): string {
  const ends = from.boroughs.length === 1 ? "ends" : "end";
  return `${contractsOf(from)} ${ends} last, on ${wordsOfDay(from.day)}. ${contractsOf(until)} cannot go on after ${wordsOfDay(until.day)}.`;
}

function tooFew({ boroughs, unknown }: ContractWindow): string {
  if (boroughs.length === 0) return "No borough says yet that it would buy together.";
  if (boroughs.length === 1)
    return `Only ${inWords(boroughs)} says so far that it would buy together.`;
  if (unknown.length === boroughs.length)
    return `${inWords(boroughs)} would buy together. None of them says yet when its present contract ends.`;
  const known = boroughs.filter((borough) => !unknown.includes(borough));
  return `${inWords(boroughs)} would buy together. Only ${inWords(known)} says when its present contract ends.`;
}

function whoIsNotCounted({ state, boroughs, unknown }: ContractWindow): readonly string[] {
  if (unknown.length === 0 || boroughs.length < 2 || unknown.length === boroughs.length) return [];
  const who = inWords(unknown);
  const [say, is] = unknown.length === 1 ? ["does", "is"] : ["do", "are"];
  if (state === "too-few") return [`${who} ${say} not say.`];
  return [`${who} ${say} not say when the present contract ends and ${is} not counted.`];
}

/** "Camden’s contract", "Camden’s and Hackney’s contracts". */
function contractsOf({ boroughs }: Limit): string {
  const whose = inWords(boroughs.map((name) => `${name}’s`));
  return `${whose} ${boroughs.length === 1 ? "contract" : "contracts"}`;
}

function namesOf(contracts: readonly { readonly borough: string }[]): string[] {
  return contracts.map(({ borough }) => borough);
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}

function earlier(one: string, other: string): string {
  return one < other ? one : other;
}

function inWords(names: readonly string[]): string {
  return new Intl.ListFormat("en-GB").format(names);
}
