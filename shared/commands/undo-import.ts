/** Somebody undid an import: what nobody had changed since is as it was before. */
import { z } from "zod";
import { deedOf } from "../deed.ts";
import { defineEntryType } from "./command.ts";

const count = z.number().int().nonnegative();

export const undoImport = defineEntryType({
  name: "undo-import",
  facts: z.object({ importId: z.string(), putBack: count, left: count }),
  words: z.object({ fileName: z.string().catch("") }),
  fold(draft, entry, { importId }) {
    const one = draft.now.imports.get(importId);
    if (one && !one.undone) draft.set("imports", importId, { ...one, undone: deedOf(entry) });
  },
});
