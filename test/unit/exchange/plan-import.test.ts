/** What bringing a file into a statement would change, decided before anything is written. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainText } from "../../../shared/plain-text.ts";
import { richTextFromPlain, type RichText } from "../../../shared/rich-text.ts";
import { aFile, aTarget, planned, row } from "./an-import.ts";

const repairs = aTarget(
  [
    ["s", "section", "Reporting"],
    [
      "n",
      "need",
      "report a leak at night",
      { reference: "N-1", aliases: ["U-1"], priority: "must" },
    ],
    ["d", "need", "see when somebody comes to look at the damp", { reference: "N-2" }],
    ["t", "section", "The service"],
    [
      "r",
      "requirement",
      "The supplier answers within a day.",
      { reference: "R-1", aliases: ["S-1"] },
    ],
  ],
  [["r", "n"]],
);

describe("which item a row is", () => {
  const cases: [what: string, given: ReturnType<typeof row>, is: string][] = [
    ["its id", row("need", "anything", { itemId: "n" }), "changed n: I need to"],
    [
      "our reference",
      row("need", "report a leak at any hour", { reference: "n-1" }),
      "changed n: I need to",
    ],
    [
      "its reference elsewhere",
      row("need", "something else", { reference: "U-1" }),
      "changed n: I need to",
    ],
    ["a section's title", row("section", "The  service"), "same as t"],
    ["the same words", row("requirement", "The supplier answers  within a day."), "same as r"],
    ["words that are like it", row("need", "see when somebody comes to look at damp"), "ask d"],
    ["our reference by chance", row("need", "Kontoauszug", { reference: "N-1" }), "ask n"],
    [
      "another kind of that reference",
      row("requirement", "report a leak at night", { reference: "N-1" }),
      "new",
    ],
    ["nothing that is there", row("need", "pay the rent"), "new"],
  ];
  for (const [what, given, is] of cases) {
    it(`is told by ${what}`, () => {
      expect(planned(aFile([given]), repairs).states()).toEqual([is]);
    });
  }

  it("is found once: a second row of the same words is new", () => {
    const rows = [row("need", "report a leak at night"), row("need", "report a leak at night")];
    expect(planned(aFile(rows), repairs).states()).toEqual(["same as n", "new"]);
  });

  it("is asked where the words are the same and both have references of their own", () => {
    const rows = [row("requirement", "The supplier answers within a day.", { reference: "S-9" })];
    expect(planned(aFile(rows), repairs).states()).toEqual(["ask r"]);
  });
});

describe("what is missing from a file", () => {
  it("is listed when the file holds some of the statement, and is never removed", () => {
    const { plan, writes } = planned(aFile([row("need", "report a leak at night")]), repairs);
    expect(plan.missing.map(({ id }) => id)).toEqual(["d", "r"]);
    expect(writes()).toMatchObject({ news: [], changes: [] });
  });

  it("is not listed when the file holds nothing of the statement", () => {
    expect(planned(aFile([row("need", "pay the rent")]), repairs).plan.missing).toEqual([]);
  });
});

describe("what a row changes", () => {
  it("is only what it says: a priority, boroughs, notes, or words", () => {
    const more = {
      reference: "U-1",
      priority: "should",
      raisedBy: ["Hackney", "camden", "Narnia"],
      notes: richTextFromPlain("Heard often."),
    } as const;
    const { plan, writes } = planned(aFile([row("need", "report a leak at night", more)]), repairs);
    expect(plan.changes[0]?.parts).toEqual([
      { label: "Priority", before: "Must", after: "Should", isLook: false },
      { label: "Raised by", before: "", after: "Camden, Hackney", isLook: false },
      { label: "Notes", before: "", after: "Heard often.", isLook: false },
    ]);
    expect(plan.changes[0]?.note).toMatch(/“Narnia” is not a London borough/);
    expect(writes().changes).toEqual([
      {
        itemId: "n",
        wanted: {
          priority: "should",
          raisedBy: ["camden", "hackney"],
          notes: richTextFromPlain("Heard often."),
        },
      },
    ]);
  });

  it("is also what only another tool knows", () => {
    const kept = aTarget([
      [
        "r",
        "requirement",
        "It stops.",
        { reference: "R-1", extra: { Status: "Draft", Owner: "Ed" } },
      ],
    ]);
    const told = row("requirement", "It stops.", { extra: { Status: "Agreed" } });
    const { plan, writes } = planned(aFile([told]), kept);
    expect(plan.changes[0]?.parts).toEqual([
      { label: "Status", before: "Draft", after: "Agreed", isLook: false },
    ]);
    expect(writes().changes).toEqual([
      { itemId: "r", wanted: { extra: { Status: "Agreed", Owner: "Ed" } } },
    ]);
  });

  const bold: RichText = {
    type: "doc",
    content: [
      {
        type: "paragraph",
        content: [
          { type: "text", text: "The supplier answers within " },
          { type: "text", text: "a day", marks: [{ type: "bold" }] },
          { type: "text", text: ". It says who comes." },
        ],
      },
    ],
  };
  const withBold = aTarget([
    ["r", "requirement", "", { reference: "R-1", fields: { statement: bold } }],
  ]);

  it("leaves looks that a plain cell cannot say", () => {
    const rows = [
      row("requirement", "The supplier answers within a day. It says who comes.", {
        reference: "R-1",
      }),
    ];
    expect(planned(aFile(rows), withBold).states()).toEqual(["same as r"]);
    expect(planned(aFile(rows), withBold, "exact").states()).toEqual(["changed r: Requirement"]);
  });

  it("keeps looks beside the words that change", () => {
    const rows = [
      row("requirement", "The supplier answers within a day. It says who will come.", {
        reference: "R-1",
      }),
    ];
    const [change] = planned(aFile(rows), withBold).writes().changes;
    const statement = change?.wanted.fields?.["statement"];
    expect(statement && plainText(statement)).toBe(
      "The supplier answers within a day. It says who will come.",
    );
    expect(JSON.stringify(statement)).toContain("bold");
  });
});

describe("what keeps a row out", () => {
  it("is said for each, and the others come in", () => {
    const rows = [
      row("need", "pay the rent", { reference: "A-1" }),
      row("need", "pay by card", { reference: "a-1" }),
      row("need", ""),
      row("requirement", "x".repeat(10_001)),
    ];
    const { plan, writes } = planned(aFile(rows), repairs);
    expect(plan.changes.map(({ note }) => note)).toEqual([
      "",
      "a-1 is the reference of row 1 too. Give each its own.",
      "The text is missing. Write it, or leave the row out.",
      "The text has 10,001 characters; at most 10,000 fit. Shorten it or split the row.",
    ]);
    expect(writes().news.map(({ aliases }) => aliases)).toEqual([["A-1"]]);
  });
});

describe("what somebody chooses", () => {
  it("leaves out, answers, and changes kinds", () => {
    const rows = [
      row("requirement", "As a tenant, I need to pay so that I keep my home.", {
        reference: "X-1",
      }),
      row("need", "see when somebody comes to look at damp", { priority: "could" }),
      row("need", "report a leak at any hour", { reference: "U-1" }),
    ];
    const file = planned(aFile(rows), repairs);
    expect(file.writes({ left: ["1", "3"] })).toMatchObject({ news: [], changes: [] });
    expect(file.writes({ left: ["1", "3"], answers: { 2: "d" } }).changes).toMatchObject([
      { itemId: "d", wanted: { priority: "could" } },
    ]);
    expect(file.writes({ left: ["1", "3"], answers: { 2: null } }).news).toMatchObject([
      { kind: "need", priority: "could" },
    ]);
    const [need] = file.writes({ kinds: { 1: "need" } }).news;
    expect(
      Object.entries(need?.fields ?? {}).map(([name, text]) => [name, plainText(text)]),
    ).toEqual([
      ["asA", "tenant"],
      ["iNeed", "pay"],
      ["soThat", "I keep my home"],
    ]);
    expect(need).toMatchObject({
      aliases: ["X-1"],
      origin: { title: "ours.csv", reference: "X-1" },
    });
  });

  it("makes the links of what is taken, and names every end that is not there", () => {
    const rows = [
      row("requirement", "pay online", { reference: "S-5" }),
      row("need", "pay", { reference: "U-5" }),
    ];
    const link = (from: string, to: string) =>
      ({ where: "Row 1", from, to, how: "partly", because: "" }) as const;
    const links = [
      link("S-5", "u-5"),
      link("S-5", "U-1"),
      link("S-1", "N-1"),
      link("S-5", "U-9"),
      link("U-5", "U-1"),
    ];
    const file = planned(aFile(rows, { links }), repairs);
    expect(file.links.problems.map(({ what }) => what.split(", so")[0])).toEqual([
      "U-9 is neither in this file nor in the statement",
      "U-5 is a need. Only a requirement meets a need.",
    ]);
    expect(file.writes().links.map(({ needId }) => needId)).toEqual(["new2", "n"]);
    expect(file.writes({ left: ["2"] }).links.map(({ needId }) => needId)).toEqual(["n"]);
    expect(file.writes({ left: ["1"] }).links).toEqual([]);
  });
});

it("says that nothing changes when a file comes in a second time, whatever it held", () => {
  const words = fc.array(fc.constantFrom("rent", "leak", "damp", "pay", "é", "👩‍👧"), {
    minLength: 1,
    maxLength: 9,
  });
  const rows = fc.array(
    fc.record({
      kind: fc.constantFrom("need", "requirement", "outcome", "text", "section" as const),
      words: words.map((list) => list.join(" ")),
      section: fc.constantFrom(undefined, "Rent", "Damp"),
    }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(rows, (given) => {
      const file = aFile(
        given.map(({ kind, words: said, section }, at) =>
          row(kind, said, {
            ...(kind === "section" ? {} : { reference: `X-${at}` }),
            ...(section === undefined || kind === "section" ? {} : { section }),
          }),
        ),
      );
      const { news } = planned(file, aTarget([])).writes();
      const target = aTarget(
        news.map(({ id, kind, fields = {}, aliases = [] }) => [
          id,
          kind,
          "",
          { fields: { ...fields }, aliases },
        ]),
      );
      const again = planned(file, target).writes();
      expect(again.changes).toEqual([]);
      expect(again.news.filter(({ kind }) => kind !== "section")).toEqual([]);
    }),
  );
});
