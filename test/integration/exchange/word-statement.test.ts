/** Our Word files in a real LibreOffice: they open, every word is printed in order, and they come back marked. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { asWordKeepsIt } from "../../../server/exchange/docx/as-word-keeps-it.ts";
import { readDocx } from "../../../server/exchange/docx/read-docx.ts";
import { writeWordStatement } from "../../../server/exchange/docx/write-statement.ts";
import { writeDecisionLog } from "../../../server/exchange/decision-log/write-decision-log.ts";
import { plainText } from "../../../shared/plain-text.ts";
import { emptyRichText, type RichText } from "../../../shared/rich-text.ts";
import type { WholeStatement } from "../../../shared/whole-statement.ts";
import { generatedStatement } from "../../unit/exchange/generated-statement.ts";
import { smallStatement } from "../../unit/exchange/small-statement.ts";
import { textsIn } from "../../unit/exchange/texts-in.ts";
import { convert, convertAll, textOfPdf } from "../../world/libreoffice.ts";

const all = { asBoroughId: null, withNeeds: true, withComments: true, withDecisions: true };
const plain = { ...all, withComments: false, withDecisions: false };
const seed = Math.floor(Math.random() * 1e9);

/** As letters alone: a page breaks lines where it likes. */
const letters = (text: string): string => text.replace(/\s+/g, "");

/** Four pages: the small one with its requirements many times over. */
const longStatement: WholeStatement = {
  ...smallStatement,
  items: smallStatement.items.flatMap((item) =>
    item.id === "requirement-27"
      ? [
          item,
          ...Array.from({ length: 40 }, (_, at) => ({ ...item, id: `more-${at}`, variations: [] })),
        ]
      : [item],
  ),
};

test("LibreOffice prints every word of a statement, in order, with its pages and heads", async () => {
  const docx = await writeWordStatement(longStatement, plain);
  const pages = (await textOfPdf(await convert(docx, "docx", "pdf"))).split("\f");
  const words = letters(pages.join(""));
  let from = words.indexOf(letters("End of the contents")) + 1;
  for (const text of textsIn(longStatement)) {
    const at = words.indexOf(letters(text), from);
    expect(at, text).toBeGreaterThanOrEqual(0);
    from = at + letters(text).length;
  }
  const heads = pages.filter((page) => letters(page).includes("RequirementPriority"));
  expect(heads.length).toBeGreaterThan(2);
  const [, said] = /1\.2\s+Reporting a repair[\s.]*(\d+)/.exec(pages[0] ?? "") ?? [];
  const printed = pages.findLastIndex((page) => page.includes("Reporting a repair\n"));
  expect(Number(said)).toBe(printed + 1);
});

const wordsKept = (text: RichText = emptyRichText): string => plainText(asWordKeepsIt(text));

test(`whatever is written, LibreOffice opens it and saves it with every field still marked (seed ${seed})`, async () => {
  const statements = fc.sample(generatedStatement, { numRuns: 8, seed });
  const files = await Promise.all(statements.map((whole) => writeWordStatement(whole, all, false)));
  const texts = await convertAll(files, "docx", "txt");
  const saved = await convertAll(files, "docx", "docx");
  for (const [at, whole] of statements.entries()) {
    const words = new TextDecoder().decode(texts[at]);
    for (const text of textsIn(whole)) expect(letters(words)).toContain(letters(text));
    const file = await readDocx(saved[at] ?? new Uint8Array());
    const read = new Map(file.items.map((item) => [item.itemId, item]));
    for (const { id, removed, fields } of whole.items) {
      if (removed) continue;
      // LibreOffice cuts some links short when it saves, so the words are what can be held to.
      for (const [name, text] of Object.entries(fields))
        expect(wordsKept(read.get(id)?.fields[name]), name).toBe(wordsKept(text));
    }
  }
});

test("LibreOffice opens the decision log", async () => {
  const pdf = await convert(await writeDecisionLog(smallStatement), "docx", "pdf");
  const words = letters(await textOfPdf(pdf));
  for (const text of [
    "Too slow for us",
    "Would 2 hours do?",
    "Settled at the meeting",
    "Left out on purpose",
  ])
    expect(words).toContain(letters(text));
});
