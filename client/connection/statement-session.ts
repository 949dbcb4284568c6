/**
 * A statement as one page has it open: the text, the record, who is here and whether all is saved,
 * kept in step with the server until it is closed.
 */
import type * as Y from "yjs";
import type { Member } from "../../shared/access.ts";
import type { Entry } from "../../shared/entry.ts";
import type { ItemStore } from "./item-store.ts";
import type { Listeners } from "./listeners.ts";
import type { LeftWords } from "./left-words.ts";
import type { PresenceStore } from "./presence-store.ts";
import type { RecordStore } from "./record-store.ts";
import type { SavedStore } from "./saved-store.ts";

export interface StatementSession {
  readonly statementId: string;
  readonly doc: Y.Doc;
  /** Who this is here; the role follows the record. The same object until it changes. */
  readonly me: Member;
  /** Told when `me` changed. */
  subscribeMe(listener: () => void): () => void;
  readonly items: ItemStore;
  readonly record: RecordStore;
  readonly presence: PresenceStore;
  readonly savedState: SavedStore;
  readonly leftWords: LeftWords;
  /** This person's own undo, across all items. */
  readonly undo: Y.UndoManager;
  /** Rings when something may have been done to the notes of this person's borough. */
  readonly noteBell: Listeners;
  /**
   * Runs a command once everything written here is saved, and waits until the record shows it.
   * @throws CommandRefused with words to show
   */
  run(command: string, args: unknown): Promise<Entry>;
  close(): void;
}
