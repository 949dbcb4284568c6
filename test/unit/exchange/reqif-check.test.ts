/** The check that our exports are held to: it finds what the schema would not take. */
import { describe, expect, test } from "vitest";
import { writeReqif } from "../../../server/exchange/reqif/write-reqif.ts";
import { emptyRecord } from "../../../shared/record-state.ts";
import { anItem } from "../commands/a-statement.ts";
import { problemsOfReqif } from "./reqif-check.ts";

const good = new TextDecoder().decode(
  writeReqif({
    statementId: "lifts",
    title: "Lifts",
    priorityWords: { must: "Must", should: "Should", could: "Could", wont: "Won’t" },
    items: [
      { ...anItem("a", "requirement", "The lift stops."), priority: "must" },
      { ...anItem("b", "text", "The lift is old."), extra: { Revision: "3" } },
    ],
    record: emptyRecord,
    at: "2026-05-14T09:30:00.000Z",
    version: null,
  }),
);

test("a file of ours is as the specification asks", () => {
  expect(problems(good)).toEqual([]);
});

describe("what the schema would not take is found:", () => {
  const cases: readonly [string, string | RegExp, string][] = [
    ["another version", ">1.0<", ">1.2<"],
    ["an id that begins with a digit", /needline-item-a/g, "1item"],
    ["an id with a space", /needline-item-a/g, "an item"],
    ["the id of another", `IDENTIFIER="needline-item-a"`, `IDENTIFIER="needline-item-b"`],
    ["no day of change", / LAST-CHANGE="[^"]*"/, ""],
    ["a day that is none", `LAST-CHANGE="2026-05-14T09:30:00.000Z"`, `LAST-CHANGE="14 May 2026"`],
    ["an unknown attribute", "<SPEC-OBJECT ", `<SPEC-OBJECT COLOUR="red" `],
    ["an unknown element", "</SPEC-OBJECT>", "<COLOUR/></SPEC-OBJECT>"],
    ["words between elements", "<SPEC-OBJECTS>", "<SPEC-OBJECTS>words"],
    ["no type", /<TYPE><SPEC-OBJECT-TYPE-REF>[^]*?<\/TYPE>/, ""],
    ["two types", /(<TYPE><SPEC-OBJECT-TYPE-REF>[^]*?<\/TYPE>)/, "$1$1"],
    ["a reference to nothing", ">needline-type-text<", ">needline-type-other<"],
    ["a reference to something else", ">needline-type-text<", ">needline-item-a<"],
    [
      "a header in another order",
      /(<COMMENT>.*<\/COMMENT>)\s*(<CREATION-TIME>.*<\/CREATION-TIME>)/,
      "$2$1",
    ],
    [
      "lists in another order",
      /(<DATATYPES>[^]*<\/DATATYPES>)\s*(<SPEC-TYPES>[^]*<\/SPEC-TYPES>)/,
      "$2$1",
    ],
    ["a number that is none", `THE-VALUE="3"`, `THE-VALUE="three"`],
    ["rich text that is no XHTML", /<xhtml:div>(.*?)<\/xhtml:div>/, "<div>$1</div>"],
    ["rich text without a div", /<xhtml:div>.*?<\/xhtml:div>/, "words"],
    ["two divs", /(<xhtml:div>.*?<\/xhtml:div>)/, "$1$1"],
    ["a paragraph in a paragraph", "<xhtml:p>", "<xhtml:p><xhtml:p/>"],
    ["a script", "<xhtml:p>", "<xhtml:script/><xhtml:p>"],
    ["a list without items", "<xhtml:p>", "<xhtml:ul/><xhtml:p>"],
    ["a click handler", "<xhtml:p>", `<xhtml:p onclick="x()">`],
  ];
  test.each(cases)("%s", (_, from, to) => {
    const broken = good.replace(from, to);
    expect(broken).not.toBe(good);
    expect(problems(broken)).not.toEqual([]);
  });
});

function problems(xml: string): string[] {
  return problemsOfReqif(new TextEncoder().encode(xml));
}
