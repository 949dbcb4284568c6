/** The tracker's sheet of positions: a row for each need and requirement, a column for each borough. */
import type ExcelJS from "exceljs";
import { agreementOf } from "../../../shared/agreement.ts";
import type { AgreementRow } from "../../../shared/agreement-row.ts";
import { stanceWords, type Position } from "../../../shared/position.ts";
import type { WholeStatement } from "../../../shared/whole-statement.ts";
import { addReadOnlySheet } from "./read-only-sheet.ts";
import { kindWords, wordsOfItem } from "./words-of-item.ts";

export function addPositionSheet(workbook: ExcelJS.Workbook, whole: WholeStatement): void {
  const { items, record, title, priorityWords } = whole;
  const { boroughs, rows } = agreementOf(items, record);
  const byId = new Map(items.map((item) => [item.id, item]));
  addReadOnlySheet(
    workbook,
    { name: "Positions", title, frozenColumns: 1 },
    [
      { heading: "Reference", width: 11 },
      { heading: "Kind", width: 13 },
      { heading: "Words", width: 50 },
      { heading: "Priority", width: 11 },
      { heading: "Agreed by all", width: 13 },
      ...boroughs.map(({ name }) => ({ heading: name, width: 26 })),
    ],
    rows.map((row) => {
      const item = byId.get(row.id);
      const said = record.positions.get(row.id);
      return [
        row.reference ?? "",
        kindWords(item),
        wordsOfItem(item),
        row.priority === null ? "" : priorityWords[row.priority],
        row.isAgreed ? "Yes" : "No",
        ...row.cells.map((cell) =>
          positionWords(cell, said?.get(cell.boroughId), (priority) => priorityWords[priority]),
        ),
      ];
    }),
  );
}

function positionWords(
  { state, priority, proposed }: AgreementRow["cells"][number],
  position: Position | undefined,
  printed: (priority: NonNullable<Position["priority"]>) => string,
): string {
  const lines: string[] = [];
  if (position) {
    const { label } = stanceWords[position.stance];
    lines.push(position.words === "" ? label : `${label}: ${position.words}`);
    if (state === "changed") lines.push("The words changed since.");
  } else if (proposed) lines.push(`Not said yet. Proposed: ${stanceWords[proposed].label}`);
  else lines.push("Not said yet");
  if (priority) lines.push(`Priority for this borough: ${printed(priority)}`);
  return lines.join("\n");
}
