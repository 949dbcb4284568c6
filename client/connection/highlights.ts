/**
 * Which words of an item belong to a conversation, to be drawn over the text and never in it.
 * Promises that an item is worked out again only when its words or its conversations changed, and
 * that what did not change keeps its identity.
 */
import { useCallback, useRef, useSyncExternalStore } from "react";
import { resolveAnchor, type Anchor, type ResolvedAnchor } from "../../shared/anchors.ts";
import type { Item } from "../../shared/items.ts";
import type { Thread } from "../../shared/thread.ts";
import { isOpenThread } from "../../shared/thread-state.ts";
import type { RichText } from "../../shared/rich-text.ts";
import { useSession } from "./hooks.ts";
import { Listeners } from "./listeners.ts";
import type { StatementSession } from "./statement-session.ts";
import {
  acceptSuggestions,
  markSuggestions,
  type SuggestedHighlight,
  type SuggestionView,
  type WaitingWording,
} from "./suggestion-drawing.ts";

/** Whether the words of a conversation are others now, and which. */
export type Standing = Pick<ResolvedAnchor, "changed" | "now">;

/** Words to draw over, as offsets in the plain text of their field. */
export type Highlight = TalkHighlight | SuggestedHighlight;

/** Words that a conversation is about. */
export interface TalkHighlight {
  readonly threadId: string;
  readonly kind: "comment" | "meets";
  readonly from: number;
  readonly to: number;
  /** The words are no longer those that were quoted. */
  readonly changed: boolean;
}

/** The words chosen for a conversation that is being written. */
export interface PendingThread {
  readonly kind: TalkHighlight["kind"];
  readonly anchor: Anchor;
}

/** Stands for the conversation being written among the highlights. */
export const pendingThreadId = "being written";

/** By field. Open conversations only, in the order they were started. */
export type ItemHighlights = ReadonlyMap<string, readonly Highlight[]>;

/** What is drawn of an item besides what it says. */
export interface ItemDrawing {
  readonly highlights: ItemHighlights;
  /** Fields that are shown as if their suggested wording were accepted, and what they then say. */
  readonly asIf: ReadonlyMap<string, RichText>;
}

/** The field that is open to write in: it shows what it says, whatever the view. */
export interface FieldInWork {
  readonly itemId: string;
  readonly field: string;
}

/** What a session shows highlighted, until the session is let go. */
export class HighlightStore {
  readonly #session: Pick<StatementSession, "doc" | "items" | "record">;
  readonly #known = new Map<string, Known>();
  readonly #listeners = new Listeners();
  #pending: PendingThread | null = null;
  #view: SuggestionView = "marked";
  #inWork: FieldInWork | null = null;

  constructor(session: Pick<StatementSession, "doc" | "items" | "record">) {
    this.#session = session;
  }

  ofItem(itemId: string): ItemHighlights {
    return this.#read(itemId).drawing.highlights;
  }

  /** The same object until something in it changes. */
  drawingOf(itemId: string): ItemDrawing {
    return this.#read(itemId).drawing;
  }

  readonly view = (): SuggestionView => this.#view;

  setView(view: SuggestionView): void {
    if (view === this.#view) return;
    this.#view = view;
    this.#listeners.tell();
  }

  /** Told when the view changes, or what somebody writes about. */
  readonly subscribe = (listener: () => void): (() => void) => this.#listeners.add(listener);

  /** Which field is open to write in; null when none is. */
  setInWork(place: FieldInWork | null): void {
    const { itemId, field } = place ?? {};
    if (itemId === this.#inWork?.itemId && field === this.#inWork?.field) return;
    this.#inWork = place;
    // Only as if accepted does it look otherwise while one writes in it.
    if (this.#view === "accepted") this.#listeners.tell();
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
    const inWork = this.#inWork?.itemId === itemId ? this.#inWork.field : null;
    const view = threads.some(({ suggests }) => suggests) ? `${this.#view} ${inWork}` : "";
    const known = this.#known.get(itemId);
    if (
      known &&
      known.item === item &&
      known.pending === pending &&
      known.view === view &&
      same(known.threads, threads)
    )
      return known;
    const fresh = { ...this.#workOut(item, threads, pending), view };
    const kept =
      known && alike(known.drawing, fresh.drawing) ? { ...fresh, drawing: known.drawing } : fresh;
    this.#known.set(itemId, kept);
    return kept;
  }

  #workOut(
    item: Item | undefined,
    threads: readonly Thread[],
    pending: PendingThread | null,
  ): Omit<Known, "view"> {
    const places = new Map<string, ResolvedAnchor>();
    const highlights = new Map<string, readonly Highlight[]>();
    const asIf = new Map<string, RichText>();
    const add = (threadId: string, kind: TalkHighlight["kind"], place: ResolvedAnchor): void => {
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
      if (isOpenThread(thread) && !thread.suggests)
        add(thread.id, thread.meets ? "meets" : "comment", place);
    }
    if (pending)
      add(pendingThreadId, pending.kind, resolveAnchor(this.#session.doc, pending.anchor));
    for (const [field, waiting] of waitingByField(threads)) {
      const now = item?.fields[field];
      if (!now || item.removed || this.#view === "as-is") continue;
      const isInWork = this.#inWork?.itemId === item.id && this.#inWork.field === field;
      if (this.#view === "accepted" && !isInWork) {
        const accepted = acceptSuggestions(now, waiting);
        if (!accepted) continue;
        asIf.set(field, accepted.text);
        // Other conversations are about the words as they are.
        highlights.set(field, accepted.highlights);
      } else {
        const marks = markSuggestions(now, waiting);
        if (marks.length > 0) highlights.set(field, [...(highlights.get(field) ?? []), ...marks]);
      }
    }
    return { item, threads, pending, places, drawing: { highlights, asIf } };
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

/** What became of a conversation's words; the same object while they only move. */
export function useStanding(thread: Thread): Standing {
  const store = highlightStoreOf(useSession());
  const { itemId } = thread.anchor;
  const subscribe = useCallback(
    (listener: () => void) => store.subscribeItem(itemId, listener),
    [store, itemId],
  );
  const last = useRef<Standing>(wholeItem);
  return useSyncExternalStore(subscribe, () => {
    const { changed, now } = store.placeOf(thread);
    if (changed !== last.current.changed || now !== last.current.now)
      last.current = { changed, now };
    return last.current;
  });
}

interface Known {
  readonly item: Item | undefined;
  readonly threads: readonly Thread[];
  readonly pending: PendingThread | null;
  /** The view that it was worked out for, where the item has suggested wording. */
  readonly view: string;
  readonly places: ReadonlyMap<string, ResolvedAnchor>;
  readonly drawing: ItemDrawing;
}

/** In the order in which it was suggested. */
function waitingByField(threads: readonly Thread[]): ReadonlyMap<string, WaitingWording[]> {
  const waiting = threads.flatMap(({ id, suggests }) =>
    suggests && !suggests.outcome ? [{ threadId: id, suggests }] : [],
  );
  return Map.groupBy(waiting, ({ suggests }) => suggests.field);
}

const none: readonly Highlight[] = [];
const wholeItem: ResolvedAnchor = { state: "item", changed: false, now: "" };

function same(a: readonly Thread[], b: readonly Thread[]): boolean {
  return a.length === b.length && a.every((thread, at) => thread === b[at]);
}

function alike(a: ItemDrawing, b: ItemDrawing): boolean {
  const written = ({ highlights, asIf }: ItemDrawing): string =>
    JSON.stringify([[...highlights], [...asIf]]);
  return written(a) === written(b);
}
