/**
 * Looking back on a statement: what was wanted, what was written for it, and what was not. Built on
 * the coverage, so that this page and Needs covered never say two things. Promises that every need
 * and outcome stands in exactly one group, those that matter most first.
 */
import {
  isNeed,
  isOutcome,
  isRequirement,
  type Coverage,
  type ItemCoverage,
  type NeedCoverage,
  type NeedState,
  type RequirementCoverage,
} from "./coverage.ts";
import { allPriorities, type Priority } from "./item-kinds.ts";

/** How far the requirements go for a need. `changed`: they were linked before the words changed. */
export type Met = "notMet" | "partly" | "changed" | "fully" | "leftOut";

/** In the order of the review: what is missing first. */
export const allMet: readonly Met[] = ["notMet", "partly", "changed", "fully", "leftOut"];

const metByState: Readonly<Record<NeedState, Met>> = {
  covered: "fully",
  partly: "partly",
  changed: "changed",
  // What was taken out, or will not be bought, is not what was written.
  onlyRemoved: "notMet",
  notCovered: "notMet",
  leftOut: "leftOut",
};

export type Groups = Readonly<Record<Met, readonly NeedCoverage[]>>;

/** How many needs of one priority, or of one borough, are met how far. */
export interface TallyRow<Key> {
  readonly key: Key;
  readonly all: number;
  readonly counts: Readonly<Record<Met, number>>;
}

export interface LookingBack {
  readonly needs: Groups;
  readonly outcomes: Groups;
  /** Needs by priority; those without one have the key null. Only priorities that there are. */
  readonly byPriority: readonly TallyRow<Priority | null>[];
  /** Needs by who raised them, the borough that raised most first. A shared need counts for each. */
  readonly byBorough: readonly TallyRow<string>[];
  readonly requirements: number;
  /** Requirements that meet no need, and nobody has said why. */
  readonly noNeed: readonly RequirementCoverage[];
  /** Requirements of which somebody said that they need no need. */
  readonly needsNone: readonly RequirementCoverage[];
}

export function lookBack(coverage: Coverage): LookingBack {
  const needs = coverage.items.filter(isNeed);
  const requirements = coverage.items.filter(isRequirement);
  return {
    needs: groupsOf(needs),
    outcomes: groupsOf(coverage.items.filter(isOutcome)),
    byPriority: [...allPriorities, null].flatMap((key) => {
      const of = needs.filter(({ priority }) => priority === key);
      return of.length === 0 ? [] : [tallyOf(key, of)];
    }),
    byBorough: [...new Set(needs.flatMap(({ raisedBy }) => raisedBy))]
      .map((key) =>
        tallyOf(
          key,
          needs.filter(({ raisedBy }) => raisedBy.includes(key)),
        ),
      )
      .toSorted((a, b) => b.all - a.all || (a.key < b.key ? -1 : 1)),
    requirements: requirements.length,
    noNeed: mattersFirst(requirements.filter(({ state }) => state === "noNeed")),
    needsNone: mattersFirst(requirements.filter(({ state }) => state === "needsNone")),
  };
}

/** How many needs or outcomes there are in all groups. */
export function countAll(groups: Groups): number {
  return allMet.reduce((sum, met) => sum + groups[met].length, 0);
}

export function metOf({ state }: NeedCoverage): Met {
  return metByState[state];
}

function groupsOf(needs: readonly NeedCoverage[]): Groups {
  const ordered = mattersFirst(needs);
  const of = (met: Met): readonly NeedCoverage[] => ordered.filter((need) => metOf(need) === met);
  return {
    notMet: of("notMet"),
    partly: of("partly"),
    changed: of("changed"),
    fully: of("fully"),
    leftOut: of("leftOut"),
  };
}

function tallyOf<Key>(key: Key, needs: readonly NeedCoverage[]): TallyRow<Key> {
  const count = (met: Met): number => needs.filter((need) => metOf(need) === met).length;
  const counts = Object.fromEntries(allMet.map((met) => [met, count(met)])) as Record<Met, number>;
  return { key, all: needs.length, counts };
}

/** By priority, those without one last; else in the order of the statement. */
function mattersFirst<Of extends ItemCoverage>(items: readonly Of[]): Of[] {
  const rank = ({ priority }: Of): number =>
    priority === null ? allPriorities.length : allPriorities.indexOf(priority);
  return items.toSorted((a, b) => rank(a) - rank(b));
}
