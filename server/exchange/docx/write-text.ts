/**
 * A rich text as Word's paragraphs and tables. Promises no paragraph without words, but in a cell that is
 * empty (Word asks for one) and between two tables, which Word would join.
 */
import {
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type IParagraphOptions,
  type ParagraphChild,
} from "docx";
import type { RichText } from "../../../shared/rich-text.ts";
import type { Ends, Pen } from "./pen.ts";
import { continuedStyle, styleIds } from "./style-names.ts";
import {
  wordBlocks,
  type WordBlock,
  type WordCell,
  type WordLine,
  type WordTable,
} from "./word-blocks.ts";
import { readsRightToLeft, writePieces } from "./write-line.ts";

/** How a text is written. */
export interface Setting {
  readonly pen: Pen;
  /** Style of its paragraphs; null for the file's usual one. */
  readonly style: string | null;
  /** How wide tables may be, in twentieths of a point. */
  readonly width: number;
  /** Printed before its first words: a label. In a paragraph of its own where a list or table comes first. */
  readonly label?: readonly ParagraphChild[];
  /** The bookmark that says which field it is. */
  readonly mark?: Ends;
  /** Ends of comments on all of it. */
  readonly start?: readonly ParagraphChild[];
  readonly end?: readonly ParagraphChild[];
  readonly ranges?: readonly Range[];
  /** For its first paragraph. */
  readonly first?: Partial<IParagraphOptions>;
}

/** What begins and ends at offsets of the field's plain text: a comment. */
export interface Range {
  readonly from: number;
  readonly to: number;
  readonly start: readonly ParagraphChild[];
  readonly end: readonly ParagraphChild[];
}

export function writeText(text: RichText, setting: Setting): (Paragraph | Table)[] {
  const blocks = wordBlocks(text);
  const lines = linesIn(blocks);
  const label = setting.label ?? [];
  const isBeside = blocks[0]?.of === "line" && blocks[0].list === null;
  const writing: Writing = {
    setting,
    lists: new Map(),
    before: new Map(),
    inside: insertsByLine(lines, setting.ranges ?? []),
    after: new Map(),
  };
  const [first, last] = [lines[0], lines.at(-1)];
  const start = [...(setting.start ?? []), ...(setting.mark?.start ?? [])];
  const isApart = label.length > 0 && !isBeside;
  if (first && !isApart) writing.before.set(first, [...label, ...start]);
  // LibreOffice loses some bookmarks that reach over paragraphs, so a mark stays in its first.
  if (first && !isApart) writing.after.set(first, setting.mark?.end ?? []);
  if (last) writing.after.set(last, [...(writing.after.get(last) ?? []), ...(setting.end ?? [])]);
  const written = parted(
    blocks.map((block, at) => {
      const before = spaceBetween(blocks[at - 1], block);
      const more = before > 0 ? { spacing: { before } } : {};
      return writeBlock(block, writing, at === 0 ? (setting.first ?? {}) : more);
    }),
    styleIds.cell,
  );
  if (!isApart) return written;
  // The text begins beside its label, or the label would be read as one of no words.
  return [
    new Paragraph({
      ...styled(setting.style),
      ...setting.first,
      keepNext: true,
      children: [...label, ...start, ...(setting.mark?.end ?? [])],
    }),
    ...written,
  ];
}

/** Beside what its style has: a paragraph keeps clear of the table or list before it. */
function spaceBetween(before: WordBlock | undefined, block: WordBlock): number {
  if (before?.of === "table") return 160;
  return before?.list && block.of === "line" && !block.list ? 100 : 0;
}

/**
 * Word joins two tables that follow one another; a line as low as a hair keeps them apart.
 * @param style of that line: a note's ends the field that stands before it when the file comes back
 */
export function parted(
  blocks: readonly (Paragraph | Table)[],
  style: string,
): (Paragraph | Table)[] {
  return blocks.flatMap((block, at) =>
    block instanceof Table && blocks[at - 1] instanceof Table ? [spacer(style), block] : [block],
  );
}

/** What is known while one text is written. */
interface Writing {
  readonly setting: Setting;
  /** The file's numbers of this text's lists. */
  readonly lists: Map<number, number>;
  readonly before: Map<WordLine, readonly ParagraphChild[]>;
  readonly inside: ReadonlyMap<WordLine, readonly PlacedInsert[]>;
  readonly after: Map<WordLine, readonly ParagraphChild[]>;
}

interface PlacedInsert {
  readonly at: number;
  readonly children: readonly ParagraphChild[];
}

function writeBlock(
  block: WordBlock,
  writing: Writing,
  more: Partial<IParagraphOptions>,
): Paragraph | Table {
  if (block.of === "table") return writeTable(block, writing);
  return writeLine(block, writing, writing.setting.style, more);
}

