/**
 * A statement at one moment, text and record together, as plain data: what exports write, versions
 * keep and the comparison reads. Nothing in it changes afterwards.
 */
import type { Priority } from "./item-kinds.ts";
import type { Item } from "./items.ts";
import type { RecordState } from "./record-state.ts";

export interface WholeStatement {
  readonly statementId: string;
  readonly title: string;
  /** What it prints for each priority. */
  readonly priorityWords: Readonly<Record<Priority, string>>;
  /** In the order of the statement, removed ones too. */
  readonly items: readonly Item[];
  /** As the entries up to then come to. */
  readonly record: RecordState;
  /** ISO 8601, UTC: now, or when the version was made. */
  readonly at: string;
  /** Null for the statement as it is now. */
  readonly version: VersionName | null;
}

/** What a version is called. */
export interface VersionName {
  /** 1, 2, 3… in each statement. */
  readonly number: number;
  readonly name: string;
  /** 1, 2, 3… of those that were issued, or null. */
  readonly issued: number | null;
}
