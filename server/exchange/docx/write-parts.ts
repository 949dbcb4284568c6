/** The body of a Word statement: headings, texts, and the tables of outcomes, needs and requirements. */
import {
  HeadingLevel,
  InternalHyperlink,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type ParagraphChild,
} from "docx";
import type { Item } from "../../../shared/items.ts";
import { hasWords, plainText } from "../../../shared/plain-text.ts";
import { emptyRichText } from "../../../shared/rich-text.ts";
import type { LaidField, Part, Row, RowKind } from "../document/lay-out.ts";
import { columnsOf } from "../document/words.ts";
import { markName, referenceMark } from "./marks.ts";
import { styleIds } from "./style-names.ts";
import { textWidth } from "./word-styles.ts";
import { settingOf, type Body } from "./write-field.ts";
import { labelRun } from "./write-line.ts";
import { writeNeed } from "./write-need.ts";
import { parted, writeText } from "./write-text.ts";

type Blocks = (Paragraph | Table)[];

export function writeParts(parts: readonly Part[], body: Body): Blocks {
  return parted(
    parts.flatMap((part) => writePart(part, body)),
    styleIds.note,
  );
}

function writePart(part: Part, body: Body): Blocks {
  switch (part.of) {
    case "section":
      return writeHeading(part.item, part.level, body);
    case "text":
      return part.fields.flatMap((field, at) =>
        writeField(part.item, field, body, {
          style: null,
          width: textWidth,
          around: at === 0 ? body.comments.whole(part.item.id) : undefined,
        }),
      );
    case "table":
      return [writeItems(part.kind, part.rows, body)];
  }
}

function writeHeading(item: Item, level: number, { pen, comments }: Body): Blocks {
  const title = item.fields["title"] ?? emptyRichText;
  const mark = pen.bookmark(
    markName({ of: "field", kind: "section", field: "title", itemId: item.id }),
  );
  const around = comments.whole(item.id);
  const heading = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3][
    level - 1
  ];
  const first = { heading: heading ?? HeadingLevel.HEADING_1 };
  const start = [...around.start, ...mark.start];
  const end = [...mark.end, ...around.end];
  if (!hasWords(title))
    return [
      new Paragraph({ ...first, children: [...start, ...end, labelRun("Untitled section")] }),
    ];
  const ranges = comments.ranges(item.id, "title");
  return writeText(title, { pen, style: null, width: textWidth, mark, ...around, ranges, first });
}

interface FieldSetting {
  readonly style: string | null;
  readonly width: number;
  /** Comments on the whole item, around its first field. */
  readonly around?:
    | { readonly start: ParagraphChild[]; readonly end: ParagraphChild[] }
    | undefined;
}

function writeField(
  item: Item,
  field: LaidField,
  body: Body,
  { style, width, around }: FieldSetting,
): Blocks {
  const setting = settingOf(item, field.name, body);
  return writeText(field.text, {
    ...setting,
    style,
    width,
    ...(field.label === "" ? {} : { label: [labelRun(`${field.label}: `, true)] }),
    ...around,
  });
}

const widths = { reference: 1_320, priority: 1_250 } as const;

function writeItems(kind: RowKind, rows: readonly Row[], body: Body): Table {
  const columns = columnsOf(kind);
  const hasPriority = columns.length === 3;
  const middle = textWidth - widths.reference - (hasPriority ? widths.priority : 0);
  return new Table({
    style: styleIds.items,
    layout: TableLayoutType.FIXED,
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: [widths.reference, middle, ...(hasPriority ? [widths.priority] : [])],
    rows: [headRow(columns), ...rows.map((row) => writeRow(row, hasPriority, middle, body))],
  });
}

/** The row of a table that Word prints again on every page. */
export function headRow(columns: readonly string[]): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(
      (words) =>
        new TableCell({
          shading: { fill: "E9EEF2" },
          children: [new Paragraph({ style: styleIds.tableHead, children: [new TextRun(words)] })],
        }),
    ),
  });
}

/** Beyond this many letters a row may break across pages: it would leave half a page white. */
const longRow = 1_600;

function writeRow(row: Row, hasPriority: boolean, middle: number, body: Body): TableRow {
  const letters = row.fields.reduce((sum, { text }) => sum + plainText(text).length, 0);
  return new TableRow({
    cantSplit: letters < longRow,
    children: [
      new TableCell({ children: [referenceLine(row, body)] }),
      new TableCell({ children: writeRowText(row, middle, body) }),
      ...(hasPriority
        ? [
            new TableCell({
              children: [
                new Paragraph({
                  style: styleIds.cell,
                  children: [new TextRun(row.priority ?? "Not set")],
                }),
              ],
            }),
          ]
        : []),
    ],
  });
}

function referenceLine({ item, reference }: Row, { pen, comments }: Body): Paragraph {
  const mark = pen.bookmark(reference === "" ? null : referenceMark(reference));
  const around = comments.whole(item.id);
  return new Paragraph({
    style: styleIds.cell,
    children: [
      ...around.start,
      ...mark.start,
      new TextRun({ text: reference === "" ? "New" : reference, bold: true }),
      ...mark.end,
      ...around.end,
    ],
  });
}

function writeRowText(row: Row, width: number, body: Body): Blocks {
  const { item, fields } = row;
  const style = styleIds.cell;
  const written: Blocks = item.kind === "need" ? writeNeed(item, fields, body, style) : [];
  const rest = item.kind === "need" ? fields.filter(({ name }) => !isOfSentence(name)) : fields;
  for (const field of rest) written.push(...writeField(item, field, body, { style, width }));
  written.push(...notes(row));
  return written;
}

function isOfSentence(name: string): boolean {
  return name === "asA" || name === "iNeed" || name === "soThat";
}

/** What is said beneath an item and is none of its text. */
function notes({ meets, raisedBy }: Row): Paragraph[] {
  const lines: ParagraphChild[][] = [];
  if (meets.length > 0)
    lines.push([
      new TextRun("Meets "),
      ...meets.flatMap(({ reference, how }, at) => [
        ...(at > 0 ? [new TextRun(", ")] : []),
        new InternalHyperlink({
          anchor: referenceMark(reference),
          children: [new TextRun({ text: reference, style: "Hyperlink" })],
        }),
        ...(how === "partly" ? [new TextRun(" (partly)")] : []),
      ]),
    ]);
  if (raisedBy.length > 0) lines.push([new TextRun(`Raised by ${raisedBy.join(", ")}`)]);
  return lines.map((children) => new Paragraph({ style: styleIds.note, children }));
}
