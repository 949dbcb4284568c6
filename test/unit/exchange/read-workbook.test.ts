/** What is read from an Excel workbook: values as a person sees them, and nothing that could run. */
import { describe, expect, it } from "vitest";
import { recogniseFile } from "../../../server/exchange/import/recognise-file.ts";
import { writeSupplierResponse } from "../../../server/exchange/xlsx/write-supplier-response.ts";
import { cellWords } from "../../../server/exchange/table/sheet.ts";
import fc from "fast-check";
import { generatedStatement } from "./generated-statement.ts";
import { aWorkbook, reads, refusalOf, withPart } from "./a-workbook.ts";

async function rowsOf(bytes: Uint8Array): Promise<string[][]> {
  const { sheets } = await reads(bytes);
  return sheets[0]?.rows.map(({ cells }) => cells.map((cell) => cellWords(cell))) ?? [];
}

describe("a cell", () => {
  it("says what a person sees: dates, numbers, shares, yes and no, values of formulas", async () => {
    const bytes = await aWorkbook((sheet) => {
      sheet.addRow([new Date(Date.UTC(2026, 4, 14)), new Date(Date.UTC(2026, 4, 14, 9, 30))]);
      sheet.addRow([0.1 + 0.2, 1234, true]);
      sheet.addRow([0.25]).getCell(1).numFmt = "0%";
      sheet.addRow([
        { formula: "A2*2", result: 0.6 },
        { formula: "A1", result: new Date(Date.UTC(2026, 0, 2)) },
        { formula: "1/0", result: { error: "#DIV/0!" } },
      ]);
    });
    expect(await rowsOf(bytes)).toEqual([
      ["14 May 2026", "14 May 2026, 09:30"],
      ["0.3", "1234", "TRUE"],
      ["25%"],
      ["0.6", "2 January 2026", ""],
    ]);
  });

  it("without a value for its formula is told, so that nobody misses it", async () => {
    const bytes = await aWorkbook((sheet) => {
      sheet.addRow(["Need", { formula: "A1" }]);
    });
    expect((await reads(bytes)).notices).toEqual([
      {
        where: "Needs",
        what: expect.stringMatching(/^1 cell has a formula without a value/) as string,
      },
    ]);
  });

  it("keeps bold, italic, links and lines; a cell that is bold all through is plain", async () => {
    const bytes = await aWorkbook((sheet) => {
      sheet.addRow([
        {
          richText: [
            { text: "Answer " },
            { text: "within a day", font: { bold: true } },
            { text: "\nor say why", font: { italic: true } },
          ],
        },
        { text: "the form", hyperlink: "https://example.org/form" },
        { text: "a trap", hyperlink: "javascript:alert(1)" },
        { richText: [{ text: "Heading", font: { bold: true } }] },
      ]);
    });
    const { sheets } = await reads(bytes);
    expect(sheets[0]?.rows[0]?.cells).toEqual([
      {
        type: "doc",
        content: [
          {
            type: "paragraph",
            content: [
              { type: "text", text: "Answer " },
              { type: "text", text: "within a day", marks: [{ type: "bold" }] },
            ],
          },
          {
            type: "paragraph",
            content: [{ type: "text", text: "or say why", marks: [{ type: "italic" }] }],
          },
        ],
      },
      {
        type: "doc",
        content: [
          {
            type: "paragraph",
            content: [
              {
                type: "text",
                text: "the form",
                marks: [{ type: "link", attrs: { href: "https://example.org/form" } }],
              },
            ],
          },
        ],
      },
      "a trap",
      "Heading",
    ]);
  });

  it("that is merged counts once across, and for each row down", async () => {
    const bytes = await aWorkbook((sheet) => {
      sheet.addRow(["Title", "", ""]);
      sheet.addRow(["Reporting", "one"]);
      sheet.addRow(["", "two"]);
      sheet.mergeCells("A1:C1");
      sheet.mergeCells("A2:A3");
    });
    expect(await rowsOf(bytes)).toEqual([
      ["Title", "", ""],
      ["Reporting", "one"],
      ["Reporting", "two"],
    ]);
  });
});

describe("a hostile workbook", () => {
  const plain = () => aWorkbook((sheet) => void sheet.addRow(["kind", "text"]));

  it("with XML entities is refused before they are read", async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>';
    for (const part of ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"]) {
      const bytes = withPart(await plain(), part, (xml) => xml.replace("?>", `?>${bomb}`));
      expect([part, await refusalOf(bytes)]).toEqual([part, expect.stringMatching(/never has/)]);
    }
  });

  it("with merged and named areas of the whole sheet is read without them", async () => {
    const merged = withPart(await plain(), "xl/worksheets/sheet1.xml", (xml) =>
      xml.replace(
        "</sheetData>",
        '</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>',
      ),
    );
    const named = withPart(merged, "xl/workbook.xml", (xml) =>
      xml.replace(
        "</sheets>",
        '</sheets><definedNames><definedName name="all">Needs!$A$1:$XFD$1048576</definedName></definedNames>',
      ),
    );
    expect(await rowsOf(named)).toEqual([["kind", "text"]]);
  });

  it("with a check on every cell of a column is read at once", async () => {
    const bytes = withPart(await plain(), "xl/worksheets/sheet1.xml", (xml) =>
      xml.replace(
        "</sheetData>",
        '</sheetData><dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a,b"</formula1></dataValidation></dataValidations>',
      ),
    );
    expect(await rowsOf(bytes)).toEqual([["kind", "text"]]);
  });

  it("with macros is read without them, and that is told", async () => {
    const bytes = withPart(await plain(), "xl/vbaProject.bin", () => new Uint8Array([1, 2, 3]));
    const { sheets, notices } = await reads(bytes);
    expect(sheets).toHaveLength(1);
    expect(notices).toEqual([
      { where: "The file", what: expect.stringMatching(/^The file has macros/) as string },
    ]);
  });

  it("that is no workbook inside is refused with what to do", async () => {
    const bytes = withPart(await plain(), "xl/workbook.xml", () => "not XML <");
    expect(await refusalOf(bytes)).toMatch(/Open it in Excel, save it again/);
  });
});

it("a supplier's response is refused: responses do not belong here", async () => {
  const [whole] = fc.sample(generatedStatement, { numRuns: 1, seed: 3 });
  if (!whole) throw new Error("there is no statement");
  expect(await refusalOf(await writeSupplierResponse(whole))).toMatch(
    /Responses do not belong in the statement/,
  );
});

it("a file is what is in it, whatever it is called", async () => {
  const cases: [bytes: Uint8Array | string, is: RegExp][] = [
    [await aWorkbook((sheet) => void sheet.addRow(["a"])), /^xlsx$/],
    ["kind,text", /^csv$/],
    ['<?xml version="1.0"?><REQ-IF xmlns="x">', /^reqif$/],
    ["<html><script>alert(1)</script></html>", /XML of another kind/],
    ['{"needline": 1}', /^json$/],
    ["%PDF-1.7", /This is a PDF/],
    [new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1]), /old Word or Excel file, or one with a password/],
    ["", /empty/],
  ];
  for (const [bytes, is] of cases) {
    const found = await recogniseFile(
      typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes,
    );
    expect(found.state === "unknown" ? found.what : found.state).toMatch(is);
  }
});
