/** The decision log: what was said, what was answered, how it ended and what changed because of it. */
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { decisionRows } from "../../../server/exchange/document/decision-rows.ts";
import { namesIn } from "../../../server/exchange/document/names.ts";
import { writeDecisionCsv } from "../../../server/exchange/decision-log/write-decision-csv.ts";
import { writeDecisionLog } from "../../../server/exchange/decision-log/write-decision-log.ts";
import { askedOptions, optionsFor } from "../../../server/exchange/export/export-options.ts";
import { selectItems } from "../../../server/exchange/export/select-items.ts";
import { elementsInside } from "../../../server/exchange/docx/read-xml.ts";
import { richTextFromPlain } from "../../../shared/rich-text.ts";
import { newThread, type SuggestionOutcome, type Thread } from "../../../shared/thread.ts";
import type { WholeStatement } from "../../../shared/whole-statement.ts";
import { smallStatement } from "./small-statement.ts";
import { paragraphsIn, wordParts, wordsOf } from "./word-parts.ts";

const by = { personId: "priya", boroughId: "camden", at: "2026-06-02T15:05:00.000Z", number: 9 };

function rowsOf(whole: WholeStatement) {
  return decisionRows(whole, namesIn(whole.record));
}

function withThread(thread: Thread): WholeStatement {
  const { record } = smallStatement;
  return {
    ...smallStatement,
    record: {
      ...record,
      threads: new Map([...record.threads, [thread.id, thread]]),
      threadsByItem: new Map([["requirement-27", [thread.id]]]),
    },
  };
}

function suggestion(outcome: SuggestionOutcome | null): Thread {
  return {
    ...newThread,
    id: "suggestion",
    anchor: { itemId: "requirement-27" },
    started: by,
    suggests: {
      field: "statement",
      before: richTextFromPlain("A repair is answered within a day"),
      after: richTextFromPlain("A repair is answered within 4 hours"),
      because: "Leaks do not wait",
      outcome,
    },
  };
}

test("each conversation is a row with its answers and its end, in the order of the statement", () => {
  expect(
    rowsOf(smallStatement).map(({ reference, what, said, answers, outcome }) => [
      reference,
      what,
      said?.text ?? null,
      answers.map(({ text }) => text),
      outcome.state,
      outcome.words?.text ?? null,
    ]),
  ).toEqual([
    ["N-12", "Left out on purpose", null, [], "Decided", "The contract has it"],
    [
      "R-27",
      "Objection",
      "Too slow for us",
      ["Would 2 hours do?"],
      "Closed",
      "Settled at the meeting",
    ],
    ["R-27", "Comment", "Who checks this?", [], "Open", null],
    ["R-33", "Not taken forward", null, [], "Not taken forward", null],
  ]);
});

test("who and when are said, and nothing that was withdrawn", () => {
  const [, objection] = rowsOf(smallStatement);
  expect(objection?.said).toEqual({
    who: "Sam O’Neill (Hackney)",
    at: "2026-05-14T09:30:00.000Z",
    text: "Too slow for us",
  });
  expect(JSON.stringify(rowsOf(smallStatement))).not.toContain("Withdrawn words");
});

test.each([
  [null, "Open", ""],
  [
    { ...by, state: "accepted", note: "Good", how: "as-suggested" },
    "Accepted",
    "“a day” became “4 hours”.",
  ],
  [
    { ...by, state: "accepted", note: "", how: "already-said" },
    "Accepted",
    "The text said so already.",
  ],
  [{ ...by, state: "declined", why: "Too dear" }, "Declined", ""],
  [{ ...by, state: "withdrawn" }, "Withdrawn", ""],
] as const)(
  "suggested wording that ends as %o is %s, and says what changed",
  (outcome, state, changed) => {
    const row = rowsOf(withThread(suggestion(outcome))).find(
      ({ what }) => what === "Suggested wording",
    );
    expect(row?.outcome.state).toBe(state);
    expect(row?.changed).toBe(changed);
    expect(row?.said?.text).toBe("A repair is answered within 4 hours\nLeaks do not wait");
  },
);

test("words that changed since somebody spoke about them are shown as they were and as they are", () => {
  const objection = smallStatement.record.threads.get("objection");
  const items = smallStatement.items.map((item) =>
    item.id === "requirement-27"
      ? { ...item, fields: { statement: richTextFromPlain("A repair is answered at once") } }
      : item,
  );
  const row = rowsOf({ ...smallStatement, items }).find(({ what }) => what === "Objection");
  expect(objection?.anchor.words?.quote).toBe("within 4 hours");
  expect(row?.changed).toMatch(/^“within 4 hours” is (not there any more|now “at once”)\.$/);
});

test("as CSV it has a row for each, and a spreadsheet runs nothing in it", () => {
  const thread: Thread = {
    ...newThread,
    id: "formula",
    anchor: { itemId: "requirement-27" },
    started: by,
    comments: [
      { ...by, id: "c", text: "=HYPERLINK(1)", mentions: [], edited: null, withdrawn: null },
    ],
  };
  const csv = new TextDecoder().decode(writeDecisionCsv(withThread(thread)));
  const rows: string[][] = parse(csv, { bom: true });
  expect(rows[0]?.slice(0, 4)).toEqual(["Reference", "Kind of item", "Item", "What"]);
  expect(rows.flat()).toContain("'=HYPERLINK(1)");
  for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+@-]/);
});

test.each(["decisions-docx", "decisions-csv"] as const)(
  "nobody has to ask for the conversations in %s",
  (format) => {
    const options = optionsFor(format, askedOptions.parse({}));
    expect(rowsOf(selectItems(smallStatement, options))).toEqual(rowsOf(smallStatement));
  },
);

test("as a Word file it says the same", async () => {
  const parts = await wordParts(await writeDecisionLog(smallStatement));
  const tree = parts.treeOf("word/document.xml");
  const words = paragraphsIn(tree).map(wordsOf);
  expect(words[0]).toBe("Decision log: Repairs & more");
  expect(words).toContain("Sam O’Neill (Hackney), 14 May 2026: Too slow for us");
  expect(words).toContain("Priya Shah (Camden), 14 May 2026: Would 2 hours do?");
  expect(words).toContain("Sam O’Neill (Hackney), 2 June 2026: Settled at the meeting");
  expect(elementsInside(tree, "w:tblHeader")).toHaveLength(1);
  expect(words).not.toContain("");
});
