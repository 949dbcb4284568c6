/**
 * The notes of one's own borough as they come in. Promises to ask for them again whenever something
 * was done to them and whenever the connection is back.
 */
import { useCallback, useSyncExternalStore } from "react";
import { useSession } from "./hooks.ts";
import { Listeners } from "./listeners.ts";
import { askNotes, type Note } from "./notes-api.ts";
import type { StatementSession } from "./statement-session.ts";

/** Item id → its notes, oldest first. */
export type NotesByItem = ReadonlyMap<string, readonly Note[]>;

const none: readonly Note[] = [];

export class NoteStore {
  readonly #session: Pick<StatementSession, "statementId" | "noteBell">;
  readonly #listeners = new Listeners();
  readonly #notes = new Map<string, Note>();
  #byItem: NotesByItem = new Map();
  #revision = 0;
  #stop: (() => void) | null = null;
  /** One question at a time: the next one begins where this one ends. */
  #asking: Promise<void> = Promise.resolve();

  constructor(session: Pick<StatementSession, "statementId" | "noteBell">) {
    this.#session = session;
  }

  /** The same map until something in it changes. */
  readonly now = (): NotesByItem => this.#byItem;

  of(itemId: string): readonly Note[] {
    return this.#byItem.get(itemId) ?? none;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    if (!this.#stop) {
      this.#stop = this.#session.noteBell.add(() => void this.refresh());
      void this.refresh();
    }
    const leave = this.#listeners.add(listener);
    return () => {
      leave();
      if (!this.#listeners.isEmpty) return;
      this.#stop?.();
      this.#stop = null;
    };
  };

  /** Asks what is new. Without a connection what is known stays. */
  refresh(): Promise<void> {
    this.#asking = this.#asking.then(() => this.#ask()).catch(() => {});
    return this.#asking;
  }

  async #ask(): Promise<void> {
    const fresh = await askNotes(this.#session.statementId, this.#revision);
    const last = fresh.at(-1);
    if (!last) return;
    this.#revision = last.revision;
    for (const note of fresh) {
      if (note.withdrawnAt === null) this.#notes.set(note.id, note);
      else this.#notes.delete(note.id);
    }
    const inOrder = [...this.#notes.values()].toSorted((a, b) => (a.at < b.at ? -1 : 1));
    const before = this.#byItem;
    const byItem = Map.groupBy(inOrder, ({ itemId }) => itemId ?? "");
    // Items of which nothing changed keep their list: their rows are not drawn again.
    this.#byItem = new Map([...byItem].map(([id, notes]) => [id, same(before.get(id), notes)]));
    this.#listeners.tell();
  }
}

function same(before: readonly Note[] | undefined, after: readonly Note[]): readonly Note[] {
  const isSame = before?.length === after.length && before.every((note, at) => note === after[at]);
  return isSame ? before : after;
}

const stores = new WeakMap<StatementSession, NoteStore>();

/** The one store of a session. */
export function noteStoreOf(session: StatementSession): NoteStore {
  const store = stores.get(session) ?? new NoteStore(session);
  stores.set(session, store);
  return store;
}

export function useNotesOf(itemId: string): readonly Note[] {
  const store = noteStoreOf(useSession());
  const of = useCallback(() => store.of(itemId), [store, itemId]);
  return useSyncExternalStore(store.subscribe, of);
}

export function useNotes(): NotesByItem {
  const store = noteStoreOf(useSession());
  return useSyncExternalStore(store.subscribe, store.now);
}
