import { expect, test } from "vitest";
import { askedOptions, optionsFor } from "../../server/exchange/export/export-options.ts";
import { fileNameOf } from "../../server/exchange/export/file-name.ts";
import { selectItems } from "../../server/exchange/export/select-items.ts";
import { writeOwnRows } from "../../server/exchange/own-table/write-own-rows.ts";
import { defaultPriorityWords } from "../../shared/item-kinds.ts";
import { richTextFromPlain } from "../../shared/rich-text.ts";
import type { WholeStatement } from "../../shared/whole-statement.ts";
import { AStatement, anItem } from "./commands/a-statement.ts";

function section(id: string, title: string, level = 1) {
  const fields = { title: richTextFromPlain(title) };
  return { ...anItem(id, "section", ""), level, fields };
}

/** Two sections with an outcome, a need and two requirements; R-2 is not taken forward. */
function aWhole(): WholeStatement {
  const statement = new AStatement();
  statement.says({ ...statement.item("R-1"), priority: "must", raisedBy: ["hackney"] });
  statement.links("ada");
  statement.startsThread("ben");
  statement.startsThread("ben", "R-2");
  statement.append(
    {
      type: "give-references",
      facts: {
        references: ["N-1", "O-1", "R-1", "R-2"].map((id) => ({ itemId: id, reference: id })),
      },
      words: {},
    },
    "ada",
    "camden",
  );
  const items = [
    section("A", "What we want"),
    statement.item("O-1"),
    section("A2", "Needs", 2),
    { ...statement.item("N-1"), notes: richTextFromPlain("ask Tom") },
    section("B", "What they do"),
    statement.item("R-1"),
    { ...statement.item("R-2"), removed: { why: "too dear" } },
  ];
  return {
    statementId: "s",
    title: "Repairs",
    priorityWords: defaultPriorityWords,
    items,
    record: statement.record,
    at: "2026-05-14T10:00:00.000Z",
    version: null,
  };
}

function chosen(asked: object, format: "csv" = "csv"): string[] {
  const options = optionsFor(format, askedOptions.parse(asked));
  return selectItems(aWhole(), options).items.map(({ id }) => id);
}

test.each<[string, object, string[]]>([
  ["all of it", {}, ["A", "O-1", "A2", "N-1", "B", "R-1", "R-2"]],
  ["only what is taken forward", { removed: false }, ["A", "O-1", "A2", "N-1", "B", "R-1"]],
  ["needs, with the sections over them", { kinds: ["need"] }, ["A", "A2", "N-1"]],
  ["musts", { priorities: ["must"] }, ["B", "R-1"]],
  ["what Hackney raised", { raisedBy: ["hackney"] }, ["B", "R-1"]],
  ["a section with those in it", { section: "A" }, ["A", "O-1", "A2", "N-1"]],
  ["what says some words", { text: "LEAK" }, ["A", "A2", "N-1"]],
  ["a reference", { text: "r-1" }, ["B", "R-1"]],
  ["a section's title", { text: "they do" }, ["B"]],
  ["nothing", { text: "unicorns" }, []],
])("an export has %s", (_, asked, ids) => {
  expect(chosen(asked)).toEqual(ids);
});

test("of the record only what is about the items chosen is left", () => {
  const options = optionsFor("csv", askedOptions.parse({ kinds: ["requirement"] }));
  const { record } = selectItems(aWhole(), options);
  expect([...record.references.keys()]).toEqual(["R-1", "R-2"]);
  // The link's need is not in it, and CSV takes no comments.
  expect(record.threads.size).toBe(0);
});

test("working notes stay behind when they are not asked for", () => {
  const options = optionsFor("csv", askedOptions.parse({ notes: false }));
  const rows = writeOwnRows(selectItems(aWhole(), options));
  expect(rows.find(({ kind }) => kind === "need")).toMatchObject({
    text: "report a leak by phone",
    notes: "",
  });
});

test("what a format does not take counts for nothing", () => {
  expect(optionsFor("csv", askedOptions.parse({ comments: true, decisions: true }))).toMatchObject({
    withComments: false,
    withDecisions: false,
  });
});

test.each([
  ["Housing repairs", null, "Housing repairs - items - 2026-05-14.csv"],
  ["../a:b?", { number: 3, name: "", issued: null }, "a b - items - version 3 - 2026-05-14.csv"],
  ["", { number: 9, name: "x", issued: 2 }, "items - issued version 2 - 2026-05-14.csv"],
])("a file of “%s” is called after it", (title, version, name) => {
  const named = { title, version, at: "2026-05-14T10:00:00.000Z" };
  expect(fileNameOf(named, { inName: "items", ending: "csv" })).toBe(name);
});
