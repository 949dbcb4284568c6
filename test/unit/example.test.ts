/**
 * The example statement is whole: everything it refers to exists, every quote can be found, and the
 * needs come out in the states that the example is there to show.
 */
import { describe, expect, it } from "vitest";
import type {
  Block,
  ExampleItem,
  ExampleRichText,
  Inline,
} from "../../server/example/example-types.ts";
import { housingRepairs as example } from "../../server/example/housing-repairs.ts";
import { boroughIdOf, londonBoroughs } from "../../shared/boroughs.ts";
import { fieldOf, itemKinds } from "../../shared/item-kinds.ts";
import { needsWords, takesPositions } from "../../shared/position.ts";
import { canDiffer } from "../../shared/variations.ts";

type State = "leftOut" | "covered" | "partly" | "changed" | "onlyRemoved" | "notCovered";

const itemsByKey = new Map(example.items.map((item) => [item.key, item]));
const peopleByKey = new Map(example.people.map((person) => [person.key, person]));

describe("the example statement", () => {
  it("has the size and the boroughs it promises", () => {
    expect(itemsOf("need")).toHaveLength(12);
    expect(itemsOf("requirement")).toHaveLength(25);
    expect(itemsOf("outcome")).toHaveLength(3);
    expect(itemsOf("section").map((item) => wordsOf(item, "title"))).toEqual([
      "Background",
      "What should be different",
      "User needs",
      "Reporting a repair",
      "Appointments",
      "Doing the work",
      "Data and integration",
      "Contracting approach",
    ]);
    expect(new Set(example.people.map((person) => person.borough))).toEqual(
      new Set(["camden", "hackney", "southwark"]),
    );
    expect(
      example.people.filter((person) => person.role === "lead").map((person) => person.borough),
    ).toEqual(["camden"]);
  });

  it("names boroughs by the ids that people pick them by", () => {
    const ids = new Set(londonBoroughs.map((borough) => boroughIdOf(borough.name)));
    for (const person of example.people) expect(ids).toContain(person.borough);
    for (const item of example.items) {
      if (!("raisedBy" in item)) continue;
      expect(item.raisedBy.length, item.key).toBeGreaterThan(0);
      expect(new Set(item.raisedBy).size, item.key).toBe(item.raisedBy.length);
      for (const borough of item.raisedBy) expect(ids).toContain(borough);
    }
  });

  it("gives every item and person a key of its own", () => {
    expect(itemsByKey.size).toBe(example.items.length);
    expect(peopleByKey.size).toBe(example.people.length);
    expect(new Set(example.people.map((person) => person.name)).size).toBe(example.people.length);
  });

  it("fills exactly the fields of each kind, and every needed one with words", () => {
    for (const item of example.items) {
      const fields = itemKinds[item.kind].fields;
      expect(Object.keys(item.fields).toSorted(), item.key).toEqual(
        fields.map((field) => field.name).toSorted(),
      );
      for (const field of fields) {
        const words = wordsOf(item, field.name);
        if (field.needed) expect(words, `${item.key} ${field.name}`).not.toBe("");
        if (field.lines === "one") expect(words, `${item.key} ${field.name}`).not.toContain("\n");
        if (!field.tables)
          expect(blocksOf(item, field.name).map((block) => block.type)).not.toContain("table");
      }
    }
  });

  it("writes needs so that they read on from the words the page prints", () => {
    for (const need of itemsOf("need")) {
      for (const name of ["asA", "iNeed", "soThat"]) {
        const words = wordsOf(need, name);
        // "I" and "As a" aside, a part starts in lower case, does not repeat the lead and does not end the sentence.
        expect(words, need.key).toMatch(name === "soThat" ? /^(I |[a-z])/ : /^[a-z]/);
        expect(words, need.key).not.toMatch(/^(as an? |i need |to |so that )/i);
        expect(words, need.key).not.toMatch(/[.,]$/);
      }
      expect(wordsOf(need, "asA"), "the page prints “As a”, not “As an”").not.toMatch(/^[aeio]/);
    }
  });

  it("shows a list, a link and a small table of even rows in its texts", () => {
    const blocks = itemsOf("text").flatMap((item) => blocksOf(item, "body"));
    expect(blocks.some((block) => block.type === "bulletList")).toBe(true);
    expect(blocks.some((block) => block.type === "orderedList")).toBe(true);
    const addresses = blocks
      .flatMap((block) => (block.type === "paragraph" ? block.text : []))
      .flatMap((inline) =>
        typeof inline === "string" || inline.link === undefined ? [] : [inline.link],
      );
    expect(addresses).not.toHaveLength(0);
    for (const address of addresses) expect(new URL(address).protocol).toBe("https:");
    const tables = blocks.flatMap((block) => (block.type === "table" ? [block.rows] : []));
    expect(tables).toHaveLength(1);
    for (const rows of tables) expect(new Set(rows.map((row) => row.length)).size).toBe(1);
  });

  it("says what boroughs say by people who agree for them, once each, with words where they are needed", () => {
    const takers = example.positions.map(({ item, by }) => `${item} ${by}`);
    expect(new Set(takers).size).toBe(takers.length);
    for (const { item, by } of example.positions)
      expect(peopleByKey.get(by)?.agrees, item).toBe(true);
    for (const { item, stance, words } of [...example.positions, ...example.proposals]) {
      const kind = itemsByKey.get(item)?.kind;
      expect(kind && takesPositions(kind), item).toBe(true);
      expect(needsWords(stance), item).toBe(words !== undefined);
    }
    for (const { by } of example.proposals) expect(peopleByKey.get(by)?.agrees).toBeUndefined();
  });

  it("shows items in every state that a borough can be in", () => {
    const stances = example.positions.map(({ stance }) => stance);
    expect(countsOf(stances)).toEqual({
      agree: 85,
      "agree-with-change": 3,
      object: 2,
      "does-not-apply": 3,
    });
    const edited = new Set(example.laterEdits.map(({ item }) => item));
    const changed = example.positions.filter(({ item }) => edited.has(item));
    expect(changed.map(({ item, by }) => `${item} ${by}`)).toEqual([
      "visit-messages priya",
      "visit-messages grace",
      "repairs-map grace",
      "repairs-map tom",
    ]);
  });

  it("refers only to people and items that exist", () => {
    const writers = [
      ...example.items,
      ...example.links,
      ...example.differs,
      ...example.leftOut,
      ...example.needsNone,
      ...example.laterEdits,
      ...example.threads.flatMap((thread) => [
        ...thread.comments,
        ...(thread.closed ? [thread.closed] : []),
      ]),
    ];
    for (const { by } of writers) expect(peopleByKey.has(by), by).toBe(true);
    for (const link of example.links) {
      expect(itemsByKey.get(link.requirement)?.kind, link.requirement).toBe("requirement");
      expect(["need", "outcome"], link.need).toContain(itemsByKey.get(link.need)?.kind);
    }
    const pairs = example.links.map((link) => `${link.requirement} → ${link.need}`);
    expect(new Set(pairs).size).toBe(pairs.length);
    for (const { need } of example.leftOut) expect(itemsByKey.get(need)?.kind, need).toBe("need");
    for (const { item } of example.differs) {
      const kind = itemsByKey.get(item)?.kind;
      expect(kind && canDiffer(kind), item).toBe(true);
    }
    for (const { requirement } of example.needsNone)
      expect(itemsByKey.get(requirement)?.kind, requirement).toBe("requirement");
  });

  it("lets no reviewer write text or settle what is left out", () => {
    const deeds = [
      ...example.items,
      ...example.differs,
      ...example.laterEdits,
      ...example.leftOut,
      ...example.needsNone,
    ];
    for (const { by } of deeds) expect(peopleByKey.get(by)?.role, by).not.toBe("reviewer");
    const comments = example.threads.flatMap((thread) => thread.comments);
    expect(comments.some(({ by }) => peopleByKey.get(by)?.role === "reviewer")).toBe(true);
  });

  it("quotes words that occur exactly once in their field", () => {
    for (const link of example.links)
      if (link.quote !== null) expectOnce(link.requirement, "statement", link.quote);
    for (const thread of example.threads) {
      expectOnce(thread.item, thread.field, thread.quote);
      expect(thread.comments.length, thread.quote).toBeGreaterThan(0);
    }
    for (const edit of example.laterEdits) {
      expectOnce(edit.item, edit.field, edit.replace);
      expect(edit.with).not.toBe(edit.replace);
    }
  });

  it("shows needs in every state that a new person should see", () => {
    const states = new Map(itemsOf("need").map((need) => [need.key, stateOf(need.key)]));
    expect(countsOf(states.values())).toEqual({
      covered: 6,
      partly: 2,
      changed: 1,
      notCovered: 2,
      leftOut: 1,
    });
    expect(keysIn(states, "partly")).toEqual(["appointment-that-fits", "same-figures"]);
    expect(keysIn(states, "changed")).toEqual(["know-who-is-coming"]);
    expect(keysIn(states, "notCovered")).toEqual(["act-for-someone", "leaseholder-whose-job"]);
    expect(keysIn(states, "leftOut")).toEqual(["missed-visit-money"]);
  });

  it("leaves one outcome without a requirement", () => {
    const states = new Map(
      itemsOf("outcome").map((outcome) => [outcome.key, stateOf(outcome.key)]),
    );
    expect(countsOf(states.values())).toEqual({ covered: 2, notCovered: 1 });
    expect(keysIn(states, "notCovered")).toEqual(["first-visit"]);
  });

  it("has one requirement that meets no need yet, and two that law asks for", () => {
    const linked = new Set(example.links.map((link) => link.requirement));
    const none = new Set(example.needsNone.map((entry) => entry.requirement));
    const idle = itemsOf("requirement").filter(
      (item) => !linked.has(item.key) && !none.has(item.key),
    );
    expect(idle.map((item) => item.key)).toEqual(["repairs-map"]);
    expect(none.size).toBe(2);
    for (const key of none) expect(linked.has(key), key).toBe(false);
  });

  it("weighs its requirements differently", () => {
    const priorities = example.items.flatMap((item) =>
      item.kind === "requirement" ? [item.priority] : [],
    );
    expect(countsOf(priorities)).toEqual({ must: 16, should: 6, could: 2, wont: 1 });
  });
});

