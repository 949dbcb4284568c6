/** What a comparison says in words: its summary, what became of an item, and what its sides are called. */
import type {
  ComparedSide,
  ComparisonCounts,
  ItemComparison,
  LinkDifference,
} from "../../shared/comparison.ts";
import { nameOfVersion, type Version } from "../../shared/version.ts";
import { dayWords } from "../words/day-words.ts";

/** "3 added, 2 removed, 14 changed, 1 moved"; what is none is left out. */
export function summaryWords(counts: ComparisonCounts): string {
  const parts = [
    [counts.added, "added"],
    [counts.removed, "removed"],
    [counts.putBack, "put back"],
    [counts.changed, "changed"],
    [counts.moved, "moved"],
    [counts.linked, "with other links"],
  ] as const;
  const said = parts.flatMap(([count, words]) =>
    count === 0 ? [] : [`${count.toLocaleString("en-GB")} ${words}`],
  );
  return said.length === 0 ? "Every item is the same" : said.join(", ");
}

/** What became of an item, the weightiest first. */
export type ChangeOfItem = "added" | "removed" | "put-back" | "changed" | "moved" | "linked";

export const changeWords: Readonly<
  Record<ChangeOfItem, { readonly label: string; readonly look: "good" | "bad" | "warn" | "quiet" }>
> = {
  added: { label: "Added", look: "good" },
  removed: { label: "Removed", look: "bad" },
  "put-back": { label: "Put back", look: "good" },
  changed: { label: "Changed", look: "warn" },
  moved: { label: "Moved", look: "quiet" },
  linked: { label: "Links changed", look: "quiet" },
};

export function changesOf({ fate, isChanged, movedFrom, links }: ItemComparison): ChangeOfItem[] {
  if (fate !== "kept") return [fate];
  return [
    ...(isChanged ? (["changed"] as const) : []),
    ...(movedFrom ? (["moved"] as const) : []),
    ...(links.length > 0 ? (["linked"] as const) : []),
  ];
}

/** "Now meets N-12, partly." */
export function linkWords({ name, before, after }: LinkDifference): string {
  if (before === null) return `Now meets ${name}${after === "partly" ? ", partly" : ""}.`;
  if (after === null) return `No longer meets ${name}.`;
  return `Meets ${name} ${after}, no longer ${before}.`;
}

/** "Version 3, For legal", "Now". */
export function sideWords({ number, name, issued, at }: ComparedSide): string {
  if (number === null) return "the statement as it is now";
  const what = issued === null ? `version ${number}` : `issued version ${issued}`;
  return `${what} (${name}, ${dayWords(at)})`;
}

/** To choose from: "3: For legal, issued version 1, 14 May 2026". */
export function versionOption(version: Version): string {
  const { number, issued, made } = version;
  const parts = [
    nameOfVersion(version),
    ...(issued === null ? [] : [`issued version ${issued.issue}`]),
    dayWords(made.at),
  ];
  return `${number}: ${parts.join(", ")}`;
}
