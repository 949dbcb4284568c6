/**
 * Somebody in the soak: types words letter by letter, takes words out, pastes, adds items, comments, loses the network
 * and goes on writing, closes the page and opens it again. Every word they write is theirs alone, so that it can be
 * found afterwards; they write between words, never inside another's.
 */
import { setTimeout as sleep } from "node:timers/promises";
import * as Y from "yjs";
import { addItem, itemsOf, readItems } from "../../shared/items.ts";
import { orderBetween } from "../../shared/order.ts";
import { richTextFromPlain } from "../../shared/rich-text.ts";
import type { Ticket } from "../driver/plan.ts";
import type { Random } from "../driver/random.ts";
import { firstText } from "../seed/large-text.ts";
import { LightPage } from "../light-page.ts";

/** What all of them share. */
export interface Company {
  readonly random: Random;
  readonly did: Record<string, number>;
  /** Words that somebody took out on purpose. */
  readonly takenOut: Set<string>;
  readonly closed: string[];
  /** Starts a conversation about an item. @returns whether the server took it */
  comment(ticket: Ticket, itemId: string, words: string): Promise<boolean>;
}

const letterMs = 200;
const longestField = 3_000;
const mostItems = 400;
const patienceMs = 30_000;

export class Soaker {
  page: LightPage;
  /** Words that the server said are saved. */
  readonly savedWords: string[] = [];
  /** Comments that the server took. */
  readonly comments: string[] = [];
  readonly #name: string;
  readonly #ticket: Ticket;
  readonly #company: Company;
  /** Words of this page, with the number of the change that completed each. */
  #typed: { readonly word: string; readonly change: number }[] = [];
  #count = 0;

  constructor(name: string, ticket: Ticket, company: Company) {
    this.#name = name;
    this.#ticket = ticket;
    this.#company = company;
    this.page = new LightPage(ticket);
  }

