/** Issues a version: frozen as it is, numbered among those issued, and for every borough to sign off. */
import { z } from "zod";
import { deedOf } from "../deed.ts";
import { Refusal } from "../refusal.ts";
import { lastIssued } from "../version.ts";
import { defineCommand } from "./command.ts";
import { changeVersion, versionNumber, versionOf } from "./version-parts.ts";

export const issueVersion = defineCommand({
  name: "issue-version",
  summary: "Issue a version, for every borough to sign off.",
  action: "issue-version",
  args: z.object({ number: versionNumber }),
  facts: z.object({ number: versionNumber, issue: versionNumber }),
  words: z.object({}),
  decide({ number }, context) {
    const { issued } = versionOf(context, number);
    if (issued)
      throw new Refusal("already-so", `This version is issued version ${issued.issue} already.`);
    const last = lastIssued(context.record);
    if (last && last.number > number)
      throw new Refusal(
        "bad-input",
        "A later version has been issued already. To go back to this one, restore it and make a new version.",
      );
    return { facts: { number, issue: (last?.issued?.issue ?? 0) + 1 }, words: {} };
  },
  fold(draft, entry, { number, issue }) {
    changeVersion(draft, number, (version) =>
      version.issued ? version : { ...version, issued: { ...deedOf(entry), issue } },
    );
  },
});
