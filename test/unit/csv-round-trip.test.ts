import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { writeCsv } from "../../server/exchange/csv/write-csv.ts";
import { isOwnColumn, type OwnCells } from "../../server/exchange/own-table/own-columns.ts";
import { readOwnTable } from "../../server/exchange/own-table/read-own-table.ts";
import type { ProposedFile } from "../../shared/proposed-file.ts";
import { anyStatement, expectedOf, proposedOf } from "./any-statement.ts";

function readBack(bytes: Uint8Array): ProposedFile {
  const [head = [], ...rows] = parse(Buffer.from(bytes), { bom: true });
  return readOwnTable(
    rows.map((row, at) => {
      const cells = head.map((name, column) => [name, row[column] ?? ""] as const);
      const own: OwnCells = Object.fromEntries(cells.filter(([name]) => isOwnColumn(name)));
      return { where: `Line ${at + 2}`, cells: own };
    }),
    { format: "csv", title: "" },
  );
}

test("every statement comes back from CSV as it was", () => {
  fc.assert(
    fc.property(anyStatement, (whole) => {
      const file = readBack(writeCsv(whole));
      expect(file.problems).toEqual([]);
      expect(proposedOf(file)).toEqual(expectedOf(whole));
    }),
    { numRuns: 100 },
  );
});

test("no cell begins like a formula", () => {
  fc.assert(
    fc.property(anyStatement, (whole) => {
      for (const cell of parse(Buffer.from(writeCsv(whole)), { bom: true }).flat())
        expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    }),
    { numRuns: 50 },
  );
});
