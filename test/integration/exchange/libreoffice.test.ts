/** What the tests of Word and Excel files stand on: a LibreOffice that opens what is right and says when it cannot. */
import { expect, test } from "vitest";
import { convert, convertAll, textOfPdf } from "../../world/libreoffice.ts";

test("a file goes through LibreOffice and its words come out of the PDF", async () => {
  const [docx] = await convertAll([Buffer.from("The tenant’s repair\n")], "txt", "docx");
  const pdf = await convert(docx ?? new Uint8Array(), "docx", "pdf");
  expect((await textOfPdf(pdf)).trim()).toBe("The tenant’s repair");
});

test("a file that LibreOffice cannot open fails the test that opens it", async () => {
  const broken = Buffer.from([0x50, 0x4b, 3, 4, 5, 6]);
  await expect(convert(broken, "docx", "pdf")).rejects.toThrow("LibreOffice could not make pdf");
});
