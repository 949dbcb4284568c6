/** The texts of versions. They are written only by a commit of the text store, together with their entries. */
import { promisify } from "node:util";
import { deflate, inflate } from "node:zlib";
import type { Kysely } from "kysely";
import type { Tables, VersionsTable } from "./tables.ts";
import type { VersionRow } from "./text-store.ts";

export interface VersionStore {
  /** The text of a version to the letter, or null when there is none. */
  text(statementId: string, number: number): Promise<string | null>;
}

export function versionStore(db: Kysely<Tables>): VersionStore {
  return {
    async text(statementId, number) {
      const row = await db
        .selectFrom("versions")
        .select("text")
        .where("statement_id", "=", statementId)
        .where("number", "=", number)
        .executeTakeFirst();
      return row ? (await unpack(row.text)).toString("utf8") : null;
    },
  };
}

// Beside the event loop: nobody's typing waits while the text of a large statement is packed.
const pack = promisify(deflate);
const unpack = promisify(inflate);

export function packVersions(rows: readonly VersionRow[]): Promise<VersionsTable[]> {
  return Promise.all(
    rows.map(async ({ statementId, number, json }) => ({
      statement_id: statementId,
      number,
      text: await pack(json),
    })),
  );
}
