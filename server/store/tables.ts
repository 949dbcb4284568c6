/**
 * The tables, as Kysely sees them. Times are ISO 8601 strings in UTC, yes and no are 1 and 0, and
 * tokens of people are kept only as their SHA-256, so that a copy of the database signs nobody in.
 */
import type { Generated } from "kysely";
import type { Role } from "../../shared/access.ts";

export interface Tables {
  installation: InstallationTable;
  statements: StatementsTable;
  boroughs: BoroughsTable;
  people: PeopleTable;
  memberships: MembershipsTable;
  invitations: InvitationsTable;
  sign_in_links: SignInLinksTable;
  start_link: StartLinkTable;
  sessions: SessionsTable;
  text_updates: TextUpdatesTable;
  text_snapshots: TextSnapshotsTable;
  client_ids: ClientIdsTable;
  item_edits: ItemEditsTable;
  item_history: ItemHistoryTable;
  visits: VisitsTable;
  entries: EntriesTable;
  given_references: GivenReferencesTable;
  notice_readings: NoticeReadingsTable;
  borough_notes: BoroughNotesTable;
  versions: VersionsTable;
  import_mappings: ImportMappingsTable;
  imports: ImportsTable;
  works: WorksTable;
  work_files: WorkFilesTable;
}

/** Long work, and files that wait to be brought in. Short-lived: backups and moves leave them out. */
export interface WorksTable {
  id: string;
  kind: "work" | "import";
  statement_id: string;
  person_id: string;
  revision: number;
  json: string;
  bytes: number;
  at: string;
}

/** Files of long work, where servers share the database. Short-lived: backups and moves leave them out. */
export interface WorkFilesTable {
  id: string;
  /** 0, 1, 2… */
  piece: number;
  bytes: Uint8Array;
  written_at: string;
}

/** One row. */
export interface InstallationTable {
  id: number;
  /** Another one after each restoring: what pages have from an earlier one must not be merged. */
  epoch: string;
}

export interface StatementsTable {
  id: string;
  created_by: string;
  created_at: string;
  /** Written by the statement's room a moment after the text says so, for lists. */
  title: string;
  /** How many items there are, removed ones left out. Written by the room. */
  item_count: number;
  /** When text or record last changed. Written by the room. */
  changed_at: string;
  /** Number of the last beat, whether its rows are in a snapshot by now or not. */
  last_beat: Generated<number>;
  /** Number of the last entry. */
  last_entry: Generated<number>;
}

export interface BoroughsTable {
  id: string;
  name: string;
}

export interface PeopleTable {
  id: string;
  name: string;
  borough_id: string;
  created_at: string;
}

export interface MembershipsTable {
  statement_id: string;
  person_id: string;
  role: Role;
  agrees: number;
  joined_at: string;
  removed_at: string | null;
}

export interface InvitationsTable {
  id: string;
  statement_id: string;
  token_hash: string;
  borough_id: string;
  role: Role;
  agrees: number;
  /** Whom it is for, or null for anybody. */
  name: string | null;
  created_by: string;
  created_at: string;
  withdrawn_at: string | null;
}

export interface SignInLinksTable {
  token_hash: string;
  person_id: string;
  created_at: string;
  expires_at: string;
  used_at: string | null;
}

/** The link that a server without people prints: one row. Kept as it is, since it guards nothing yet. */
export interface StartLinkTable {
  id: number;
  token: string;
  used_by: string | null;
}

export interface SessionsTable {
  token_hash: string;
  person_id: string;
  created_at: string;
  expires_at: string;
}

export interface TextUpdatesTable {
  id: Generated<number>;
  statement_id: string;
  /** 1, 2, 3… in each statement; what was committed together. */
  beat: number;
  /** Place within the beat, from 0: the order in which updates arrived. */
  part: number;
  person_id: string;
  at: string;
  /** A Yjs update, version 1. */
  bytes: Uint8Array;
}

export interface TextSnapshotsTable {
  statement_id: string;
  /** The last beat that is in it. */
  beat: number;
  at: string;
  bytes: Uint8Array;
}

export interface ClientIdsTable {
  statement_id: string;
  client_id: number;
  person_id: string;
  /** The beat that it was first used in; 0 for before these were noted. */
  beat: Generated<number>;
}

/** Who last changed an item, as of the snapshot; later rows of `text_updates` say more. */
export interface ItemEditsTable {
  statement_id: string;
  item_id: string;
  person_id: string;
  at: string;
}

/** What one person did to one part of an item in one sitting, as of the snapshot. */
export interface ItemHistoryTable {
  id: Generated<number>;
  statement_id: string;
  item_id: string;
  /** `field:statement`, `priority`, `made`, … */
  part: string;
  person_id: string;
  /** Ids of the others who wrote in it, as JSON. */
  others: string;
  from_at: string;
  at: string;
  /** JSON. */
  before: string;
  /** JSON. */
  after: string;
}

/** When a person last had a statement open. */
export interface VisitsTable {
  statement_id: string;
  person_id: string;
  until: string;
  before: string | null;
}

export interface EntriesTable {
  statement_id: string;
  number: number;
  at: string;
  person_id: string;
  borough_id: string;
  type: string;
  /** JSON. */
  facts: string;
  /** JSON; `{}` once erased. */
  words: string;
  words_digest: string;
  hash: string;
}

/** Keeps references unique whatever the server's code believes. */
export interface GivenReferencesTable {
  statement_id: string;
  item_id: string;
  reference: string;
}

/** What a person has read of their notices in a statement. */
export interface NoticeReadingsTable {
  statement_id: string;
  person_id: string;
  /** Number of an entry. */
  read_to: number;
  /** JSON: keys of notices. */
  read_keys: string;
  /** JSON: kinds that are turned off. */
  off: string;
}

/** A note that only one borough sees. In no entry and in no text. */
export interface BoroughNotesTable {
  id: string;
  statement_id: string;
  borough_id: string;
  /** 1, 2, 3… in each borough of a statement: what was done to it last. */
  revision: number;
  item_id: string | null;
  person_id: string;
  at: string;
  /** Empty once it is withdrawn. */
  words: string;
  changed_at: string | null;
  withdrawn_at: string | null;
}

/** The text of a version. What it is called and who made it is in the record. */
export interface VersionsTable {
  statement_id: string;
  /** 1, 2, 3… in each statement. */
  number: number;
  /** JSON, deflated (zlib). */
  text: Uint8Array;
}

/** How somebody reads tables of a shape. */
export interface ImportMappingsTable {
  person_id: string;
  /** Digest of the headings. */
  shape: string;
  /** JSON. */
  mapping: string;
  used_at: string;
}

export interface ImportsTable {
  id: string;
  statement_id: string;
  /** JSON: what it changed and what was there before. */
  to_undo: string;
  /** JSON: links and suggestions that it made. */
  thread_ids: string;
}
