/**
 * Reads a version: text and record as they were. Promises that what it gives is what was kept: a text
 * that does not have the digest in its entry is not shown as if it were.
 */
import { emptyRecord, plainRecord, type RecordState } from "../../shared/record-state.ts";
import { foldEntries } from "../../shared/record.ts";
import { Refusal } from "../../shared/refusal.ts";
import { versionIn, nameOfVersion, type Version } from "../../shared/version.ts";
import type { WholeStatement } from "../../shared/whole-statement.ts";
import type { ReadStore } from "../store/store.ts";
import { digestOfText } from "../sync/text-to-keep.ts";
import type { TextThen } from "../../shared/text-then.ts";
import { parseText } from "./parse-text.ts";

/**
 * @returns text and record of that version
 * @throws Refusal `not-found`; Error when the text was tampered with
 */
export async function readVersion(
  store: Pick<ReadStore, "record" | "versions">,
  statementId: string,
  number: number,
): Promise<WholeStatement> {
  const entries = await store.record.entriesAfter(statementId, 0);
  const now = foldEntries(emptyRecord, entries);
  const version = versionOf(now, number);
  const text = await readText(store, statementId, version);
  const record = foldEntries(
    emptyRecord,
    entries.filter((entry) => entry.number <= version.made.number),
  );
  return {
    statementId,
    ...text,
    record: plainRecord(record),
    at: version.made.at,
    version: { number, name: nameOfVersion(version), issued: version.issued?.issue ?? null },
  };
}

/** The text alone. @throws Error when it was tampered with */
export async function readText(
  { versions }: Pick<ReadStore, "versions">,
  statementId: string,
  { number, digest }: Pick<Version, "number" | "digest">,
): Promise<TextThen> {
  const json = await versions.text(statementId, number);
  if (json === null) throw new Error(`The text of version ${number} of ${statementId} is missing`);
  if (digestOfText(json) !== digest)
    throw new Error(`The text of version ${number} of ${statementId} was changed`);
  return parseText(json);
}

/** @throws Refusal `not-found` */
export function versionOf(record: RecordState, number: number): Version {
  const version = versionIn(record, number);
  if (!version) throw new Refusal("not-found", "There is no such version of this statement.");
  return version;
}
