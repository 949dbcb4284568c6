/**
 * Somebody who works at random in a live page. Every word they type is unique, so that it can be
 * found afterwards; they type between words, never inside another's.
 */
import { int32, oneOf, type PRNG as Prng } from "lib0/prng";
import * as Y from "yjs";
import { itemKinds, mainField, type ItemKind } from "../../../shared/item-kinds.ts";
import { addItem, fragmentOf, itemsOf, readItems } from "../../../shared/items.ts";
import { orderBetween } from "../../../shared/order.ts";
import { LivePage, type Where } from "./live-page.ts";

/** A word and where it was typed. */
export interface Typed {
  readonly word: string;
  readonly itemId: string;
  readonly field: string;
  /** Number of the page's change that brought it. */
  readonly change: number;
}

const kinds: readonly ItemKind[] = ["section", "text", "outcome", "need", "requirement"];

export class AWriter {
  readonly name: string;
  readonly page: LivePage;
  readonly typed: Typed[] = [];
  /** Words that somebody took out on purpose. */
  readonly takenOut = new Set<string>();
  readonly did: Record<string, number> = {};
  readonly #random: Prng;
  #count = 0;

  constructor(name: string, random: Prng, where: Where) {
    this.name = name;
    this.#random = random;
    this.page = new LivePage(where);
  }

  /** Words that the server said are saved. */
  saved(): Typed[] {
    return this.typed.filter(({ change }) => change <= this.page.savedChanges);
  }

  get hasAllSaved(): boolean {
    return this.page.isSynced && this.page.savedChanges === this.page.changes;
  }

  /** Does one thing. */
  acts(): void {
    const items = readItems(this.page.doc).map(({ id }) => id);
    const dice = int32(this.#random, 0, 99);
    const itemId = items.length > 0 ? oneOf(this.#random, items) : null;
    if (itemId === null || (dice < 6 && items.length < 60)) this.#adds();
    else if (dice < 78) this.#types(itemId);
    else if (dice < 84) this.#takesOut(itemId);
    else if (dice < 92) this.#changes(itemId, "move", "order", this.#order(items));
    else if (dice < 96) this.#changes(itemId, "remove", "removed", { why: "Not now" });
    else this.#changes(itemId, "put back", "removed", null);
  }

  #adds(): void {
    const id = `${this.name}-${this.#count}-${int32(this.#random, 0, 2 ** 30)}`;
    this.#count += 1;
    const { doc } = this.page;
    const order = this.#order(readItems(doc).map((item) => item.id));
    doc.transact(() => addItem(doc, { id, kind: oneOf(this.#random, [...kinds]), order }));
    this.#counts("add");
  }

  #types(itemId: string): void {
    const kind = itemsOf(this.page.doc).get(itemId)?.get("kind") as ItemKind;
    const fields = itemKinds[kind].fields.map(({ name }) => name);
    const field = int32(this.#random, 0, 1) === 0 ? mainField(kind) : oneOf(this.#random, fields);
    const text = textOf(this.page.doc, itemId, field);
    const gaps = gapsIn(plainOf(text));
    const word = `${this.name}${this.#count}`;
    this.#count += 1;
    text.insert(oneOf(this.#random, gaps), ` ${word} `);
    this.typed.push({ word, itemId, field, change: this.page.changes });
    this.#counts("type");
  }

  /** Takes a whole word out of the item's main field. */
  #takesOut(itemId: string): void {
    const kind = itemsOf(this.page.doc).get(itemId)?.get("kind") as ItemKind;
    const text = textOf(this.page.doc, itemId, mainField(kind));
    const words = [...plainOf(text).matchAll(/\S+/g)];
    if (words.length === 0) return;
    const { 0: word, index } = oneOf(this.#random, words);
    this.takenOut.add(word);
    text.delete(index, word.length);
    this.#counts("take out");
  }

  #changes(itemId: string, what: string, key: string, value: unknown): void {
    itemsOf(this.page.doc).get(itemId)?.set(key, value);
    this.#counts(what);
  }

  #order(items: readonly string[]): string {
    const place = int32(this.#random, 0, items.length);
    const orderAt = (index: number): string | null => {
      const order: unknown = itemsOf(this.page.doc)
        .get(items[index] ?? "")
        ?.get("order");
      return typeof order === "string" ? order : null;
    };
    const tail = String(int32(this.#random, 1_000, 9_999));
    return orderBetween(orderAt(place - 1), orderAt(place), tail);
  }

  #counts(what: string): void {
    this.did[what] = (this.did[what] ?? 0) + 1;
  }
}

/** The words of every field of a document: where each is, as `item/field`, once for each time it is there. */
export function wordsOf(doc: Y.Doc): Map<string, string[]> {
  const places = new Map<string, string[]>();
  for (const { id, fields } of readItems(doc)) {
    for (const field of Object.keys(fields)) {
      for (const [word] of plainOf(textOf(doc, id, field)).matchAll(/\S+/g)) {
        places.set(word, [...(places.get(word) ?? []), `${id}/${field}`]);
      }
    }
  }
  return places;
}

function textOf(doc: Y.Doc, itemId: string, field: string): Y.XmlText {
  const paragraph = fragmentOf(doc, itemId, field)?.get(0);
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
  if (!(text instanceof Y.XmlText)) throw new Error(`${itemId} has no ${field}`);
  return text;
}

function plainOf(text: Y.XmlText): string {
  return String(text.toString());
}

/** Where no word is cut in two. */
function gapsIn(text: string): number[] {
  const gaps: number[] = [];
  for (let index = 0; index <= text.length; index += 1) {
    const isGap = /\s/.test(text[index - 1] ?? " ") && /\s/.test(text[index] ?? " ");
    if (isGap) gaps.push(index);
  }
  return gaps.length > 0 ? gaps : [0];
}
