/** Our own Word file comes back: the import finds every item again and has nothing to change but what somebody changed. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeWordStatement } from "../../../server/exchange/docx/write-statement.ts";
import { plainText } from "../../../shared/plain-text.ts";
import type { WholeStatement } from "../../../shared/whole-statement.ts";
import { generatedStatement } from "./generated-statement.ts";
import { changeWords, editInWord, trackWords } from "./in-word.ts";
import { isMarkable, writtenItems } from "./markable.ts";
import { planOfReturned } from "./plan-of-returned.ts";
import { smallStatement } from "./small-statement.ts";

const write = (whole: WholeStatement): Promise<Uint8Array> => {
  const options = { asBoroughId: null, withNeeds: true, withComments: true, withDecisions: true };
  return writeWordStatement(whole, options, false);
};

describe("a Word file of ours that comes back", () => {
  it("as it was, changes nothing: every item is found and says the same", async () => {
    await fc.assert(
      fc.asyncProperty(generatedStatement, async (whole) => {
        fc.pre(isMarkable(whole));
        const plan = await planOfReturned(await write(whole), whole);
        expect(plan.file.problems).toEqual([]);
        expect(plan.found).toEqual(writtenItems(whole).map(({ id }) => ["same", id]));
        expect(plan.parts).toEqual([]);
        expect(plan.file.suggestions).toEqual([]);
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it("with words for priorities that mean something else elsewhere, says the same too", async () => {
    const priorityWords = { must: "Vital", should: "Must", could: "Later", wont: "Essential" };
    const whole = { ...smallStatement, priorityWords };
    const { found, file } = await planOfReturned(await write(whole), whole);
    expect(found.filter(([state]) => state !== "same")).toEqual([]);
    expect(file.notices.filter(({ what }) => what.includes("priority"))).toEqual([]);
  });

  it("with other words, changes the items that say them and no other", async () => {
    const edits = [
      changeWords("report a leak at any time", "report a leak by night"),
      changeWords("Within 2 hours", "Within one hour"),
      changeWords(">Essential<", ">Could<"),
    ];
    const bytes = await editInWord(await write(smallStatement), (xml) =>
      edits.reduce((text, edit) => edit(text), xml),
    );
    const { found, parts } = await planOfReturned(bytes, smallStatement);
    expect(found.filter(([state]) => state !== "same")).toEqual([
      ["changed", "need-12"],
      ["changed", "requirement-27"],
    ]);
    expect(parts).toMatchObject([
      { label: "I need to", after: "report a leak by night" },
      { label: "Priority", before: "Essential", after: "Could" },
      { label: "Differs for Hackney", after: "Within one hour" },
    ]);
  });

  it("with tracked changes, changes nothing and suggests the wording", async () => {
    const bytes = await editInWord(
      await write(smallStatement),
      trackWords("it is stopped", "nobody’s home floods", "Ann Lee"),
    );
    const { file, parts } = await planOfReturned(bytes, smallStatement);
    expect(parts).toEqual([]);
    expect(
      file.suggestions.map(({ reference, field, before, after, by }) => [
        reference,
        field,
        plainText(before),
        plainText(after),
        by,
      ]),
    ).toEqual([["N-12", "soThat", "it is stopped", "nobody’s home floods", "Ann Lee"]]);
  });
});
