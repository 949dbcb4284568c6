/** The tracker's sheet of links: which requirement meets which need or outcome, how fully and why. */
import type ExcelJS from "exceljs";
import { coverageOf, type LinkState } from "../../../shared/coverage.ts";
import type { WholeStatement } from "../../../shared/whole-statement.ts";
import { wordsOfItem } from "./words-of-item.ts";
import { addReadOnlySheet } from "./read-only-sheet.ts";

const states: Readonly<Record<LinkState, string>> = {
  counts: "Holds",
  changed: "Words changed since",
  requirementRemoved: "The requirement is not taken forward",
  requirementWont: "The requirement is not asked for",
};

export function addLinkSheet(workbook: ExcelJS.Workbook, whole: WholeStatement): void {
  const { items, record, title } = whole;
  const byId = new Map(items.map((item) => [item.id, item]));
  const links = coverageOf(items, record).items.filter(({ kind }) => kind === "requirement");
  const rows = links.flatMap((requirement) =>
    requirement.links.map((link) => [
      requirement.reference ?? "",
      wordsOfItem(byId.get(link.requirementId)),
      record.references.get(link.needId) ?? "",
      wordsOfItem(byId.get(link.needId)),
      link.how === "fully" ? "Fully" : "Partly",
      link.because,
      states[link.state],
    ]),
  );
  addReadOnlySheet(
    workbook,
    { name: "Links", title, frozenColumns: 1 },
    [
      { heading: "Requirement", width: 12 },
      { heading: "What it says", width: 50 },
      { heading: "Meets", width: 10 },
      { heading: "What is needed", width: 50 },
      { heading: "How fully", width: 11 },
      { heading: "Because", width: 36 },
      { heading: "Today", width: 22 },
    ],
    rows,
  );
}
