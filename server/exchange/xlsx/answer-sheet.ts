/** The sheet on which a supplier answers each requirement. */
import type ExcelJS from "exceljs";
import { readOnlyValue } from "./cell-value.ts";
import {
  fillIn,
  filterAll,
  fitHeight,
  layOutSheet,
  letterOf,
  lookLikeBody,
  lookLikeHead,
} from "./sheet-look.ts";

export interface AskedRequirement {
  readonly reference: string;
  readonly section: string;
  readonly words: string;
  readonly measure: string;
  readonly priority: string;
}

export const answerSheetName = "Requirements";
const answers = ["Fully", "Partly", "No"] as const;

type ColumnName =
  | "reference"
  | "section"
  | "words"
  | "measure"
  | "priority"
  | "meets"
  | "how"
  | "explanation"
  | "count"
  | "evidence";

interface Column {
  readonly name: ColumnName;
  readonly header: string;
  readonly width: number;
  readonly isTheirs: boolean;
}

const columns: readonly Column[] = [
  { name: "reference", header: "Reference", width: 10, isTheirs: false },
  { name: "section", header: "Section", width: 15, isTheirs: false },
  { name: "words", header: "Requirement", width: 44, isTheirs: false },
  { name: "measure", header: "Measure", width: 22, isTheirs: false },
  { name: "priority", header: "Priority", width: 11, isTheirs: false },
  { name: "meets", header: "Do you meet it?", width: 11, isTheirs: true },
  { name: "how", header: "How you meet it", width: 24, isTheirs: true },
  { name: "explanation", header: "Explanation", width: 36, isTheirs: true },
  { name: "count", header: "Words in the explanation", width: 12, isTheirs: false },
  { name: "evidence", header: "Evidence", width: 22, isTheirs: true },
];

/** Letter of the column with the answers, for the count on the first sheet. */
export function answerColumn(asked: readonly Pick<AskedRequirement, "measure">[]): string {
  return letterOfColumn(shownColumns(asked), "meets");
}

export function addAnswerSheet(
  workbook: ExcelJS.Workbook,
  asked: readonly AskedRequirement[],
  title: string,
): void {
  const sheet = workbook.addWorksheet(answerSheetName);
  const shown = shownColumns(asked);
  sheet.columns = shown.map(({ header, width }) => ({ header, width }));
  const explanation = letterOfColumn(shown, "explanation");
  for (const [at, requirement] of asked.entries()) {
    const row = sheet.addRow(
      shown.map(({ name }) => cellFor(name, requirement, explanation, at + 2)),
    );
    for (const [place, column] of shown.entries()) lookLike(row.getCell(place + 1), column);
    fitHeight(
      row,
      shown.map(({ width }) => width),
    );
  }
  lookLikeHead(sheet.getRow(1));
  layOutSheet(sheet, { title, frozenColumns: 1 });
  filterAll(sheet, shown.length);
  protect(sheet);
}

function cellFor(
  name: ColumnName,
  requirement: AskedRequirement,
  explanation: string,
  row: number,
): ExcelJS.CellValue {
  switch (name) {
    case "count":
      return { formula: wordCount(`${explanation}${row}`), result: 0 };
    case "meets":
    case "how":
    case "explanation":
    case "evidence":
      return null;
    default:
      return readOnlyValue(requirement[name]);
  }
}

function lookLike(cell: ExcelJS.Cell, { name, isTheirs }: Column): void {
  lookLikeBody(cell);
  cell.protection = { locked: !isTheirs };
  if (isTheirs) cell.fill = fillIn;
  if (name === "count") cell.alignment = { vertical: "top", horizontal: "right" };
  if (name === "meets")
    cell.dataValidation = {
      type: "list",
      allowBlank: true,
      formulae: [`"${answers.join(",")}"`],
      showErrorMessage: true,
      errorTitle: "Choose from the list",
      error: `Choose ${answers[0]}, ${answers[1]} or ${answers[2]}.`,
    };
}

/** Words parted by spaces or line breaks; TRIM makes one space of several. */
function wordCount(cell: string): string {
  const words = `TRIM(SUBSTITUTE(${cell},CHAR(10)," "))`;
  return `IF(LEN(${words})=0,0,LEN(${words})-LEN(SUBSTITUTE(${words}," ",""))+1)`;
}

/** What the supplier can do on a protected sheet besides filling in: read all of it in comfort. */
function protect(sheet: ExcelJS.Worksheet): void {
  // Without a password: it keeps from mistakes, and whoever has to can lift it.
  void sheet.protect("", {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatColumns: true,
    formatRows: true,
    autoFilter: true,
  });
}

/** The column of measures only when a requirement has one. */
function shownColumns(asked: readonly Pick<AskedRequirement, "measure">[]): readonly Column[] {
  const hasMeasures = asked.some(({ measure }) => measure !== "");
  return columns.filter(({ name }) => name !== "measure" || hasMeasures);
}

function letterOfColumn(shown: readonly Column[], wanted: ColumnName): string {
  return letterOf(shown.findIndex(({ name }) => name === wanted) + 1);
}
