/** Invitations, over Kysely. */
import type { Kysely } from "kysely";
import type { Invitation, PeopleStore } from "./people-store.ts";
import type { Tables } from "./tables.ts";

type InvitationStore = Pick<
  PeopleStore,
  "addInvitation" | "invitation" | "invitations" | "withdrawInvitation"
>;

export function invitationStore(db: Kysely<Tables>): InvitationStore {
  const invitations = db
    .selectFrom("invitations")
    .innerJoin("boroughs", "boroughs.id", "invitations.borough_id")
    .select([
      "invitations.id",
      "statement_id as statementId",
      "borough_id as boroughId",
      "boroughs.name as boroughName",
      "role",
      "agrees",
      "invitations.name",
      "created_by as madeBy",
      "created_at as madeAt",
      "withdrawn_at as withdrawnAt",
    ]);
  return {
    async addInvitation(invitation) {
      await db
        .insertInto("invitations")
        .values({
          id: invitation.id,
          statement_id: invitation.statementId,
          token_hash: invitation.tokenHash,
          borough_id: invitation.boroughId,
          role: invitation.role,
          agrees: invitation.agrees ? 1 : 0,
          name: invitation.name,
          created_by: invitation.madeBy,
          created_at: invitation.madeAt,
          withdrawn_at: null,
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },

    async invitation(tokenHash) {
      const row = await invitations.where("token_hash", "=", tokenHash).executeTakeFirst();
      return row ? invitationOf(row) : null;
    },

    async invitations(statementId) {
      const rows = await invitations
        .where("statement_id", "=", statementId)
        .where("withdrawn_at", "is", null)
        .orderBy("created_at")
        .orderBy("invitations.id")
        .execute();
      return rows.map(invitationOf);
    },

    async withdrawInvitation(statementId, id, at) {
      const withdrawn = await db
        .updateTable("invitations")
        .set({ withdrawn_at: at })
        .where("statement_id", "=", statementId)
        .where("id", "=", id)
        .where("withdrawn_at", "is", null)
        .returning("id")
        .execute();
      return withdrawn.length > 0;
    },
  };
}

function invitationOf(row: Omit<Invitation, "agrees"> & { agrees: number }): Invitation {
  return { ...row, agrees: row.agrees === 1 };
}
