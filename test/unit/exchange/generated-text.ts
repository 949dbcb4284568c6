/**
 * Random rich texts with everything that a field may hold, for round trips of files: marks, links, lists in
 * lists, tables with spans, emoji, right-to-left words, quotes, and words that other programs take for
 * markup or formulas. Laid out as the editor lays them out, so what comes back must be the same data.
 */
import fc from "fast-check";
import { evenOut } from "../../../shared/even-text.ts";
import type { RichNode, RichText } from "../../../shared/rich-text.ts";

const someWord = fc.constantFrom(
  "the",
  "tenant",
  "reports",
  "a",
  "repair",
  "within",
  "24",
  "hours",
  "two-hour",
  "I need to",
  "é",
  "naïve",
  "𝒳",
  "👩‍👧‍👦",
  "🇬🇧",
  "漢字",
  "e\u0301",
  "10\u00A0%",
  "שלום",
  "مرحبا بالعالم",
  "(עברית)",
  "“quoted”",
  "it’s",
  '"straight"',
  "'single'",
  "a,b;c",
  "R-27",
  "N-12 (partly)",
  "So that",
  "<b>bold</b>",
  "&amp;",
  "]]>",
  "a|b",
  "*star*",
  "_under_",
  "`code`",
  "# not a heading",
  "1.",
  "=1+1",
  "+44 20",
  "-5",
  "@somebody",
  "\\",
  "{}",
  "%1",
  "Measure:",
  "--",
);

/** Words parted by single spaces, as people type them. */
export const someWords: fc.Arbitrary<string> = fc
  .array(someWord, { minLength: 1, maxLength: 6 })
  .map((list) => list.join(" "));

const someMarks = fc.constantFrom<RichNode["marks"]>(
  undefined,
  undefined,
  [{ type: "bold" }],
  [{ type: "italic" }],
  [{ type: "bold" }, { type: "italic" }],
  [{ type: "link", attrs: { href: "https://example.org/a?b=1&c=%20d#e" } }],
  [{ type: "link", attrs: { href: "mailto:repairs@example.org" } }, { type: "bold" }],
);

const piece: fc.Arbitrary<RichNode> = fc
  .tuple(someWords, someMarks)
  .map(([text, marks]) => ({ type: "text", text, ...(marks ? { marks } : {}) }));

/** A paragraph with words; between its pieces stands a space that carries no mark. */
const line: fc.Arbitrary<RichNode> = fc
  .array(piece, { minLength: 1, maxLength: 3 })
  .map((pieces) => ({
    type: "paragraph",
    content: pieces.flatMap((one, at) => (at === 0 ? [one] : [{ type: "text", text: " " }, one])),
  }));

const listType = fc.constantFrom("bulletList", "orderedList");

function listOf(inside: fc.Arbitrary<RichNode> | null): fc.Arbitrary<RichNode> {
  const blocks = fc
    .tuple(line, inside ? fc.array(fc.oneof(line, inside), { maxLength: 2 }) : fc.constant([]))
    .map(([first, rest]): RichNode => ({ type: "listItem", content: [first, ...rest] }));
  return fc
    .tuple(listType, fc.array(blocks, { minLength: 1, maxLength: 3 }))
    .map(([type, content]) => ({ type, content }));
}

const list = listOf(listOf(listOf(null)));

const cellBlocks = fc.oneof(
  { weight: 1, arbitrary: fc.constant<RichNode[]>([{ type: "paragraph" }]) },
  { weight: 6, arbitrary: fc.array(line, { minLength: 1, maxLength: 2 }) },
  { weight: 1, arbitrary: fc.tuple(line, listOf(null)) },
);

/** Two columns and up to three rows; perhaps a head, perhaps a cell over both columns or over two rows. */
const table: fc.Arbitrary<RichNode> = fc
  .record({
    rows: fc.array(fc.tuple(cellBlocks, cellBlocks), { minLength: 2, maxLength: 3 }),
    head: fc.boolean(),
    span: fc.constantFrom("none", "none", "columns", "rows"),
  })
  .map(({ rows, head, span }) => ({
    type: "table",
    content: rows.map(([left, right], at) => {
      const type = head && at === 0 ? "tableHeader" : "tableCell";
      const isLast = at === rows.length - 1;
      const cells: RichNode[] = [
        { type, content: left },
        { type, content: right },
      ];
      if (span === "columns" && isLast)
        return { type: "tableRow", content: [{ type, attrs: { colspan: 2 }, content: left }] };
      if (span === "rows" && !head && at === 0)
        cells[0] = { type, attrs: { rowspan: 2 }, content: left };
      if (span === "rows" && !head && at === 1) cells.shift();
      return { type: "tableRow", content: cells };
    }),
  }));

function textOf(block: fc.Arbitrary<RichNode>, most: number): fc.Arbitrary<RichText> {
  return fc
    .array(block, { minLength: 1, maxLength: most })
    .map((content) => evenOut({ type: "doc", content }));
}

/** For a field of one line. */
export const oneLine: fc.Arbitrary<RichText> = textOf(line, 1);

/** For a field of several lines without tables. */
export const severalLines: fc.Arbitrary<RichText> = textOf(
  fc.oneof({ weight: 3, arbitrary: line }, { weight: 1, arbitrary: list }),
  3,
);

/** For a field that takes tables too. */
export const withTables: fc.Arbitrary<RichText> = textOf(
  fc.oneof(
    { weight: 4, arbitrary: line },
    { weight: 2, arbitrary: list },
    { weight: 1, arbitrary: table },
  ),
  4,
);
