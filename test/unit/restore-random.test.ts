/** Whatever happened since: restoring a version gives its text back, and undoing that what was there. */
import fc from "fast-check";
import { expect, it } from "vitest";
import * as Y from "yjs";
import { evenOut } from "../../shared/even-text.ts";
import { allPriorities, itemKinds, mainField } from "../../shared/item-kinds.ts";
import {
  aboutOf,
  addItem,
  priorityWordsOf,
  readItems,
  titleOf,
  type Item,
  type NewItem,
} from "../../shared/items.ts";
import { hasWords } from "../../shared/plain-text.ts";
import { richTextFromPlain } from "../../shared/rich-text.ts";
import { writeItem, type WantedItem } from "../../shared/write-item.ts";
import type { TextThen } from "../../shared/text-then.ts";
import { parseText } from "../../server/versions/parse-text.ts";
import { changesBetween, type PartChange } from "../../shared/part-changes.ts";
import { planUndo } from "../../server/versions/plan-undo.ts";
import { writeParts } from "../../server/versions/write-parts.ts";
import { someText } from "./a-rich-text.ts";

const seed = Number(process.env["SEED"] ?? Math.floor(Math.random() * 2 ** 31));
const runs = { seed, numRuns: 100 };
const whyRemoved = "It is not in version 1, which was restored.";

const boroughs = ["camden", "hackney", "southwark"];
const order = fc.integer({ min: 100, max: 999 }).map((place) => `a${place}V`);
const kind = fc.constantFrom("section", "text", "outcome", "need", "requirement" as const);

const newItem: fc.Arbitrary<Omit<NewItem, "id">> = fc
  .tuple(kind, order, someText, someText, fc.subarray(boroughs))
  .map(([ofKind, place, words, notes, raisedBy]) => ({
    kind: ofKind,
    order: place,
    fields: { [mainField(ofKind)]: words },
    notes,
    raisedBy,
  }));

/** One change of an item, as people and the server make them. */
const wanted: fc.Arbitrary<(item: Item) => WantedItem> = fc.oneof(
  fc.tuple(fc.nat(), someText).map(([at, text]) => ({ kind: ofKind }: Item): WantedItem => {
    const { fields } = itemKinds[ofKind];
    return { fields: { [fields[at % fields.length]?.name ?? ""]: text } };
  }),
  fc
    .tuple(fc.constantFrom(...boroughs), fc.constantFrom("v1", "v2"), someText)
    .map(([boroughId, id, text]) => (): WantedItem => ({
      variations: [{ key: `${boroughId}:${id}`, boroughId, text }],
    })),
  fc.record({ priority: fc.constantFrom(null, ...allPriorities) }).map(always),
  fc.record({ raisedBy: fc.subarray(boroughs) }).map(always),
  fc.record({ level: fc.integer({ min: 1, max: 3 }) }).map(always),
  fc.record({ order }).map(always),
  fc.record({ removed: fc.constantFrom(null, { why: "Not now" }) }).map(always),
  fc.record({ notes: someText }).map(always),
  fc.record({ aliases: fc.subarray(["REQ-1", "4.2"]) }).map(always),
  fc.record({ extra: fc.constantFrom({}, { Owner: "IT" }) }).map(always),
);

function always(value: WantedItem): () => WantedItem {
  return () => value;
}

type Change =
  | { readonly add: Omit<NewItem, "id"> }
  | { readonly at: number; readonly change: (item: Item) => WantedItem }
  | { readonly title: string };

const changes: fc.Arbitrary<readonly Change[]> = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: fc.record({ at: fc.nat(), change: wanted }) },
    { weight: 2, arbitrary: fc.record({ add: newItem }) },
    { weight: 1, arbitrary: fc.record({ title: fc.constantFrom("Repairs", "Housing repairs") }) },
  ),
  { maxLength: 12 },
);

class AText {
  readonly doc = new Y.Doc();
  #added = 0;

  constructor(items: readonly Omit<NewItem, "id">[]) {
    aboutOf(this.doc).set("title", "Repairs");
    for (const item of items) this.#add(item);
  }

  does(list: readonly Change[]): void {
    for (const change of list) {
      if ("add" in change) this.#add(change.add);
      else if ("title" in change) aboutOf(this.doc).set("title", change.title);
      else {
        const items = readItems(this.doc);
        const item = items[change.at % items.length];
        if (item) this.doc.transact(() => writeItem(this.doc, item.id, change.change(item)));
      }
    }
  }

  now(): TextThen {
    const { doc } = this;
    return { title: titleOf(doc), priorityWords: priorityWordsOf(doc), items: readItems(doc) };
  }

  /** As a version keeps it. */
  keeps(): TextThen {
    return parseText(JSON.stringify(this.now()));
  }

  writes(parts: readonly PartChange[]): void {
    this.doc.transact(() => writeParts(this.doc, parts));
  }

