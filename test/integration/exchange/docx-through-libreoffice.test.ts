/** Word files that LibreOffice saved: its dialect is not Word's, and nothing gets lost in it. */
import { expect, test } from "vitest";
import { readDocx } from "../../../server/exchange/docx/read-docx.ts";
import { writeWordStatement } from "../../../server/exchange/docx/write-statement.ts";
import { plainText } from "../../../shared/plain-text.ts";
import { aPastTender } from "../../unit/exchange/a-past-tender.ts";
import { editInWord, trackWords } from "../../unit/exchange/in-word.ts";
import { planOfReturned } from "../../unit/exchange/plan-of-returned.ts";
import { smallStatement } from "../../unit/exchange/small-statement.ts";
import { convertAll } from "../../world/libreoffice.ts";

const options = { asBoroughId: null, withNeeds: true, withComments: true, withDecisions: true };

test("a past tender and a returned file read the same after LibreOffice saved them", async () => {
  const tender = await aPastTender();
  const returned = await editInWord(
    await writeWordStatement(smallStatement, options, false),
    trackWords("it is stopped", "nobody’s home floods", "Ann Lee"),
  );
  const [savedTender = tender, savedReturned = returned] = await convertAll(
    [tender, returned],
    "docx",
    "docx",
  );

  expect(await readDocx(savedTender)).toEqual(await readDocx(tender));

  const { file, parts } = await planOfReturned(savedReturned, smallStatement);
  expect(parts).toEqual([]);
  expect(file.suggestions.map(({ after, by }) => [plainText(after), by])).toEqual([
    ["nobody’s home floods", "Ann Lee"],
  ]);
}, 60_000);
