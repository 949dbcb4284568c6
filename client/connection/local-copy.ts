/**
 * A copy of the text on this computer (IndexedDB), for those who may write: what was written while
 * not connected survives a closed tab. A browser that keeps no IndexedDB goes on without.
 */
import { IndexeddbPersistence, clearDocument } from "y-indexeddb";
import * as Y from "yjs";
import { clearNotes, keysOf } from "./unsaved-note.ts";

export interface LocalCopy {
  readonly name: string;
  /** Stops writing to it; what is in it stays. */
  close(): Promise<void>;
  /** Forgets it and the notes about it. */
  clear(): Promise<void>;
}

/** Opening takes milliseconds; a browser in which it hangs is not waited for. */
const longestWaitMs = 2_000;

/**
 * The name of a person's copy of a statement.
 * @param epoch changes when the server's data was restored from a backup: an older copy must not be merged then
 */
export function copyName(personId: string, statementId: string, epoch: string): string {
  return `${copyFamily(personId, statementId)}:${epoch}`;
}

/** What the names of all epochs' copies begin with. */
function copyFamily(personId: string, statementId: string): string {
  return `needline:${personId}:${statementId}`;
}

/** Keeps `doc` and the copy of that name in step, after loading the copy into `doc`. */
export async function openLocalCopy(name: string, doc: Y.Doc): Promise<LocalCopy | null> {
  if (typeof indexedDB === "undefined") return null;
  const persistence = new IndexeddbPersistence(name, doc);
  // A browser may forbid IndexedDB altogether; `whenSynced` then never settles, and reading fails.
  const opened = persistence.get("anything").then(
    () => persistence.whenSynced.then(() => true),
    () => false,
  );
  const isOpen = await Promise.race([opened, after(longestWaitMs)]);
  if (!isOpen) return null;
  return {
    name,
    close: async () => {
      await persistence.destroy();
    },
    clear: async () => {
      await persistence.destroy();
      await forgetCopy(name);
    },
  };
}

/** Names of the copies that this browser keeps of a person's statement, of whatever epoch. */
export async function findCopies(personId: string, statementId: string): Promise<string[]> {
  if (typeof indexedDB === "undefined") return [];
  const databases = await indexedDB.databases().catch(() => []);
  return databases.flatMap(({ name }) =>
    name?.startsWith(`${copyFamily(personId, statementId)}:`) ? [name] : [],
  );
}

/** The text in a copy, in a document of its own that nothing is connected to. */
export async function readCopy(name: string): Promise<Y.Doc> {
  const doc = new Y.Doc();
  const copy = await openLocalCopy(name, doc);
  await copy?.close();
  return doc;
}

export async function forgetCopy(name: string): Promise<void> {
  clearNotes(keysOf(name));
  await clearDocument(name);
}

async function after(ms: number): Promise<false> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(false), ms);
  });
}
