/**
 * Who changed which words, worked out from what is stored: the snapshot, then each person's rows in
 * turn. Costs a reading of each item for each row that touches it, so it belongs in a process of its own.
 */
import * as Y from "yjs";
import { itemsOf, readItem } from "../../shared/items.ts";
import { docOf } from "../../shared/stored-doc.ts";
import type { StoredEdit } from "../store/history-store.ts";
import type { ItemEdit, StoredText } from "../store/text-store.ts";
import { runsIn, touchedBy } from "../../shared/touched-items.ts";
import { changesBetween, partsOf, type ItemParts } from "./item-parts.ts";
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
  const items = itemsOf(doc);
  const partsNow = (id: string): ItemParts | null => partsOf(readItem(id, items.get(id)));
  const parts = new Map<string, ItemParts | null>();
  for (const id of items.keys()) parts.set(id, partsNow(id));

  const sittings = new Sittings(recent);
  const itemEdits = new Map<string, ItemEdit>();
  const take = ({ personId, at, rows }: Turn): void => {
    for (const bytes of rows) Y.applyUpdate(doc, bytes);
    const touched = new Set(rows.flatMap((bytes) => [...touchedBy(doc, runsIn(bytes))]));
    for (const itemId of touched) {
      itemEdits.set(itemId, { personId, at });
      const now = partsNow(itemId);
      for (const change of changesBetween(parts.get(itemId) ?? null, now))
        sittings.add(itemId, change, { personId, at });
      parts.set(itemId, now);
    }
  };
  const turns = inTurns(updates);
  for (let from = 0; from < turns.length; from += turnsAtOnce) {
    const some = turns.slice(from, from + turnsAtOnce);
    Y.transact(doc, () => some.forEach(take));
  }
  return { doc, itemEdits, edits: sittings.edits() };
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
