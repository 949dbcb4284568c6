/** Our workbooks in a real LibreOffice: opened, saved again, printed. */
import ExcelJS from "exceljs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readOwnSheets } from "../../../server/exchange/own-table/read-own-sheets.ts";
import { writeSupplierResponse } from "../../../server/exchange/xlsx/write-supplier-response.ts";
import { writeTracker } from "../../../server/exchange/xlsx/write-tracker.ts";
import { plainText } from "../../../shared/plain-text.ts";
import { emptyRichText } from "../../../shared/rich-text.ts";
import type { WholeStatement } from "../../../shared/whole-statement.ts";
import { expectedOf, proposedOf } from "../../unit/any-statement.ts";
import { generatedStatement } from "../../unit/exchange/generated-statement.ts";
import { sheetsOf } from "../../unit/sheets-of.ts";
import { convertAll, textOfPdf } from "../../world/libreoffice.ts";

/** A statement in which something is asked for. */
function aWhole(): WholeStatement {
  const found = fc
    .sample(generatedStatement, { numRuns: 40, seed: 7 })
    .find(({ items }) => askedIn(items).length > 1);
  if (!found) throw new Error("no statement asks for anything");
  return found;
}

function askedIn(items: WholeStatement["items"]): WholeStatement["items"] {
  return items.filter(
    ({ kind, removed, priority }) => kind === "requirement" && !removed && priority !== "wont",
  );
}

test("LibreOffice opens both, and what it saves says the same", async () => {
  const whole = aWhole();
  const files = [await writeTracker(whole), await writeSupplierResponse(whole)];
  const [tracker = new Uint8Array(), supplier = new Uint8Array()] = await convertAll(
    files,
    "xlsx",
    "xlsx",
  );
  const read = readOwnSheets(await sheetsOf(tracker), "xlsx");
  expect(read && proposedOf(read)).toEqual(expectedOf(whole));

  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(supplier as never);
  expect(workbook.definedNames.model.map(({ name }) => name)).toContain(
    "NEEDLINE_SUPPLIER_RESPONSE",
  );
  const sheet = workbook.getWorksheet("Requirements");
  expect(sheet?.rowCount).toBe(askedIn(whole.items).length + 1);
  const instructions = (await sheetsOf(supplier)).find(({ name }) => name === "Instructions");
  const progress = instructions?.rows.flatMap(({ cells }) => cells).at(-1);
  // LibreOffice has worked the formula out.
  expect(progress).toBe(`0 of ${askedIn(whole.items).length} requirements`);

  const pages = await convertAll(files, "xlsx", "pdf");
  const [trackerPages = "", supplierPages = ""] = await Promise.all(pages.map(textOfPdf));
  for (const item of askedIn(whole.items)) {
    const reference = whole.record.references.get(item.id) ?? "";
    expect(trackerPages).toContain(reference);
    expect(supplierPages).toContain(reference);
    const [word = ""] = plainText(item.fields["statement"] ?? emptyRichText).match(/\w{4,}/) ?? [];
    expect(supplierPages).toContain(word);
  }
});
