/** The bytes of a workbook that we write. */
import { expect, test } from "vitest";
import { bytesOf, newWorkbook } from "../../../server/exchange/xlsx/new-workbook.ts";
import { cellWords } from "../../../server/exchange/table/sheet.ts";
import { reads } from "./a-workbook.ts";

test("no character is lost, wherever in the file it stands", async () => {
  const workbook = newWorkbook({ title: "", at: "2026-05-14T09:00:00.000Z" });
  // Each longer than the pieces in which a part is packed, and moved so that one ends within a character.
  const written = [0, 1, 2, 3].map((letters) => `${"x".repeat(letters)}${emoji(9_000)}`);
  workbook.addWorksheet("Needs").addRows(written.map((words) => [words]));
  const { sheets } = await reads(await bytesOf(workbook));
  const read = sheets[0]?.rows.map(({ cells: [cell] }) => cell && cellWords(cell));
  expect(read?.map((words, at) => words === written[at])).toEqual(written.map(() => true));
});

/** In no order that a file could be packed small by. */
function emoji(count: number): string {
  const codes = Array.from({ length: count }, (_, at) => 0x1_f300 + ((at * at * 7_919) % 743));
  return String.fromCodePoint(...codes);
}