/** The first that holds: left out, covered, partly, changed, only removed or won't have, not covered. */
function stateOf(key: string): State {
  if (example.leftOut.some((entry) => entry.need === key)) return "leftOut";
  const links = example.links.filter((link) => link.need === key);
  const edited = new Set(example.laterEdits.map((edit) => edit.item));
  const taken = links.filter((link) => {
    const requirement = itemsByKey.get(link.requirement);
    return requirement?.kind === "requirement" && requirement.priority !== "wont";
  });
  const valid = taken.filter((link) => !edited.has(link.requirement) && !edited.has(key));
  if (valid.some((link) => link.how === "fully")) return "covered";
  if (valid.length > 0) return "partly";
  if (taken.length > 0) return "changed";
  return links.length > 0 ? "onlyRemoved" : "notCovered";
}

function itemsOf(kind: ExampleItem["kind"]): ExampleItem[] {
  return example.items.filter((item) => item.kind === kind);
}

function expectOnce(key: string, field: string, quote: string): void {
  const item = itemsByKey.get(key);
  if (item === undefined) throw new Error(`no item ${key}`);
  expect(fieldOf(item.kind, field), `${key} ${field}`).toBeDefined();
  expect(quote.trim(), key).toBe(quote);
  expect(quote, key).not.toBe("");
  expect(wordsOf(item, field).split(quote).length - 1, `“${quote}” in ${key}`).toBe(1);
}

function blocksOf(item: ExampleItem, field: string): readonly Block[] {
  const fields: Readonly<Record<string, ExampleRichText>> = item.fields;
  const value = fields[field];
  if (value === undefined) throw new Error(`${item.key} has no ${field}`);
  if (typeof value !== "string") return value;
  return value.split("\n\n").map((text) => ({ type: "paragraph", text: [text] }));
}

function wordsOf(item: ExampleItem, field: string): string {
  return blocksOf(item, field).map(wordsOfBlock).join("\n");
}

function wordsOfBlock(block: Block): string {
  if (block.type === "paragraph") return wordsOfInline(block.text);
  if (block.type === "table") return block.rows.flat().join("\n");
  return block.items.map(wordsOfInline).join("\n");
}

function wordsOfInline(text: readonly Inline[]): string {
  return text.map((inline) => (typeof inline === "string" ? inline : inline.text)).join("");
}

function countsOf(values: Iterable<string>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

function keysIn(states: ReadonlyMap<string, State>, state: State): string[] {
  return [...states].flatMap(([key, value]) => (value === state ? [key] : []));
}
