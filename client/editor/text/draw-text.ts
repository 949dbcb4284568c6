/**
 * Draws a text on the page as an editor would, without an editor: the same elements by the same
 * schema, the same marks around highlighted words, the same line break in an empty paragraph. That
 * is why nothing moves when an editor takes the place of what is drawn here.
 */
import { DOMSerializer, type Node } from "@tiptap/pm/model";
import type { Highlight } from "../../connection/highlights.ts";
import { highlightAttributes } from "./highlight-attributes.ts";
import { textOffsets } from "./text-offsets.ts";
import { textSchema } from "./text-schema.ts";

const serializer = DOMSerializer.fromSchema(textSchema);

/** Replaces what `element` holds. */
export function drawText(
  element: HTMLElement,
  doc: Node,
  highlights: readonly Highlight[],
  activeThread: string | null,
): void {
  const drawn = serializer.serializeFragment(doc.content);
  breakEmptyLines(drawn);
  if (highlights.length > 0) markWords(drawn, doc, highlights, activeThread);
  element.replaceChildren(drawn);
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
  const { runs } = textOffsets(doc);
  for (const [number, run] of runs.entries()) {
    const text = texts[number];
    const touching = highlights.filter(
      ({ from, to }) => from < run.offset + run.length && run.offset < to,
    );
    if (text && touching.length > 0) markOne(text, run.offset, touching, activeThread);
  }
}

/** Cuts one text at the ends of its highlights and puts each piece in the marks that cover it. */
function markOne(
  text: Text,
  start: number,
  highlights: readonly Highlight[],
  activeThread: string | null,
): void {
  const end = start + text.length;
  const cuts = new Set([start, end]);
  for (const { from, to } of highlights) {
    cuts.add(Math.max(start, from));
    cuts.add(Math.min(end, to));
  }
  const ends = [...cuts].toSorted((a, b) => a - b);
  const pieces = ends.slice(1).map((to, number) => {
    const from = ends[number] ?? start;
    let piece: globalThis.Node = document.createTextNode(text.data.slice(from - start, to - start));
    const covering = highlights.filter((one) => one.from <= from && to <= one.to);
    for (const highlight of covering.toReversed()) {
      const mark = document.createElement("mark");
      for (const [name, value] of Object.entries(highlightAttributes(highlight, activeThread)))
        mark.setAttribute(name, value);
      mark.append(piece);
      piece = mark;
    }
    return piece;
  });
  text.replaceWith(...pieces);
}
