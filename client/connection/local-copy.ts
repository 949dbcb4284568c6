/**
 * A copy of the text on this computer (IndexedDB), for those who may write: what was written while
 * not connected survives a closed tab. A browser that keeps no IndexedDB goes on without.
 */
import { IndexeddbPersistence, clearDocument } from "y-indexeddb";
import * as Y from "yjs";
import { storeAtOnce } from "./store-at-once.ts";
import { clearNotes, keysOf } from "./unsaved-note.ts";

export interface LocalCopy {
  readonly name: string;
  /** Resolves when what it holds is in the document, or when this browser turns out to keep none. */
  readonly loaded: Promise<void>;
  /** Stops writing to it; what is in it stays. */
  close(): Promise<void>;
  /** Forgets it and the notes about it. */
  clear(): Promise<void>;
}

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
export function openLocalCopy(name: string, doc: Y.Doc): LocalCopy | null {
  if (typeof indexedDB === "undefined") return null;
  const persistence = new IndexeddbPersistence(name, doc);
  const stop = storeAtOnce(persistence);
  const loaded = load(persistence);
  const close = async (): Promise<void> => {
    stop();
    await persistence.destroy().catch(() => {});
  };
  return {
    name,
    loaded,
    close,
    clear: async () => {
      await close();
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
  const copy = openLocalCopy(name, doc);
  await copy?.loaded;
  await copy?.close();
  return doc;
}

export async function forgetCopy(name: string): Promise<void> {
  clearNotes(keysOf(name));
  await clearDocument(name);
}

async function load(persistence: IndexeddbPersistence): Promise<void> {
  try {
    // A browser may forbid IndexedDB altogether; `whenSynced` then never settles, and reading fails.
    await persistence.get("anything");
  } catch {
    return;
  }
  await persistence.whenSynced;
}
