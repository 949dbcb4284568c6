/** The Word comparison of whole statements: each answer gives the Word statement of one side, word for word. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { writeComparison } from "../../../server/exchange/docx/write-comparison.ts";
import { writeWordStatement } from "../../../server/exchange/docx/write-statement.ts";
import { linesAfter } from "../../world/tracked-word.ts";
import { twoMoments } from "../compare/a-whole.ts";

const by = { name: "Version 2", at: "2026-06-01T09:00:00.000Z" };
const options = { asBoroughId: null, withNeeds: true, withComments: false, withDecisions: false };

it("gives both statements again, whatever they say", async () => {
  await fc.assert(
    fc.asyncProperty(twoMoments, async ([from, to]) => {
      const older = await writeWordStatement(from, options);
      const newer = await writeWordStatement(to, options);
      const file = writeComparison(older, newer, { otherwise: by, who: () => null });
      expect(linesAfter(file, "reject")).toEqual(linesAfter(older, "accept"));
      expect(linesAfter(file, "accept")).toEqual(linesAfter(newer, "accept"));
    }),
    { numRuns: 10 },
  );
}, 60_000);
