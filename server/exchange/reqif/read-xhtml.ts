/**
 * XHTML, as requirements tools write it, cleaned to our rich text: paragraphs, lists, tables, bold,
 * italic and links that lead to a page or a mailbox. Promises that no word is lost except those of
 * scripts and style sheets, and that what comes out is no deeper than an editor can show.
 */
import { isLinkAddress } from "../../../shared/link-address.ts";
import type { Mark, RichNode, RichText } from "../../../shared/rich-text.ts";
import { childrenOf, type XmlElement } from "./read-xml.ts";

export interface ReadXhtml {
  readonly text: RichText;
  /** Pictures and attached files, which cannot be kept. */
  readonly pictures: number;
}

/**
 * `as-written`: our own file, in which every space counts. `collapsed`: white space only parts words,
 * as XHTML has it.
 */
export type WhiteSpace = "as-written" | "collapsed";

/** Blocks inside one another; deeper lists and tables become paragraphs. */
const deepestBlock = 9;

const dropped = new Set(["script", "style", "head", "title"]);
const inline = new Set(
  "a abbr acronym b big cite code dfn em font i kbd q s samp small span strike strong sub sup tt u var".split(
    " ",
  ),
);
const markOf: ReadonlyMap<string, Mark> = new Map([
  ["b", { type: "bold" }],
  ["strong", { type: "bold" }],
  ["i", { type: "italic" }],
  ["em", { type: "italic" }],
]);
const markOrder = ["bold", "italic", "link"];

export function readXhtml(element: XmlElement, space: WhiteSpace): ReadXhtml {
  const reader = new Reader(space);
  const content = reader.blocksIn(element, [], 1);
  return { text: { type: "doc", content }, pictures: reader.pictures };
}

/** What has been read of one block's content so far. */
interface Place {
  readonly blocks: RichNode[];
  words: RichNode[];
  readonly depth: number;
}

class Reader {
  pictures = 0;
  readonly #space: WhiteSpace;

  constructor(space: WhiteSpace) {
    this.#space = space;
  }

  blocksIn(element: XmlElement, marks: readonly Mark[], depth: number): RichNode[] {
    const place: Place = { blocks: [], words: [], depth };
    this.#readChildren(element, marks, place);
    this.#endLine(place);
    return place.blocks;
  }

  #readChildren(element: XmlElement, marks: readonly Mark[], place: Place): void {
    for (const child of element.children) {
      if (typeof child !== "string") this.#readElement(child, marks, place);
      else if (child !== "") place.words.push(wordsWith(child, marks));
    }
  }

  #readElement(element: XmlElement, marks: readonly Mark[], place: Place): void {
    const { name } = element;
    if (dropped.has(name)) return;
    if (inline.has(name)) {
      this.#readChildren(element, [...marks, ...marksOf(element)], place);
    } else if (name === "object" || name === "img") {
      this.pictures += 1;
      const alt = element.attributes.get("alt");
      if (alt !== undefined && alt !== "") place.words.push(wordsWith(alt, marks));
      this.#readChildren(element, marks, place);
    } else {
      this.#endLine(place);
      this.#readBlock(element, marks, place);
      this.#endLine(place);
    }
  }

  #readBlock(element: XmlElement, marks: readonly Mark[], place: Place): void {
    const { name } = element;
    const isTooDeep = place.depth >= deepestBlock;
    if ((name === "ul" || name === "ol") && !isTooDeep) {
      this.#readList(element, marks, place);
    } else if (name === "table" && !isTooDeep) {
      this.#readTable(element, marks, place);
    } else if (name === "p" && this.#space === "as-written") {
      this.#readChildren(element, marks, place);
      place.blocks.push(paragraphOf(place.words));
      place.words = [];
    } else if (name === "pre") {
      this.#readLines(element, marks, place);
    } else {
      const isStrong = /^(?:h[1-6]|dt)$/.test(name);
      this.#readChildren(element, isStrong ? [...marks, { type: "bold" }] : marks, place);
    }
  }

  #readList(element: XmlElement, marks: readonly Mark[], place: Place): void {
    const items = childrenOf(element).map((child) => this.#holder("listItem", child, marks, place));
    if (items.length === 0) return;
    place.blocks.push({
      type: element.name === "ul" ? "bulletList" : "orderedList",
      content: items,
    });
  }

  #readTable(element: XmlElement, marks: readonly Mark[], place: Place): void {
    for (const caption of childrenOf(element, "caption")) {
      place.blocks.push(...this.blocksIn(caption, marks, place.depth));
    }
    const rows = rowsOf(element).map((row) => ({
      type: "tableRow",
      content: childrenOf(row)
        .filter(({ name }) => name === "td" || name === "th")
        .map((cell) => ({
          ...this.#holder(cell.name === "th" ? "tableHeader" : "tableCell", cell, marks, place, 1),
          ...attributesOf(cell),
        })),
    }));
    const content = rows.filter((row) => row.content.length > 0);
    if (content.length > 0) place.blocks.push({ type: "table", content });
  }

  /** A list item or a cell; in files of others never without a paragraph to write in. */
  #holder(
    type: string,
    element: XmlElement,
    marks: readonly Mark[],
    place: Place,
    further = 0,
  ): RichNode {
    const content = this.blocksIn(element, marks, place.depth + 2 + further);
    if (content.length > 0) return { type, content };
    return this.#space === "as-written" ? { type } : { type, content: [{ type: "paragraph" }] };
  }

  #readLines(element: XmlElement, marks: readonly Mark[], place: Place): void {
    for (const child of element.children) {
      if (typeof child !== "string") {
        this.#readElement(child, marks, place);
        continue;
      }
      for (const [at, line] of child.split("\n").entries()) {
        if (at > 0) this.#endLine(place);
        if (line !== "") place.words.push(wordsWith(line, marks));
      }
    }
  }

  /** What stands outside paragraphs becomes one, unless it says nothing. */
  #endLine(place: Place): void {
    const words =
      this.#space === "collapsed"
        ? collapse(place.words)
        : place.words.some(({ text }) => text?.trim() !== "")
          ? place.words
          : [];
    place.words = [];
    if (words.length > 0) place.blocks.push(paragraphOf(words));
  }
}

