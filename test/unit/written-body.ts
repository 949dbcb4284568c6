/** A document with one text item whose body says given blocks, for tests of anchors. */
import * as Y from "yjs";
import { makeAnchor, type Anchor } from "../../shared/anchors.ts";
import { addItem, fragmentOf } from "../../shared/items.ts";
import { plainText } from "../../shared/plain-text.ts";
import { readRichText, type RichNode, type RichText } from "../../shared/rich-text.ts";

export const words = (text: string, ...marks: string[]): RichNode => ({
  type: "text",
  text,
  ...(marks.length > 0 ? { marks: marks.map((type) => ({ type })) } : {}),
});
export const paragraph = (...content: RichNode[]): RichNode => ({ type: "paragraph", content });
export const bullets = (...items: RichNode[][]): RichNode => ({
  type: "bulletList",
  content: items.map((content) => ({ type: "listItem", content })),
});
export const table = (...rows: RichNode[][]): RichNode => ({
  type: "table",
  content: rows.map((cells) => ({
    type: "tableRow",
    content: cells.map((cell) => ({ type: "tableCell", content: [cell] })),
  })),
});

/** A document with one text item "t" that says `content`, and another "u" that says the same. */
export function written(...content: RichNode[]): { doc: Y.Doc; body: Y.XmlFragment } {
  const doc = new Y.Doc();
  const body: RichText = { type: "doc", content };
  addItem(doc, { id: "t", kind: "text", order: "a0V", fields: { body } });
  addItem(doc, { id: "u", kind: "text", order: "a1V", fields: { body } });
  const fragment = fragmentOf(doc, "t", "body");
  if (!fragment) throw new Error("the item has no body");
  return { doc, body: fragment };
}

export const said = (body: Y.XmlFragment): string => plainText(readRichText(body));

export function quoting(
  body: Y.XmlFragment,
  quote: string,
  from = said(body).indexOf(quote),
): Anchor {
  return makeAnchor(body, "t", "body", from, from + quote.length);
}

/** The text of the first paragraph, or of the one at `index`. */
export function textAt(body: Y.XmlFragment, index = 0): Y.XmlText {
  const block = body.get(index);
  const text = block instanceof Y.XmlElement ? block.get(0) : null;
  if (!(text instanceof Y.XmlText)) throw new Error("no text there");
  return text;
}

export function replace(text: Y.XmlText, before: string, after: string): void {
  const at = text.toJSON().indexOf(before);
  if (at === -1) throw new Error(`"${before}" is not in "${text.toJSON()}"`);
  text.doc?.transact(() => {
    text.delete(at, before.length);
    text.insert(at, after);
  });
}
