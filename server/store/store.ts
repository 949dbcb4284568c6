/**
 * What the server keeps, and the promises it relies on. Everything is asynchronous; what has
 * resolved is on the disk.
 */
import type { HistoryStore } from "./history-store.ts";
import type { FileStore } from "./file-store.ts";
import type { ImportStore } from "./import-store.ts";
import type { NoticeStore } from "./notice-store.ts";
import type { NoteStore } from "./note-store.ts";
import type { PeopleStore } from "./people-store.ts";
import type { RecordStore } from "./record-store.ts";
import type { TextStore } from "./text-store.ts";
import type { VersionStore } from "./version-store.ts";
import type { WorkStore } from "./work-store.ts";

/** What processes that work things out need: they read what is committed, and write nothing but files. */
export interface ReadStore {
  readonly text: Pick<TextStore, "load" | "words" | "loadWithHistory" | "toMerge">;
  readonly record: Pick<RecordStore, "entriesAfter">;
  readonly versions: Pick<VersionStore, "text">;
  readonly imports: Pick<ImportStore, "mappings" | "toUndo">;
  /** These are written, too. */
  readonly files: FileStore;
}

export interface Store extends ReadStore {
  readonly text: TextStore;
  readonly record: RecordStore;
  readonly versions: VersionStore;
  readonly people: PeopleStore;
  readonly notices: NoticeStore;
  readonly notes: NoteStore;
  readonly history: HistoryStore;
  readonly imports: ImportStore;
  /** Which life of the data this is: another one after each restoring from a backup. */
  epoch(): Promise<string>;
  setEpoch(epoch: string): Promise<void>;
  readonly works: WorkStore;
  readonly files: FileStore;
  /** Finishes what was asked and closes the database. */
  close(): Promise<void>;
}
