/**
 * Draws a text on the page as an editor would, without an editor: the same elements by the same
 * schema, the same marks around highlighted words, the same line break in an empty paragraph. That
 * is why nothing moves when an editor takes the place of what is drawn here.
 */
import { DOMSerializer, type Node } from "@tiptap/pm/model";
import type { Highlight } from "../../connection/highlights.ts";
import { highlightElement, makeElement } from "./highlight-element.ts";
import { textOffsets } from "./text-offsets.ts";
import { textSchema } from "./text-schema.ts";

const serializer = DOMSerializer.fromSchema(textSchema);

/** Replaces what `element` holds. */
export function drawText(element: HTMLElement, ...text: Drawing): void {
  put(element, drawingOf(...text));
}

/** Leaves what `element` holds when it is the same already, with what somebody has selected in it. */
export function drawTextIfOther(element: HTMLElement, ...text: Drawing): void {
  const drawn = drawingOf(...text);
  const now = [...element.childNodes];
  const isSame =
    now.length === drawn.childNodes.length &&
    now.every((node, at) => node.isEqualNode(drawn.childNodes[at] ?? null));
  if (!isSame) put(element, drawn);
}

type Drawing = [doc: Node, highlights: readonly Highlight[], activeThread: string | null];

function drawingOf(...[doc, highlights, activeThread]: Drawing): DocumentFragment | HTMLElement {
  const drawn = serializer.serializeFragment(doc.content);
  breakEmptyLines(drawn);
  if (highlights.length > 0) markWords(drawn, doc, highlights, activeThread);
  return drawn;
}

function put(element: HTMLElement, drawn: DocumentFragment | HTMLElement): void {
  element.toggleAttribute("data-empty", isEmpty(drawn));
  element.replaceChildren(drawn);
}

/** One paragraph with nothing in it: the field says what goes there. */
function isEmpty({ children: [only, second] }: ParentNode): boolean {
  const isBreak = only?.firstElementChild?.className === "ProseMirror-trailingBreak";
  return isBreak && only.childNodes.length === 1 && second === undefined;
}

/** A paragraph without words is as high as a line only with a break in it; editors put one in too. */
function breakEmptyLines(drawn: ParentNode): void {
  for (const paragraph of drawn.querySelectorAll("p:empty")) {
    const lineBreak = document.createElement("br");
    lineBreak.className = "ProseMirror-trailingBreak";
    paragraph.append(lineBreak);
  }
}

function markWords(
  drawn: DocumentFragment | HTMLElement,
  doc: Node,
  highlights: readonly Highlight[],
  activeThread: string | null,
): void {
  const walker = document.createTreeWalker(drawn, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  const { runs, lines, lineAt } = textOffsets(doc);
  const over = highlights.filter(({ kind }) => kind !== "new");
  const coming = highlights.filter(({ kind }) => kind === "new");
  for (const [number, run] of runs.entries()) {
    const text = texts[number];
    const end = run.offset + run.length;
    const touching = over.filter(({ from, to }) => from < end && run.offset < to);
    const before = coming.filter(({ from }) => run.offset <= from && from < end);
    if (text && touching.length + before.length > 0)
      markOne(text, run.offset, touching, before, activeThread);
  }
  const paragraphs = drawn.querySelectorAll("p");
  for (const highlight of coming) {
    const line = lineAt(highlight.from);
    const { offset = 0, length = 0 } = lines[line] ?? {};
    if (highlight.from < offset + length) continue;
    const element = makeElement(highlightElement(highlight, activeThread));
    const paragraph = paragraphs[line];
    const lineBreak = paragraph?.querySelector(".ProseMirror-trailingBreak");
    if (lineBreak) lineBreak.before(element);
    else paragraph?.append(element);
  }
}

/**
 * Cuts one text at the ends of its highlights, puts each piece in the marks that cover it, and words
 * that would come before the piece that follows them.
 */
function markOne(
  text: Text,
  start: number,
  over: readonly Highlight[],
  coming: readonly Highlight[],
  activeThread: string | null,
): void {
  const end = start + text.length;
  const cuts = new Set([start, end, ...coming.map(({ from }) => from)]);
  for (const { from, to } of over) {
    cuts.add(Math.max(start, from));
    cuts.add(Math.min(end, to));
  }
  const ends = [...cuts].toSorted((a, b) => a - b);
  const pieces = ends.slice(1).flatMap((to, number) => {
    const from = ends[number] ?? start;
    let piece: globalThis.Node = document.createTextNode(text.data.slice(from - start, to - start));
    const covering = over.filter((one) => one.from <= from && to <= one.to);
    for (const highlight of covering.toReversed()) {
      const mark = makeElement(highlightElement(highlight, activeThread));
      mark.append(piece);
      piece = mark;
    }
    const before = coming.filter((one) => one.from === from);
    return [...before.map((one) => makeElement(highlightElement(one, activeThread))), piece];
  });
  text.replaceWith(...pieces);
}
