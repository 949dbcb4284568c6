/** Somebody put an item, or the whole text, back as it was in a version. Appended by the server, which writes the text. */
import { z } from "zod";
import { deedOf } from "../deed.ts";
import { defineEntryType } from "./command.ts";
import { versionNumber } from "./version-parts.ts";

export const restoreVersion = defineEntryType({
  name: "restore-version",
  facts: z.object({
    version: versionNumber,
    /** Null for the whole statement. */
    itemId: z.string().nullable(),
    /** The version that holds what was there before. */
    before: versionNumber,
  }),
  words: z.object({}),
  fold(draft, entry, facts) {
    draft.set("restores", String(entry.number), { ...deedOf(entry), ...facts, undone: null });
  },
});
