/** A lead removed somebody. Appended by the server; what they wrote and said stays under their name. */
import { z } from "zod";
import { deedOf } from "../deed.ts";
import { defineEntryType } from "./command.ts";

export const removePersonFacts = z.object({ personId: z.string() });

export const removePerson = defineEntryType({
  name: "remove-person",
  facts: removePersonFacts,
  words: z.object({}),
  fold(draft, entry, { personId }) {
    draft.changePerson(personId, (person) => ({ ...person, removed: deedOf(entry) }));
  },
});
