/** What lies in a data folder of a running server: read beside it, as SQLite in WAL mode allows. */
import { statSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

export interface FolderSize {
  readonly fileBytes: number;
  readonly walBytes: number;
  readonly textRows: number;
  readonly snapshotBytes: number;
  readonly clientIds: number;
  readonly entries: number;
  readonly historyRows: number;
}

export class FolderLook {
  readonly #path: string;
  readonly #database: DatabaseSync;

  constructor(dataDir: string) {
    this.#path = join(dataDir, "needline.sqlite");
    this.#database = new DatabaseSync(this.#path, { readOnly: true, timeout: 5_000 });
  }

  look(): FolderSize {
    return {
      fileBytes: sizeOf(this.#path),
      walBytes: sizeOf(`${this.#path}-wal`),
      textRows: this.#number("select count(*) as n from text_updates"),
      snapshotBytes: this.#number(
        "select coalesce(sum(length(bytes)), 0) as n from text_snapshots",
      ),
      clientIds: this.#number("select count(*) as n from client_ids"),
      entries: this.#number("select count(*) as n from entries"),
      historyRows: this.#number("select count(*) as n from item_history"),
    };
  }

  close(): void {
    this.#database.close();
  }

  #number(sql: string): number {
    return Number(this.#database.prepare(sql).get()?.["n"] ?? 0);
  }
}

function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}