  /** Goes on until it is told that it is over; comes back online first, and sees everything saved. */
  async live(isOver: () => boolean): Promise<void> {
    await sleep(this.#between(0, 20_000));
    await this.#comeIn();
    while (!isOver()) {
      // A server may have taken a page that did not answer for gone.
      await this.#comeIn();
      await this.#act();
      this.#noteSaved();
      await sleep(this.#between(2_000, 12_000));
    }
    await this.#comeIn();
    const untilMs = performance.now() + patienceMs;
    while (!this.page.isAllSaved && performance.now() < untilMs) await sleep(50);
    this.#noteSaved();
  }

  async #act(): Promise<void> {
    const dice = this.#company.random() * 100;
    if (dice < 72) await this.#types();
    else if (dice < 80) this.#takesOut();
    else if (dice < 84) this.#pastes();
    else if (dice < 86) this.#adds();
    else if (dice < 91) await this.#comments();
    else if (dice < 95) await this.#goesOffline();
    else await this.#leavesAndComesBack();
  }

  async #comeIn(): Promise<void> {
    while (!this.page.isOnline) {
      try {
        await this.page.connect();
      } catch {
        await sleep(this.#between(200, 1_000));
      }
    }
  }

  /** A word, letter by letter. */
  async #types(): Promise<void> {
    this.page.applyIncoming();
    const text = this.#somewhere();
    if (!text) return;
    const word = this.#newWord();
    const from = oneOf(this.#company.random, gapsIn(plainOf(text)));
    const caretAt = (index: number): Y.RelativePosition =>
      Y.createRelativePositionFromTypeIndex(text, index, -1);
    // Spaces around it, so that nobody else's word ever touches it.
    text.insert(from, `  ${word[0] ?? ""}  `);
    let caret = caretAt(from + 3);
    for (const letter of word.slice(1)) {
      await sleep(letterMs);
      const at = Y.createAbsolutePositionFromRelativePosition(caret, this.page.doc)?.index ?? 0;
      text.insert(at, letter);
      caret = caretAt(at + 1);
    }
    this.#wrote(word, "typed a word");
  }

  #takesOut(): void {
    this.page.applyIncoming();
    const text = this.#somewhere();
    // Whole ones: a word that somebody is still typing has no end yet.
    const words = text ? [...plainOf(text).matchAll(/(?<=\s\s)p\d+w\d+e(?=\s\s)/g)] : [];
    if (!text || words.length === 0) return;
    const { 0: word, index } = oneOf(this.#company.random, words);
    this.#company.takenOut.add(word);
    text.delete(index, word.length);
    this.#did("took a word out");
  }

  /** A paragraph of somebody else's document. */
  #pastes(): void {
    this.page.applyIncoming();
    const text = this.#somewhere();
    if (!text) return;
    const word = this.#newWord();
    const pasted = `  ${word}  ${"and the supplier must say so ".repeat(30)}`;
    text.insert(oneOf(this.#company.random, gapsIn(plainOf(text))), pasted);
    this.#wrote(word, "pasted a paragraph");
  }

  #adds(): void {
    this.page.applyIncoming();
    const { doc } = this.page;
    if (itemsOf(doc).size >= mostItems) return;
    const word = this.#newWord();
    const last = readItems(doc).at(-1)?.order ?? null;
    const tail = String(Math.floor(this.#company.random() * 9_000) + 1_000);
    doc.transact(() =>
      addItem(doc, {
        id: `soak-${word}`,
        kind: "requirement",
        order: orderBetween(last, null, tail),
        fields: { statement: richTextFromPlain(`  ${word}  `) },
      }),
    );
    this.#wrote(word, "added an item");
  }

  async #comments(): Promise<void> {
    const item = this.#item();
    // Commands go when the words they speak of are saved.
    if (item === null || !this.page.isOnline || !this.page.isAllSaved) return;
    const words = `Comment ${this.#newWord()}`;
    if (!(await this.#company.comment(this.#ticket, item, words))) return;
    this.comments.push(words);
    this.#did("commented");
  }

  /** The network is gone; they write on, and it comes back. */
  async #goesOffline(): Promise<void> {
    this.page.disconnect();
    this.#did("went offline");
    for (let time = 0; time < 3; time += 1) {
      await sleep(this.#between(1_000, 10_000));
      await this.#types();
    }
    await this.#comeIn();
  }

  /** Closes the page once all is saved, and opens it anew: with another Yjs client id. */
  async #leavesAndComesBack(): Promise<void> {
    const untilMs = performance.now() + patienceMs;
    while (!this.page.isAllSaved && performance.now() < untilMs) await sleep(50);
    this.#noteSaved();
    this.page.disconnect();
    this.#company.closed.push(...this.page.closed);
    this.page.doc.destroy();
    this.#typed = [];
    this.#did("closed the page and opened it again");
    await sleep(this.#between(1_000, 10_000));
    this.page = new LightPage(this.#ticket);
    await this.#comeIn();
  }

  #noteSaved(): void {
    if (!this.page.isOnline) return;
    const { saved } = this.page;
    for (const { word, change } of this.#typed) if (change <= saved) this.savedWords.push(word);
    this.#typed = this.#typed.filter(({ change }) => change > saved);
  }

  #wrote(word: string, what: string): void {
    this.#typed.push({ word, change: this.page.changes });
    this.#did(what);
  }

  #item(): string | null {
    const ids = [...itemsOf(this.page.doc).keys()];
    return ids.length === 0 ? null : oneOf(this.#company.random, ids);
  }

  /** The first field of some item that is not too long already. */
  #somewhere(): Y.XmlText | null {
    const id = this.#item();
    if (id === null) return null;
    const text = firstText(this.page.doc, id, "statement");
    return text.length > longestField ? null : text;
  }

  #newWord(): string {
    this.#count += 1;
    return `${this.#name}w${this.#count}e`;
  }

  #did(what: string): void {
    this.#company.did[what] = (this.#company.did[what] ?? 0) + 1;
  }

  #between(leastMs: number, mostMs: number): number {
    return leastMs + this.#company.random() * (mostMs - leastMs);
  }
}

export function plainOf(text: Y.XmlText): string {
  return text.toJSON();
}

/** Where no word is cut in two, and none touches another: the end at least, as all words come with spaces around them. */
function gapsIn(text: string): number[] {
  const gaps: number[] = [];
  for (let index = 0; index <= text.length; index += 1) {
    const isGap = /\s/.test(text[index - 1] ?? " ") && /\s/.test(text[index] ?? " ");
    if (isGap) gaps.push(index);
  }
  return gaps.length > 0 ? gaps : [text.length];
}

function oneOf<T>(random: Random, list: readonly T[]): T {
  const one = list[Math.floor(random() * list.length)];
  if (one === undefined) throw new Error("There is nothing to choose from.");
  return one;
}
