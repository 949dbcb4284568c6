/** What a cell of a workbook says, as a person sees it in Excel. */
import type ExcelJS from "exceljs";
import { wordsOfDay } from "../../../shared/day.ts";
import { evenOut } from "../../../shared/even-text.ts";
import { isLinkAddress } from "../../../shared/link-address.ts";
import type { Mark, RichNode } from "../../../shared/rich-text.ts";
import { cleanWords, type Cell } from "../table/sheet.ts";

/** A piece of words that look alike. */
interface Run {
  /** exceljs leaves it out where a run is empty. */
  readonly text: string | undefined;
  readonly marks: readonly Mark[];
}

/**
 * A merged area counts once across, and for each of its rows down.
 * @returns null for a formula of which nobody worked out the value
 */
export function readCell(cell: ExcelJS.Cell): Cell | null {
  const { master } = cell;
  if (master !== cell && (master.fullAddress.col !== cell.fullAddress.col || isWide(master)))
    return "";
  return readValue(master.value, master.numFmt);
}

/** A title that is merged across is not repeated, also where it covers two rows. */
function isWide(master: ExcelJS.Cell): boolean {
  const next = master.worksheet.findCell(master.fullAddress.row, master.fullAddress.col + 1);
  return next?.master === master;
}

function readValue(value: ExcelJS.CellValue, format: string | undefined): Cell | null {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return cleanWords(value);
  if (typeof value === "number") return numberWords(value, format);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (value instanceof Date) return dateWords(value);
  if ("richText" in value) return fromRuns(value.richText.map((run) => runOf(run, [])));
  if ("hyperlink" in value) return linkWords(value);
  if ("formula" in value || "sharedFormula" in value) {
    const { result } = value;
    return result === undefined || result === null ? null : readValue(result, format);
  }
  return "";
}

function numberWords(value: number, format: string | undefined): string {
  const isShare = format !== undefined && /^0(?:\.0+)?%$/.test(format);
  const shown = isShare ? value * 100 : value;
  // Fifteen digits are what Excel shows; the rest is how numbers lie in memory.
  return `${Number(shown.toPrecision(15))}${isShare ? "%" : ""}`;
}

/** exceljs gives dates, which have no time zone in Excel, as if they were in UTC. */
function dateWords(date: Date): string {
  if (Number.isNaN(date.getTime())) return "";
  const [day = "", time = ""] = date.toISOString().split("T");
  const minutes = time.slice(0, 5);
  const isTime = date.getTime() >= Date.UTC(1899, 11, 29) && date.getTime() < Date.UTC(1900, 0, 1);
  if (isTime) return minutes;
  return minutes === "00:00" ? wordsOfDay(day) : `${wordsOfDay(day)}, ${minutes}`;
}

function linkWords({ text, hyperlink }: ExcelJS.CellHyperlinkValue): Cell {
  const marks = isLinkAddress(hyperlink) ? [{ type: "link", attrs: { href: hyperlink } }] : [];
  const runs = (text as unknown as Partial<ExcelJS.CellRichTextValue> | string | null) ?? "";
  if (typeof runs === "string") return fromRuns([{ text: runs, marks }]);
  return fromRuns((runs.richText ?? []).map((run) => runOf(run, marks)));
}

function runOf({ text, font }: ExcelJS.RichText, marks: readonly Mark[]): Run {
  return {
    text,
    marks: [
      ...(font?.bold === true ? [{ type: "bold" }] : []),
      ...(font?.italic === true ? [{ type: "italic" }] : []),
      ...marks,
    ],
  };
}

/** Each line is a paragraph. Plain words where nothing is marked, or all of it is bold: that is how the cell looks. */
function fromRuns(runs: readonly Run[]): Cell {
  const words = runs.map(({ text, marks }) => ({ text: cleanWords(text ?? ""), marks }));
  const marked = words.filter(({ text }) => text.trim() !== "");
  if (!marked.some(({ marks }) => marks.length > 0)) return words.map(({ text }) => text).join("");
  if (marked.every(({ marks }) => marks.length === 1 && marks[0]?.type === "bold"))
    return words.map(({ text }) => text).join("");
  const paragraphs: RichNode[][] = [[]];
  for (const { text, marks } of words) {
    for (const [at, line] of text.split("\n").entries()) {
      if (at > 0) paragraphs.push([]);
      if (line !== "") paragraphs.at(-1)?.push({ type: "text", text: line, marks });
    }
  }
  return evenOut({
    type: "doc",
    content: paragraphs
      .filter((content) => content.length > 0)
      .map((content) => ({ type: "paragraph", content })),
  });
}
