/** Somebody brought items in from a file. Appended by the server, before the links that came with it. */
import { z } from "zod";
import { deedOf } from "../deed.ts";
import { defineEntryType } from "./command.ts";

const count = z.number().int().nonnegative();

export const importItems = defineEntryType({
  name: "import",
  facts: z.object({
    importId: z.string(),
    /** What it changed is kept; imports of earlier times cannot be undone. */
    canUndo: z.boolean().default(false),
    counts: z.object({
      sections: count,
      outcomes: count,
      needs: count,
      requirements: count,
      links: count,
      /** Passages of text. */
      texts: count.default(0),
      /** Items that were there and say something else now. */
      changed: count.default(0),
    }),
  }),
  words: z.object({ fileName: z.string().catch("") }),
  fold(draft, entry, { importId, canUndo, counts }, { fileName }) {
    const { sections, outcomes, needs, requirements, texts, changed } = counts;
    const added = sections + outcomes + needs + requirements + texts;
    draft.set("imports", importId, {
      ...deedOf(entry),
      id: importId,
      fileName,
      added,
      changed,
      canUndo,
      undone: null,
    });
  },
});
