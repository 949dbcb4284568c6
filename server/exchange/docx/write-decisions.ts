/** Decisions as a table in Word: what was said, what was answered, how it ended and what changed. */
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
  type FileChild,
} from "docx";
import type { DecisionRow } from "../document/decision-rows.ts";
import type { Words } from "../document/said.ts";
import { dayWords } from "../document/words.ts";
import { printable } from "../printable.ts";
import { referenceMark } from "./marks.ts";
import { styleIds } from "./style-names.ts";
import { textWidth } from "./word-styles.ts";
import { labelRun } from "./write-line.ts";
import { headRow } from "./write-parts.ts";

/** The annex to a statement: a heading and the table of what was decided. */
export function writeDecisions(
  rows: readonly DecisionRow[],
  isInFile: (itemId: string) => boolean,
): FileChild[] {
  const heading = new Paragraph({
    heading: HeadingLevel.HEADING_1,
    pageBreakBefore: true,
    children: [new TextRun("Decisions")],
  });
  if (rows.length === 0) return [heading, line([new TextRun("Nothing was decided or said yet.")])];
  return [heading, decisionTable(rows, isInFile)];
}

/** The table by itself. */
export function decisionTable(
  rows: readonly DecisionRow[],
  isInFile: (itemId: string) => boolean,
): Table {
  const widths = [1_320, 4_709, textWidth - 1_320 - 4_709];
  return new Table({
    style: styleIds.items,
    layout: TableLayoutType.FIXED,
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      headRow(["Reference", "What was said", "What came of it"]),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: lettersIn(row) < 1_200,
            children: [
              new TableCell({ children: [reference(row, isInFile(row.itemId))] }),
              new TableCell({ children: whatWasSaid(row) }),
              new TableCell({ children: whatCameOfIt(row) }),
            ],
          }),
      ),
    ],
  });
}

function reference({ reference: words, kind }: DecisionRow, isInFile: boolean): Paragraph {
  if (words === "") return line([new TextRun(kind)]);
  if (!isInFile) return line([new TextRun({ text: words, bold: true })]);
  const run = new TextRun({ text: words, bold: true, style: "Hyperlink" });
  return line([new InternalHyperlink({ anchor: referenceMark(words), children: [run] })]);
}

function whatWasSaid({ what, about, said, answers, item }: DecisionRow): Paragraph[] {
  return [
    line([
      new TextRun({ text: what, bold: true }),
      ...(about === "" ? [] : [labelRun(` on “${printable(about)}”`)]),
    ]),
    ...(said ? wordLines(said) : [line([new TextRun(item === "" ? "No words" : printable(item))])]),
    ...answers.flatMap(wordLines),
  ];
}

function whatCameOfIt({ outcome, changed }: DecisionRow): Paragraph[] {
  const { state, words } = outcome;
  return [
    line([new TextRun({ text: state, bold: true })]),
    ...(words ? wordLines(words) : []),
    ...(changed === "" ? [] : [line([labelRun("Changed: "), new TextRun(printable(changed))])]),
  ];
}

/** "Priya Shah (Camden), 2 June 2026: …"; a line for each of its own. */
function wordLines({ who, at, text }: Words): Paragraph[] {
  const [first = "", ...rest] = printable(text)
    .split("\n")
    .filter((words) => words.trim() !== "");
  const by = `${who}, ${dayWords(at)}`;
  return [
    line(first === "" ? [labelRun(by)] : [labelRun(`${by}: `), new TextRun(first)]),
    ...rest.map((words) => line([new TextRun(words)])),
  ];
}

function lettersIn({ said, answers, outcome, changed }: DecisionRow): number {
  const all = [said, ...answers, outcome.words].map((words) => words?.text.length ?? 0);
  return all.reduce((sum, length) => sum + length, changed.length);
}

function line(children: (TextRun | InternalHyperlink)[]): Paragraph {
  return new Paragraph({ style: styleIds.cell, children });
}
