/** The imports' part of the store: how people read tables, and what an import has to put back when it is undone. */
import type { Kysely } from "kysely";
import type { Tables } from "./tables.ts";

export interface ImportStore {
  /** How the person reads tables, those used last: JSON by shape. */
  mappings(personId: string): Promise<ReadonlyMap<string, string>>;
  keepMapping(personId: string, shape: string, mapping: string, at: string): Promise<void>;
  /** Keeps what has to be put back, in the place of what was kept for this import before. */
  keepToUndo(statementId: string, importId: string, toUndo: string): Promise<void>;
  /** Null when there is no such import in the statement. */
  toUndo(statementId: string, importId: string): Promise<string | null>;
}

/** Shapes of tables that one person meets; older ones are asked about again. */
const remembered = 100;

export function importStore(db: Kysely<Tables>): ImportStore {
  return {
    async mappings(personId) {
      const rows = await db
        .selectFrom("import_mappings")
        .select(["shape", "mapping"])
        .where("person_id", "=", personId)
        .orderBy("used_at", "desc")
        .limit(remembered)
        .execute();
      return new Map(rows.map(({ shape, mapping }) => [shape, mapping]));
    },

    async keepMapping(personId, shape, mapping, at) {
      await db
        .insertInto("import_mappings")
        .values({ person_id: personId, shape, mapping, used_at: at })
        .onConflict((conflict) =>
          conflict.columns(["person_id", "shape"]).doUpdateSet({ mapping, used_at: at }),
        )
        .execute();
    },

    async keepToUndo(statementId, importId, toUndo) {
      await db
        .insertInto("imports")
        .values({ id: importId, statement_id: statementId, to_undo: toUndo })
        .onConflict((conflict) => conflict.column("id").doUpdateSet({ to_undo: toUndo }))
        .execute();
    },

    async toUndo(statementId, importId) {
      const row = await db
        .selectFrom("imports")
        .select("to_undo")
        .where("id", "=", importId)
        .where("statement_id", "=", statementId)
        .executeTakeFirst();
      return row?.to_undo ?? null;
    },
  };
}
