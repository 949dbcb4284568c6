/**
 * The workbook that suppliers fill in: a row for each requirement that is asked for. Promises that nothing
 * leaves with it but the title, the number of the version, and of each requirement its reference, section,
 * words, measure, priority and what differs for a borough; and that only the supplier's cells can be changed.
 */
import type ExcelJS from "exceljs";
import { allPriorities, type Priority } from "../../../shared/item-kinds.ts";
import type { Item } from "../../../shared/items.ts";
import { hasWords } from "../../../shared/plain-text.ts";
import { Refusal } from "../../../shared/refusal.ts";
import { emptyRichText } from "../../../shared/rich-text.ts";
import { variationsShown } from "../../../shared/variations.ts";
import type { WholeStatement } from "../../../shared/whole-statement.ts";
import { boroughNames } from "../export/borough-names.ts";
import { guardCell } from "../own-table/guard-cell.ts";
import { addAnswerSheet, answerColumn, type AskedRequirement } from "./answer-sheet.ts";
import { addInstructions } from "./instructions-sheet.ts";
import { bytesOf, newWorkbook } from "./new-workbook.ts";
import { markAsSupplierResponse } from "./supplier-mark.ts";
import { readableText } from "./words-of-item.ts";

/** @throws Refusal `bad-input` when nothing is asked for */
export function writeSupplierResponse(whole: WholeStatement): Promise<Uint8Array> {
  const asked = askedOf(whole);
  if (asked.length === 0)
    throw new Refusal(
      "bad-input",
      "There is no requirement to send to suppliers. Write one, or choose less narrowly, then export again.",
    );
  const workbook: ExcelJS.Workbook = newWorkbook(whole);
  addInstructions(workbook, {
    title: whole.title,
    version: whole.version,
    at: whole.at,
    priorities: prioritiesIn(asked, whole),
    requirements: asked.length,
    answerColumn: answerColumn(asked),
  });
  addAnswerSheet(workbook, asked, whole.title);
  markAsSupplierResponse(workbook, "Instructions!$A$1");
  return bytesOf(workbook);
}

function askedOf({ items, record, priorityWords }: WholeStatement): AskedRequirement[] {
  const names = boroughNames(record);
  const asked: AskedRequirement[] = [];
  let section = "";
  for (const item of items) {
    if (item.kind === "section") section = wordsIn(item, "title");
    if (!isAsked(item)) continue;
    const differences = variationsShown(item).map(
      ({ boroughId, text }) => `Differs for ${names(boroughId)}: ${readableText(text)}`,
    );
    asked.push({
      reference: guardCell(record.references.get(item.id) ?? ""),
      section: guardCell(section),
      words: guardCell([wordsIn(item, "statement"), ...differences].join("\n")),
      measure: guardCell(wordsIn(item, "measure")),
      priority: item.priority === null ? "" : guardCell(priorityWords[item.priority]),
    });
  }
  return asked;
}

/** What is not taken forward, and what the statement says it does not want, is nothing to answer. */
function isAsked({ kind, removed, priority, fields }: Item): boolean {
  return kind === "requirement" && !removed && priority !== "wont" && hasWords(fields["statement"]);
}

function wordsIn(item: Item, field: string): string {
  return readableText(item.fields[field] ?? emptyRichText);
}

function prioritiesIn(
  asked: readonly AskedRequirement[],
  { priorityWords }: WholeStatement,
): { readonly priority: Priority; readonly word: string }[] {
  const used = new Set(asked.map(({ priority }) => priority));
  return allPriorities
    .map((priority) => ({ priority, word: guardCell(priorityWords[priority]) }))
    .filter(({ word }) => used.has(word));
}
