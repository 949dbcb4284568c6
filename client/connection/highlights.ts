/**
 * Which words of an item belong to a conversation, to be drawn over the text and never in it.
 * Promises that an item is worked out again only when its words or its conversations changed, and
 * that what did not change keeps its identity.
 */
import { useCallback, useSyncExternalStore } from "react";
import { resolveAnchor, type Anchor, type ResolvedAnchor } from "../../shared/anchors.ts";
import type { Item } from "../../shared/items.ts";
import type { Thread } from "../../shared/thread.ts";
import { isOpenThread } from "../../shared/thread-state.ts";
import { useSession } from "./hooks.ts";
import { Listeners } from "./listeners.ts";
import type { StatementSession } from "./statement-session.ts";

/** Words to draw over, as offsets in the plain text of their field. */
export interface Highlight {
  readonly threadId: string;
  readonly kind: "comment" | "meets";
  readonly from: number;
  readonly to: number;
  /** The words are no longer those that were quoted. */
  readonly changed: boolean;
}

/** The words chosen for a conversation that is being written. */
export interface PendingThread {
  readonly kind: Highlight["kind"];
  readonly anchor: Anchor;
}

/** Stands for the conversation being written among the highlights. */
export const pendingThreadId = "being written";

/** By field. Open conversations only, in the order they were started. */
export type ItemHighlights = ReadonlyMap<string, readonly Highlight[]>;

/** What a session shows highlighted, until the session is let go. */
export class HighlightStore {
  readonly #session: Pick<StatementSession, "doc" | "items" | "record">;
  readonly #known = new Map<string, Known>();
  readonly #listeners = new Listeners();
  #pending: PendingThread | null = null;

  constructor(session: Pick<StatementSession, "doc" | "items" | "record">) {
    this.#session = session;
  }

  ofItem(itemId: string): ItemHighlights {
    return this.#read(itemId).highlights;
  }

  /** Where a conversation's words are now; the same object until its item changes. */
  placeOf(thread: Thread): ResolvedAnchor {
    return this.#read(thread.anchor.itemId).places.get(thread.id) ?? wholeItem;
  }

  pending(): PendingThread | null {
    return this.#pending;
  }

  /** Keeps words highlighted while somebody writes about them, though the selection is gone. */
  setPending(pending: PendingThread | null): void {
    if (pending === this.#pending) return;
    this.#pending = pending;
    this.#listeners.tell();
  }

  subscribeItem(itemId: string, listener: () => void): () => void {
    const { items, record } = this.#session;
    const stops = [
      items.subscribeItem(itemId, listener),
      record.subscribe(listener),
      this.#listeners.add(listener),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }

  #read(itemId: string): Known {
    const { items, record } = this.#session;
    const item = items.item(itemId);
    const state = record.state();
    const threads = (state.threadsByItem.get(itemId) ?? []).flatMap(
      (id) => state.threads.get(id) ?? [],
    );
    const pending = this.#pending?.anchor.itemId === itemId ? this.#pending : null;
    const known = this.#known.get(itemId);
    if (known && known.item === item && known.pending === pending && same(known.threads, threads))
      return known;
    const fresh = this.#workOut(item, threads, pending);
    const kept =
      known && alike(known.highlights, fresh.highlights)
        ? { ...fresh, highlights: known.highlights }
        : fresh;
    this.#known.set(itemId, kept);
    return kept;
  }

  #workOut(
    item: Item | undefined,
    threads: readonly Thread[],
    pending: PendingThread | null,
  ): Known {
    const places = new Map<string, ResolvedAnchor>();
    const highlights = new Map<string, Highlight[]>();
    const add = (threadId: string, kind: Highlight["kind"], place: ResolvedAnchor): void => {
      if (place.state !== "found") return;
      const { field, from, to, changed } = place;
      highlights.set(field, [
        ...(highlights.get(field) ?? []),
        { threadId, kind, from, to, changed },
      ]);
    };
    for (const thread of threads) {
      const place = resolveAnchor(this.#session.doc, thread.anchor);
      places.set(thread.id, place);
      if (isOpenThread(thread)) add(thread.id, thread.meets ? "meets" : "comment", place);
    }
    if (pending)
      add(pendingThreadId, pending.kind, resolveAnchor(this.#session.doc, pending.anchor));
    return { item, threads, pending, places, highlights };
  }
}

const stores = new WeakMap<object, HighlightStore>();

/** The one store of a session. */
export function highlightStoreOf(session: StatementSession): HighlightStore {
  let store = stores.get(session);
  if (!store) {
    store = new HighlightStore(session);
    stores.set(session, store);
  }
  return store;
}

export function highlightsOf(
  session: StatementSession,
  itemId: string,
  field: string,
): readonly Highlight[] {
  return highlightStoreOf(session).ofItem(itemId).get(field) ?? none;
}

/** The item's highlights by field; the same object until one of them changes. */
export function useHighlights(itemId: string): ItemHighlights {
  const store = highlightStoreOf(useSession());
  const subscribe = useCallback(
    (listener: () => void) => store.subscribeItem(itemId, listener),
    [store, itemId],
  );
  return useSyncExternalStore(subscribe, () => store.ofItem(itemId));
}

/** Where a conversation's words are now. */
export function usePlace(thread: Thread): ResolvedAnchor {
  const store = highlightStoreOf(useSession());
  const { itemId } = thread.anchor;
  const subscribe = useCallback(
    (listener: () => void) => store.subscribeItem(itemId, listener),
    [store, itemId],
  );
  return useSyncExternalStore(subscribe, () => store.placeOf(thread));
}

interface Known {
  readonly item: Item | undefined;
  readonly threads: readonly Thread[];
  readonly pending: PendingThread | null;
  readonly places: ReadonlyMap<string, ResolvedAnchor>;
  readonly highlights: ItemHighlights;
}

const none: readonly Highlight[] = [];
const wholeItem: ResolvedAnchor = { state: "item", changed: false, now: "" };

function same(a: readonly Thread[], b: readonly Thread[]): boolean {
  return a.length === b.length && a.every((thread, at) => thread === b[at]);
}

function alike(a: ItemHighlights, b: ItemHighlights): boolean {
  return JSON.stringify([...a]) === JSON.stringify([...b]);
}
