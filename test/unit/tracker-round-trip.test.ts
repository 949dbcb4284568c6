import fc from "fast-check";
import { expect, test } from "vitest";
import { readOwnSheets } from "../../server/exchange/own-table/read-own-sheets.ts";
import { writeTracker } from "../../server/exchange/xlsx/write-tracker.ts";
import { anyStatement, expectedOf, proposedOf } from "./any-statement.ts";
import { generatedStatement } from "./exchange/generated-statement.ts";
import { sheetsOf } from "./sheets-of.ts";

test("every statement comes back from its tracker as it was", async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(anyStatement, generatedStatement), async (whole) => {
      const file = readOwnSheets(await sheetsOf(await writeTracker(whole)), "xlsx");
      expect(file?.problems).toEqual([]);
      expect(file && proposedOf(file)).toEqual(expectedOf(whole));
    }),
    { numRuns: 25 },
  );
});
