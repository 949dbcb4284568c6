/** The page's items as plain data: what it says must be what is in the document, for the price of what changed. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { LiveItemStore } from "../../client/connection/item-store.ts";
import { localAct } from "../../client/connection/local-act.ts";
import { allKinds, type ItemKind } from "../../shared/item-kinds.ts";
import {
  aboutOf,
  addItem,
  addVariation,
  fragmentOf,
  itemsOf,
  readItems,
} from "../../shared/items.ts";
import { variationKey } from "../../shared/variations.ts";
import { mainField } from "../../shared/item-kinds.ts";
import { orderBetween } from "../../shared/order.ts";

function statementOf(count: number): Y.Doc {
  const doc = new Y.Doc();
  let order: string | null = null;
  doc.transact(() => {
    for (let index = 0; index < count; index += 1) {
      order = orderBetween(order, null, "a");
      addItem(doc, { id: `item-${index}`, kind: "requirement", order });
    }
  });
  return doc;
}

function write(doc: Y.Doc, itemId: string, words: string): void {
  const kind = itemsOf(doc).get(itemId)?.get("kind") as ItemKind;
  const paragraph = fragmentOf(doc, itemId, mainField(kind))?.get(0);
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
  if (text instanceof Y.XmlText) text.insert(0, words);
}

test("a change to one item gives that item alone a new identity", () => {
  const doc = statementOf(100);
  const store = new LiveItemStore(doc);
  const before = store.order().map((id) => store.item(id));
  const order = store.order();
  const told: string[] = [];
  for (const id of order) store.subscribeItem(id, () => told.push(id));

  write(doc, "item-42", "Let a tenant report a repair");
  store.flush();

  const after = store.order().map((id) => store.item(id));
  expect(after.filter((item, index) => item !== before[index])).toEqual([store.item("item-42")]);
  expect(store.order()).toBe(order);
  expect(told).toEqual(["item-42"]);
});

test("a field that says the same keeps its identity when another field changes", () => {
  const doc = statementOf(1);
  const store = new LiveItemStore(doc);
  const before = store.item("item-0");
  write(doc, "item-0", "words");
  store.flush();
  const after = store.item("item-0");
  expect(after?.fields["statement"]).not.toBe(before?.fields["statement"]);
  expect(after?.fields["measure"]).toBe(before?.fields["measure"]);
});

test("what differs for a borough keeps its identity when something else changes", () => {
  const doc = statementOf(1);
  const key = variationKey("hackney", "a");
  addVariation(doc, "item-0", key);
  const store = new LiveItemStore(doc);
  const before = store.item("item-0")?.variations[0];
  write(doc, "item-0", "words");
  store.flush();
  expect(store.item("item-0")?.variations[0]).toBe(before);
});

test("what is written and taken back before the next frame changes nothing and tells nobody", () => {
  const doc = statementOf(3);
  const store = new LiveItemStore(doc);
  const before = store.item("item-1");
  let told = 0;
  store.subscribe(() => (told += 1));
  const map = itemsOf(doc).get("item-1");
  map?.set("priority", "must");
  map?.set("priority", null);
  store.flush();
  expect(store.item("item-1")).toBe(before);
  expect(told).toBe(0);
});

test("moving an item changes the order; a listener that left is not told", () => {
  const doc = statementOf(3);
  const store = new LiveItemStore(doc);
  let told = 0;
  const stop = store.subscribe(() => (told += 1));
  itemsOf(doc)
    .get("item-2")
    ?.set("order", orderBetween(null, store.item("item-0")?.order ?? null, "b"));
  store.flush();
  expect(store.order()).toEqual(["item-2", "item-0", "item-1"]);
  stop();
  aboutOf(doc).set("title", "Housing repairs");
  store.flush();
  expect(told).toBe(1);
  expect(store.title()).toBe("Housing repairs");
});

test("an item that moves in a large statement is spliced in where it belongs, and one row is told", () => {
  const count = 2_000;
  const doc = statementOf(count);
  const store = new LiveItemStore(doc);
  const told: string[] = [];
  for (const id of store.order()) store.subscribeItem(id, () => told.push(id));
  const orderOf = (id: string): string => store.item(id)?.order ?? "";
  const moves = [
    ["item-1500", orderBetween(orderOf("item-3"), orderOf("item-4"), "m")],
    ["item-7", orderBetween(orderOf(`item-${count - 1}`), null, "m")],
    ["item-900", orderBetween(null, orderOf("item-0"), "m")],
  ] as const;
  for (const [id, order] of moves) {
    itemsOf(doc).get(id)?.set("order", order);
    store.flush();
    expect(store.order()).toEqual(readItems(doc).map((item) => item.id));
  }
  expect(store.order().indexOf("item-1500")).toBe(store.order().indexOf("item-3") + 1);
  expect(told).toEqual(["item-1500", "item-7", "item-900"]);
});

test("changes are read by themselves before the next frame is painted", async () => {
  const doc = statementOf(1);
  const store = new LiveItemStore(doc);
  const told = new Promise<void>((resolve) => {
    store.subscribeItem("item-0", resolve);
  });
  itemsOf(doc).get("item-0")?.set("priority", "must");
  expect(store.item("item-0")?.priority).toBeNull();
  await told;
  expect(store.item("item-0")?.priority).toBe("must");
});

/** One thing that one of two people does. */
const act = fc.record({
  who: fc.constantFrom(0, 1),
  what: fc.constantFrom("add", "write", "move", "priority", "remove", "damage", "title"),
  kind: fc.constantFrom(...allKinds),
  at: fc.nat(30),
  to: fc.nat(30),
  tail: fc.stringMatching(/^[a-z]{3}$/),
});

