/** Somebody undid a restore, of what had not changed since. Appended by the server, which writes the text. */
import { z } from "zod";
import { deedOf } from "../deed.ts";
import { defineEntryType } from "./command.ts";

export const undoRestore = defineEntryType({
  name: "undo-restore",
  facts: z.object({
    /** Number of the restore's entry. */
    restore: z.number().int().positive(),
    /** What it had restored: an item, or null for the whole. */
    itemId: z.string().nullable().catch(null),
  }),
  words: z.object({}),
  fold(draft, entry, { restore }) {
    const restored = draft.now.restores.get(String(restore));
    if (!restored || restored.undone) return;
    draft.set("restores", String(restore), { ...restored, undone: deedOf(entry) });
  },
});
