/**
 * Who changed which words, worked out from what is stored: the snapshot, then each person's rows in
 * turn. Costs a reading of an item for each row that touches it, until so many write in it that it is everybody's
 * anyway; it belongs in a process of its own.
 */
import * as Y from "yjs";
import { itemsOf, readItem } from "../../shared/items.ts";
import { docOf } from "../../shared/stored-doc.ts";
import type { StoredEdit } from "../store/history-store.ts";
import type { ItemEdit, StoredText } from "../store/text-store.ts";
import { placesOf, runsIn } from "../../shared/touched-items.ts";
import { changesBetween, partAt, partsOf, type ItemParts, type PartChange } from "./item-parts.ts";
import { Sittings } from "./sittings.ts";

type Stored = Pick<StoredText, "snapshot" | "updates">;

export interface Replayed {
  readonly doc: Y.Doc;
  /** Item id → who last changed it, of the rows after the snapshot. */
  readonly itemEdits: ReadonlyMap<string, ItemEdit>;
  /** New edits, and recent ones that went on. */
  readonly edits: readonly StoredEdit[];
}

/** @param recent edits that are kept already and may go on, oldest first */
export function replayEdits(
  { snapshot, updates }: Stored,
  recent: readonly StoredEdit[],
): Replayed {
  const doc = docOf({ snapshot, updates: [] });
  const replay = new Replay(doc, new Sittings(recent));
  const turns = inTurns(updates);
  for (let from = 0; from < turns.length; from += turnsAtOnce) {
    const some = turns.slice(from, from + turnsAtOnce);
    Y.transact(doc, () => {
      for (const turn of some) replay.take(turn);
    });
  }
  return replay.end();
}

class Replay {
  readonly #doc: Y.Doc;
  readonly #items: ReturnType<typeof itemsOf>;
  readonly #sittings: Sittings;
  readonly #itemEdits = new Map<string, ItemEdit>();
  /** As they were read last. */
  readonly #parts = new Map<string, ItemParts | null>();
  /** Items that were not read after all changes, and the parts that changed since: all of them everybody's. */
  readonly #unread = new Map<string, Set<string>>();
  #at = "";

  constructor(doc: Y.Doc, sittings: Sittings) {
    this.#doc = doc;
    this.#items = itemsOf(doc);
    this.#sittings = sittings;
    for (const itemId of this.#items.keys()) this.#parts.set(itemId, this.#read(itemId));
  }

  take({ personId, at, rows }: Turn): void {
    if (at !== this.#at) this.#readWhatWasShared(at);
    this.#at = at;
    for (const bytes of rows) Y.applyUpdate(this.#doc, bytes);
    const touched = new Map<string, Set<string | null>>();
    for (const bytes of rows) {
      for (const { itemId, keys } of placesOf(this.#doc, runsIn(bytes)))
        touched.set(itemId, (touched.get(itemId) ?? new Set()).add(partAt(keys)));
    }
    for (const [itemId, parts] of touched) this.#write(itemId, parts, { personId, at });
  }

  end(): Replayed {
    for (const itemId of this.#unread.keys()) this.#catchUp(itemId);
    return { doc: this.#doc, itemEdits: this.#itemEdits, edits: this.#sittings.edits() };
  }

  /** @param parts in which somebody wrote; null for whichever */
  #write(itemId: string, parts: ReadonlySet<string | null>, by: ItemEdit): void {
    this.#itemEdits.set(itemId, by);
    const isEverybodys = (part: string): boolean =>
      this.#sittings.isEverybodys(itemId, part, by.at);
    const shared = [...parts].flatMap((part) => (part !== null && isEverybodys(part) ? part : []));
    for (const part of shared) this.#sittings.joins(itemId, part, by);
    if (shared.length === parts.size) {
      const unread = this.#unread.get(itemId) ?? new Set();
      for (const part of shared) unread.add(part);
      this.#unread.set(itemId, unread);
      return;
    }
    for (const change of this.#changes(itemId)) {
      if (isEverybodys(change.part)) this.#sittings.says(itemId, change);
      else this.#sittings.add(itemId, change, by);
    }
  }

  /** Before something is changed at that time: what was everybody's may be somebody's own from then on. */
  #readWhatWasShared(at: string): void {
    for (const [itemId, parts] of this.#unread) {
      const isStill = [...parts].every((part) => this.#sittings.isEverybodys(itemId, part, at));
      if (!isStill) this.#catchUp(itemId);
    }
  }

  #catchUp(itemId: string): void {
    for (const change of this.#changes(itemId)) this.#sittings.says(itemId, change);
  }

  /** What changed since it was read last. */
  #changes(itemId: string): readonly PartChange[] {
    const now = this.#read(itemId);
    const changes = changesBetween(this.#parts.get(itemId) ?? null, now);
    this.#parts.set(itemId, now);
    this.#unread.delete(itemId);
    return changes;
  }

  #read(itemId: string): ItemParts | null {
    return partsOf(readItem(itemId, this.#items.get(itemId)));
  }
}

/** In one transaction: each walks all Yjs client ids at its end, and puts together what was written in one go. */
const turnsAtOnce = 100;

interface Turn extends ItemEdit {
  readonly rows: Uint8Array[];
}

/** One person's rows of one beat that follow each other: nobody else's change comes between them. */
function inTurns(updates: Stored["updates"]): Turn[] {
  const turns: (Turn & { readonly beat: number })[] = [];
  for (const { beat, personId, at, bytes } of updates) {
    const last = turns.at(-1);
    if (last?.beat === beat && last.personId === personId) last.rows.push(bytes);
    else turns.push({ beat, personId, at, rows: [bytes] });
  }
  return turns;
}
