/**
 * Words that were written here and that the server will not take any more, because the person may no
 * longer write or was removed: offered as a copy to keep, and forgotten only when the person says so.
 */
import type * as Y from "yjs";
import { itemKinds } from "../../shared/item-kinds.ts";
import { itemsOf, readItem, type Item } from "../../shared/items.ts";
import { hasWords, plainText } from "../../shared/plain-text.ts";
import type { RichText } from "../../shared/rich-text.ts";
import { Listeners } from "./listeners.ts";

/** One field of an item as it stands on this computer. */
export interface LeftPassage {
  readonly itemId: string;
  /** "Requirement", "Requirement, measure". */
  readonly where: string;
  readonly text: string;
}

export interface LeftWords {
  /** The same array until it changes; empty when nothing is left. */
  passages(): readonly LeftPassage[];
  subscribe(listener: () => void): () => void;
  /** The person has kept what they want: forget the copy. */
  discard(): Promise<void>;
}

export class LiveLeftWords implements LeftWords {
  #passages: readonly LeftPassage[] = [];
  #forget: (() => Promise<void>)[] = [];
  #listeners = new Listeners();

  passages(): readonly LeftPassage[] {
    return this.#passages;
  }

  subscribe(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }

  /** @param forget called when the person has kept the words */
  async offer(passages: readonly LeftPassage[], forget: () => Promise<void>): Promise<void> {
    if (passages.length === 0) {
      await forget();
      return;
    }
    this.#passages = [...this.#passages, ...passages];
    this.#forget.push(forget);
    this.#listeners.tell();
  }

  async discard(): Promise<void> {
    const forget = this.#forget;
    this.#passages = [];
    this.#forget = [];
    this.#listeners.tell();
    for (const one of forget) await one();
  }
}

/**
 * What the fields of some items say in `doc`, leaving out those that say the same in `today`.
 * @param today the item as the server has it, or undefined where it does not
 */
export function gatherPassages(
  doc: Y.Doc,
  itemIds: readonly string[],
  today: (itemId: string) => Item | undefined,
): LeftPassage[] {
  return itemIds.flatMap((id) => {
    const item = readItem(id, itemsOf(doc).get(id));
    return item ? passagesOf(item, today(id)) : [];
  });
}

function passagesOf(item: Item, today: Item | undefined): LeftPassage[] {
  const kind = itemKinds[item.kind];
  const fields: (readonly [string, RichText, RichText | undefined])[] = kind.fields.flatMap(
    ({ name, label }) => {
      const text = item.fields[name];
      const where = label === kind.label ? label : `${kind.label}: ${label.toLowerCase()}`;
      return text ? [[where, text, today?.fields[name]] as const] : [];
    },
  );
  fields.push([`${kind.label}: working notes`, item.notes, today?.notes]);
  for (const { key, text } of item.variations) {
    const known = today?.variations.find((variation) => variation.key === key);
    fields.push([`${kind.label}: what differs for a borough`, text, known?.text]);
  }
  return fields.flatMap(([where, text, known]) => {
    const isKept = known !== undefined && plainText(known) === plainText(text);
    return hasWords(text) && !isKept ? [{ itemId: item.id, where, text: plainText(text) }] : [];
  });
}
