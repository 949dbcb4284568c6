/** What changed in a rich text: words, marks, paragraphs, lists and tables. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evenOut } from "../../../shared/even-text.ts";
import { richDifference } from "../../../shared/rich-difference.ts";
import { plainText } from "../../../shared/plain-text.ts";
import type { RichNode, RichText } from "../../../shared/rich-text.ts";
import { runDifference } from "../../../shared/run-difference.ts";
import { textAndChange } from "../a-rich-text.ts";
import { bullets, paragraph, table, words } from "../written-body.ts";
import { marked, markedBlocks, sideOf } from "./a-difference.ts";

describe("the difference of two lines", () => {
  it.each([
    ["a two-hour window", "a two-hour window", "a two-hour window"],
    ["a two-hour window", "a four-hour window", "a [-two-]{+four+}-hour window"],
    ["within two hours", "within four days", "within [-two hours-]{+four days+}"],
    ["answers calls", "answers all calls", "answers {+all +}calls"],
    ["answers all calls", "answers calls", "answers [-all -]calls"],
    ["the council’s tenants", "the council’s own tenants", "the council’s {+own +}tenants"],
    ["Home: 👩‍👧.", "Home: 👩‍👦.", "Home: [-👩‍👧-]{+👩‍👦+}."],
    ["שלום לכל הדיירים", "שלום לכל התושבים", "שלום לכל [-הדיירים-]{+התושבים+}"],
    ["two  spaces", "two spaces", "two[-  -]{+ +}spaces"],
    ["", "all new", "{+all new+}"],
    ["all gone", "", "[-all gone-]"],
  ])("%s → %s", (before, after, difference) => {
    expect(marked(runDifference([words(before)], [words(after)]))).toBe(difference);
  });

  it("says where the same words look different", () => {
    const before = [words("answer "), words("within two", "bold"), words(" hours")];
    const after = [words("answer within "), words("two hours", "bold")];
    expect(marked(runDifference(before, after))).toBe("answer <within >two< hours>");
  });
});

describe("the difference of two texts", () => {
  const difference = (before: RichNode[], after: RichNode[]): string[] =>
    markedBlocks(richDifference({ type: "doc", content: before }, { type: "doc", content: after }));
  const line = (text: string): RichNode => paragraph(words(text));

  it("keeps the paragraphs that are in both", () => {
    expect(
      difference(
        [line("Calls are answered."), line("Letters are read."), line("Visits are made.")],
        [line("Calls are answered."), line("Visits are made at once."), line("Nobody waits.")],
      ),
    ).toEqual([
      "Calls are answered.",
      "- [-Letters are read.-]",
      "Visits are made{+ at once+}.",
      "+ {+Nobody waits.+}",
    ]);
  });

  it("goes into lists", () => {
    expect(
      difference(
        [bullets([line("by phone")], [line("by letter")])],
        [bullets([line("by phone")], [line("by email")], [line("in person")])],
      ),
    ).toEqual(["* by phone", "* by [-letter-]{+email+}", "+ * + {+in person+}"]);
  });

  it("goes into tables row by row, and takes one of another shape as another table", () => {
    const before = table([line("Gas"), line("2 hours")], [line("Water"), line("4 hours")]);
    expect(
      difference(
        [before],
        [
          table(
            [line("Gas"), line("1 hour")],
            [line("Light"), line("A day")],
            [line("Water"), line("4 hours")],
          ),
        ],
      ),
    ).toEqual([
      "table",
      "  Gas | [-2 hours-]{+1 hour+}",
      "  + + {+Light+} | + {+A day+}",
      "  Water | 4 hours",
    ]);
    expect(difference([before], [table([line("Gas")])])).toEqual([
      "- table",
      "  - - [-Gas-] | - [-2 hours-]",
      "  - - [-Water-] | - [-4 hours-]",
      "+ table",
      "  + + {+Gas+}",
    ]);
  });

  it("holds both texts whole, marks too", () => {
    fc.assert(
      fc.property(textAndChange, ([before, after]) => {
        const blocks = richDifference(before, after);
        const isNothing = (text: RichText): boolean => plainText(evenOut(text)) === "";
        for (const [text, without] of [
          [before, "new"],
          [after, "gone"],
        ] as const) {
          const side = evenOut(sideOf(blocks, without));
          if (isNothing(text)) expect(isNothing(side)).toBe(true);
          else expect(side).toEqual(evenOut(text));
        }
      }),
      { numRuns: 100 },
    );
  });
});
