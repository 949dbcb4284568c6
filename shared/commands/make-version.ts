/** Keeps a copy of text and record as they are, with a name. */
import { z } from "zod";
import { nextVersionNumber } from "../version.ts";
import { defineCommand } from "./command.ts";
import { addVersion, keptFacts } from "./version-parts.ts";

export const makeVersion = defineCommand({
  name: "make-version",
  summary: "Keep the text and the record as they are now, as a version with a name.",
  action: "make-version",
  perMinute: 20,
  args: z.object({
    name: z.string().trim().min(1, "Enter a name.").max(100, "A name has at most 100 characters."),
    note: z.string().trim().max(2_000, "A note has at most 2,000 characters.").default(""),
  }),
  facts: keptFacts,
  words: z.object({ name: z.string().catch(""), note: z.string().catch("") }),
  decide({ name, note }, { record, textToKeep }) {
    const { json, digest, itemCount } = textToKeep();
    const number = nextVersionNumber(record);
    return {
      facts: { number, digest, itemCount },
      words: { name, note },
      keeps: { number, json },
    };
  },
  fold(draft, entry, facts, words) {
    addVersion(draft, entry, { ...facts, ...words, why: "by-hand", day: null });
  },
});
