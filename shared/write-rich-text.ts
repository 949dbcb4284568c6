/**
 * Makes a field say something else by the smallest change. Promises that what stays the same stays the
 * very same letters: carets, comments and links hold on to them, and what somebody types beside them
 * at that moment lands where they typed it.
 */
import * as Y from "yjs";
import { evenOut } from "./even-text.ts";
import { pairBlocks } from "./pair-blocks.ts";
import { makeElement, readNode, type RichNode, type RichText } from "./rich-text.ts";
import { writeWords } from "./write-words.ts";

/** In the caller's transaction. @param fragment a field as it is in the document */
export function writeRichText(fragment: Y.XmlFragment, wanted: RichText): void {
  writeBlocks(fragment, evenOut(wanted).content);
}

function writeBlocks(parent: Y.XmlFragment, wanted: readonly RichNode[]): void {
  // What is unknown here is left out by readers, so it is left alone.
  const known = parent.toArray().flatMap((child, index) => {
    const [node] = evenOut({ type: "doc", content: readNode(child) }).content;
    return node && readNode(child).length > 0 ? [{ child, node, index }] : [];
  });
  const pairs = pairBlocks(
    known.map(({ node }) => node),
    wanted,
  );
  let moved = 0;
  let next = 0;
  for (const { from, to } of pairs) {
    const have = from === null ? undefined : known[from];
    const want = to === null ? undefined : wanted[to];
    if (have) next = have.index + moved;
    if (have && want && writeBlock(have.child, have.node, want)) {
      next += 1;
      continue;
    }
    if (want) {
      parent.insert(next, [makeElement(want)]);
      next += 1;
      moved += 1;
    }
    if (have) {
      parent.delete(next, 1);
      moved -= 1;
    }
  }
}

type Part = ReturnType<Y.XmlFragment["toArray"]>[number];

/** @returns false when it cannot become the other: another one has to take its place */
function writeBlock(child: Part, have: RichNode, want: RichNode): boolean {
  if (JSON.stringify(have) === JSON.stringify(want)) return true;
  if (!(child instanceof Y.XmlElement) || have.type !== want.type) return false;
  const parts = child.toArray();
  const texts = parts.filter((part) => part instanceof Y.XmlText);
  const content = want.content ?? [];
  const isLine = content.every(({ text }) => text !== undefined);
  if (isLine && texts.length === parts.length && (texts.length > 0 || want.type === "paragraph"))
    writeWords(child, texts, content);
  else if (!isLine && texts.length === 0) writeBlocks(child, content);
  else if (content.length === 0) child.delete(0, child.length);
  else return false;
  writeAttributes(child, have, want);
  return true;
}

function writeAttributes(element: Y.XmlElement, have: RichNode, want: RichNode): void {
  const [before, after] = [have.attrs ?? {}, want.attrs ?? {}];
  for (const name of Object.keys(before)) {
    if (!Object.hasOwn(after, name)) element.removeAttribute(name);
  }
  for (const [name, value] of Object.entries(after)) {
    if (JSON.stringify(before[name]) !== JSON.stringify(value))
      element.setAttribute(name, value as string);
  }
}
