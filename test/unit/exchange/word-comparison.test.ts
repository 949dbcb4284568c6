/** Two Word files as one with tracked changes: accepting all gives the newer one, rejecting all the older one. */
import fc from "fast-check";
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { writeComparison } from "../../../server/exchange/docx/write-comparison.ts";
import { authorsIn, linesAfter } from "../../world/tracked-word.ts";
import { aWordFile, rows, type Piece } from "./a-small-word-file.ts";

type Pieces = readonly (string | Piece)[];

const version = { name: "Version 2", at: "2026-06-01T09:00:00.000Z" };

function compared(older: Pieces, newer: Pieces): Uint8Array {
  return writeComparison(aWordFile(...older), aWordFile(...newer), {
    otherwise: version,
    who: (itemId) =>
      itemId === "R-1" ? { name: "Ada (Camden)", at: "2026-05-20T09:00:00.000Z" } : null,
  });
}

/** What both answers give. */
function answers(older: Pieces, newer: Pieces): readonly [string[], string[]] {
  const file = compared(older, newer);
  return [linesAfter(file, "reject"), linesAfter(file, "accept")];
}

const lines = (pieces: Pieces): string[] => linesAfter(aWordFile(...pieces), "accept");

const cases: readonly (readonly [string, Pieces, Pieces])[] = [
  ["nothing", ["Heading1: Repairs", "Text."], ["Heading1: Repairs", "Text."]],
  ["words", ["R-1: It answers calls."], ["R-1: It answers all calls."]],
  ["bold words", ["R-1: It answers calls."], ["R-1: It answers *calls*."]],
  ["a paragraph that comes", ["One.", "Two."], ["One.", "Between.", "Two."]],
  ["a paragraph that goes", ["One.", "Between.", "Two."], ["One.", "Two."]],
  ["the last paragraph", ["One.", "Two.", "Last."], ["One."]],
  ["the first paragraph", ["First.", "One."], ["One."]],
  ["a last one that comes", ["Heading1: One"], ["Heading1: One", "Two.", "Three."]],
  ["everything", ["One."], ["Quite another text."]],
  ["a style", ["Heading1: R-1: Repairs"], ["Heading2: R-1: Repairs"]],
  [
    "a row that comes",
    [rows(["Ref", "Text"], ["R-1", "R-1: It answers."]), "End."],
    [rows(["Ref", "Text"], ["R-1", "R-1: It answers."], ["R-2", "R-2: It writes."]), "End."],
  ],
  [
    "a row that goes",
    [rows(["Ref", "Text"], ["R-1", "R-1: It answers."], ["R-2", "R-2: It writes."]), "End."],
    [rows(["Ref", "Text"], ["R-2", "R-2: It writes at once."]), "End."],
  ],
  [
    "a row that moves",
    [rows(["1", "R-1: One."], ["2", "R-2: Two."], ["3", "R-3: Three."]), "End."],
    [rows(["2", "R-2: Two."], ["3", "R-3: Three."], ["1", "R-1: One."]), "End."],
  ],
  [
    "paragraphs at the end of a cell",
    [rows(["1", "R-1: It answers. / Within a day. / By phone."]), "End."],
    [rows(["1", "R-1: It answers."]), "End."],
  ],
  [
    "paragraphs that come at the end of a cell",
    [rows(["1", "R-1: It answers."]), "End."],
    [rows(["1", "R-1: It answers. / Within a day. / By phone."]), "End."],
  ],
  ["a cell's words", [rows(["1", "R-1: It answers."]), "End."], [rows(["1", "R-1: Gone"]), "End."]],
  ["a table", ["One.", rows(["1", "R-1: It answers."]), "End."], ["One.", "End."]],
  [
    "a paragraph before a table",
    ["One.", rows(["1", "R-1: It answers."]), "End."],
    ["One.", "Heading2: New", rows(["1", "R-1: It answers."]), "End."],
  ],
  [
    "another paragraph before a table",
    ["One.", "Between.", rows(["1", "R-1: It answers."]), "End."],
    ["One.", "Heading2: Quite new", rows(["1", "R-1: It answers."]), "End."],
  ],
  [
    "a table cut in two",
    [rows(["1", "R-1: One."], ["2", "R-2: Two."], ["3", "R-3: Three."]), "End."],
    [rows(["1", "R-1: One."]), "Between.", rows(["2", "R-2: Two."], ["3", "R-3: Three."]), "End."],
  ],
  [
    "a table with more columns",
    ["A.", rows(["1", "R-1: One."]), "End."],
    ["A.", rows(["1", "R-1: One.", "Must"]), "End."],
  ],
];

describe("a Word comparison", () => {
  it.each(cases)("of %s gives both files again", (_, older, newer) => {
    expect(answers(older, newer)).toEqual([lines(older), lines(newer)]);
    expect(answers(newer, older)).toEqual([lines(newer), lines(older)]);
  });

  it("marks no more than what changed", () => {
    const file = compared(
      ["Heading1: Repairs", "R-1: It answers calls.", "R-2: It writes."],
      ["Heading1: Repairs", "R-1: It answers all calls.", "R-2: It writes."],
    );
    expect(changesIn(file)).toEqual(['ins "all "']);
  });

  it("says who changed an item where that is known, and else which version", () => {
    const file = compared(["R-1: One.", "R-2: Two."], ["R-1: First.", "R-2: Second."]);
    expect(authorsIn(file)).toEqual(["Ada (Camden)", "Version 2"]);
  });

  it("gives both files again, whatever they say", () => {
    fc.assert(
      fc.property(someFile, someFile, (older, newer) => {
        expect(answers(older, newer)).toEqual([lines(older), lines(newer)]);
      }),
      { numRuns: 150 },
    );
  });
});

function changesIn(file: Uint8Array): string[] {
  const xml = new TextDecoder().decode(unzipSync(file)["word/document.xml"]);
  return Array.from(
    xml.matchAll(/<w:(ins|del) [^>]*>(.*?)<\/w:\1>/g),
    ([, what = "", inside = ""]) => `${what} "${inside.replace(/<[^>]*>/g, "")}"`,
  );
}

const someWords = fc.constantFrom(
  "It answers.",
  "It writes *at once*.",
  "By phone",
  "",
  "שלום 👩‍👧 & <b>",
);
const someLine = fc
  .tuple(
    fc.constantFrom("", "", "Heading1: ", "Heading2: "),
    fc.constantFrom("", "R-1: ", "R-2: ", "R-3: "),
    someWords,
  )
  .map((parts) => parts.join(""));
const someTable = fc
  .array(
    fc.tuple(
      fc.constantFrom("R-1", "R-2", "R-3", "R-4"),
      fc.array(someWords, { minLength: 1, maxLength: 3 }),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((items) => rows(...items.map(([id, says]) => [id, `${id}: ${says.join(" / ")}`])));
/** As a statement's file: a heading or text before and after each table. */
const someFile = fc
  .array(
    fc.tuple(
      someLine,
      fc.oneof({ weight: 2, arbitrary: someLine }, { weight: 1, arbitrary: someTable }),
    ),
    {
      maxLength: 4,
    },
  )
  .map((pieces): Pieces => [...pieces.flat(), "The end."]);
