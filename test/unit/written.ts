/** A statement that several people write in, and the story that its rows come to. */
import * as Y from "yjs";
import { replayEdits } from "../../server/history/text-edits.ts";
import type { StoredEdit } from "../../server/store/history-store.ts";
import { addItem, fragmentOf, itemsOf } from "../../shared/items.ts";

interface Row {
  readonly beat: number;
  readonly part: number;
  readonly personId: string;
  readonly at: string;
  readonly bytes: Uint8Array;
}

/** Each change is a row, as the journal keeps it. */
export class Written {
  readonly doc = new Y.Doc();
  readonly rows: Row[] = [];
  #minute = 0;

  constructor() {
    addItem(this.doc, { id: "r1", kind: "requirement", order: "a1", priority: "must" });
    addItem(this.doc, { id: "r2", kind: "requirement", order: "a2", priority: "must" });
    this.rows.push(this.#row("ada", Y.encodeStateAsUpdate(this.doc)));
  }

  /** Minutes go by. */
  wait(minutes: number): void {
    this.#minute += minutes;
  }

  act(personId: string, change: (doc: Y.Doc) => void): void {
    this.doc.once("update", (bytes: Uint8Array) => this.rows.push(this.#row(personId, bytes)));
    this.doc.transact(() => change(this.doc));
  }

  types(personId: string, words: string, itemId = "r1"): void {
    this.act(personId, () => {
      const text = textOf(this.doc, itemId);
      text.insert(text.length, words);
    });
  }

  takesOut(personId: string, letters: number, itemId = "r1"): void {
    this.act(personId, () => {
      const text = textOf(this.doc, itemId);
      const count = Math.min(letters, text.length);
      text.delete(text.length - count, count);
    });
  }

  sets(personId: string, key: string, value: unknown, itemId = "r1"): void {
    this.act(personId, () => itemsOf(this.doc).get(itemId)?.set(key, value));
  }

  /** The whole story, with snapshots made after these numbers of rows. */
  story(cuts: readonly number[] = []): StoredEdit[] {
    let kept: StoredEdit[] = [];
    let snapshot: Uint8Array | null = null;
    let from = 0;
    for (const to of [...cuts, this.rows.length].toSorted((a, b) => a - b)) {
      const { doc, edits } = replayEdits({ snapshot, updates: this.rows.slice(from, to) }, kept);
      kept = keep(kept, edits);
      snapshot = Y.encodeStateAsUpdate(doc);
      from = to;
    }
    return kept;
  }

  #row(personId: string, bytes: Uint8Array): Row {
    const at = new Date(Date.UTC(2026, 4, 14, 9, this.#minute)).toISOString();
    return { beat: this.rows.length + 1, part: 0, personId, at, bytes };
  }
}

/** As the store does: what went on is changed, what is new comes last. */
function keep(kept: readonly StoredEdit[], edits: readonly StoredEdit[]): StoredEdit[] {
  const all = kept.map((edit) => edits.find(({ id }) => id === edit.id) ?? edit);
  for (const edit of edits) if (edit.id === null) all.push({ ...edit, id: all.length + 1 });
  return all;
}

function textOf(doc: Y.Doc, itemId: string): Y.XmlText {
  const block = fragmentOf(doc, itemId, "statement")?.get(0);
  const text = block instanceof Y.XmlElement ? block.get(0) : null;
  if (!(text instanceof Y.XmlText)) throw new Error(`${itemId} has no text`);
  return text;
}
