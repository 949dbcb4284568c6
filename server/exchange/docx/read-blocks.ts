/**
 * The body of a Word file as paragraphs and tables, with its tracked changes accepted or rejected.
 * Promises that no words are lost on the way: what stands in text boxes and footnotes comes after the
 * paragraph that it hangs on.
 */
import {
  styleKey,
  type Block,
  type Cell,
  type Paragraph,
  type Piece,
  type Row,
  type Table,
  type View,
} from "./blocks.ts";
import { readNumbering, type ListPlace, type Numbering } from "./read-numbering.ts";
import type { WordFile } from "./read-package.ts";
import {
  bookmarkPieces,
  propertiesIn,
  readRuns,
  type LeftOut,
  type RunReader,
} from "./read-runs.ts";
import {
  mergeNumbering,
  readNumberingUse,
  readOutlineLevel,
  readSwitch,
  type Style,
} from "./read-styles.ts";
import { childOf, elementsOf, type XmlElement } from "./read-xml.ts";
import { blocksIn, cellsIn, rowsIn } from "./unwrap-elements.ts";

export interface ReadBlocks {
  readonly blocks: readonly Block[];
  readonly leftOut: LeftOut;
}

export function readBlocks(file: WordFile, view: View): ReadBlocks {
  const leftOut: LeftOut = {
    images: 0,
    hidden: 0,
    textBoxes: 0,
    footnotes: 0,
    otherLinks: 0,
    trackedChanges: 0,
    formulas: 0,
  };
  const reader: BlockReader = {
    file,
    view,
    leftOut,
    fields: [],
    bookmarks: new Set(),
    numbering: readNumbering(file.numbering),
    counts: { paragraphs: 0, tables: 0 },
    place: "",
  };
  return { blocks: readContent(file.body, reader), leftOut };
}

interface BlockReader extends RunReader {
  readonly numbering: Numbering;
  readonly counts: { paragraphs: number; tables: number };
  /** Where the cell is that is read, or "". */
  readonly place: string;
}

/** Words of paragraphs whose end is deleted: they go on in the next one. */
interface Held {
  readonly pieces: readonly Piece[];
  readonly authors: readonly string[];
  readonly comments: readonly string[];
}

const nothingHeld: Held = { pieces: [], authors: [], comments: [] };

function readContent(parent: XmlElement, reader: BlockReader): Block[] {
  const blocks: Block[] = [];
  let held = nothingHeld;
  for (const element of blocksIn(parent, reader.view)) {
    if (element.name === "w:bookmarkStart") {
      held = withBookmark(held, element, reader);
    } else if (element.name === "w:tbl") {
      const bookmarks = held.pieces.flatMap(({ bookmark }) => bookmark ?? []);
      blocks.push(readTable(element, reader, bookmarks));
      held = { ...held, pieces: held.pieces.filter(({ bookmark }) => bookmark === undefined) };
    } else {
      const read = readParagraph(element, reader, held);
      held = read.joinsNext ? (read.paragraph ?? nothingHeld) : nothingHeld;
      if (read.paragraph && !read.joinsNext) blocks.push(read.paragraph);
      blocks.push(...read.after);
    }
  }
  const last = blocks.at(-1);
  if (held.pieces.length > 0 && last?.type === "paragraph")
    blocks[blocks.length - 1] = { ...last, pieces: [...last.pieces, ...held.pieces] };
  return blocks;
}

function withBookmark(held: Held, element: XmlElement, reader: BlockReader): Held {
  return { ...held, pieces: [...held.pieces, ...bookmarkPieces(element, reader)] };
}

interface ReadParagraph {
  readonly paragraph: Paragraph | null;
  /** Its end is gone in this view. */
  readonly joinsNext: boolean;
  /** What hangs on it: footnotes and text boxes. */
  readonly after: readonly Block[];
}

function readParagraph(element: XmlElement, reader: BlockReader, held: Held): ReadParagraph {
  const { file, view, leftOut, counts } = reader;
  const properties = propertiesIn(childOf(element, "w:pPr"), "w:pPrChange", view);
  const styleId = childOf(properties, "w:pStyle")?.attrs["w:val"] ?? file.styles.ofParagraphs;
  const style = file.styles.get(styleId);
  const runs = readRuns(element, style, reader);
  const end = endChange(childOf(element, "w:pPr"), leftOut);
  const joinsNext = end !== null && (end.kind === "deleted") === (view === "accepted");
  const pieces = runs.inContents ? [] : runs.pieces;
  const joined = [...held.pieces, ...pieces];
  const boxes = runs.boxes.flatMap((box) => readContent(box, reader));
  const notes = runs.footnotes.flatMap((note) => readNote(note, reader));
  const isContents = runs.inContents || isContentsStyle(style.name);
  if (isContents && !joinsNext) return { paragraph: null, joinsNext, after: [...boxes, ...notes] };
  const hasWords = joined.some(({ text }) => text.trim() !== "");
  if (hasWords && !joinsNext && reader.place === "") counts.paragraphs += 1;
  const heading = readOutlineLevel(properties);
  const paragraph: Paragraph = {
    type: "paragraph",
    where: reader.place === "" ? `Paragraph ${counts.paragraphs}` : reader.place,
    style: styleKey(style.name),
    heading: heading === undefined ? style.heading : heading,
    list: hasWords && !joinsNext ? placeOf(properties, style, styleId, reader) : null,
    pieces: joined,
    bold: hasWords && !runs.hasLight,
    authors: [
      ...new Set([...held.authors, ...runs.authors, ...(end?.by === undefined ? [] : [end.by])]),
    ],
    comments: [...held.comments, ...runs.comments],
  };
  return { paragraph, joinsNext, after: [...notes, ...boxes] };
}