function writeLine(
  line: WordLine,
  writing: Writing,
  style: string | null,
  more: Partial<IParagraphOptions>,
): Paragraph {
  return new Paragraph({
    ...styled(style),
    ...more,
    ...listOptions(line, writing),
    ...(readsRightToLeft(line.pieces) ? { bidirectional: true } : {}),
    children: [
      ...(writing.before.get(line) ?? []),
      ...writePieces(line.pieces, writing.inside.get(line)),
      ...(writing.after.get(line) ?? []),
    ],
  });
}

function listOptions({ list }: WordLine, { lists, setting }: Writing): Partial<IParagraphOptions> {
  if (!list) return {};
  const { depth, isOrdered, isFirst } = list;
  if (!isFirst) return { style: continuedStyle(depth) };
  const instance = lists.get(list.list) ?? setting.pen.newList();
  lists.set(list.list, instance);
  const reference = isOrdered ? "numbers" : "bullets";
  return {
    numbering: { reference, level: depth, instance, custom: true },
    spacing: { after: 60 },
  };
}

function writeTable({ rows }: WordTable, writing: Writing): Table {
  const columns = columnCount(rows);
  const { width } = writing.setting;
  return new Table({
    style: styleIds.table,
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: Array.from({ length: columns }, () => Math.floor(width / columns)),
    rows: rows.map(
      (cells, at) =>
        new TableRow({
          cantSplit: true,
          tableHeader: at === 0 && cells.every(({ isHead }) => isHead),
          children: cells.map((cell) => writeCell(cell, writing, rows.length - at)),
        }),
    ),
  });
}

function writeCell(cell: WordCell, writing: Writing, rowsLeft: number): TableCell {
  const style = cell.isHead ? styleIds.tableHead : styleIds.cell;
  const inner = { ...writing, setting: { ...writing.setting, style, first: {} } };
  const blocks = parted(
    cell.blocks.map((block) => writeBlock(block, inner, {})),
    style,
  );
  if (blocks.length === 0) blocks.push(new Paragraph({ style }));
  if (blocks.at(-1) instanceof Table) blocks.push(spacer(style));
  const rowSpan = Math.min(cell.rows, rowsLeft);
  return new TableCell({
    children: blocks,
    ...(cell.columns > 1 ? { columnSpan: cell.columns } : {}),
    ...(rowSpan > 1 ? { rowSpan } : {}),
    ...(cell.isHead ? { shading: { fill: "E9EEF2" } } : {}),
  });
}

/** How many columns the widest row has, with cells that reach down into it. */
function columnCount(rows: WordTable["rows"]): number {
  let reaching: { columns: number; rows: number }[] = [];
  let most = 1;
  for (const cells of rows) {
    const all = [...cells, ...reaching];
    most = Math.max(
      most,
      all.reduce((sum, { columns }) => sum + columns, 0),
    );
    reaching = all
      .filter((cell) => cell.rows > 1)
      .map(({ columns, rows: left }) => ({ columns, rows: left - 1 }));
  }
  return most;
}

function linesIn(blocks: readonly WordBlock[]): WordLine[] {
  return blocks.flatMap((block) =>
    block.of === "line" ? [block] : block.rows.flat().flatMap((cell) => linesIn(cell.blocks)),
  );
}

/** Puts each end of a range into the line that has its letter, or the next that there is. */
function insertsByLine(
  lines: readonly WordLine[],
  ranges: readonly Range[],
): ReadonlyMap<WordLine, readonly PlacedInsert[]> {
  const inserts = new Map<WordLine, PlacedInsert[]>();
  const put = (line: WordLine, at: number, children: readonly ParagraphChild[]): void => {
    const list = inserts.get(line) ?? [];
    inserts.set(
      line,
      [...list, { at: at - line.start, children }].toSorted((a, b) => a.at - b.at),
    );
  };
  const last = lines.at(-1);
  if (!last) return inserts;
  for (const { from, to, start, end } of ranges) {
    const opens = lines.find((line) => endOf(line) > from) ?? last;
    const closes = lines.find((line) => endOf(line) >= Math.max(to, from + 1)) ?? last;
    put(opens, Math.max(from, opens.start), start);
    put(closes, Math.max(to, closes.start), end);
  }
  return inserts;
}

function endOf({ start, pieces }: WordLine): number {
  return start + pieces.reduce((sum, { text = "" }) => sum + text.length, 0);
}

function styled(style: string | null): Partial<IParagraphOptions> {
  return style === null ? {} : { style };
}

function spacer(style: string): Paragraph {
  return new Paragraph({
    spacing: { before: 0, after: 0, line: 20, lineRule: "exact" },
    children: [new TextRun({ text: "\u00A0", size: 2 })],
    style,
  });
}
