/** Random rich texts, and random changes of one, for tests of what is written and carried over. */
import fc from "fast-check";
import type { RichNode, RichText } from "../../shared/rich-text.ts";
import { bullets, paragraph, table } from "./written-body.ts";

const someWords = fc.constantFrom(
  "the",
  "tenant",
  "tenants",
  "two-hour",
  "window",
  "must",
  "answer",
  "é",
  "𝒳",
  "👩‍👧",
  "I’m",
  "within",
  "24",
);
const someMarks = fc.constantFrom<RichNode["marks"]>(
  undefined,
  undefined,
  undefined,
  [{ type: "bold" }],
  [{ type: "bold" }, { type: "italic" }],
  [{ type: "link", attrs: { href: "https://example.org/" } }],
  [{ type: "link", attrs: { href: "https://example.org/2" } }],
);
const piece: fc.Arbitrary<RichNode> = fc
  .record({
    list: fc.array(someWords, { minLength: 1, maxLength: 5 }),
    end: fc.constantFrom(" ", ". ", ", ", ""),
    marks: someMarks,
  })
  .map(({ list, end, marks }) => ({
    type: "text",
    text: list.join(" ") + end,
    ...(marks ? { marks } : {}),
  }));
const line = fc.array(piece, { maxLength: 4 }).map((pieces) => paragraph(...pieces));
const block: fc.Arbitrary<RichNode> = fc.oneof(
  { weight: 5, arbitrary: line },
  {
    weight: 2,
    arbitrary: fc
      .array(fc.array(line, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 })
      .map((items) => bullets(...items)),
  },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.tuple(line, line), { minLength: 1, maxLength: 2 })
      .map((rows) => table(...rows)),
  },
);

export const someText: fc.Arbitrary<RichText> = fc
  .array(block, { minLength: 1, maxLength: 4 })
  .map((content) => ({ type: "doc", content }));

/** A text and another that has much in common with it. */
export const textAndChange: fc.Arbitrary<readonly [RichText, RichText]> = fc
  .tuple(someText, fc.array(fc.tuple(fc.nat(), fc.nat(3), block, piece), { maxLength: 3 }))
  .map(([text, changes]) => {
    let content = [...text.content];
    for (const [at, how, other, words] of changes) {
      const place = at % (content.length + 1);
      const here = content[place];
      if (how === 0) content.splice(place, 0, other);
      else if (how === 1 && content.length > 1) content.splice(place, 1);
      else if (here?.type === "paragraph") {
        const pieces = [...(here.content ?? [])];
        pieces.splice(at % (pieces.length + 1), how === 2 ? 0 : 1, words);
        content = content.with(place, paragraph(...pieces));
      } else content = content.with(Math.min(place, content.length - 1), other);
    }
    return [text, { type: "doc", content }] as const;
  });
