/** Somebody brought items in from a file. Appended by the server, before the links that came with it. */
import { z } from "zod";
import { defineEntryType } from "./command.ts";

const count = z.number().int().nonnegative();

export const importItems = defineEntryType({
  name: "import",
  facts: z.object({
    importId: z.string(),
    counts: z.object({
      sections: count,
      outcomes: count,
      needs: count,
      requirements: count,
      links: count,
    }),
  }),
  words: z.object({ fileName: z.string().catch("") }),
  // It tells where items came from; nothing in the state hangs on it.
  fold() {},
});
