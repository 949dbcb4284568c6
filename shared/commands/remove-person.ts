/** A lead removed somebody. Appended by the server; what they wrote and said stays under their name. */
import { z } from "zod";
import { deedOf } from "../record-state.ts";
import { defineEntryType } from "./command.ts";

export const removePerson = defineEntryType({
  name: "remove-person",
  facts: z.object({ personId: z.string() }),
  words: z.object({}),
  fold(draft, entry, { personId }) {
    draft.changePerson(personId, (person) => ({ ...person, removed: deedOf(entry) }));
  },
});
