/** Rich text goes into a Yjs fragment and comes out the same. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { plainText } from "../../shared/plain-text.ts";
import {
  makeFragment,
  readRichText,
  richTextFromPlain,
  type RichText,
} from "../../shared/rich-text.ts";

function roundTrip(text: RichText): RichText {
  const doc = new Y.Doc();
  doc.getMap("held").set("field", makeFragment(text));
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  const fragment = copy.getMap("held").get("field");
  if (!(fragment instanceof Y.XmlFragment)) throw new Error("no fragment");
  return readRichText(fragment);
}

const paragraph = (...content: object[]) => ({ type: "paragraph", content });

describe("rich text", () => {
  it("keeps bold, italic and links", () => {
    const text = {
      type: "doc",
      content: [
        paragraph(
          { type: "text", text: "Reply within " },
          { type: "text", text: "two days", marks: [{ type: "bold" }] },
          {
            type: "text",
            text: " as the law says",
            marks: [{ type: "link", attrs: { href: "https://example.org/" } }],
          },
        ),
      ],
    } as RichText;
    expect(roundTrip(text)).toEqual(text);
  });

  it("keeps lists and tables", () => {
    const cell = (words: string) => ({
      type: "tableCell",
      content: [paragraph({ type: "text", text: words })],
    });
    const text = {
      type: "doc",
      content: [
        {
          type: "bulletList",
          content: [{ type: "listItem", content: [paragraph({ type: "text", text: "one" })] }],
        },
        { type: "table", content: [{ type: "tableRow", content: [cell("a"), cell("b")] }] },
      ],
    } as RichText;
    expect(roundTrip(text)).toEqual(text);
    expect(plainText(text)).toBe("one\na\nb");
  });

  it("keeps any words of any script, and parts paragraphs at blank lines", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: "grapheme", minLength: 1 }), { maxLength: 5 }),
        (parts) => {
          const text = richTextFromPlain(parts.join("\n\n"));
          expect(roundTrip(text)).toEqual(text);
        },
      ),
    );
    expect(plainText(richTextFromPlain("one\nline\n\ntwo"))).toBe("one line\ntwo");
  });
});
