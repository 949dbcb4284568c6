/** A lead changed what somebody may do. Appended by the server. */
import { z } from "zod";
import { allRoles } from "../access.ts";
import { defineEntryType } from "./command.ts";

export const changeRoleFacts = z.object({
  personId: z.string(),
  role: z.enum(allRoles),
  agrees: z.boolean(),
});

export const changeRole = defineEntryType({
  name: "change-role",
  facts: changeRoleFacts,
  words: z.object({}),
  fold(draft, _entry, { personId, role, agrees }) {
    draft.changePerson(personId, (person) => ({ ...person, role, agrees }));
  },
});
