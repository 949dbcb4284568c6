/** The decision log as CSV: a row for each conversation and decision. A spreadsheet runs nothing that is in it. */
import { stringify } from "csv-stringify/sync";
import type { WholeStatement } from "../../../shared/whole-statement.ts";
import { decisionRows, type DecisionRow } from "../document/decision-rows.ts";
import { namesIn } from "../document/names.ts";
import type { Words } from "../document/said.ts";
import { guardCell } from "../own-table/guard-cell.ts";
import { printable } from "../printable.ts";

const columns: readonly (readonly [string, (row: DecisionRow) => string])[] = [
  ["Reference", ({ reference }) => reference],
  ["Kind of item", ({ kind }) => kind],
  ["Item", ({ item }) => item],
  ["What", ({ what }) => what],
  ["About the words", ({ about }) => about],
  ["Said by", ({ said }) => said?.who ?? ""],
  ["Said on", ({ said }) => dayOf(said)],
  ["What was said", ({ said }) => said?.text ?? ""],
  ["What was answered", ({ answers }) => answers.map(answerWords).join("\n")],
  ["How it stands", ({ outcome }) => outcome.state],
  ["Decided by", ({ outcome }) => outcome.words?.who ?? ""],
  ["Decided on", ({ outcome }) => dayOf(outcome.words)],
  ["Why", ({ outcome }) => outcome.words?.text ?? ""],
  ["What changed", ({ changed }) => changed],
];

export function writeDecisionCsv(whole: WholeStatement): Uint8Array {
  const rows = decisionRows(whole, namesIn(whole.record)).map((row) =>
    columns.map(([, cell]) => guardCell(printable(cell(row)))),
  );
  const csv = stringify([columns.map(([name]) => name), ...rows], {
    bom: true,
    record_delimiter: "windows",
  });
  return new TextEncoder().encode(csv);
}

function answerWords(words: Words): string {
  return `${words.who}, ${dayOf(words)}: ${words.text}`;
}

/** As spreadsheets sort it. */
function dayOf(words: Words | null): string {
  return words === null ? "" : dayFormat.format(new Date(words.at));
}

/** `2026-06-02`, as the calendar stood in London. */
const dayFormat = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/London" });
