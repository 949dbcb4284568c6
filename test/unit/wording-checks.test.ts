/** What a wording hint is given for, as examples that a procurement officer could read. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Item } from "../../shared/items.ts";
import type { Priority } from "../../shared/item-kinds.ts";
import { emptyRichText, richTextFromPlain } from "../../shared/rich-text.ts";
import { countMusts, hintsOf, mustsAreMany } from "../../shared/wording-checks.ts";

function item(kind: Item["kind"], texts: Readonly<Record<string, string>>): Item {
  return {
    id: "i",
    kind,
    order: "a0",
    priority: "must",
    level: 1,
    raisedBy: [],
    aliases: [],
    removed: null,
    fields: Object.fromEntries(
      Object.entries(texts).map(([name, words]) => [name, richTextFromPlain(words)]),
    ),
    notes: emptyRichText,
    variations: [],
    origin: null,
    extra: {},
  };
}

/** The checks that a requirement's words give rise to; its measure is there unless it is given. */
function requirement(statement: string, measure = "Checked each month."): string[] {
  return hintsOf(item("requirement", { statement, measure })).map(({ check }) => check);
}

function need(iNeed: string, soThat = "I can plan my day"): string[] {
  return hintsOf(item("need", { asA: "tenant", iNeed, soThat })).map(({ check }) => check);
}

describe("a requirement", () => {
  it.each([
    ["Every report gets an answer within 2 working days.", []],
    ["The service answers calls promptly.", ["vague-words"]],
    ["The service is user-friendly and fast.", ["vague-words", "vague-words"]],
    ["The service keeps records as required.", ["vague-words"]],
    ["Breakfast is served.", []],
    ["The service sends email through Microsoft Outlook.", ["names-a-brand"]],
    ["The service sends email through Microsoft Outlook or equivalent.", []],
    ["Staff look out of windows.", []],
    ["Paper is kept to BS 10008.", ["uk-standard"]],
    ["The supplier holds Cyber Essentials Plus.", ["uk-standard"]],
    ["The supplier holds Cyber Essentials Plus or an equivalent.", []],
    ["The supplier is certified to ISO 27001.", []],
    ["The supplier must answer calls. It must also answer email.", ["several-requirements"]],
    ["The supplier must answer calls and must answer email.", ["several-requirements"]],
    ["The supplier must answer calls and email.", []],
    [Array.from({ length: 31 }, () => "word").join(" "), ["too-long"]],
    [Array.from({ length: 30 }, () => "word").join(" "), []],
    ["", []],
  ])("that says “%s” gets %j", (statement, checks) => {
    expect(requirement(statement)).toEqual(checks);
  });

  it("wants a measure, or a number in its words", () => {
    expect(requirement("Every report gets an answer.", "")).toEqual(["no-measure"]);
    expect(requirement("Every report gets an answer within 2 days.", "")).toEqual([]);
  });

  it("is told the words that were found, as they are written, and why they matter", () => {
    const [hint] = hintsOf(
      item("requirement", { statement: "It is Robust and reliable.", measure: "Yes." }),
    );
    expect(hint).toMatchObject({
      field: "statement",
      words: ["Robust", "reliable"],
      says: "“Robust” and “reliable” cannot be checked",
    });
    expect(hint?.why).not.toBe("");
  });

  it("that is not taken forward gets none", () => {
    const gone = { ...item("requirement", { statement: "Fast." }), removed: { why: "not now" } };
    expect(hintsOf(gone)).toEqual([]);
  });
});

describe("a need", () => {
  it.each([
    ["know when somebody comes", "I can plan my day", []],
    ["know when somebody comes", "", ["no-so-that"]],
    ["know when somebody comes so that I can plan", "", []],
    ["see it on a dashboard", "I can plan my day", ["prescribes-a-solution"]],
    ["happen to be at home", "I can plan my day", []],
    ["pay with an iPhone", "I can plan my day", ["names-a-brand"]],
  ])("“I need to %s so that %s” gets %j", (iNeed, soThat, checks) => {
    expect(need(iNeed, soThat)).toEqual(checks);
  });
});

it("says nothing of sections, text and outcomes", () => {
  for (const kind of ["section", "text", "outcome"] as const)
    expect(hintsOf(item(kind, { body: "Fast and robust.", title: "Fast" }))).toEqual([]);
});

describe("musts", () => {
  const requirements = (musts: number, shoulds: number, wonts = 0): Item[] => {
    const some = (count: number, priority: Priority) =>
      Array.from({ length: count }, () => ({ ...item("requirement", {}), priority }));
    return [...some(musts, "must"), ...some(shoulds, "should"), ...some(wonts, "wont")];
  };

  it.each([
    { musts: 6, shoulds: 4, wonts: 0, many: false },
    { musts: 7, shoulds: 3, wonts: 0, many: true },
    { musts: 7, shoulds: 3, wonts: 10, many: true },
    { musts: 9, shoulds: 0, wonts: 0, many: false },
    { musts: 50, shoulds: 50, wonts: 0, many: false },
    { musts: 51, shoulds: 200, wonts: 0, many: true },
  ])(
    "$musts of them beside $shoulds others: too many is $many",
    ({ musts, shoulds, wonts, many }) => {
      const count = countMusts(requirements(musts, shoulds, wonts));
      expect(count).toEqual({ musts, of: musts + shoulds });
      expect(mustsAreMany(count)).toBe(many);
    },
  );
});

it("never throws, and says the same of the same item again", () => {
  fc.assert(
    fc.property(fc.constantFrom("need", "requirement"), fc.string(), fc.string(), (kind, a, b) => {
      const one = item(kind, { statement: a, measure: b, iNeed: a, soThat: b });
      const hints = hintsOf(one);
      expect(hintsOf(one)).toBe(hints);
      for (const { words } of hints) for (const word of words) expect(`${a}\n${b}`).toContain(word);
    }),
  );
});