function paragraphOf(words: readonly RichNode[]): RichNode {
  return words.length === 0 ? { type: "paragraph" } : { type: "paragraph", content: words };
}

function wordsWith(text: string, marks: readonly Mark[]): RichNode {
  if (marks.length === 0) return { type: "text", text };
  const own = markOrder.flatMap((type) => marks.findLast((mark) => mark.type === type) ?? []);
  return { type: "text", text, marks: own };
}

function marksOf({ name, attributes }: XmlElement): Mark[] {
  const mark = markOf.get(name);
  if (mark) return [mark];
  if (name === "a") {
    const href = attributes.get("href")?.trim() ?? "";
    return isLinkAddress(href) ? [{ type: "link", attrs: { href } }] : [];
  }
  const style = attributes.get("style") ?? "";
  return [
    ...(/font-weight\s*:\s*(?:bold|[6-9]00)/i.test(style) ? [{ type: "bold" }] : []),
    ...(/font-style\s*:\s*italic/i.test(style) ? [{ type: "italic" }] : []),
  ];
}

/** White space parts words and nothing else: one space for any run of it, none at the ends. */
function collapse(words: readonly RichNode[]): RichNode[] {
  const kept: RichNode[] = [];
  let endsInSpace = true;
  for (const node of words) {
    let text = (node.text ?? "").replace(/[ \t\r\n]+/g, " ");
    if (endsInSpace && text.startsWith(" ")) text = text.slice(1);
    if (text === "") continue;
    endsInSpace = text.endsWith(" ");
    kept.push({ ...node, text });
  }
  const last = kept.at(-1);
  if (endsInSpace && last?.text !== undefined) {
    const text = last.text.slice(0, -1);
    kept.pop();
    if (text !== "") kept.push({ ...last, text });
  }
  return kept;
}

/** Rows of the head first and of the foot last, wherever the file has them. */
function rowsOf(table: XmlElement): XmlElement[] {
  const inPart = (name: string) =>
    childrenOf(table, name).flatMap((part) => childrenOf(part, "tr"));
  const body = childrenOf(table).flatMap((child) =>
    child.name === "tr" ? [child] : child.name === "tbody" ? childrenOf(child, "tr") : [],
  );
  return [...inPart("thead"), ...body, ...inPart("tfoot")];
}

function attributesOf({ attributes }: XmlElement): { attrs?: Record<string, unknown> } {
  const attrs: Record<string, unknown> = {};
  for (const name of ["colspan", "rowspan"]) {
    const span = Number(attributes.get(name) ?? 1);
    if (Number.isInteger(span) && span > 1 && span <= 1000) attrs[name] = span;
  }
  const align = attributes.get("align") ?? "";
  if (/^(?:left|center|right|justify)$/.test(align)) attrs["align"] = align;
  const widths = /^columns-((?:\d{1,5}-)*\d{1,5})$/.exec(attributes.get("class") ?? "")?.[1];
  if (widths !== undefined) attrs["colwidth"] = widths.split("-").map(Number);
  return Object.keys(attrs).length > 0 ? { attrs } : {};
}
