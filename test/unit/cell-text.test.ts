import fc from "fast-check";
import { expect, test } from "vitest";
import { readCellText, writeCellText } from "../../shared/cell-text.ts";
import { evenOut } from "../../shared/even-text.ts";
import type { RichText } from "../../shared/rich-text.ts";
import { anyText } from "./any-text.ts";
import { bullets, paragraph, table, words } from "./written-body.ts";

const text = (...content: RichText["content"]): RichText => ({ type: "doc", content });

test.each<[string, RichText, string]>([
  ["plain words", text(paragraph(words("The service answers."))), "The service answers."],
  ["two paragraphs", text(paragraph(words("One.")), paragraph(words("Two."))), "One.\nTwo."],
  ["bold", text(paragraph(words("within "), words("24 hours", "bold"))), "within **24 hours**"],
  ["italic", text(paragraph(words("all", "italic"), words(" of it"))), "*all* of it"],
  [
    "a link",
    text(
      paragraph({
        type: "text",
        text: "the policy",
        marks: [{ type: "link", attrs: { href: "https://example.org/a" } }],
      }),
    ),
    "[the policy](https://example.org/a)",
  ],
  [
    "a list in a list",
    text(bullets([paragraph(words("one")), bullets([paragraph(words("more"))])], [paragraph()])),
    "• one\n  • more\n• \\e",
  ],
  ["a table", text(table([paragraph(words("a")), paragraph(words("b|c"))])), "| a | b\\|c |"],
  ["what looks like a list", text(paragraph(words("1. No list"))), "\\1. No list"],
  ["white space at the ends", text(paragraph(words(" a "))), "\\sa\\s"],
  ["stars and brackets", text(paragraph(words("5 * 3 [TBC]"))), "5 \\* 3 \\[TBC]"],
])("%s is written and read", (_, rich, cell) => {
  expect(writeCellText(rich)).toBe(cell);
  expect(readCellText(cell)).toEqual(evenOut(rich));
});

test("what a person types into a cell is taken as they mean it", () => {
  expect(readCellText("5 * 3 [TBC] \\")).toEqual(text(paragraph(words("5 * 3 [TBC] \\"))));
});

test("a link that must not be followed is only its words", () => {
  const read = readCellText("[here](javascript:alert(1\\))");
  expect(read).toEqual(text(paragraph(words("here"))));
});

test("data that could not be shown is taken as words", () => {
  const cell = '\\json:{"type":"doc","content":[{"type":"script"}]}';
  expect(readCellText(cell).content[0]?.type).toBe("paragraph");
});

test("every text comes back reading the same, also without the white space around it", () => {
  fc.assert(
    fc.property(anyText, (rich) => {
      const cell = writeCellText(rich);
      expect(readCellText(cell)).toEqual(evenOut(rich));
      expect(readCellText(`\n ${cell} \n`)).toEqual(evenOut(rich));
    }),
    { numRuns: 300 },
  );
});

test("whatever a cell holds is read, and says the same when it is written again", () => {
  const noise = fc.string({
    unit: fc.constantFrom(
      "*",
      "[",
      "]",
      "(",
      ")",
      "|",
      "\\",
      "•",
      " ",
      "\n",
      "a",
      "1. ",
      "u{",
      "}",
    ),
  });
  fc.assert(
    fc.property(noise, (cell) => {
      const read = readCellText(cell);
      expect(readCellText(writeCellText(read))).toEqual(read);
    }),
    { numRuns: 300 },
  );
});
