/**
 * Finds the items whose words are most like some others. Promises to look at a few candidates only,
 * chosen by the rare words that they share, so that 10,000 rows against 2,000 items take seconds.
 */
import type { Item } from "../../../shared/items.ts";
import { likeness } from "../../../shared/resemblance.ts";
import { ownWordsOf } from "./words-of.ts";

/** From this likeness on, somebody is asked whether it is the same. Resemblance of a passage begins at one half. */
const askedFrom = 0.6;
/** Candidates whose letters are compared. */
const compared = 8;
/** Shown to whoever is asked. */
const offered = 3;
/** A word that stands in more items than this tells nothing. */
const mostItems = 60;

export class AlikeItems {
  readonly #items: readonly { readonly item: Item; readonly words: string }[];
  readonly #placesByWord = new Map<string, number[]>();

  constructor(items: readonly Item[]) {
    this.#items = items.map((item) => ({ item, words: ownWordsOf(item) }));
    for (const [place, { words }] of this.#items.entries()) {
      for (const word of new Set(wordsIn(words))) {
        const places = this.#placesByWord.get(word);
        if (places) places.push(place);
        else this.#placesByWord.set(word, [place]);
      }
    }
  }

  /** Items of that kind with words like these, the likeliest first; those that `isTaken` are left out. */
  find(kind: string, words: string, isTaken: (item: Item) => boolean): Item[] {
    const shared = new Map<number, number>();
    for (const word of new Set(wordsIn(words))) {
      const places = this.#placesByWord.get(word) ?? [];
      if (places.length > mostItems) continue;
      for (const place of places) shared.set(place, (shared.get(place) ?? 0) + 1 / places.length);
    }
    return [...shared]
      .toSorted((a, b) => b[1] - a[1])
      .flatMap(([place]) => this.#items[place] ?? [])
      .filter(({ item }) => item.kind === kind && !isTaken(item))
      .slice(0, compared)
      .map(({ item, words: theirs }) => ({ item, like: likeness(words, theirs) }))
      .filter(({ like }) => like >= askedFrom)
      .toSorted((a, b) => b.like - a.like)
      .slice(0, offered)
      .map(({ item }) => item);
  }
}

function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [];
}
