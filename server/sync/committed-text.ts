/**
 * The text of a statement as it is committed: nothing else ever gets into the document.
 *
 * What was committed gets into the document a moment later, or when somebody reads it, whichever is
 * first: a transaction of Yjs walks every client id that ever wrote, so a busy room makes few of them.
 * Nobody can tell: all that is read here, is read of everything that is committed.
 */
import * as Y from "yjs";
import { isItemKind, type ItemKind } from "../../shared/item-kinds.ts";
import { itemsOf, titleOf, type Item } from "../../shared/items.ts";
import { TouchedFeed } from "../../shared/touched-feed.ts";
import type { ItemEdit, StoredText } from "../store/text-store.ts";
import { mergeParts, partsOf, runsOf, type CommittedUpdate } from "./committed-update.ts";
import { ItemCache } from "./item-cache.ts";
import { TextAhead, type KnownText } from "./known-text.ts";
import { replay } from "./replay.ts";
import { SharedAnswers } from "./shared-answers.ts";
import { TextInDoc } from "./text-in-doc.ts";
import { touchedBy, type Run } from "../../shared/touched-items.ts";
import type { Struct } from "./write-update.ts";

/** What lists show of a text. */
export interface TextSummary {
  readonly title: string;
  /** How many items there are, removed ones left out. */
  readonly itemCount: number;
}

/** What a text is made of. */
export type TextSource = Pick<StoredText, "snapshot" | "updates" | "clientIds" | "itemEdits">;

/** Committed, and not in the document yet. */
interface Waiting extends ItemEdit {
  readonly runs: readonly Run[];
}

/** More structs and deletions than this do not wait: whoever reads next would have to. */
const mostWaiting = 5_000;

export class CommittedText implements KnownText {
  readonly #doc: Y.Doc;
  readonly #inDoc: TextInDoc;
  /** The document and what waits. */
  readonly #ahead: TextAhead;
  readonly #answers: SharedAnswers;
  readonly #items: ItemCache;
  readonly #itemEdits: Map<string, ItemEdit>;
  readonly #clientIds: Map<number, string>;
  #waiting: Waiting[] = [];
  #waitingParts = 0;
  /** The beats that wait, one update each. */
  #beats: Uint8Array[] = [];
  #touched = new Set<string>();
  #stateVector: Uint8Array | null = null;

  /** @param touched told of the items that beats touch */
  constructor(stored: TextSource, touched = new TouchedFeed()) {
    const { doc, itemEdits } = replay(stored);
    this.#doc = doc;
    this.#clientIds = new Map(stored.clientIds);
    this.#inDoc = new TextInDoc(doc, this.#clientIds);
    this.#ahead = new TextAhead(this.#inDoc);
    this.#answers = new SharedAnswers(doc);
    this.#items = new ItemCache(doc, touched);
    this.#itemEdits = new Map([...stored.itemEdits, ...itemEdits]);
  }

  /** Never written to by others. */
  get doc(): Y.Doc {
    this.catchUp();
    return this.#doc;
  }

  /** Of what is in the document: what was committed last may be missing. */
  get summary(): TextSummary {
    return { title: titleOf(this.#doc), itemCount: this.#items.count };
  }

  items(): readonly Item[] {
    this.catchUp();
    return this.#items.inOrder();
  }

  item(id: string): Item | undefined {
    this.catchUp();
    return this.#items.item(id);
  }

  /** What the item is, without reading it; null when it is none. */
  kindOf(itemId: string): ItemKind | null {
    const kind: unknown = itemsOf(this.doc).get(itemId)?.get("kind");
    return isItemKind(kind) ? kind : null;
  }

  lastEdit(itemId: string): ItemEdit | undefined {
    this.catchUp();
    return this.#itemEdits.get(itemId);
  }

  stateOf(client: number): number {
    return this.#ahead.stateOf(client);
  }

  ownerOf(client: number): string | undefined {
    return this.#clientIds.get(client);
  }

  structAt(id: Y.ID): Struct | undefined {
    return this.#ahead.structAt(id);
  }

  placeOf(struct: Struct): string | undefined {
    return this.#ahead.placeOf(struct);
  }

  isDeleted(run: Run): boolean {
    return this.#ahead.isDeleted(run);
  }

  isFormatting(run: Run): boolean {
    this.catchUp();
    return this.#inDoc.isFormatting(run);
  }

  stateVector(): Uint8Array {
    this.catchUp();
    return (this.#stateVector ??= Y.encodeStateVector(this.#doc));
  }

  /** All of it, as one update. */
  everything(): Uint8Array {
    return Y.encodeStateAsUpdate(this.doc);
  }

  /** What the same text can be made of again. @param everything as it gives it now */
  asSource(everything: Uint8Array): TextSource {
    const [clientIds, itemEdits] = [this.#clientIds, this.#itemEdits];
    return { snapshot: everything, updates: [], clientIds, itemEdits };
  }

  /** Whether items were touched that `takeTouched` has not given yet. */
  get hasTouched(): boolean {
    return this.#touched.size > 0 || this.#waiting.length > 0;
  }

  /** The frame with what a document with that state vector lacks. @throws when it is not one */
  answerTo(stateVector: Uint8Array): Uint8Array {
    this.catchUp();
    return this.#answers.to(stateVector);
  }

  bind(client: number, personId: string): void {
    this.#clientIds.set(client, personId);
  }

  /**
   * Takes in a beat that is committed.
   * @returns all of it as one update
   */
  apply(updates: readonly CommittedUpdate[]): Uint8Array {
    const all = updates.map(partsOf);
    const [only] = updates;
    const merged = only && updates.length === 1 ? only.bytes : mergeParts(all);
    this.#beats.push(merged);
    for (const [index, { personId, at }] of updates.entries()) {
      const parts = all[index];
      if (!parts) continue;
      this.#ahead.accept(parts);
      this.#waiting.push({ personId, at, runs: runsOf(parts) });
      this.#waitingParts += parts.deleted.length;
      for (const { structs } of parts.structs) this.#waitingParts += structs.length;
    }
    if (this.#waitingParts > mostWaiting) this.catchUp();
    return merged;
  }

  /** Brings the document up to what is committed. */
  catchUp(): void {
    if (this.#beats.length === 0) return;
    // What waits is given up only when it is in: a document that it does not get into is no text.
    const applyEach = (): void => {
      for (const beat of this.#beats) Y.applyUpdate(this.#doc, beat);
    };
    Y.transact(this.#doc, applyEach, null, false);
    const touched: string[] = [];
    for (const { runs, personId, at } of this.#waiting) {
      for (const id of touchedBy(this.#doc, runs)) {
        touched.push(id);
        this.#touched.add(id);
        this.#itemEdits.set(id, { personId, at });
      }
    }
    this.#items.touch(touched);
    this.#answers.forget();
    this.#stateVector = null;
    this.#ahead.clear();
    this.#beats = [];
    this.#waiting = [];
    this.#waitingParts = 0;
  }

  /** Catches up. @returns ids of the items that changed since this was asked last */
  takeTouched(): ReadonlySet<string> {
    this.catchUp();
    const touched = this.#touched;
    this.#touched = new Set();
    return touched;
  }
}
