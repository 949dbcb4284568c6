/** Somebody joined a statement, or came back to it. Appended by the server when a link is used. */
import { z } from "zod";
import { allRoles } from "../access.ts";
import { defineEntryType } from "./command.ts";

export const join = defineEntryType({
  name: "join",
  facts: z.object({
    personId: z.string(),
    boroughId: z.string(),
    role: z.enum(allRoles),
    agrees: z.boolean(),
  }),
  words: z.object({
    name: z.string().catch("Somebody"),
    boroughName: z.string().catch(""),
  }),
  fold(draft, _entry, { personId, ...facts }, words) {
    draft.set("people", personId, { id: personId, ...facts, ...words, removed: null });
  },
});
