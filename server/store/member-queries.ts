/**
 * Who is in a statement, worked out from the record in the very transaction that appends to it: the
 * record is the truth, the table is how it is looked up by person.
 */
import type { CompiledQuery, Kysely } from "kysely";
import { changeRole, changeRoleFacts } from "../../shared/commands/change-role.ts";
import { join, joinFacts } from "../../shared/commands/join.ts";
import { removePerson, removePersonFacts } from "../../shared/commands/remove-person.ts";
import type { Entry } from "../../shared/entry.ts";
import type { Tables } from "./tables.ts";

export function memberQueries(db: Kysely<Tables>, entries: readonly Entry[]): CompiledQuery[] {
  return entries.flatMap((entry) => memberQuery(db, entry) ?? []);
}

function memberQuery(db: Kysely<Tables>, entry: Entry): CompiledQuery | null {
  switch (entry.type) {
    case join.name: {
      const { personId, role, agrees } = joinFacts.parse(entry.facts);
      const values = { role, agrees: agrees ? 1 : 0, joined_at: entry.at, removed_at: null };
      return db
        .insertInto("memberships")
        .values({ statement_id: entry.statementId, person_id: personId, ...values })
        .onConflict((conflict) =>
          conflict.columns(["statement_id", "person_id"]).doUpdateSet(values),
        )
        .compile();
    }
    case changeRole.name: {
      const { personId, role, agrees } = changeRoleFacts.parse(entry.facts);
      return db
        .updateTable("memberships")
        .set({ role, agrees: agrees ? 1 : 0 })
        .where("statement_id", "=", entry.statementId)
        .where("person_id", "=", personId)
        .compile();
    }
    case removePerson.name: {
      const { personId } = removePersonFacts.parse(entry.facts);
      return db
        .updateTable("memberships")
        .set({ removed_at: entry.at })
        .where("statement_id", "=", entry.statementId)
        .where("person_id", "=", personId)
        .compile();
    }
    default:
      return null;
  }
}
