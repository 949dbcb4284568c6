/** The tracker's sheet of open comments, suggestions of wording among them. */
import type ExcelJS from "exceljs";
import { wordsOfDay } from "../../../shared/day.ts";
import { isOpenThread } from "../../../shared/thread-state.ts";
import type { Thread } from "../../../shared/thread.ts";
import type { WholeStatement } from "../../../shared/whole-statement.ts";
import { namesIn, type Names } from "../document/names.ts";
import { typeLabels } from "../document/said.ts";
import { addReadOnlySheet } from "./read-only-sheet.ts";
import { kindWords, readableText, wordsOfItem } from "./words-of-item.ts";

export function addCommentSheet(workbook: ExcelJS.Workbook, whole: WholeStatement): void {
  const { items, record, title } = whole;
  const names = namesIn(record);
  const rows = items.flatMap((item) =>
    (record.threadsByItem.get(item.id) ?? []).flatMap((id) => {
      const thread = record.threads.get(id);
      if (!thread || thread.meets || !isOpenThread(thread)) return [];
      return [
        [
          record.references.get(item.id) ?? kindWords(item),
          wordsOfItem(item),
          typeOf(thread),
          thread.anchor.words?.quote ?? "",
          talk(thread, names),
          names.whoDid(thread.started),
          wordsOfDay(thread.started.at.slice(0, 10)),
          thread.assigned ? names.person(thread.assigned.to) : "",
          thread.assigned?.due ? wordsOfDay(thread.assigned.due) : "",
        ],
      ];
    }),
  );
  addReadOnlySheet(
    workbook,
    { name: "Open comments", title, frozenColumns: 1 },
    [
      { heading: "Item", width: 11 },
      { heading: "What it says", width: 44 },
      { heading: "Kind of comment", width: 15 },
      { heading: "About the words", width: 26 },
      { heading: "Comments", width: 60 },
      { heading: "Started by", width: 22 },
      { heading: "Started", width: 16 },
      { heading: "Given to", width: 18 },
      { heading: "By", width: 16 },
    ],
    rows,
  );
}

function typeOf({ suggests, position, type }: Thread): string {
  if (suggests) return "Suggested wording";
  return position ? "What a borough says" : typeLabels[type] || "Comment";
}

function talk({ suggests, comments }: Thread, names: Names): string {
  const said = comments
    .filter(({ withdrawn }) => withdrawn === null)
    .map((comment) => `${names.whoDid(comment)}: ${comment.text}`);
  if (!suggests) return said.join("\n");
  const because = suggests.because === "" ? [] : [`Because: ${suggests.because}`];
  return [`Instead: ${readableText(suggests.after)}`, ...because, ...said].join("\n");
}
