/** What is covered is kept up in the page: worked out when typing rests, and not for each key. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { LiveItemStore } from "../../client/connection/item-store.ts";
import { LiveRecordStore } from "../../client/connection/record-store.ts";
import { RestedStore } from "../../client/connection/rested-store.ts";
import { KeptCoverage, type Coverage } from "../../shared/coverage.ts";
import type { Member } from "../../shared/access.ts";
import { meetNeed } from "../../shared/commands/meet-need.ts";
import { sealEntry } from "../../shared/entry.ts";
import { addItem, fragmentOf } from "../../shared/items.ts";
import { richTextFromPlain } from "../../shared/rich-text.ts";
import { noTextToKeep } from "./no-text-to-keep.ts";

const member: Member = {
  personId: "p",
  name: "Priya",
  boroughId: "b",
  boroughName: "Camden",
  role: "lead",
  agrees: false,
};

let doc: Y.Doc;
let items: LiveItemStore;
let record: LiveRecordStore;
let store: RestedStore<Coverage>;

beforeEach(() => {
  vi.useFakeTimers();
  doc = new Y.Doc();
  addItem(doc, {
    id: "n1",
    kind: "need",
    order: "a0V",
    fields: { iNeed: richTextFromPlain("report a leak") },
  });
  addItem(doc, {
    id: "r1",
    kind: "requirement",
    order: "a1V",
    fields: { statement: richTextFromPlain("A form.") },
  });
  items = new LiveItemStore(doc);
  record = new LiveRecordStore();
  store = new RestedStore({ items, record }, () => new KeptCoverage());
});

afterEach(() => {
  items.close();
  vi.useRealTimers();
});

function linkThem(): void {
  const state = record.state();
  const draft = meetNeed.decide(
    { anchor: { itemId: "r1" }, needId: "n1", how: "fully" },
    {
      member,
      record: state,
      item: (id) => items.item(id),
      textToKeep: noTextToKeep,
      newId: () => "link",
    },
  );
  const seal = { statementId: "s", at: "2026-05-14T09:00:00.000Z", personId: "p", boroughId: "b" };
  record.take([sealEntry(state.head, draft, seal)]);
}

function types(letter: string): void {
  const text = fragmentOf(doc, "r1", "statement")?.get(0);
  const node = text instanceof Y.XmlElement ? text.get(0) : null;
  if (node instanceof Y.XmlText) node.insert(0, letter);
  items.flush();
}

it("shows a link at once, and a change of the words when typing has rested", () => {
  let told = 0;
  store.subscribe(() => (told += 1));
  linkThem();
  vi.advanceTimersByTime(0);
  expect([store.now().needs.covered, told]).toEqual([1, 1]);

  for (const letter of "hello") {
    types(letter);
    vi.advanceTimersByTime(150);
  }
  expect([store.now().needs.covered, told]).toEqual([1, 1]);
  vi.advanceTimersByTime(400);
  expect([store.now().needs.changed, told]).toEqual([1, 2]);
});

it("does not wait for ever while somebody never stops typing", () => {
  store.subscribe(() => {});
  linkThem();
  vi.advanceTimersByTime(0);
  for (let key = 0; key < 20; key += 1) {
    types("x");
    vi.advanceTimersByTime(150);
  }
  expect(store.now().needs.changed).toBe(1);
});

it("tells nobody when nothing that counts has changed", () => {
  let told = 0;
  store.subscribe(() => (told += 1));
  const before = store.now();
  types("x");
  vi.advanceTimersByTime(500);
  expect(told).toBe(0);
  expect(store.now()).toBe(before);
});

it("works nothing out while nobody looks, and is right again for who looks next", () => {
  const stop = store.subscribe(() => {});
  stop();
  expect(vi.getTimerCount()).toBe(0);
  linkThem();
  types("x");
  vi.advanceTimersByTime(5_000);
  const stopAgain = store.subscribe(() => {});
  expect(store.now().needs.changed).toBe(1);
  stopAgain();
});
