/** Somebody joined a statement, or came back to it. Appended by the server when a link is used. */
import { z } from "zod";
import { allRoles } from "../access.ts";
import { deedOf } from "../deed.ts";
import { defineEntryType } from "./command.ts";

export const joinFacts = z.object({
  personId: z.string(),
  boroughId: z.string(),
  role: z.enum(allRoles),
  agrees: z.boolean(),
  /** Of the link that was used; null for whoever made the statement. */
  invitationId: z.string().nullable().catch(null),
});

export const join = defineEntryType({
  name: "join",
  facts: joinFacts,
  words: z.object({
    name: z.string().catch("Somebody"),
    boroughName: z.string().catch(""),
  }),
  fold(draft, entry, { personId, invitationId, ...facts }, words) {
    draft.set("people", personId, {
      id: personId,
      ...facts,
      ...words,
      joined: { ...deedOf(entry), personId },
      removed: null,
    });
    if (invitationId !== null) draft.addJoin(invitationId, { ...deedOf(entry), personId });
  },
});
