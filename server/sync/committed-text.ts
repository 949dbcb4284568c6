/** The text of a statement as it is committed: nothing else ever gets into the document. */
import * as Y from "yjs";
import { isItemKind, type ItemKind } from "../../shared/item-kinds.ts";
import { itemsOf, titleOf, type Item } from "../../shared/items.ts";
import { structsIn, touchedBy, type Run } from "../../shared/touched-items.ts";
import type { ItemEdit, StoredText } from "../store/text-store.ts";
import { ItemCache } from "./item-cache.ts";
import { replay } from "./replay.ts";
import { SharedAnswers } from "./shared-answers.ts";
import type { Struct } from "./write-update.ts";

/** A committed update, to be applied. */
export interface CommittedUpdate extends ItemEdit {
  readonly bytes: Uint8Array;
  /** What it inserts and deletes. */
  readonly runs: readonly Run[];
}

export class CommittedText {
  readonly doc: Y.Doc;
  readonly #answers: SharedAnswers;
  readonly #items: ItemCache;
  readonly #itemEdits: Map<string, ItemEdit>;
  readonly #clientIds: Map<number, string>;

  constructor(stored: StoredText) {
    const { doc, itemEdits } = replay(stored);
    this.doc = doc;
    this.#answers = new SharedAnswers(doc);
    this.#items = new ItemCache(doc);
    this.#itemEdits = new Map([...stored.itemEdits, ...itemEdits]);
    this.#clientIds = new Map(stored.clientIds);
  }

  get title(): string {
    return titleOf(this.doc);
  }

  /** How many items there are, removed ones left out. */
  get itemCount(): number {
    return this.#items.count;
  }

  items(): readonly Item[] {
    return this.#items.inOrder();
  }

  item(id: string): Item | undefined {
    return this.#items.item(id);
  }

  /** What the item is, without reading it; null when it is none. */
  kindOf(itemId: string): ItemKind | null {
    const kind: unknown = itemsOf(this.doc).get(itemId)?.get("kind");
    return isItemKind(kind) ? kind : null;
  }

  lastEdit(itemId: string): ItemEdit | undefined {
    return this.#itemEdits.get(itemId);
  }

  stateOf(client: number): number {
    return Y.getState(this.doc.store, client);
  }

  ownerOf(client: number): string | undefined {
    return this.#clientIds.get(client);
  }

  structAt({ client, clock }: Y.ID): Struct | undefined {
    const [struct] = structsIn(this.doc, { client, clock, len: 1 });
    return struct;
  }

  isDeleted(run: Run): boolean {
    if (run.clock + run.len > this.stateOf(run.client)) return false;
    return structsIn(this.doc, run).every((struct) => struct.deleted);
  }

  /**
   * Whether what the run would still delete is only formatting. Yjs documents tidy redundant
   * formatting away by themselves, those of readers too.
   */
  isFormatting(run: Run): boolean {
    return structsIn(this.doc, run).every(
      (struct) =>
        struct.deleted || (struct instanceof Y.Item && struct.content instanceof Y.ContentFormat),
    );
  }

  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.doc);
  }

  /** What a document with that state vector lacks. @throws when it is not one */
  answerTo(stateVector: Uint8Array): Uint8Array {
    return this.#answers.to(stateVector);
  }

  bind(client: number, personId: string): void {
    this.#clientIds.set(client, personId);
  }

  /** Applies a beat in one transaction, because every transaction walks all client ids. */
  apply(updates: readonly CommittedUpdate[]): {
    merged: Uint8Array;
    /** Ids of the items that changed. */
    touched: ReadonlySet<string>;
  } {
    const merged = this.#applyAll(updates);
    const touched = new Set<string>();
    for (const { runs, personId, at } of updates) {
      for (const id of touchedBy(this.doc, runs)) {
        touched.add(id);
        this.#itemEdits.set(id, { personId, at });
      }
    }
    this.#items.touch(touched);
    this.#answers.forget();
    return { merged, touched };
  }

  /** @returns what the transaction changed, as one update */
  #applyAll(updates: readonly CommittedUpdate[]): Uint8Array {
    const [only] = updates;
    const emitted: Uint8Array[] = [];
    const keep = (bytes: Uint8Array): number => emitted.push(bytes);
    this.doc.on("update", keep);
    try {
      const applyEach = (): void => {
        for (const { bytes } of updates) Y.applyUpdate(this.doc, bytes);
      };
      Y.transact(this.doc, applyEach, null, false);
    } finally {
      this.doc.off("update", keep);
    }
    if (updates.length === 1 && only) return only.bytes;
    // The first is the beat; what may follow is Yjs tidying formatting, as every document does.
    return emitted[0] ?? Y.mergeUpdates(updates.map(({ bytes }) => bytes));
  }
}
