/** A comparison in a real LibreOffice: accepting all gives the newer statement's text, rejecting all the older one's. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { writeComparison } from "../../../server/exchange/docx/write-comparison.ts";
import { writeWordStatement } from "../../../server/exchange/docx/write-statement.ts";
import type { WholeStatement } from "../../../shared/whole-statement.ts";
import { textsAfter } from "../../world/answer-changes.ts";
import { anItemSaying as says, aWhole, twoMoments } from "../../unit/compare/a-whole.ts";

const options = { asBoroughId: null, withNeeds: true, withComments: false, withDecisions: false };
const by = { name: "Version 2", at: "2026-06-01T09:00:00.000Z" };

/** Of every kind: rows that come, go, move and change, a section that comes, words and formatting. */
const written = [
  aWhole([
    says("S-1", "# Repairs"),
    says("R-1", "The service answers calls within two hours."),
    says("R-2", "The service answers letters."),
    says("R-3", "The service makes visits."),
    says("N-1", "report a leak 👩‍👧 by phone"),
    says("S-2", "# Money"),
    says("R-4", "The service sends שלום bills."),
  ]),
  aWhole([
    says("S-1", "# Repairs and visits"),
    says("R-3", "The service makes visits.", { priority: "must" }),
    says("R-1", "The service answers all calls within four days."),
    says("R-5", "The service writes back."),
    says("S-3", "# Words"),
    says("N-1", "report a leak by phone or email"),
    says("N-2", "know when somebody comes"),
    says("S-2", "# Money"),
    says("R-4", "The service sends bills “at once”."),
  ]),
] as const;

it("has both statements in it, word for word", async () => {
  const others = twoMoments.filter((both) => both.every(hasContents));
  const pairs = [written, ...fc.sample(others, { numRuns: 4, seed: 20_261_125 })];
  const files = await Promise.all(
    pairs.map(async ([from, to]) => {
      const [older, newer] = [await inWord(from), await inWord(to)];
      const compared = writeComparison(older, newer, { otherwise: by, who: () => null });
      return [
        { bytes: compared, answer: "reject" },
        { bytes: older, answer: "leave" },
        { bytes: compared, answer: "accept" },
        { bytes: newer, answer: "leave" },
      ] as const;
    }),
  );
  const texts = (await textsAfter(files.flat())).map(linesOf);
  expect(texts[0]).toEqual(texts[1]);
  expect(texts[2]).toEqual(texts[3]);
  // LibreOffice joins or leaves paragraphs where a table inside an item comes or goes: words only.
  for (let at = 4; at < texts.length; at += 2)
    expect(wordsIn(texts[at] ?? [])).toEqual(wordsIn(texts[at + 1] ?? []));
});

function inWord(whole: WholeStatement): Promise<Uint8Array> {
  return writeWordStatement(whole, options);
}

/** Without numbers that LibreOffice counts, an empty heading too. */
function wordsIn(lines: readonly string[]): string[] {
  const words = lines.map((line) => line.replace(/^[\s•◦▪]*(?:\d+(?:\.\d+)*\.? )?/u, ""));
  return words.join(" ").split(/\s+/).filter(Boolean);
}

function hasContents({ items }: WholeStatement): boolean {
  return items.some(({ kind, removed }) => kind === "section" && removed === null);
}

/** Without the contents list, which is the newer one's whatever is answered. */
function linesOf(text: string): string[] {
  return text.split("\n").filter((line) => !/\t\d+$/.test(line));
}