function placeOf(
  properties: XmlElement | undefined,
  style: Style,
  styleId: string | undefined,
  { numbering }: BlockReader,
): ListPlace | null {
  const use = mergeNumbering(readNumberingUse(properties), style.numbering);
  return use && numbering.place(use, styleId);
}

/** A tracked change of the paragraph's end. */
function endChange(
  properties: XmlElement | undefined,
  leftOut: LeftOut,
): { kind: "inserted" | "deleted"; by: string | undefined } | null {
  const mark = childOf(properties, "w:rPr");
  const change =
    childOf(mark, "w:del") ??
    childOf(mark, "w:moveFrom") ??
    childOf(mark, "w:ins") ??
    childOf(mark, "w:moveTo");
  if (!change) return null;
  leftOut.trackedChanges += 1;
  const deleted = change.name === "w:del" || change.name === "w:moveFrom";
  return { kind: deleted ? "deleted" : "inserted", by: change.attrs["w:author"] };
}

/** A footnote becomes a paragraph of its own below its words. */
function readNote(note: XmlElement, reader: BlockReader): Block[] {
  reader.leftOut.footnotes += 1;
  const blocks = readContent(note, { ...reader, fields: [] });
  return blocks.map((block, at) =>
    block.type === "paragraph"
      ? {
          ...block,
          style: "footnotetext",
          heading: null,
          list: null,
          pieces:
            at === 0
              ? [{ text: "Footnote: ", marks: [] }, ...trimStart(block.pieces)]
              : block.pieces,
        }
      : block,
  );
}

function trimStart(pieces: readonly Piece[]): Piece[] {
  const [first, ...rest] = pieces;
  if (!first) return [];
  const text = first.text.trimStart();
  return text === "" ? trimStart(rest) : [{ ...first, text }, ...rest];
}

function isContentsStyle(name: string): boolean {
  return /^(?:toc|contents|table of figures|table of authorities|index)(?: \d| heading|$)/.test(
    name,
  );
}

function readTable(element: XmlElement, reader: BlockReader, bookmarks: readonly string[]): Table {
  reader.counts.tables += reader.place === "" ? 1 : 0;
  const where = reader.place === "" ? `Table ${reader.counts.tables}` : reader.place;
  const rows: Row[] = [];
  const inRow: string[] = [];
  for (const row of rowsIn(element)) {
    const properties = childOf(row, "w:trPr");
    const inserted = childOf(properties, "w:ins");
    const deleted = childOf(properties, "w:del");
    if (inserted ?? deleted) reader.leftOut.trackedChanges += 1;
    if (reader.view === "accepted" ? deleted : inserted) continue;
    const place = `${where}, row ${rows.length + 1}`;
    const cells = readCells(row, { ...reader, place });
    inRow.push(...elementsOf(row, "w:bookmarkStart").map(({ attrs }) => attrs["w:name"] ?? ""));
    rows.push({ where: place, header: readSwitch(properties, "w:tblHeader") === true, cells });
  }
  const styleId = childOf(element, "w:tblPr", "w:tblStyle")?.attrs["w:val"];
  return {
    type: "table",
    where,
    style: styleKey(reader.file.styles.get(styleId).name),
    rows: spanRows(rows),
    bookmarks: [...bookmarks, ...inRow],
  };
}

/** A cell with its rowspan yet to be counted: 1, or 0 when it continues the one above. */
function readCells(row: XmlElement, reader: BlockReader): Cell[] {
  const skipped = childOf(row, "w:trPr", "w:gridBefore")?.attrs["w:val"];
  let column = spanOf(skipped, 0);
  return cellsIn(row).map((cell) => {
    const properties = childOf(cell, "w:tcPr");
    const merge = childOf(properties, "w:vMerge");
    const colspan = Math.max(spanOf(childOf(properties, "w:gridSpan")?.attrs["w:val"], 1), 1);
    const read = {
      column,
      colspan,
      rowspan: merge && merge.attrs["w:val"] !== "restart" ? 0 : 1,
      blocks: readContent(cell, reader),
    };
    column += colspan;
    return read;
  });
}

function spanRows(rows: readonly Row[]): Row[] {
  return rows.map((row, at) => ({
    ...row,
    cells: row.cells.map((cell) => {
      if (cell.rowspan === 0) return cell;
      let rowspan = 1;
      while (continues(rows[at + rowspan], cell.column)) rowspan += 1;
      return { ...cell, rowspan };
    }),
  }));
}

function continues(row: Row | undefined, column: number): boolean {
  return row?.cells.some((cell) => cell.column === column && cell.rowspan === 0) === true;
}

/** No table is wider or deeper than this; a larger number is a damaged or hostile file. */
function spanOf(value: string | undefined, unsaid: number): number {
  const span = Number(value ?? unsaid);
  return Number.isInteger(span) && span >= 0 && span <= 100 ? span : unsaid;
}
