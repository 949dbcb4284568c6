/**
 * The words of a paragraph, with what is bold, italic or a link. Sees through fields, content controls,
 * smart tags and text boxes; notes what it leaves out. Promises that only addresses of pages and
 * mailboxes become links, and that nothing outside the file is opened.
 */
import { isLinkAddress } from "../../../shared/link-address.ts";
import type { Mark } from "../../../shared/rich-text.ts";
import { styleKey, type Piece, type View } from "./blocks.ts";
import type { WordFile } from "./read-package.ts";
import { symbolOf } from "./symbols.ts";
import { readSwitch, type Style } from "./read-styles.ts";
import { childOf, elementsInside, elementsOf, wordsIn, type XmlElement } from "./read-xml.ts";

/** What was met and cannot be kept, counted over the file. */
export interface LeftOut {
  images: number;
  hidden: number;
  textBoxes: number;
  footnotes: number;
  otherLinks: number;
  trackedChanges: number;
  formulas: number;
}

/** A field of Word's, such as a link or a contents list: its code, then its result. */
interface OpenField {
  code: string;
  inResult: boolean;
}

export interface RunReader {
  readonly file: WordFile;
  readonly view: View;
  readonly leftOut: LeftOut;
  /** A field may go over several paragraphs. */
  readonly fields: OpenField[];
  /** Names of bookmarks that were met. */
  readonly bookmarks: Set<string>;
}

/** What a paragraph is found to hold. */
export interface ReadRuns {
  readonly pieces: Piece[];
  readonly authors: Set<string>;
  readonly comments: string[];
  /** Contents of text boxes that hang on it. */
  readonly boxes: XmlElement[];
  readonly footnotes: XmlElement[];
  /** It belongs to a contents list, which is made anew from headings. */
  inContents: boolean;
  /** Words that are not bold, by their own or by the paragraph's style. */
  hasLight: boolean;
}

export function readRuns(paragraph: XmlElement, style: Style, reader: RunReader): ReadRuns {
  const found: ReadRuns = {
    pieces: [],
    authors: new Set(),
    comments: [],
    boxes: [],
    footnotes: [],
    inContents: false,
    hasLight: false,
  };
  readChildren(paragraph, { ...reader, style, found, link: null, deleted: false, label: false });
  return found;
}

interface Reading extends RunReader {
  readonly style: Style;
  readonly found: ReadRuns;
  readonly link: string | null;
  readonly deleted: boolean;
  readonly label: boolean;
}

const labelStyle = "needlinelabel";

/** None for a name that was met before: LibreOffice writes a bookmark in a link twice. */
export function bookmarkPieces(element: XmlElement, { bookmarks }: RunReader): Piece[] {
  const bookmark = element.attrs["w:name"] ?? "";
  if (bookmarks.has(bookmark)) return [];
  bookmarks.add(bookmark);
  return [{ text: "", marks: [], bookmark }];
}

function readChildren(parent: XmlElement, reading: Reading): void {
  for (const child of elementsOf(parent)) readChild(child, reading);
}

function readChild(element: XmlElement, reading: Reading): void {
  const { found } = reading;
  switch (element.name) {
    case "w:r":
      return readRun(element, reading);
    case "w:ins":
    case "w:moveTo":
    case "w:del":
    case "w:moveFrom":
      return readChanged(element, reading);
    case "w:hyperlink":
      return readChildren(element, { ...reading, link: linkOf(element, reading) });
    case "w:fldSimple": {
      const link = linkInCode(element.attrs["w:instr"] ?? "", reading);
      return readChildren(element, { ...reading, link: link ?? reading.link });
    }
    case "w:sdt":
      return readControl(element, reading);
    case "w:bookmarkStart":
      found.pieces.push(...bookmarkPieces(element, reading));
      return;
    case "w:commentRangeStart":
      found.comments.push(element.attrs["w:id"] ?? "");
      return;
    case "m:oMath":
    case "m:oMathPara":
      reading.leftOut.formulas += 1;
      addText(elementsInside(element, "m:t").map(wordsIn).join(""), [], reading);
      return;
    case "mc:AlternateContent":
      return readChildren(
        childOf(element, "mc:Choice") ?? childOf(element, "mc:Fallback") ?? element,
        reading,
      );
    case "w:ruby":
      return readChildren(childOf(element, "w:rubyBase") ?? element, reading);
    case "w:smartTag":
    case "w:customXml":
    case "w:dir":
    case "w:bdo":
      return readChildren(element, reading);
    default:
  }
}

function readChanged(element: XmlElement, reading: Reading): void {
  const inserted = element.name === "w:ins" || element.name === "w:moveTo";
  noteChange(element, reading);
  if (inserted === (reading.view === "accepted"))
    readChildren(element, { ...reading, deleted: !inserted });
}

function noteChange(change: XmlElement | undefined, { leftOut, found }: Reading): void {
  if (!change) return;
  leftOut.trackedChanges += 1;
  const author = change.attrs["w:author"];
  if (author !== undefined) found.authors.add(author);
}

/** A content control; what stands in it before anybody has written is no text. */
function readControl(element: XmlElement, reading: Reading): void {
  const properties = childOf(element, "w:sdtPr");
  if (readSwitch(properties, "w:showingPlcHdr") === true) return;
  const content = childOf(element, "w:sdtContent");
  if (content) readChildren(content, reading);
}

