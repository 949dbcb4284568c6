/** What is read from a table, by the columns that are guessed or chosen, and what is said about a broken one. */
import { describe, expect, it } from "vitest";
import { exampleCsv } from "../../../client/exchange/example-csv.ts";
import { readCsvTable } from "../../../server/exchange/csv/read-csv-table.ts";
import { guessMapping } from "../../../server/exchange/table/guess-mapping.ts";
import { mapTables } from "../../../server/exchange/table/map-table.ts";
import type { Tables } from "../../../server/exchange/table/sheet.ts";
import { defaultPriorityWords } from "../../../shared/item-kinds.ts";
import { plainText } from "../../../shared/plain-text.ts";
import type { ProposedFile, ProposedItem } from "../../../shared/proposed-file.ts";
import { Refusal } from "../../../shared/refusal.ts";
import type { TableMapping } from "../../../shared/table-mapping.ts";

const headings = "kind,reference,section,text,priority,meets,borough,notes";

function tables(...lines: readonly string[]): Tables {
  return readCsvTable(new TextEncoder().encode(lines.join("\n")));
}

function guess(...lines: readonly string[]): ReturnType<typeof guessMapping> {
  return guessMapping(tables(...lines), defaultPriorityWords);
}

function read(lines: readonly string[], change: Partial<TableMapping> = {}): ProposedFile {
  const table = tables(...lines);
  return mapTables(table, { ...guessMapping(table, defaultPriorityWords).mapping, ...change });
}

function problemsOf(...rows: readonly string[]): string[] {
  return read([headings, ...rows]).problems.map(({ where, what }) => `${where}: ${what}`);
}

/** Its fields with words, as words. */
function said({ fields, notes }: ProposedItem): Record<string, string> {
  const all = { ...fields, ...(notes ? { notes } : {}) };
  return Object.fromEntries(Object.entries(all).map(([name, text]) => [name, plainText(text)]));
}

function refusal(bytes: Uint8Array): string {
  try {
    readCsvTable(bytes);
    return "";
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.problems.map(({ where, what }) => `${where}: ${what}`).join("\n");
  }
}

describe("a table with Needline's own headings", () => {
  it("leaves nothing to ask, and is read with kinds, priorities, links, boroughs and notes", () => {
    const lines = [
      headings,
      'need,U-1,Reporting,"As a tenant, I need to report a leak",must,,Camden; Hackney,"Heard often.\nAsk again."',
      "requirement,S-1,Reporting,The supplier provides a form,Should have,U-1 fully; U-2 (partly),,",
    ];
    expect(guess(...lines).isSure).toBe(true);
    const { items, links, problems } = read(lines);
    expect(problems).toEqual([]);
    expect(items.map(said)).toEqual([
      { asA: "tenant", iNeed: "report a leak", soThat: "", notes: "Heard often.\nAsk again." },
      { statement: "The supplier provides a form" },
    ]);
    expect(items).toMatchObject([
      {
        where: "Line 2",
        reference: "U-1",
        section: "Reporting",
        priority: "must",
        raisedBy: ["Camden", "Hackney"],
      },
      { where: "Line 4", reference: "S-1", priority: "should" },
    ]);
    expect(links).toMatchObject([
      { from: ":4", to: "U-1", how: "fully" },
      { from: ":4", to: "U-2", how: "partly" },
    ]);
  });

  it("may have them in any order and case, with commas, semicolons or tabs", () => {
    for (const mark of [",", ";", "\t"]) {
      const lines = [
        [" Text", "KIND ", "Priority"],
        ["A form", "Requirements", "High"],
      ];
      const { items } = read(lines.map((cells) => cells.join(mark)));
      expect(items).toMatchObject([{ kind: "requirement", priority: "must" }]);
    }
  });

  it("counts blank lines, so that line numbers are those of the file", () => {
    const { items } = read([
      headings,
      "",
      "need,,,one,,,,",
      ",,,,,,,",
      'need,,,"two\nlines",,,,',
      "need,,,three,,,,",
    ]);
    expect(items.map((item) => [item.where, said(item)["iNeed"]])).toEqual([
      ["Line 3", "one"],
      ["Line 5", "two lines"],
      ["Line 7", "three"],
    ]);
  });

  it("asks what a word means that nobody knows, and may say in any cell what is a name inside JavaScript", () => {
    for (const name of ["epic", "constructor", "__proto__", "toString"]) {
      const table = guess(headings, `${name},${name},${name},A form,${name},,,`);
      expect(table.isSure).toBe(false);
      expect([
        Object.entries(table.mapping.kinds),
        Object.entries(table.mapping.priorities),
      ]).toEqual([[[name, null]], [[name, null]]]);
      const { items, problems } = read([
        headings,
        `requirement,${name},${name},A,,${name} fully,,`,
      ]);
      expect([items.length, problems]).toEqual([1, []]);
    }
  });

  it("names what is wrong with a row, and leaves that row out", () => {
    expect(problemsOf("need,,,leaks, drips and floods,must,,,,")[0]).toMatch(
      /^Line 2: There are 10 cells but 8 headings/,
    );
    expect(problemsOf("requirement,,,a,,U-1 fully; U-1 partly,,")).toEqual([
      "Line 2: U-1 is said to be met fully and partly. Keep one.",
    ]);
    expect(problemsOf()).toEqual(["The file: There are headings but no rows."]);
  });

  it("is read whole from the example that people download", () => {
    const file = read([exampleCsv]);
    expect(file).toMatchObject({ problems: [], notices: [] });
    expect(file.items.map(({ kind }) => kind)).toEqual([
      "text",
      "outcome",
      ...Array.from({ length: 3 }, () => "need"),
      ...Array.from({ length: 3 }, () => "requirement"),
    ]);
  });
});

