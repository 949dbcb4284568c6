/** Sessions and sign-in links, over Kysely. */
import type { Kysely } from "kysely";
import { chunks } from "./commit-steps.ts";
import type { PeopleStore } from "./people-store.ts";
import type { Tables } from "./tables.ts";

type SessionStore = Pick<
  PeopleStore,
  | "addSession"
  | "session"
  | "sessionsThatHold"
  | "prolongSession"
  | "endSession"
  | "addSignInLink"
  | "useSignInLink"
>;

export function sessionStore(db: Kysely<Tables>): SessionStore {
  return {
    async addSession(tokenHash, personId, at, until) {
      await db
        .insertInto("sessions")
        .values({ token_hash: tokenHash, person_id: personId, created_at: at, expires_at: until })
        .onConflict((conflict) => conflict.column("token_hash").doNothing())
        .execute();
    },

    async session(tokenHash) {
      const row = await db
        .selectFrom("sessions")
        .select(["person_id as personId", "expires_at as until"])
        .where("token_hash", "=", tokenHash)
        .executeTakeFirst();
      return row ?? null;
    },

    async sessionsThatHold(tokenHashes, at) {
      const found: string[] = [];
      for (const some of chunks(tokenHashes)) {
        const rows = await db
          .selectFrom("sessions")
          .select("token_hash")
          .where("token_hash", "in", some)
          .where("expires_at", ">", at)
          .execute();
        found.push(...rows.map((row) => row.token_hash));
      }
      return found;
    },

    async prolongSession(tokenHash, until) {
      await db
        .updateTable("sessions")
        .set({ expires_at: until })
        .where("token_hash", "=", tokenHash)
        .where("expires_at", "<", until)
        .execute();
    },

    async endSession(tokenHash) {
      await db.deleteFrom("sessions").where("token_hash", "=", tokenHash).execute();
    },

    async addSignInLink(tokenHash, personId, at, until) {
      await db
        .insertInto("sign_in_links")
        .values({
          token_hash: tokenHash,
          person_id: personId,
          created_at: at,
          expires_at: until,
          used_at: null,
        })
        .onConflict((conflict) => conflict.column("token_hash").doNothing())
        .execute();
    },

    useSignInLink: (tokenHash, at, session) =>
      db.transaction().execute(async (transaction) => {
        // Locks it: a second caller waits here, and finds it used.
        const used = await transaction
          .updateTable("sign_in_links")
          .set({ used_at: at })
          .where("token_hash", "=", tokenHash)
          .where("used_at", "is", null)
          .where("expires_at", ">", at)
          .returning("person_id")
          .executeTakeFirst();
        if (!used) return null;
        const begun = {
          token_hash: session.tokenHash,
          person_id: used.person_id,
          created_at: at,
          expires_at: session.until,
        };
        await transaction.insertInto("sessions").values(begun).execute();
        return used.person_id;
      }),
  };
}
