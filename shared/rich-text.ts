/**
 * Rich text as plain data (ProseMirror's document JSON) and its way in and out of a Yjs fragment.
 * Promises that reading never throws, whatever a fragment holds, and that what is written is laid
 * out as the editor lays it out: a fragment of paragraphs, each with its `Y.XmlText`.
 */
import * as Y from "yjs";

export interface Mark {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
}

/** One node of ProseMirror's JSON. */
export interface RichNode {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly RichNode[];
  readonly marks?: readonly Mark[];
  readonly text?: string;
}

/** A whole field: the `doc` node. */
export interface RichText {
  readonly type: "doc";
  readonly content: readonly RichNode[];
}

export const emptyRichText: RichText = { type: "doc", content: [{ type: "paragraph" }] };

/** The paragraphs of `text`: a blank line parts them, single line breaks become spaces. */
export function richTextFromPlain(text: string): RichText {
  const paragraphs = text
    .split(/\r?\n\s*\r?\n/)
    .map((part) => part.replace(/\s*\r?\n\s*/g, " ").trim())
    .filter((part) => part !== "");
  if (paragraphs.length === 0) return emptyRichText;
  return {
    type: "doc",
    content: paragraphs.map((part) => ({
      type: "paragraph",
      content: [{ type: "text", text: part }],
    })),
  };
}

/** What a fragment says now. */
export function readRichText(fragment: Y.XmlFragment): RichText {
  return { type: "doc", content: fragment.toArray().flatMap(readNode) };
}

/**
 * A new fragment that says `text`. It is never empty: two people who type into a field at once
 * must meet in one `Y.XmlText`, or the editor's normalisation could drop one's letters.
 */
export function makeFragment(text: RichText): Y.XmlFragment {
  const fragment = new Y.XmlFragment();
  const blocks = text.content.length === 0 ? emptyRichText.content : text.content;
  fragment.insert(0, blocks.map(makeElement));
  return fragment;
}

/** What one part of a fragment says: a block, the words of a text, or nothing that is known. */
export function readNode(node: unknown): RichNode[] {
  if (node instanceof Y.XmlText) return readText(node);
  if (!(node instanceof Y.XmlElement)) return [];
  const attrs = node.getAttributes() as Record<string, unknown>;
  const content = node.toArray().flatMap(readNode);
  return [
    {
      type: node.nodeName,
      ...(Object.keys(attrs).length > 0 ? { attrs } : {}),
      ...(content.length > 0 ? { content } : {}),
    },
  ];
}

function readText(text: Y.XmlText): RichNode[] {
  const delta = text.toDelta() as { insert?: unknown; attributes?: Record<string, unknown> }[];
  return delta.flatMap(({ insert, attributes }) => {
    if (typeof insert !== "string" || insert === "") return [];
    const marks = Object.entries(attributes ?? {}).map(([name, value]) => readMark(name, value));
    return [{ type: "text", text: insert, ...(marks.length > 0 ? { marks } : {}) }];
  });
}

function readMark(name: string, value: unknown): Mark {
  const type = markTypeOf(name);
  const hasAttrs = typeof value === "object" && value !== null && Object.keys(value).length > 0;
  return hasAttrs ? { type, attrs: value as Record<string, unknown> } : { type };
}

/** The Yjs binding adds a hash to the name of a mark that may overlap itself. */
export function markTypeOf(name: string): string {
  return name.replace(/--[A-Za-z0-9+/=]{8}$/, "");
}

export function makeElement(node: RichNode): Y.XmlElement {
  const element = new Y.XmlElement(node.type);
  for (const [name, value] of Object.entries(node.attrs ?? {})) {
    if (value !== null && value !== undefined) element.setAttribute(name, value as string);
  }
  const children = node.content ?? [];
  if (node.type === "paragraph" || children.some((child) => child.type === "text")) {
    const text = new Y.XmlText();
    text.applyDelta(
      children.map((child) => ({
        insert: child.text ?? "",
        attributes: Object.fromEntries(
          (child.marks ?? []).map((mark) => [mark.type, mark.attrs ?? {}]),
        ),
      })),
    );
    element.insert(0, [text]);
  } else {
    element.insert(0, children.map(makeElement));
  }
  return element;
}
