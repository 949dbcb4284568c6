/**
 * Hocuspocus with its defaults: text and carets go out at the end of each turn of the event loop, the document is stored
 * two to ten seconds after a change. Its SQLite extension aborts on Node 24, so the same two hooks do over `node:sqlite`
 * what that extension does: one row a document, the whole document each time.
 */
import { DatabaseSync } from "node:sqlite";
import { Server } from "@hocuspocus/server";
import * as Y from "yjs";
import { tellReady } from "./tell-ready.ts";

const [, , dataDir = "."] = process.argv;
const database = new DatabaseSync(`${dataDir}/hocuspocus.sqlite`);
database.exec("CREATE TABLE IF NOT EXISTS documents (name TEXT PRIMARY KEY, data BLOB NOT NULL)");
const read = database.prepare("SELECT data FROM documents WHERE name = ?");
const write = database.prepare(
  "INSERT INTO documents (name, data) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET data = excluded.data",
);

const server = new Server({
  address: "127.0.0.1",
  port: 0,
  quiet: true,
  onLoadDocument: async ({ document, documentName }) => {
    const data = read.get(documentName)?.["data"];
    if (data instanceof Uint8Array) Y.applyUpdate(document, data);
    return document;
  },
  onStoreDocument: async ({ document, documentName }) => {
    write.run(documentName, Y.encodeStateAsUpdate(document));
  },
});
await server.listen();
tellReady({ url: `http://127.0.0.1:${server.address.port}`, startLink: null });
