/**
 * A version: a kept copy of text and record. What is here is what the record knows of it; the text
 * itself is kept beside the record, with its digest in the version's entry.
 */
import type { Borough } from "./boroughs.ts";
import { wordsOfDay } from "./day.ts";
import type { Deed } from "./deed.ts";
import { boroughsIn } from "./members.ts";
import type { RecordState } from "./record-state.ts";

/** Why the server keeps a version by itself. */
export const automaticReasons = ["daily", "before-import", "before-restore"] as const;

export type AutomaticReason = (typeof automaticReasons)[number];

/** Why a version was kept. */
export type WhyKept = "by-hand" | AutomaticReason;

/** What a borough says to an issued version. */
export interface SignOff extends Deed {
  /** `declined`: it does not sign it off. */
  readonly state: "signed-off" | "declined";
  /** Why not; with a sign-off a note, or "". */
  readonly words: string;
}

export interface Version {
  /** 1, 2, 3… in each statement; its address. */
  readonly number: number;
  /** "" when it was kept by itself. */
  readonly name: string;
  readonly note: string;
  readonly why: WhyKept;
  /** `2026-05-14`: the day at whose end the text was so. Only of a daily one. */
  readonly day: string | null;
  /** Its entry: the record up to that number belongs to it. */
  readonly made: Deed;
  /** SHA-256 of the text as it is kept. */
  readonly digest: string;
  /** How many items it has, removed ones left out. */
  readonly itemCount: number;
  /** Sent out as "Issued version 1". */
  readonly issued: (Deed & { readonly issue: number }) | null;
  /** Borough id → what it says to it now. Only of an issued one. */
  readonly signOffs: ReadonlyMap<string, SignOff>;
}

/** Text that was put back as it was in a version, by new edits. */
export interface Restore extends Deed {
  /** Number of the version that it was put back from. */
  readonly version: number;
  /** Null for the whole statement. */
  readonly itemId: string | null;
  /** Number of the version that holds what was there before. */
  readonly before: number;
  readonly undone: Deed | null;
}

/** The text as it is now, written down so that it can be kept. */
export interface TextToKeep {
  readonly json: string;
  /** SHA-256 of `json`. */
  readonly digest: string;
  readonly itemCount: number;
}

/** What goes with a version's entry, in the same transaction. */
export interface KeptText {
  /** The version's. */
  readonly number: number;
  readonly json: string;
}

export function versionIn(record: RecordState, number: number): Version | undefined {
  return record.versions.get(String(number));
}

/** Newest first. */
export function versionsIn(record: Pick<RecordState, "versions">): readonly Version[] {
  return [...record.versions.values()].toSorted((a, b) => b.number - a.number);
}

/** The number that the next version gets. */
export function nextVersionNumber(record: RecordState): number {
  return record.versions.size + 1;
}

/** The one that was issued last, or null. */
export function lastIssued(record: RecordState): Version | null {
  let last: Version | null = null;
  for (const version of record.versions.values()) {
    if (version.issued && version.issued.issue > (last?.issued?.issue ?? 0)) last = version;
  }
  return last;
}

/** The version that was issued before this one, or null. */
export function issuedBefore({ issued }: Version, record: RecordState): Version | null {
  for (const version of record.versions.values())
    if (issued && version.issued?.issue === issued.issue - 1) return version;
  return null;
}

/** What a version is called: the name somebody gave it, or what it was kept for. */
export function nameOfVersion({ name, why, day }: Pick<Version, "name" | "why" | "day">): string {
  if (name !== "") return name;
  switch (why) {
    case "by-hand":
      return "Without a name";
    case "daily":
      return day === null ? "End of a day" : `End of ${wordsOfDay(day)}`;
    case "before-import":
      return "Before an import";
    case "before-restore":
      return "Before restoring";
  }
}

/** How a borough stands to an issued version. */
export interface BoroughSignOff extends Borough {
  /** Null while it has said nothing. */
  readonly signOff: SignOff | null;
}

/**
 * What every borough says to an issued version: those that take part, and those that said something
 * to it while they did.
 */
export function signOffsOf(version: Version, record: RecordState): readonly BoroughSignOff[] {
  const boroughs = new Map(boroughsIn(record).map((borough) => [borough.id, borough]));
  for (const { personId, boroughId } of version.signOffs.values()) {
    if (boroughs.has(boroughId)) continue;
    const name = record.people.get(personId)?.boroughName ?? boroughId;
    boroughs.set(boroughId, { id: boroughId, name });
  }
  return [...boroughs.values()].map((borough) => ({
    ...borough,
    signOff: version.signOffs.get(borough.id) ?? null,
  }));
}
