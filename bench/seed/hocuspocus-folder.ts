/** A data folder of the Hocuspocus server in `servers/hocuspocus.ts`, with one document in it. */
import { DatabaseSync } from "node:sqlite";

export function makeHocuspocusFolder(dataDir: string, name: string, text: Uint8Array): void {
  const database = new DatabaseSync(`${dataDir}/hocuspocus.sqlite`);
  database.exec("CREATE TABLE IF NOT EXISTS documents (name TEXT PRIMARY KEY, data BLOB NOT NULL)");
  database.prepare("INSERT INTO documents (name, data) VALUES (?, ?)").run(name, text);
  database.close();
}
