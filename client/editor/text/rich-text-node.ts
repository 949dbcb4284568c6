/**
 * Plain data to a ProseMirror document. Promises never to throw and to lose no words: what the schema
 * does not know is shown as plain paragraphs.
 */
import { Fragment, type Mark as TextMark, type Node } from "@tiptap/pm/model";
import { plainText } from "../../../shared/plain-text.ts";
import type { Mark, RichNode, RichText } from "../../../shared/rich-text.ts";
import { textSchema } from "./text-schema.ts";

const known = new WeakMap<RichText, Node>();

/** The document node; the same one each time for the same data. */
export function nodeOfRichText(text: RichText): Node {
  let node = known.get(text);
  if (!node) {
    node = textSchema.topNodeType.create(null, blocksOf(text.content));
    known.set(text, node);
  }
  return node;
}

function blocksOf(nodes: readonly RichNode[]): Node[] {
  return nodes.map(
    (node) => tryToMake(node) ?? paragraphOf(plainText({ type: "doc", content: [node] })),
  );
}

function tryToMake(node: RichNode): Node | null {
  const type = textSchema.nodes[node.type];
  if (!type || type.isText || type === textSchema.topNodeType) return null;
  const content = type.isTextblock
    ? inlineOf(node.content ?? [])
    : (node.content ?? []).map((child) => tryToMake(child));
  if (content.includes(null)) return null;
  const children = Fragment.from(content.filter((child) => child !== null));
  if (!type.validContent(children)) return null;
  try {
    return type.create({ ...node.attrs }, children);
  } catch {
    return null;
  }
}

function inlineOf(nodes: readonly RichNode[]): (Node | null)[] {
  return nodes.map((node) =>
    node.text === undefined || node.text === ""
      ? null
      : textSchema.text(node.text, marksOf(node.marks ?? [])),
  );
}

function marksOf(marks: readonly Mark[]): TextMark[] {
  return marks.flatMap(({ type, attrs }) => textSchema.marks[type]?.create({ ...attrs }) ?? []);
}

function paragraphOf(words: string): Node {
  const content = words === "" ? [] : [textSchema.text(words)];
  return textSchema.node("paragraph", null, content);
}