type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

function perform(doc: Y.Doc, { what, kind, at, to, tail }: Act): void {
  const items = readItems(doc);
  const item = items[at % Math.max(items.length, 1)];
  const map = item && itemsOf(doc).get(item.id);
  const place = items[to % Math.max(items.length, 1)]?.order ?? null;
  const order = (): string => orderBetween(place, null, tail);
  doc.transact(() => {
    if (what === "add") addItem(doc, { id: `${tail}-${at}-${to}`, kind, order: order() });
    else if (what === "title") aboutOf(doc).set("title", tail);
    else if (!item || !map) return;
    else if (what === "write") write(doc, item.id, tail);
    else if (what === "move") map.set("order", order());
    else if (what === "priority") map.set("priority", to % 2 === 0 ? "must" : "could");
    else if (what === "remove") map.set("removed", to % 2 === 0 ? { why: tail } : null);
    else if (to % 4 === 0) itemsOf(doc).delete(item.id);
    else map.set("order", 7);
  }, localAct);
}

test("after any acts of two people the items read bit by bit are the items read whole", () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(act, { maxLength: 12 }), { minLength: 1, maxLength: 12 }),
      (frames) => {
        const docs = [new Y.Doc(), new Y.Doc()] as const;
        const store = new LiveItemStore(docs[0]);
        for (const frame of frames) {
          const before = new Map(store.order().map((id) => [id, store.item(id)]));
          for (const one of frame) perform(docs[one.who === 0 ? 0 : 1], one);
          Y.applyUpdate(docs[0], Y.encodeStateAsUpdate(docs[1]));
          Y.applyUpdate(docs[1], Y.encodeStateAsUpdate(docs[0]));
          store.flush();
          const whole = readItems(docs[0]);
          expect(store.order()).toEqual(whole.map((item) => item.id));
          for (const item of whole) {
            expect(store.item(item.id)).toEqual(item);
            const known = before.get(item.id);
            // An item that says the same is the same.
            if (known && JSON.stringify(known) === JSON.stringify(item))
              expect(store.item(item.id)).toBe(known);
          }
        }
        store.close();
      },
    ),
    { numRuns: 300 },
  );
});
