/** The tracker's sheet of open comments, suggestions of wording among them. */
import type ExcelJS from "exceljs";
import { wordsOfDay } from "../../../shared/day.ts";
import type { Deed } from "../../../shared/deed.ts";
import type { RecordState } from "../../../shared/record-state.ts";
import { isOpenThread } from "../../../shared/thread-state.ts";
import type { Thread, ThreadType } from "../../../shared/thread.ts";
import type { WholeStatement } from "../../../shared/whole-statement.ts";
import { addReadOnlySheet } from "./read-only-sheet.ts";
import { kindWords, readableText, wordsOfItem } from "./words-of-item.ts";

const typeWords: Readonly<Record<ThreadType, string>> = {
  comment: "Comment",
  question: "Question",
  objection: "Objection",
  decision: "Decision",
};

export function addCommentSheet(workbook: ExcelJS.Workbook, whole: WholeStatement): void {
  const { items, record, title } = whole;
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
          talk(thread, record),
          whoWords(thread.started, record),
          wordsOfDay(thread.started.at.slice(0, 10)),
          thread.assigned ? nameOf(thread.assigned.to, record) : "",
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
  return position ? "What a borough says" : typeWords[type];
}

function talk({ suggests, comments }: Thread, record: RecordState): string {
  const said = comments
    .filter(({ withdrawn }) => withdrawn === null)
    .map((comment) => `${whoWords(comment, record)}: ${comment.text}`);
  if (!suggests) return said.join("\n");
  const because = suggests.because === "" ? [] : [`Because: ${suggests.because}`];
  return [`Instead: ${readableText(suggests.after)}`, ...because, ...said].join("\n");
}

function whoWords({ personId }: Pick<Deed, "personId">, record: RecordState): string {
  const person = record.people.get(personId);
  return person ? `${person.name}, ${person.boroughName}` : "Someone";
}

function nameOf(personId: string, { people }: RecordState): string {
  return people.get(personId)?.name ?? "Someone";
}
