/** The text part of the store: updates in beats, snapshots, whose client ids are whose. */
import type { Entry } from "../../shared/entry.ts";
import type { StoredBytes } from "../../shared/stored-doc.ts";
import type { PackedEdit, StoredEdit } from "./history-store.ts";

/** One update, as it lies in the journal. */
export interface TextRow {
  readonly statementId: string;
  readonly beat: number;
  readonly part: number;
  readonly personId: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** A Yjs update, version 1. */
  readonly bytes: Uint8Array;
}

/** An update to be kept. Its place is the store's to give: a statement's updates in one commit are one beat. */
export type NewTextRow = Omit<TextRow, "beat" | "part">;

/** How far a statement has come: the numbers of its last beat and its last entry, 0 before the first. */
export interface Point {
  readonly beat: number;
  readonly entry: number;
}

/** From now on only this person writes with this Yjs client id. */
export interface ClientIdRow {
  readonly statementId: string;
  readonly clientId: number;
  readonly personId: string;
}

export interface ReferenceRow {
  readonly statementId: string;
  readonly itemId: string;
  readonly reference: string;
}

/** What lists show of a statement without opening it. */
export interface SummaryRow {
  readonly statementId: string;
  readonly title: string;
  readonly itemCount: number;
  readonly changedAt: string;
}

/** The text of a version; the rest of it is in its entry. */
export interface VersionRow {
  readonly statementId: string;
  /** The version's. */
  readonly number: number;
  /** Kept to the letter: its digest is in the entry. */
  readonly json: string;
}

/** Everything of one beat, of all statements: one transaction. */
export interface Commit {
  /** What acts were decided on: nothing is kept unless these statements are still just there. */
  readonly expects: readonly (Point & { readonly statementId: string })[];
  /** In order. */
  readonly updates: readonly NewTextRow[];
  readonly clientIds: readonly ClientIdRow[];
  readonly entries: readonly Entry[];
  readonly references: readonly ReferenceRow[];
  readonly versions: readonly VersionRow[];
  readonly summaries: readonly SummaryRow[];
}

/** How far each statement of a commit has come with it, by id: its updates are that beat. */
export type CommitResult = ReadonlyMap<string, Point>;

/** Something came between: what the commit was decided on is no longer the newest. */
export class Behind extends Error {
  constructor() {
    super("Something came between.");
  }
}

/** A client id of the commit is somebody else's. */
export class NotTheirs extends Error {
  constructor() {
    super("A client id is another person's.");
  }
}

/** Who last changed an item, and when. */
export interface ItemEdit {
  readonly personId: string;
  readonly at: string;
}

/** A statement's text: the snapshot, then the rows after it in order of beat and part. */
export interface StoredText {
  readonly snapshot: Uint8Array | null;
  /** Last beat that is in the snapshot; 0 without one. */
  readonly snapshotBeat: number;
  readonly updates: readonly Omit<TextRow, "statementId">[];
  /** Client id → person id. */
  readonly clientIds: ReadonlyMap<number, string>;
  /** Item id → who last changed it, as of the snapshot. */
  readonly itemEdits: ReadonlyMap<string, ItemEdit>;
  readonly entries: readonly Entry[];
  readonly summary: Omit<SummaryRow, "statementId">;
}

/** What came after a point of a statement. */
export type Changes =
  | {
      readonly state: "changes";
      /** How far the statement has come with them. */
      readonly point: Point;
      /** In order of beat and part. */
      readonly updates: readonly Omit<TextRow, "statementId">[];
      /** Client id → person id. */
      readonly clientIds: ReadonlyMap<number, string>;
      readonly entries: readonly Entry[];
      readonly summary: Omit<SummaryRow, "statementId">;
    }
  /** Rows after that point are in a snapshot already: the statement has to be loaded. */
  | { readonly state: "too-old" };

/** A statement's text without who wrote it and what was said about it: for searching it. */
export interface StoredWords extends StoredBytes {
  /** Item id and its reference. */
  readonly references: readonly (readonly [string, string])[];
}

/** What is stored, for a snapshot to be made of it. */
export interface ToMerge {
  readonly stored: StoredText;
  /** Edits that are kept already and may go on, oldest first. */
  readonly recent: readonly StoredEdit[];
}

/** A snapshot, and what it takes the place of. */
export interface Merged {
  /** The snapshot that it was made with. */
  readonly snapshotBeat: number;
  /** It holds all rows up to this beat. */
  readonly beat: number;
  /** How much that was. */
  readonly rows: number;
  readonly rowBytes: number;
  readonly bytes: Uint8Array;
  /** Item id → who last changed it; only those that changed since the last snapshot. */
  readonly itemEdits: ReadonlyMap<string, ItemEdit>;
  /** Who changed which words: edits that are new, and recent ones that went on. */
  readonly edits: readonly PackedEdit[];
}

/** Which edits are asked for: of one item, or since a time. */
export interface HistoryPart {
  readonly itemId?: string;
  /** ISO 8601. */
  readonly since?: string;
}

export interface TextStore {
  /**
   * Keeps all of it or nothing; on the disk when resolved. Gives the beats their numbers under a lock
   * on each statement that is held until then: 1, 2, 3… without a gap, and nobody sees a beat before
   * they can see all beats before it.
   * @throws Behind when a statement is not where the commit expects it, or its entries are not the
   * next ones; when a reference is taken or a client id is another person's, or the disk fails
   */
  commit(commit: Commit): Promise<CommitResult>;
  /** How far these statements have come, by id; those that do not exist are left out. */
  points(statementIds: readonly string[]): Promise<ReadonlyMap<string, Point>>;
  /** What came after a point, all of one moment; null when there is no such statement. */
  changesAfter(statementId: string, point: Point): Promise<Changes | null>;
  /** Text and record at one moment, or null when there is no such statement. */
  load(statementId: string): Promise<StoredText | null>;
  /** Its text alone, of one moment; null when there is no such statement. */
  words(statementId: string): Promise<StoredWords | null>;
  /**
   * The same with the edits that were kept, all of one moment: what the rows add to them is for the
   * caller to work out, with the `recent` ones, which may go on.
   */
  loadWithHistory(
    statementId: string,
    part: HistoryPart,
  ): Promise<{
    readonly stored: StoredText;
    readonly edits: readonly StoredEdit[];
    readonly recent: readonly StoredEdit[];
  } | null>;
  /** What a snapshot is made of, all of one moment; null when there is no such statement, or nothing to merge. */
  toMerge(statementId: string): Promise<ToMerge | null>;
  /**
   * Puts a snapshot in the place of the rows, unless another one was put there meanwhile. The rows are not read any
   * more, but still there.
   * @returns how much was in the journal that is in the snapshot now
   */
  keepMerged(
    statementId: string,
    at: string,
    merged: Merged,
  ): Promise<{ readonly rows: number; readonly bytes: number }>;
  /**
   * Removes rows in whose place there is a snapshot, a few at a time: what people type meanwhile is committed in
   * between. Those of a server that stopped before it had removed them all, too.
   */
  removeMerged(statementId: string): Promise<void>;
}
