/** The store over a database whose tables are up to date. */
import type { Database } from "./database.ts";
import type { FileStore } from "./file-store.ts";
import { historyStore } from "./history-store.ts";
import { importStore } from "./import-store.ts";
import { noteStore } from "./note-store.ts";
import { noticeStore } from "./notice-store.ts";
import { peopleStore } from "./people-store-kysely.ts";
import { recordStore } from "./record-store.ts";
import type { Store } from "./store.ts";
import { textStore } from "./text-store-kysely.ts";
import { versionStore } from "./version-store.ts";
import { workStore } from "./work-store.ts";

/** @param files where the files of long work are */
export function storeOver(database: Database, files: FileStore): Store {
  const { db } = database;
  return {
    text: textStore(database),
    record: recordStore(db),
    people: peopleStore(db),
    notices: noticeStore(database),
    notes: noteStore(database),
    history: historyStore(db),
    versions: versionStore(db),
    imports: importStore(database),
    works: workStore(db),
    files,
    epoch: async () => {
      const { epoch } = await db
        .selectFrom("installation")
        .select("epoch")
        .executeTakeFirstOrThrow();
      return epoch;
    },
    setEpoch: async (epoch) => {
      await db.updateTable("installation").set({ epoch }).execute();
    },
    close: () => db.destroy(),
  };
}
