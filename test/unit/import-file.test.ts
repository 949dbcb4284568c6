/** What is read from a CSV file, and what is said about one that is broken. */
import { describe, expect, it } from "vitest";
import type { ImportFile } from "../../server/exchange/import-rows.ts";
import { readImportFile } from "../../server/exchange/read-import-file.ts";
import { exampleCsv } from "../../client/exchange/example-csv.ts";
import { importLimits } from "../../shared/import-columns.ts";

const headings = "kind,reference,section,text,priority,meets,borough,notes";

function read(...lines: readonly string[]): ImportFile {
  return readImportFile(new TextEncoder().encode(lines.join("\n")));
}

function problemsOf(...rows: readonly string[]): string[] {
  return read(headings, ...rows).problems.map(({ where, what }) => `${where}: ${what}`);
}

describe("a CSV file", () => {
  it("may say in any cell what is a name inside JavaScript", () => {
    for (const name of ["constructor", "__proto__", "toString", "valueOf"]) {
      expect(problemsOf(`${name},,,A form,,,,`)).toEqual([
        `Line 2: “${name}” is not a kind. Write section, text, outcome, need or requirement.`,
      ]);
      expect(problemsOf(`need,,,A form,${name},,,`)).toEqual([
        `Line 2: “${name}” is not a priority. Write must, should, could or wont.`,
      ]);
      const { rows, problems } = read(headings, `requirement,${name},${name},A,,${name} fully,,`);
      expect([rows.length, problems]).toEqual([1, []]);
    }
  });

  it("is read with its kinds, priorities, links, boroughs and notes", () => {
    const file = read(
      headings,
      'need,U-1,Reporting,"As a tenant, I need to report a leak",must,,Camden; Hackney,"Heard often.\nAsk again."',
      "requirement,S-1,Reporting,The supplier provides a form,Should have,U-1 fully; U-2 (partly),,",
    );
    expect(file.problems).toEqual([]);
    expect(file.rows).toEqual([
      {
        line: 2,
        kind: "need",
        reference: "U-1",
        section: "Reporting",
        text: "As a tenant, I need to report a leak",
        priority: "must",
        meets: [],
        boroughs: ["Camden", "Hackney"],
        notes: "Heard often.\nAsk again.",
      },
      {
        line: 4,
        kind: "requirement",
        reference: "S-1",
        section: "Reporting",
        text: "The supplier provides a form",
        priority: "should",
        meets: [
          { reference: "U-1", how: "fully" },
          { reference: "U-2", how: "partly" },
        ],
        boroughs: [],
        notes: "",
      },
    ]);
  });

  it("may have its headings in any order and case, with spaces, semicolons or tabs", () => {
    for (const mark of [",", ";", "\t"]) {
      const file = read(
        [" Text", "KIND ", "Priority"].join(mark),
        ["A form", "Requirements", "High"].join(mark),
      );
      expect(file.problems).toEqual([]);
      expect(file.rows).toMatchObject([{ kind: "requirement", text: "A form", priority: "must" }]);
    }
  });

  it("says which columns it did not use", () => {
    expect(read("kind,text,colour", "need,a leak,red").notices).toEqual([
      { where: "Line 1", what: "The column “colour” is not used." },
    ]);
  });

  it("skips blank lines and counts them, so that line numbers are those of the file", () => {
    const file = read(
      headings,
      "",
      "need,,,one,,,,",
      ",,,,,,,",
      'need,,,"two\nlines",,,,',
      "need,,,three,,,,",
    );
    expect(file.rows.map(({ line, text }) => [line, text])).toEqual([
      [3, "one"],
      [5, "two\nlines"],
      [7, "three"],
    ]);
  });
});

describe("the encoding of a file", () => {
  const text = `${headings}\nneed,,,a £5 café voucher,,,,\n`;

  it("is UTF-8 with or without a byte order mark", () => {
    for (const mark of ["", "\uFEFF"]) {
      const file = read(mark + text);
      expect(file).toMatchObject({
        problems: [],
        notices: [],
        rows: [{ text: "a £5 café voucher" }],
      });
    }
  });

  it("is told to be Windows-1252 when it is, and says so", () => {
    const file = readImportFile(Buffer.from(text, "latin1"));
    expect(file.rows).toMatchObject([{ text: "a £5 café voucher" }]);
    expect(file.notices[0]?.what).toMatch(/Windows-1252/);
  });

  it("is refused with what to do when it is neither", () => {
    const refused: [Uint8Array, RegExp][] = [
      [Buffer.from(text, "utf16le"), /not a text file/],
      [Buffer.from(`\uFEFF${text}`, "utf16le"), /UTF-16/],
      [Buffer.from("PK\u0003\u0004rest", "latin1"), /workbook/],
      [Buffer.from([0x25, 0x50, 0x44, 0x46, 0, 1, 2]), /not a text file/],
      [Buffer.concat([Buffer.from(text, "latin1"), Buffer.from([0x81])]), /encoding is unknown/],
      [Buffer.from(""), /empty/],
    ];
    for (const [bytes, what] of refused) {
      const file = readImportFile(bytes);
      expect(file.rows).toEqual([]);
      expect(file.problems).toEqual([
        { where: "The file", what: expect.stringMatching(what) as string },
      ]);
      expect(file.problems[0]?.what).toMatch(/CSV UTF-8/);
    }
  });
});

