/** Offsets in the plain text and positions in an editor's document are two names of the same letters. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nodeOfRichText } from "../../../client/editor/text/rich-text-node.ts";
import { textOffsets } from "../../../client/editor/text/text-offsets.ts";
import { plainText } from "../../../shared/plain-text.ts";
import type { RichNode, RichText } from "../../../shared/rich-text.ts";

const text = fc
  .string({ minLength: 1, maxLength: 8 })
  .map((words): RichNode => ({ type: "text", text: words.replaceAll("\n", " ") }));
const bold = text.map((node): RichNode => ({ ...node, marks: [{ type: "bold" }] }));
const paragraph = fc
  .tuple(fc.option(text, { nil: undefined }), fc.option(bold, { nil: undefined }))
  .map(([first, second]): RichNode => ({
    type: "paragraph",
    content: [first, second].filter((node) => node !== undefined),
  }));
const list = fc
  .array(fc.array(paragraph, { maxLength: 2 }), { maxLength: 3 })
  .map((points): RichNode => ({
    type: "bulletList",
    content: points.map((content) => ({ type: "listItem", content })),
  }));
const table = fc
  .array(fc.array(paragraph, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 })
  .map((rows): RichNode => ({
    type: "table",
    content: rows.map((cells) => ({
      type: "tableRow",
      content: cells.map((cell) => ({ type: "tableCell", content: [cell] })),
    })),
  }));
const richText = fc
  .array(fc.oneof({ weight: 3, arbitrary: paragraph }, list, table), { maxLength: 4 })
  .map((content): RichText => ({ type: "doc", content }));

describe("offsets", () => {
  it("count the same letters as the plain text, through lists and tables", () => {
    fc.assert(
      fc.property(richText, (written) => {
        const doc = nodeOfRichText(written);
        const plain = plainText(written);
        const { runs, positionOf, offsetOf } = textOffsets(doc);
        for (const { offset, position, length } of runs) {
          const words = doc.textBetween(position, position + length);
          expect(plain.slice(offset, offset + length)).toBe(words);
          for (let at = 0; at < length; at += 1) {
            const place = positionOf(offset + at);
            expect(doc.textBetween(place, place + 1)).toBe(plain[offset + at]);
            expect(offsetOf(position + at)).toBe(offset + at);
          }
        }
      }),
    );
  });

  it("outside the text give the nearest place in it", () => {
    const doc = nodeOfRichText({
      type: "doc",
      content: [{ type: "paragraph", content: [{ type: "text", text: "date" }] }],
    });
    const { positionOf, offsetOf } = textOffsets(doc);
    expect([positionOf(-3), positionOf(99), offsetOf(0), offsetOf(99)]).toEqual([1, 5, 0, 4]);
  });
});
