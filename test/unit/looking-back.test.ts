/** Looking back: the sentences a review begins with, and random statements against a plain count. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coverageOf } from "../../shared/coverage.ts";
import { defaultPriorityWords, type Priority } from "../../shared/item-kinds.ts";
import type { Item } from "../../shared/items.ts";
import { allMet, countAll, lookBack, metOf } from "../../shared/looking-back.ts";
import { lookingBackSentences } from "../../shared/looking-back-words.ts";
import type { Thread } from "../../shared/thread.ts";
import { item, link, recordOf } from "./coverage-world.ts";

const leak = item("n1", "need", "report a leak");
const visit = item("n2", "need", "choose a visit", { priority: "should" });
const news = item("n3", "need", "hear what happens");
const calls = item("o1", "outcome", "Fewer people call.", { priority: null });
const form = item("r1", "requirement", "The supplier provides a form.");
const phone = item("r2", "requirement", "The supplier answers the phone.");
const newForm = item("r1", "requirement", "The supplier provides a paper form.");
const removed = item("r1", "requirement", "The supplier provides a form.", { removed: true });
const words = { ...defaultPriorityWords, must: "Essential" };

interface Row {
  readonly when: string;
  readonly items: readonly Item[];
  readonly links?: readonly Thread[];
  readonly leftOut?: readonly string[];
  readonly needsNone?: readonly string[];
  readonly words?: Readonly<Record<Priority, string>>;
  readonly says: readonly string[];
}

const rows: readonly Row[] = [
  { when: "nothing is written", items: [], says: [] },
  {
    when: "nothing meets the only need",
    items: [leak],
    says: ["1 of 1 need is met by no requirement; it is a must-have."],
  },
  {
    when: "some are met",
    items: [leak, visit, news, form],
    links: [link(form, visit, "partly")],
    says: ["2 of 3 needs are met by no requirement; 2 of them are must-haves.", "1 is met partly."],
  },
  {
    when: "only what matters less is missing",
    items: [leak, visit, form],
    links: [link(form, leak, "fully")],
    says: ["1 of 2 needs is met by no requirement.", "1 is met fully."],
  },
  {
    when: "the statement has a word of its own for must",
    items: [leak, news, visit],
    words,
    says: ["3 of 3 needs are met by no requirement; 2 of them are “Essential”."],
  },
  {
    when: "all are met or left out",
    items: [leak, visit, form, phone],
    links: [link(form, leak, "fully")],
    leftOut: ["n2"],
    needsNone: ["r2"],
    says: [
      "Each of the 2 needs has a requirement or a reason.",
      "1 is met fully and 1 was left out on purpose.",
      "1 needs none, and somebody said why.",
    ],
  },
  {
    when: "the words changed since they were linked",
    items: [leak, newForm],
    links: [link(form, leak, "fully")],
    says: [
      "The one need has a requirement or a reason.",
      "1 was linked before the words changed, so nobody has confirmed that it is still met.",
    ],
  },
  {
    when: "what met it was taken out",
    items: [leak, removed],
    links: [link(form, leak, "fully")],
    says: ["1 of 1 need is met by no requirement; it is a must-have."],
  },
  {
    when: "there are outcomes and requirements for nobody",
    items: [calls, form, phone],
    links: [link(form, calls, "fully")],
    says: [
      "The one outcome has a requirement or a reason.",
      "1 is met fully.",
      "1 of 2 requirements meets no need.",
    ],
  },
];

describe("the sentences on top", () => {
  it.each(rows)("when $when", (row) => {
    const record = recordOf(row.links ?? [], row.leftOut, row.needsNone);
    const back = lookBack(coverageOf(row.items, record));
    expect(lookingBackSentences(back, row.words)).toEqual(row.says);
  });
});

it("puts what matters most first and keeps the statement's order beside", () => {
  const unsaid = item("n0", "need", "be heard", { priority: null });
  const { needs } = lookBack(coverageOf([unsaid, visit, leak, news], recordOf([])));
  expect(needs.notMet.map(({ id }) => id)).toEqual(["n1", "n3", "n2", "n0"]);
});

it("counts a shared need for each borough that raised it", () => {
  const shared: Item = { ...leak, raisedBy: ["camden", "hackney"] };
  const theirs: Item = { ...visit, raisedBy: ["hackney"] };
  const back = lookBack(
    coverageOf([shared, theirs, form], recordOf([link(form, shared, "fully")])),
  );
  expect(
    back.byBorough.map(({ key, all, counts }) => [key, all, counts.fully, counts.notMet]),
  ).toEqual([
    ["hackney", 2, 1, 1],
    ["camden", 1, 1, 0],
  ]);
});

const priority = fc.constantFrom<Priority | null>("must", "should", "could", "wont", null);

it("puts every need in one group, and the tables count the same needs", () => {
  const statement = fc.record({
    needs: fc.array(fc.record({ priority, outcome: fc.boolean() }), { maxLength: 12 }),
    requirements: fc.array(fc.record({ priority, removed: fc.boolean() }), { maxLength: 8 }),
    links: fc.array(
      fc.record({ from: fc.nat(7), to: fc.nat(11), how: fc.constantFrom("fully", "partly") }),
      { maxLength: 15 },
    ),
    leftOut: fc.array(fc.nat(11), { maxLength: 3 }),
  });
  fc.assert(
    fc.property(statement, ({ needs, requirements, links, leftOut }) => {
      const wanted = needs.map((said, at) =>
        item(`n${at}`, said.outcome ? "outcome" : "need", `do thing ${at}`, said),
      );
      const written = requirements.map((said, at) =>
        item(`r${at}`, "requirement", `The supplier does thing ${at}.`, said),
      );
      const threads = links.flatMap(({ from, to, how }, at) => {
        const [requirement, need] = [written[from], wanted[to]];
        return requirement && need ? [link(requirement, need, how, false, `l${at}`)] : [];
      });
      const record = recordOf(
        threads,
        leftOut.map((at) => `n${at}`),
      );
      const coverage = coverageOf([...wanted, ...written], record);
      const back = lookBack(coverage);
      const plain = wanted.filter(({ kind }) => kind === "need");
      expect(countAll(back.needs)).toBe(plain.length);
      expect(countAll(back.outcomes)).toBe(wanted.length - plain.length);
      expect(back.byPriority.reduce((sum, { all }) => sum + all, 0)).toBe(plain.length);
      for (const met of allMet) {
        expect(back.needs[met].every((need) => metOf(need) === met)).toBe(true);
        expect(back.byPriority.reduce((sum, { counts }) => sum + counts[met], 0)).toBe(
          back.needs[met].length,
        );
      }
      const bare = plain.filter(({ id }) => !record.leftOut.has(id) && !record.linksByNeed.has(id));
      expect(back.needs.notMet.length).toBeGreaterThanOrEqual(bare.length);
    }),
    { numRuns: 100 },
  );
});