describe("the example that people download", () => {
  it("is read whole, without a problem", () => {
    const file = readImportFile(new TextEncoder().encode(exampleCsv));
    expect(file).toMatchObject({ problems: [], notices: [] });
    expect(file.rows.map(({ kind }) => kind)).toEqual([
      "text",
      "outcome",
      "need",
      "need",
      "need",
      "requirement",
      "requirement",
      "requirement",
    ]);
  });
});

describe("a broken file", () => {
  it("names the columns that are missing", () => {
    expect(read("reference,section", "1,2").problems).toMatchObject([
      {
        where: "Line 1",
        what: expect.stringContaining("no column called kind and text") as string,
      },
    ]);
  });

  it("names a column that is there twice", () => {
    expect(read("kind,text,Text", "need,a,b").problems[0]?.what).toContain(
      "two columns called text",
    );
  });

  it("names the line and the words of a kind or priority that nobody knows", () => {
    expect(problemsOf("epic,,,words,,,,", "need,,,words,urgent,,,")).toEqual([
      "Line 2: “epic” is not a kind. Write section, text, outcome, need or requirement.",
      "Line 3: “urgent” is not a priority. Write must, should, could or wont.",
    ]);
  });

  it("names lines without a kind or words", () => {
    expect(problemsOf(",,,words,,,,", "need,,,,,,,")).toEqual([
      "Line 2: The kind is missing. Write section, text, outcome, need or requirement.",
      "Line 3: The text is missing. Write it, or take the row out.",
    ]);
  });

  it("names a reference that two rows have", () => {
    expect(problemsOf("need,U-1,,a,,,,", "need,u-1,,b,,,,")).toEqual([
      "Line 3: u-1 is the reference of line 2 too. Give each its own.",
    ]);
  });

  it("names a link that does not say how far, or says both", () => {
    expect(
      problemsOf("requirement,,,a,,U-1,,", "requirement,,,a,,U-1 fully; U-1 partly,,"),
    ).toEqual([
      "Line 2: “U-1” does not say how far. Write the reference, then fully or partly: N-4 fully; N-7 partly.",
      "Line 3: U-1 is said to be met fully and partly. Keep one.",
    ]);
  });

  it("refuses a link of something that is no requirement", () => {
    expect(problemsOf("need,,,a,,U-1 fully,,")[0]).toMatch(
      /^Line 2: Only a requirement meets a need/,
    );
  });

  it("names the line on which a quotation mark is opened and never closed", () => {
    expect(
      problemsOf("need,,,fine,,,,", 'need,,,"never closed,,,,', "need,,,swallowed,,,,"),
    ).toEqual([
      "Line 3: A quotation mark is opened here and never closed. Close it, or take it out.",
    ]);
    expect(problemsOf("need,,,fine,,,,", 'need,,,"half" quoted,,,,')[0]).toMatch(
      /^Line 3: The quotation marks do not pair up/,
    );
  });

  it("names a line with more cells than headings", () => {
    expect(problemsOf("need,,,leaks, drips and floods,must,,,,")[0]).toMatch(
      /^Line 2: There are 10 cells but 8 headings/,
    );
  });

  it("names text that is too long", () => {
    const long = "a".repeat(importLimits.text + 1);
    expect(problemsOf(`need,,,${long},,,,`)).toEqual([
      "Line 2: The text has 10,001 characters; at most 10,000 fit. Shorten it or split the row.",
    ]);
  });

  it("is refused with more rows than may come in, also where blank lines stand between them", () => {
    const rows = Array.from({ length: 50_000 }, (_, at) =>
      at % 3 === 0 ? "" : `need,,,need ${at},,,,`,
    );
    expect(problemsOf(...rows)).toEqual([
      "The file: There are more than 2,000 rows. Bring in at most 2,000 at a time: split the file.",
    ]);
    const fitting = Array.from({ length: importLimits.rows }, (_, at) => `need,,,need ${at},,,,`);
    expect(problemsOf(...fitting)).toEqual([]);
  });

  it("says so when there is nothing under the headings", () => {
    expect(problemsOf()).toEqual(["The file: There are headings but no rows."]);
  });
});
