/**
 * The words of two paragraphs of Word's XML as one paragraph with tracked changes. Promises that
 * accepting all gives the newer one's runs and rejecting all the older one's, links and formatting too.
 */
import type { Mark, RichNode } from "../../../shared/rich-text.ts";
import { runDifference, runsIn, type DiffRun } from "../../../shared/run-difference.ts";
import type { Tracks } from "./tracks.ts";
import { childOf, element, parseXml, writeXml, type XmlElement, type XmlNode } from "./xml-tree.ts";

/** What stands in a paragraph beside its words: bookmarks, comments' ends. */
interface Pin {
  /** Behind so many letters. */
  readonly at: number;
  readonly node: XmlElement;
}

interface Line {
  /** Pieces with the XML of their formatting and link as marks. */
  readonly words: readonly RichNode[];
  readonly pins: readonly Pin[];
}

/** Stands for what is no letter: a tab, a line break, a picture. No text has it: Unicode says so. */
const thing = "\uFDD0";

/**
 * @param older and `newer`: paragraphs; one of them where the paragraph as a whole comes or goes
 * @returns what stands in the paragraph after its properties; bookmarks are the newer one's
 */
export function comparedLine(
  older: XmlElement | null,
  newer: XmlElement | null,
  tracks: Tracks,
): XmlNode[] {
  const [before, after] = [older && lineOf(older), newer && lineOf(newer)];
  return written(runsBetween(before, after), after?.pins ?? [], tracks);
}

function runsBetween(before: Line | null, after: Line | null): DiffRun[] {
  if (before && after) return runDifference(before.words, after.words);
  return before ? runsIn("gone", before.words) : runsIn("new", after?.words ?? []);
}

/** Its words alone, for telling which paragraph is which. */
export function wordsOfLine(paragraph: XmlElement): string {
  return lineOf(paragraph)
    .words.map(({ text }) => text)
    .join("");
}

function lineOf(paragraph: XmlElement): Line {
  const words: RichNode[] = [];
  const pins: Pin[] = [];
  let length = 0;
  const add = (text: string, marks: readonly Mark[]): void => {
    words.push({ type: "text", text, marks });
    length += text.length;
  };
  const addRun = (run: XmlElement, link: Mark[]): void => {
    const look = childOf(run, "w:rPr");
    const marks = [...(look ? [{ type: "look", attrs: { xml: writeXml(look) } }] : []), ...link];
    for (const child of run.children) {
      if (typeof child === "string" || child.name === "w:rPr") continue;
      if (child.name === "w:t") add(child.children.filter(isText).join(""), marks);
      else add(thing, [...marks, { type: "thing", attrs: { xml: writeXml(child) } }]);
    }
  };
  for (const child of paragraph.children) {
    if (typeof child === "string" || child.name === "w:pPr") continue;
    if (child.name === "w:r") addRun(child, []);
    else if (child.name === "w:hyperlink") {
      const link = { type: "link", attrs: { xml: writeXml({ ...child, children: [] }) } };
      for (const inside of child.children) {
        if (typeof inside === "string") continue;
        if (inside.name === "w:r") addRun(inside, [link]);
        else pins.push({ at: length, node: inside });
      }
    } else pins.push({ at: length, node: child });
  }
  return { words, pins };
}

/** A run that is to be written, with what became of it. */
interface Piece {
  readonly state: "same" | "gone" | "new";
  readonly text: string;
  readonly marks: readonly Mark[];
}

function written(runs: readonly DiffRun[], pins: readonly Pin[], tracks: Tracks): XmlNode[] {
  const nodes: XmlNode[] = [];
  const left = [...pins];
  let at = 0;
  let together: Piece[] = [];
  const flush = (): void => {
    nodes.push(...inLink(together, tracks));
    together = [];
  };
  const add = (piece: Piece): void => {
    if (together[0] && !isTogether(together[0], piece)) flush();
    together.push(piece);
  };
  for (const piece of runs.flatMap(inStates)) {
    if (piece.state === "gone") {
      add(piece);
      continue;
    }
    let { text } = piece;
    for (;;) {
      const pin = left[0];
      if (!pin || pin.at >= at + text.length) break;
      const head = text.slice(0, pin.at - at);
      if (head !== "") add({ ...piece, text: head });
      flush();
      nodes.push(pin.node);
      left.shift();
      text = text.slice(head.length);
      at += head.length;
    }
    add({ ...piece, text });
    at += text.length;
  }
  flush();
  return [...nodes, ...left.map(({ node }) => node)];
}

/** Formatting is tracked as words that go and come: Word cannot track another address of a link. */
function inStates(run: DiffRun): Piece[] {
  if (run.state !== "restyled") return [run];
  return [
    { state: "gone", text: run.text, marks: run.before },
    { state: "new", text: run.text, marks: run.marks },
  ];
}

function isTogether(one: Piece, other: Piece): boolean {
  return one.state === other.state && xmlOf(one.marks, "link") === xmlOf(other.marks, "link");
}

function inLink(pieces: readonly Piece[], tracks: Tracks): XmlNode[] {
  const [first] = pieces;
  if (!first) return [];
  const runs = pieces.map(runOf);
  const nodes =
    first.state === "same"
      ? runs
      : [element(first.state === "new" ? "w:ins" : "w:del", tracks.attributes(), runs)];
  const link = xmlOf(first.marks, "link");
  return link === null ? nodes : [{ ...parsedOnce(link), children: nodes }];
}

function runOf({ state, text, marks }: Piece): XmlElement {
  const [look, other] = [xmlOf(marks, "look"), xmlOf(marks, "thing")];
  const isGone = state === "gone";
  const content =
    other === null
      ? element(isGone ? "w:delText" : "w:t", { "xml:space": "preserve" }, [text])
      : goneThing(parsedOnce(other), isGone);
  return element("w:r", {}, [...(look === null ? [] : [parsedOnce(look)]), content]);
}

function goneThing(node: XmlElement, isGone: boolean): XmlElement {
  return isGone && node.name === "w:instrText" ? { ...node, name: "w:delInstrText" } : node;
}

function isText(node: XmlNode): node is string {
  return typeof node === "string";
}

/** There are few kinds of formatting, and thousands of runs. */
const parsed = new Map<string, XmlElement>();

function parsedOnce(xml: string): XmlElement {
  let node = parsed.get(xml);
  if (!node) {
    if (parsed.size > 10_000) parsed.clear();
    parsed.set(xml, (node = parseXml(xml)));
  }
  return node;
}

function xmlOf(marks: readonly Mark[], type: string): string | null {
  const xml = marks.find((mark) => mark.type === type)?.attrs?.["xml"];
  return typeof xml === "string" ? xml : null;
}