function readRun(run: XmlElement, reading: Reading): void {
  noteChange(childOf(run, "w:rPr", "w:rPrChange"), reading);
  const properties = propertiesIn(childOf(run, "w:rPr"), "w:rPrChange", reading.view);
  const own = reading.file.styles.get(childOf(properties, "w:rStyle")?.attrs["w:val"]);
  const hidden = readSwitch(properties, "w:vanish") ?? own.hidden ?? reading.style.hidden;
  if (hidden === true && wordsIn(run).trim() !== "") {
    reading.leftOut.hidden += 1;
    return;
  }
  const bold = readSwitch(properties, "w:b") ?? own.bold;
  const italic = readSwitch(properties, "w:i") ?? own.italic;
  const marks: Mark[] = [];
  if (bold === true) marks.push({ type: "bold" });
  if (italic === true) marks.push({ type: "italic" });
  const before = reading.found.pieces.length;
  const label = styleKey(own.name) === labelStyle;
  for (const part of elementsOf(run)) readRunPart(part, marks, { ...reading, label });
  const words = reading.found.pieces.slice(before);
  if ((bold ?? reading.style.bold) !== true && words.some(({ text }) => text.trim() !== ""))
    reading.found.hasLight = true;
}

function readRunPart(part: XmlElement, marks: readonly Mark[], reading: Reading): void {
  const { found, leftOut, file } = reading;
  switch (part.name) {
    case "w:t":
      return addText(textIn(part), marks, reading);
    case "w:delText":
      return reading.deleted ? addText(textIn(part), marks, reading) : undefined;
    case "w:tab":
    case "w:ptab":
      return addText("\t", marks, reading);
    case "w:br":
    case "w:cr":
      return addText(breaksOnlyPages(part) ? "" : "\n", marks, reading);
    case "w:noBreakHyphen":
      return addText("-", marks, reading);
    case "w:sym":
      return addText(symbolOf(part), marks, reading);
    case "w:fldChar":
      return readFieldMark(part, reading);
    case "w:instrText":
    case "w:delInstrText": {
      const field = reading.fields.at(-1);
      if (field && !field.inResult) field.code += wordsIn(part);
      return;
    }
    case "w:footnoteReference":
    case "w:endnoteReference": {
      const notes = part.name === "w:footnoteReference" ? file.footnotes : file.endnotes;
      const note = notes.get(part.attrs["w:id"] ?? "");
      if (note) found.footnotes.push(note);
      return;
    }
    case "mc:AlternateContent": {
      const chosen = childOf(part, "mc:Choice") ?? childOf(part, "mc:Fallback");
      for (const inside of elementsOf(chosen)) readRunPart(inside, marks, reading);
      return;
    }
    case "w:drawing":
    case "w:pict":
    case "w:object": {
      const boxes = elementsInside(part, "w:txbxContent");
      found.boxes.push(...boxes);
      if (boxes.length === 0) leftOut.images += 1;
      else leftOut.textBoxes += boxes.length;
      return;
    }
    case "w:ruby":
      return readChildren(childOf(part, "w:rubyBase") ?? part, reading);
    default:
  }
}

function addText(text: string, marks: readonly Mark[], reading: Reading): void {
  const { fields, found, label } = reading;
  if (text === "" || fields.some(({ inResult }) => !inResult)) return;
  if (fields.some(({ code }) => /^\s*(?:TOC|PAGEREF)\b/i.test(code))) found.inContents = true;
  const link = fieldLink(reading) ?? reading.link;
  const all = link === null ? marks : [...marks, { type: "link", attrs: { href: link } }];
  found.pieces.push({ text, marks: all, ...(label ? { label } : {}) });
}

/** White space at the ends counts only where the file says so. */
function textIn(element: XmlElement): string {
  const text = wordsIn(element).replace(/[\r\n]+/g, " ");
  return element.attrs["xml:space"] === "preserve" ? text : text.replace(/^[ \t]+|[ \t]+$/g, "");
}

function readFieldMark(part: XmlElement, { fields }: Reading): void {
  const type = part.attrs["w:fldCharType"];
  const last = fields.at(-1);
  if (type === "begin" && fields.length < 50) fields.push({ code: "", inResult: false });
  else if (type === "separate" && last) last.inResult = true;
  else if (type === "end") fields.pop();
}

function fieldLink(reading: Reading): string | null {
  for (const { code } of reading.fields.toReversed()) {
    const link = linkInCode(code, reading);
    if (link !== null) return link;
  }
  return null;
}

/** `HYPERLINK "address" \l "place on the page"`; LibreOffice takes the code out of spaces in it. */
function linkInCode(code: string, { leftOut }: RunReader): string | null {
  const found = /^\s*HYPERLINK\s+(?:"([^"]+)"|([^"\s\\]\S*))(?:\s+\\l\s+"([^"]+)")?/i.exec(code);
  const page = found?.[1] ?? found?.[2];
  if (found === null || page === undefined) return null;
  const address = (found[3] === undefined ? page : `${page}#${found[3]}`).replaceAll(" ", "%20");
  if (isLinkAddress(address)) return address;
  leftOut.otherLinks += 1;
  return null;
}

/** The words of a link to another place in the file are kept, the link is not. */
function linkOf(element: XmlElement, { file, leftOut, link }: Reading): string | null {
  const id = element.attrs["r:id"];
  if (id === undefined) return link;
  const target = file.externalTargets.get(id);
  const anchor = element.attrs["w:anchor"];
  const address = target !== undefined && anchor ? `${target}#${anchor}` : target;
  if (address !== undefined && isLinkAddress(address)) return address;
  leftOut.otherLinks += 1;
  return link;
}

function breaksOnlyPages(part: XmlElement): boolean {
  return part.attrs["w:type"] === "page" || part.attrs["w:type"] === "column";
}

/** The properties as they were before a tracked change of the look, when changes are rejected. */
export function propertiesIn(
  properties: XmlElement | undefined,
  change: string,
  view: View,
): XmlElement | undefined {
  const before = childOf(properties, change);
  if (!before || view === "accepted") return properties;
  return elementsOf(before)[0] ?? { name: "w:rPr", attrs: {}, children: [] };
}