describe("somebody else's table", () => {
  it("is guessed from its headings: user stories", () => {
    const lines = [
      "id,epic,as_a,i_want,so_that,acceptance criteria,title",
      "1,Rent,tenant,to pay by card,I need no cash,A receipt comes.,Paying",
      "2,Rent,tenant,a receipt,,,Receipts",
      "3,Rent,,,,,Only a title",
    ];
    const { mapping, isSure } = guess(...lines);
    expect(isSure).toBe(false);
    expect(mapping).toMatchObject({
      kind: "need",
      columns: ["reference", "section", "asA", "iNeed", "soThat", "metWhen", "text"],
    });
    expect(read(lines).items.map(said)).toEqual([
      {
        asA: "tenant",
        iNeed: "pay by card",
        soThat: "I need no cash",
        metWhen: "A receipt comes.",
        notes: "Paying",
      },
      { asA: "tenant", iNeed: "I want a receipt", notes: "Receipts" },
      { asA: "", iNeed: "Only a title", soThat: "" },
    ]);
  });

  it("is guessed from its contents: a list with priorities and a long text", () => {
    const lines = [
      "A,B,C",
      ...["Essential", "Desirable", "Essential"].map(
        (word, at) => `${word},${at},The supplier keeps appointment ${at} and says so.`,
      ),
    ];
    expect(guess(...lines).mapping).toMatchObject({
      kind: "requirement",
      columns: ["priority", null, "text"],
    });
  });

  it("has its headings further down, and titles between its rows", () => {
    const lines = [
      "Requirements of 2021,,",
      "Ref,Requirement,Priority",
      "Reporting,,",
      "1.1,A form,Essential",
      "1.2,A phone line,Nice to have",
      "1.3,A letter,",
    ];
    const file = read(lines);
    expect(guess(...lines).mapping).toMatchObject({ headingRow: 2, titlesBetween: true });
    expect(file.items.map((item) => Object.values(said(item))[0])).toEqual([
      "Reporting",
      "A form",
      "A phone line",
      "A letter",
    ]);
    expect(file.items.map(({ priority }) => priority)).toEqual([
      undefined,
      "must",
      "could",
      undefined,
    ]);
  });

  it("may say nothing of how far a need is met: that is partly, and is told", () => {
    const file = read(["Ref,Requirement,Story", '1,A form,"U-1, U-2"']);
    expect(file.links.map(({ to, how }) => `${to} ${how}`)).toEqual(["U-1 partly", "U-2 partly"]);
    expect(file.notices[0]?.what).toMatch(/how far 2 needs are met/);
  });

  it("is read as somebody says: kinds, priorities, what is kept and what is left out", () => {
    const lines = [
      "Type,What,Weight,Owner",
      "Functional,Pay by card,A,Ann",
      "Glossary,Card: a card,,",
    ];
    const file = read(lines, {
      columns: ["kind", "text", "priority", "extra"],
      kinds: { Functional: "requirement", Glossary: null },
      priorities: { A: "must" },
    });
    expect(file.items).toMatchObject([
      { kind: "requirement", priority: "must", extra: { Owner: "Ann" } },
    ]);
    expect(file.items).toHaveLength(1);
  });
});

describe("the letters of a CSV file", () => {
  const text = `${headings}\nneed,,,a £5 café voucher,,,,\n`;

  it("are UTF-8 with or without a byte order mark, or Windows-1252, which is told", () => {
    for (const mark of ["", "\uFEFF"]) {
      const file = read([mark + text]);
      expect([
        said(file.items[0] ?? { key: "", where: "", kind: "text", reference: "", fields: {} })[
          "iNeed"
        ],
        file.notices,
      ]).toEqual(["a £5 café voucher", []]);
    }
    const old = readCsvTable(Buffer.from(text, "latin1"));
    expect(old.sheets[0]?.rows[1]?.cells[3]).toBe("a £5 café voucher");
    expect(old.notices[0]?.what).toMatch(/Windows-1252/);
  });

  it("are refused with what to do when they are neither", () => {
    const refused: [Uint8Array, RegExp][] = [
      [Buffer.from(text, "utf16le"), /not a text file/],
      [Buffer.from(`\uFEFF${text}`, "utf16le"), /UTF-16/],
      [Buffer.concat([Buffer.from(text, "latin1"), Buffer.from([0x81])]), /encoding is unknown/],
      [Buffer.from(""), /empty/],
    ];
    for (const [bytes, what] of refused) {
      expect(refusal(bytes)).toMatch(what);
      expect(refusal(bytes)).toMatch(/CSV UTF-8/);
    }
  });

  it("are refused where quotation marks do not pair up, with the line", () => {
    const lines = (row: string) =>
      new TextEncoder().encode(
        [headings, "need,,,fine,,,,", row, "need,,,swallowed,,,,"].join("\n"),
      );
    expect(refusal(lines('need,,,"never closed,,,,'))).toMatch(
      /^Line 3: A quotation mark is opened here/,
    );
    expect(refusal(lines('need,,,"half" quoted,,,,'))).toMatch(
      /^Line 3: The quotation marks do not pair up/,
    );
  });
});
