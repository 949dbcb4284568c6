/**
 * Whose sockets an entry closes: whoever may do something else from now on is asked again, and whoever was
 * removed is out. It goes by the record, so it holds on every server that hears of the entry, however it does.
 */
import { changeRole, changeRoleFacts } from "../../shared/commands/change-role.ts";
import { join, joinFacts } from "../../shared/commands/join.ts";
import { removePerson, removePersonFacts } from "../../shared/commands/remove-person.ts";
import type { Entry } from "../../shared/entry.ts";
import { closeCode, type CloseCode } from "../../shared/sync/close-codes.ts";

export function closedByEntry({
  type,
  facts,
}: Entry): { readonly personId: string; readonly code: CloseCode } | null {
  switch (type) {
    case join.name:
      // Somebody who is here already and was given more.
      return { personId: joinFacts.parse(facts).personId, code: closeCode.roleChanged };
    case changeRole.name:
      return { personId: changeRoleFacts.parse(facts).personId, code: closeCode.roleChanged };
    case removePerson.name:
      return { personId: removePersonFacts.parse(facts).personId, code: closeCode.removed };
    default:
      return null;
  }
}
