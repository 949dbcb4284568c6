/** Random rich texts with every kind of block, mark and letter that can be in one, for round trips. */
import fc from "fast-check";
import { evenOut } from "../../shared/even-text.ts";
import type { RichNode, RichText } from "../../shared/rich-text.ts";

const awkward = fc.constantFrom(
  "tenant",
  "£50.00",
  "é",
  "👩‍👧",
  "𝒳",
  "שלום",
  "‏",
  "مرحبا",
  "\u00a0",
  " ",
  "  ",
  "\t",
  "\n",
  "\u2028",
  '"',
  "'",
  "”",
  ",",
  ";",
  "=1+1",
  "+44",
  "-",
  "@",
  "*",
  "**",
  "_x0041_",
  "_",
  "[a](b)",
  "]",
  "|",
  "\\",
  "\\n",
  "\\e",
  "• ",
  "1. ",
  "# ",
  "<b>",
  "&amp;",
  "]]>",
  "\u0007",
  "Differs for Hackney: ",
  "\\json:{",
);
const letters = fc.oneof(
  fc.array(awkward, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("")),
  fc.string({ minLength: 1, maxLength: 8, unit: "grapheme" }),
);
const marks = fc
  .record({
    bold: fc.boolean(),
    italic: fc.boolean(),
    link: fc.constantFrom(null, null, "https://example.org/a(b)c?d=[e]", "mailto:a@example.org"),
  })
  .map(({ bold, italic, link }) => [
    ...(bold ? [{ type: "bold" }] : []),
    ...(italic ? [{ type: "italic" }] : []),
    ...(link === null ? [] : [{ type: "link", attrs: { href: link } }]),
  ]);
const piece: fc.Arbitrary<RichNode> = fc.tuple(letters, marks).map(([text, marked]) => ({
  type: "text",
  text,
  ...(marked.length > 0 ? { marks: marked } : {}),
}));

const anyParagraph: fc.Arbitrary<RichNode> = fc
  .array(piece, { maxLength: 4 })
  .map((content) => (content.length > 0 ? { type: "paragraph", content } : { type: "paragraph" }));

const { block } = fc.letrec<{ block: RichNode; blocks: RichNode[] }>((tie) => ({
  blocks: fc.array(tie("block"), { maxLength: 2 }),
  block: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    { weight: 5, arbitrary: anyParagraph },
    {
      weight: 2,
      arbitrary: fc
        .tuple(
          fc.constantFrom("bulletList", "orderedList"),
          fc.array(fc.tuple(anyParagraph, tie("blocks"), fc.boolean()), { maxLength: 3 }),
        )
        .map(([type, items]) => ({
          type,
          content: items.map(([first, rest, isUsual]) => ({
            type: "listItem",
            content: isUsual ? [first, ...rest] : rest,
          })),
        })),
    },
    {
      weight: 1,
      arbitrary: fc
        .array(
          fc.array(
            fc.record({
              isHeader: fc.boolean(),
              first: anyParagraph,
              rest: tie("blocks"),
              isPlain: fc.boolean(),
              colspan: fc.constantFrom(1, 1, 1, 2),
            }),
            { maxLength: 3 },
          ),
          { maxLength: 3 },
        )
        .map((rows) => ({
          type: "table",
          content: rows.map((cells) => ({
            type: "tableRow",
            content: cells.map(({ isHeader, first, rest, isPlain, colspan }) => ({
              type: isHeader ? "tableHeader" : "tableCell",
              attrs: { colspan: isPlain ? 1 : colspan, rowspan: 1, colwidth: null },
              content: isPlain ? [first] : rest,
            })),
          })),
        })),
    },
  ),
}));

/** Paragraphs, lists and tables in one another. */
export const anyText: fc.Arbitrary<RichText> = fc
  .array(block, { minLength: 1, maxLength: 4 })
  .map((content) => evenOut({ type: "doc", content }));

/** One line, as a title or a need's parts are. */
export const anyLine: fc.Arbitrary<RichText> = anyParagraph.map((paragraph) =>
  evenOut({ type: "doc", content: [paragraph] }),
);