  #add(item: Omit<NewItem, "id">): void {
    addItem(this.doc, { ...item, id: `i${(this.#added += 1)}` });
  }
}

/** What a text says, however its words lie in pieces; one that differs for a borough without words is not there. */
function says({ title, items }: TextThen): unknown {
  return {
    title,
    items: items.map((item) => ({
      ...item,
      fields: Object.fromEntries(
        Object.entries(item.fields).map(([name, text]) => [name, evenOut(text)]),
      ),
      notes: evenOut(item.notes),
      variations: item.variations
        .filter(({ text }) => hasWords(text))
        .map(({ key, text }) => ({ key, text: evenOut(text) })),
    })),
  };
}

const placeOf = ({ itemId, part }: PartChange): string => `${itemId} ${part}`;

const texts = fc.array(newItem, { minLength: 1, maxLength: 5 });

it(`gives exactly the text of the version back, and takes what came later out with a reason (seed ${seed})`, () => {
  fc.assert(
    fc.property(texts, changes, changes, (items, first, since) => {
      const text = new AText(items);
      text.does(first);
      const version = text.keeps();
      text.does(since);
      const before = text.now();
      text.writes(changesBetween(before, version, { of: "all", whyRemoved }));
      const ids = new Set(version.items.map(({ id }) => id));
      const now = text.now();
      expect(says({ ...now, items: now.items.filter(({ id }) => ids.has(id)) })).toEqual(
        says(version),
      );
      // Nothing is lost: what came later is there, with its words.
      const later = now.items.filter(({ id }) => !ids.has(id));
      expect(later.every(({ removed }) => removed !== null)).toBe(true);
      const laterBefore = before.items.filter(({ id }) => !ids.has(id));
      expect(later.map(({ fields }) => fields)).toEqual(laterBefore.map(({ fields }) => fields));
      // And restoring it again would change nothing.
      expect(changesBetween(now, version, { of: "all", whyRemoved })).toEqual([]);
    }),
    runs,
  );
});

it(`gives one item back and leaves all others and its place alone (seed ${seed})`, () => {
  fc.assert(
    fc.property(texts, changes, (items, since) => {
      const text = new AText(items);
      const version = text.keeps();
      text.does(since);
      const before = text.now();
      text.writes(changesBetween(before, version, { of: "item", itemId: "i1" }));
      const wantedItems = before.items.map((item) => {
        const then = version.items.find(({ id }) => id === item.id);
        return item.id === "i1" && then ? { ...then, order: item.order } : item;
      });
      expect(says(text.now())).toEqual(says({ ...before, items: wantedItems }));
    }),
    runs,
  );
});

it(`gives back by undoing what was there before the restore (seed ${seed})`, () => {
  fc.assert(
    fc.property(texts, changes, changes, (items, first, since) => {
      const text = new AText(items);
      text.does(first);
      const version = text.keeps();
      text.does(since);
      const before = text.keeps();
      const done = changesBetween(text.now(), version, { of: "all", whyRemoved });
      text.writes(done);
      const undone = planUndo(
        changesBetween(before, version, { of: "all", whyRemoved }),
        text.now(),
      );
      expect(undone.left).toEqual([]);
      text.writes(undone.changes);
      expect(says(text.now())).toEqual(says(before));
    }),
    runs,
  );
});

it(`leaves alone by undoing what somebody changed since the restore (seed ${seed})`, () => {
  fc.assert(
    fc.property(texts, changes, changes, changes, (items, first, since, after) => {
      const text = new AText(items);
      text.does(first);
      const version = text.keeps();
      text.does(since);
      const before = text.keeps();
      const done = changesBetween(before, version, { of: "all", whyRemoved });
      text.writes(done);
      const restored = text.now();
      text.does(after);
      const edited = text.now();
      const theirs = changesBetween(restored, edited, { of: "all", whyRemoved: "" });
      const undone = planUndo(done, edited);
      text.writes(undone.changes);
      // Each part that somebody changed says what they made of it.
      const back = changesBetween(text.now(), edited, { of: "all", whyRemoved: "" }).map(placeOf);
      const changed = new Set(theirs.filter(({ part }) => part !== "made").map(placeOf));
      expect(back.filter((place) => changed.has(place))).toEqual([]);
    }),
    runs,
  );
});

it("puts words back by the smallest change, so that comments and carets keep their place", () => {
  const text = new AText([
    { kind: "requirement", order: "a1V", fields: { statement: richTextFromPlain("Answer soon.") } },
  ]);
  const version = text.keeps();
  text.does([
    { at: 0, change: always({ fields: { statement: richTextFromPlain("Answer very soon.") } }) },
  ]);
  let bytes = 0;
  text.doc.on("update", (update: Uint8Array) => (bytes += update.length));
  text.writes(changesBetween(text.now(), version, { of: "all", whyRemoved }));
  expect(bytes).toBeLessThan(20);
});
