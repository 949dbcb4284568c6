/** The imports' part of the store: how people read tables, and what an import has to put back when it is undone. */
import { z } from "zod";
import { alone, type Database } from "./database.ts";

export interface ImportStore {
  /** How the person reads tables, those used last: JSON by shape. */
  mappings(personId: string): Promise<ReadonlyMap<string, string>>;
  keepMapping(personId: string, shape: string, mapping: string, at: string): Promise<void>;
  /**
   * Keeps what has to be put back, in the place of what was kept for this import before.
   * @throws when another statement's import has that id, which stays as it is
   */
  keepToUndo(statementId: string, importId: string, json: string): Promise<void>;
  /**
   * Links and suggestions that the import made, besides those it made before.
   * @throws when there is no such import in the statement
   */
  addThreads(statementId: string, importId: string, threadIds: readonly string[]): Promise<void>;
  /** Null when there is no such import in the statement. */
  toUndo(statementId: string, importId: string): Promise<StoredUndo | null>;
}

export interface StoredUndo {
  /** What has to be put back in the text. */
  readonly json: string;
  /** Links and suggestions that the import made. */
  readonly threadIds: readonly string[];
}

/** Shapes of tables that one person meets; older ones are asked about again. */
const remembered = 100;

export function importStore(database: Database): ImportStore {
  const { db } = database;
  return {
    async mappings(personId) {
      const rows = await db
        .selectFrom("import_mappings")
        .select(["shape", "mapping"])
        .where("person_id", "=", personId)
        .orderBy("used_at", "desc")
        .orderBy("shape")
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

    async keepToUndo(statementId, importId, json) {
      const kept = await db
        .insertInto("imports")
        .values({ id: importId, statement_id: statementId, to_undo: json, thread_ids: "[]" })
        .onConflict((conflict) =>
          conflict
            .column("id")
            .doUpdateSet({ to_undo: json })
            .where("imports.statement_id", "=", statementId),
        )
        .returning("id")
        .executeTakeFirst();
      if (!kept) throw new Error(`The import ${importId} is another statement's`);
    },

    async addThreads(statementId, importId, threadIds) {
      await alone(database, `import ${importId}`, async (transaction) => {
        const row = await transaction
          .selectFrom("imports")
          .select("thread_ids")
          .where("id", "=", importId)
          .where("statement_id", "=", statementId)
          .executeTakeFirstOrThrow();
        const all = [...idsIn(row.thread_ids), ...threadIds];
        await transaction
          .updateTable("imports")
          .set({ thread_ids: JSON.stringify(all) })
          .where("id", "=", importId)
          .execute();
      });
    },

    async toUndo(statementId, importId) {
      const row = await db
        .selectFrom("imports")
        .select(["to_undo", "thread_ids"])
        .where("id", "=", importId)
        .where("statement_id", "=", statementId)
        .executeTakeFirst();
      return row ? { json: row.to_undo, threadIds: idsIn(row.thread_ids) } : null;
    },
  };
}

const ids = z.array(z.string());

function idsIn(json: string): string[] {
  return ids.parse(JSON.parse(json));
}
