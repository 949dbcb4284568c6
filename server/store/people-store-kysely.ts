/** The people part of the store, over Kysely. */
import type { Kysely } from "kysely";
import type { NewPerson, PeopleStore } from "./people-store.ts";
import { invitationStore } from "./invitation-store.ts";
import { sessionStore } from "./session-store.ts";
import type { PeopleTable, Tables } from "./tables.ts";

export function peopleStore(db: Kysely<Tables>): PeopleStore {
  return {
    ...sessionStore(db),
    ...invitationStore(db),

    boroughs: () =>
      db.selectFrom("boroughs").select(["id", "name"]).orderBy("name").orderBy("id").execute(),

    async keepBorough({ id, name }) {
      await db
        .insertInto("boroughs")
        .values({ id, name })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },

    async addPerson(person) {
      await db
        .insertInto("people")
        .values(rowOf(person))
        .onConflict((conflict) => conflict.column("id").doNothing())
        .execute();
    },

    async person(id) {
      const row = await db
        .selectFrom("people")
        .innerJoin("boroughs", "boroughs.id", "people.borough_id")
        .select([
          "people.id",
          "people.name",
          "boroughs.id as boroughId",
          "boroughs.name as boroughName",
        ])
        .where("people.id", "=", id)
        .executeTakeFirst();
      return row ?? null;
    },

    async startToken(fresh) {
      await db
        .insertInto("start_link")
        .values({ id: 1, token: fresh, used_by: null })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      const row = await db
        .selectFrom("start_link")
        .select("token")
        .where("used_by", "is", null)
        .executeTakeFirst();
      return row?.token ?? null;
    },

    useStartToken: (token, person) =>
      db.transaction().execute(async (transaction) => {
        // Locks it: a second caller waits here, and finds it used.
        const open = await transaction
          .updateTable("start_link")
          .set({ token })
          .where("token", "=", token)
          .where("used_by", "is", null)
          .returning("id")
          .executeTakeFirst();
        if (!open) return false;
        await transaction.insertInto("people").values(rowOf(person)).execute();
        await transaction.updateTable("start_link").set({ used_by: person.id }).execute();
        return true;
      }),

    async mayStart(personId) {
      const started = await db
        .selectFrom("start_link")
        .select("id")
        .where("used_by", "=", personId)
        .executeTakeFirst();
      const leads = await db
        .selectFrom("memberships")
        .select("statement_id")
        .where("person_id", "=", personId)
        .where("role", "=", "lead")
        .where("removed_at", "is", null)
        .executeTakeFirst();
      return started !== undefined || leads !== undefined;
    },

    async addStatement(id, madeBy, at) {
      await db
        .insertInto("statements")
        .values({
          id,
          created_by: madeBy,
          created_at: at,
          title: "",
          item_count: 0,
          changed_at: at,
        })
        .onConflict((conflict) => conflict.column("id").doNothing())
        .execute();
    },

    async statementsOf(personId) {
      const statements = await db
        .selectFrom("memberships")
        .innerJoin("statements", "statements.id", "memberships.statement_id")
        .select(["id", "title", "role", "item_count as items", "changed_at as lastChanged"])
        .where("person_id", "=", personId)
        .where("removed_at", "is", null)
        .orderBy("changed_at", "desc")
        .orderBy("id")
        .execute();
      const taking = await db
        .selectFrom("memberships")
        .innerJoin("people", "people.id", "memberships.person_id")
        .innerJoin("boroughs", "boroughs.id", "people.borough_id")
        .select(["statement_id as statementId", "boroughs.name"])
        .distinct()
        .where("removed_at", "is", null)
        .where("statement_id", "in", (query) =>
          query
            .selectFrom("memberships")
            .select("statement_id")
            .where("person_id", "=", personId)
            .where("removed_at", "is", null),
        )
        .orderBy("boroughs.name")
        .execute();
      const names = Map.groupBy(taking, ({ statementId }) => statementId);
      return statements.map((statement) => ({
        ...statement,
        boroughs: (names.get(statement.id) ?? []).map(({ name }) => name),
      }));
    },

    async member(statementId, personId) {
      const row = await db
        .selectFrom("memberships")
        .innerJoin("people", "people.id", "memberships.person_id")
        .innerJoin("boroughs", "boroughs.id", "people.borough_id")
        .select([
          "people.id as personId",
          "people.name",
          "boroughs.id as boroughId",
          "boroughs.name as boroughName",
          "role",
          "agrees",
        ])
        .where("statement_id", "=", statementId)
        .where("person_id", "=", personId)
        .where("removed_at", "is", null)
        .executeTakeFirst();
      return row ? { ...row, agrees: row.agrees === 1 } : null;
    },
  };
}

function rowOf({ id, name, boroughId, at }: NewPerson): PeopleTable {
  return { id, name, borough_id: boroughId, created_at: at };
}
