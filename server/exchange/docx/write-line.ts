/** The words of a paragraph as Word's runs: bold, italic, links, line breaks, right-to-left words. */
import {
  EmptyElement,
  ExternalHyperlink,
  Tab,
  TextRun,
  type ParagraphChild,
  type XmlComponent,
} from "docx";
import { isLinkAddress } from "../../../shared/link-address.ts";
import type { Mark, RichNode } from "../../../shared/rich-text.ts";
import { printable } from "../printable.ts";
import { styleIds } from "./style-names.ts";

/** Something that stands between letters: the end of a comment's range. */
export interface Insert {
  /** Before the letter at this offset of the pieces' text. */
  readonly at: number;
  readonly children: readonly ParagraphChild[];
}

/** @param inserts by their place; what is beyond the end comes at the end */
export function writePieces(
  pieces: readonly RichNode[],
  inserts: readonly Insert[] = [],
): ParagraphChild[] {
  const children: ParagraphChild[] = [];
  const waiting = [...inserts];
  let at = 0;
  for (const { text = "", marks = [] } of pieces) {
    let from = 0;
    for (let next = waiting[0]; next && next.at < at + text.length; next = waiting[0]) {
      const cut = Math.max(from, next.at - at);
      children.push(...runsOf(text.slice(from, cut), marks), ...next.children);
      from = cut;
      waiting.shift();
    }
    children.push(...runsOf(text.slice(from), marks));
    at += text.length;
  }
  return [...children, ...waiting.flatMap((insert) => insert.children)];
}

/** Words that we print: never taken for the statement's own when the file comes back. */
export function labelRun(words: string, isHeading = false): TextRun {
  return new TextRun({ text: words, style: styleIds.label, ...(isHeading ? { bold: true } : {}) });
}

/** Whether a paragraph reads from right to left: its first letter does. */
export function readsRightToLeft(pieces: readonly RichNode[]): boolean {
  const words = pieces.map(({ text = "" }) => text).join("");
  return rightToLeft.test(/\p{L}/u.exec(words)?.[0] ?? "");
}

const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

function inRun(part: string): (string | XmlComponent)[] {
  if (part === "") return [];
  if (part === "\n") return [new EmptyElement("w:br")];
  return [part === "\t" ? new Tab() : part];
}

function runsOf(text: string, marks: readonly Mark[]): ParagraphChild[] {
  const words = printable(text);
  if (words === "") return [];
  const address = marks.find(({ type }) => type === "link")?.attrs?.["href"];
  const isLink = typeof address === "string" && isLinkAddress(address);
  const has = (type: string): boolean => marks.some((mark) => mark.type === type);
  const run = new TextRun({
    children: words.split(/([\n\t])/).flatMap(inRun),
    ...(has("bold") ? { bold: true } : {}),
    ...(has("italic") ? { italics: true } : {}),
    ...(isLink ? { style: "Hyperlink" } : {}),
    ...(rightToLeft.test(words) && !/\p{Script=Latin}/u.test(words) ? { rightToLeft: true } : {}),
  });
  return isLink ? [new ExternalHyperlink({ link: address, children: [run] })] : [run];
}
