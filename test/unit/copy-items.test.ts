/** Beginning from an earlier statement: what comes along, what stays behind, and what links stand on. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { copyItems } from "../../server/exchange/elsewhere/copy-items.ts";
import { itemOfNew } from "../../server/exchange/starting/item-of-new.ts";
import { beginFromPoint, type Beginning } from "../../server/exchange/starting/starting-point.ts";
import { earlierPoint } from "../../server/exchange/starting/starting-points.ts";
import { coverageOf } from "../../shared/coverage.ts";
import { defaultPriorityWords } from "../../shared/item-kinds.ts";
import { addItem, itemHasWords, readItems, type Item } from "../../shared/items.ts";
import type { RecordState } from "../../shared/record-state.ts";
import { richTextFromPlain } from "../../shared/rich-text.ts";
import { fingerprintOf } from "../../shared/seen.ts";
import type { WholeStatement } from "../../shared/whole-statement.ts";
import { someText } from "./a-rich-text.ts";
import { item, link, recordOf } from "./coverage-world.ts";
import { countingIds, foldDrafts, priya } from "./starting-world.ts";

const need = item("n1", "need", "report a leak");
const form = item("r1", "requirement", "The supplier provides a form.");
const reworded = item("r1", "requirement", "The supplier provides a paper form.");

function whole(items: readonly Item[], record: RecordState): WholeStatement {
  return {
    statementId: "old",
    title: "Housing repairs 2025",
    priorityWords: defaultPriorityWords,
    items,
    record,
    at: "2026-05-14T09:00:00.000Z",
    version: null,
  };
}

/** The new statement as everybody reads it. */
function begun(from: WholeStatement): { items: Item[]; record: RecordState; beginning: Beginning } {
  const beginning = beginFromPoint(earlierPoint(from, "camden"), priya, countingIds());
  const doc = new Y.Doc();
  for (const made of beginning.items) addItem(doc, made);
  return { items: readItems(doc), record: foldDrafts(beginning.drafts), beginning };
}

describe("an item", () => {
  it("knows what it was called and where it came from", () => {
    const record = { ...recordOf([]), references: new Map([["r1", "R-12"]]) };
    const { items } = begun(whole([form], record));
    expect(items.map(({ origin }) => origin)).toEqual([
      { title: "Housing repairs 2025", reference: "R-12", statementId: "old", itemId: "r1" },
    ]);
  });

  it("is left behind when it was taken out or has no words", () => {
    const out = item("r2", "requirement", "Fax.", { removed: true });
    const empty = item("r3", "requirement", "");
    expect(begun(whole([out, empty, form], recordOf([]))).items).toHaveLength(1);
  });

  it("leaves working notes behind", () => {
    const noted = { ...form, notes: richTextFromPlain("Ask Grace first.") };
    expect(JSON.stringify(begun(whole([noted], recordOf([]))).beginning)).not.toContain("Grace");
  });

  it("keeps who raised it where their name is known, and what differs for them", () => {
    const raised: Item = {
      ...form,
      raisedBy: ["hackney", "some-trust"],
      variations: [
        { key: "hackney:a", boroughId: "hackney", text: richTextFromPlain("By phone too.") },
        { key: "some-trust:b", boroughId: "some-trust", text: richTextFromPlain("By fax.") },
      ],
    };
    const [copied] = begun(whole([raised], recordOf([]))).items;
    expect(copied?.raisedBy).toEqual(["hackney"]);
    expect(copied?.variations.map(({ boroughId }) => boroughId)).toEqual(["hackney"]);
  });
});

describe("a link", () => {
  it("comes along, made by whoever begins, with its reason", () => {
    const thread = link(form, need, "partly");
    const meets = thread.meets && { ...thread.meets, because: "Only by day." };
    const { items, record } = begun(whole([need, form], recordOf([{ ...thread, meets }])));
    const [link1] = coverageOf(items, record).items[0]?.links ?? [];
    expect(link1).toMatchObject({ how: "partly", because: "Only by day.", state: "counts" });
  });

  it("that stood on other words is still shown as changed", () => {
    const { items, record } = begun(whole([need, reworded], recordOf([link(form, need, "fully")])));
    expect(coverageOf(items, record).needs).toMatchObject({ changed: 1, covered: 0 });
  });

  it("stays behind when it was taken back, or when one end stays behind", () => {
    const out = item("r2", "requirement", "Fax.", { removed: true });
    const links = [link(form, need, "fully", true), link(out, need, "fully")];
    const { record } = begun(whole([need, form, out], recordOf(links)));
    expect(record.threads.size).toBe(0);
  });
});

it("brings comments, positions and decisions of nobody along", () => {
  const old = recordOf([], ["n1"], ["r1"]);
  const { beginning, record } = begun(whole([need, form], old));
  expect(new Set(beginning.drafts.map(({ type }) => type))).toEqual(
    new Set(["begin-from", "give-references"]),
  );
  expect([record.leftOut.size, record.needsNone.size]).toEqual([0, 0]);
});

it("copies every text as it is, in its order, and the needs stand as they stood", () => {
  const kind = fc.constantFrom("need", "requirement", "outcome");
  const said = fc.record({ kind, text: someText, removed: fc.boolean() });
  const links = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 8 });
  fc.assert(
    fc.property(fc.array(said, { maxLength: 10 }), links, (texts, pairs) => {
      const items = texts.map(({ kind: of, text, removed }, at): Item => {
        const made = item(`i${at}`, of, "x", { removed });
        const [name = ""] = Object.keys(made.fields);
        return { ...itemOfNew({ ...made, fields: { [name]: text } }), removed: made.removed };
      });
      const threads = pairs.flatMap(([from, to], at) => {
        const [requirement, wanted] = [items[from], items[to]];
        if (!requirement || !wanted) return [];
        // A link to what nobody wrote in, or has emptied since, stays behind with it.
        const bothSay = itemHasWords(requirement) && itemHasWords(wanted);
        return bothSay && requirement.kind === "requirement" && wanted.kind !== "requirement"
          ? [link(requirement, wanted, "fully", false, `l${at}`)]
          : [];
      });
      const before = whole(items, recordOf(threads));
      const after = begun(before);
      const kept = copyItems(before, { maker: "camden" }).items;
      const sources = new Map(items.map((source) => [source.id, fingerprintOf(source)]));
      expect(after.items.map((read) => fingerprintOf(read))).toEqual(
        kept.map(({ from }) => sources.get(from)),
      );
      expect(after.items.map(({ origin }) => origin?.itemId)).toEqual(kept.map(({ from }) => from));
      const { needs } = coverageOf(after.items, after.record);
      const then = coverageOf(items, before.record).needs;
      expect([needs.covered, needs.partly]).toEqual([then.covered, then.partly]);
    }),
    { numRuns: 100 },
  );
});
