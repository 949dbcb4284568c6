/**
 * @y/websocket-server as its own `server.js` starts it, with the `ws` that Needline uses too (its own is version 6).
 * It keeps everything in memory and nothing on disk: its persistence (LevelDB) is an option that is off by default, and
 * on with YPERSISTENCE. With a text in STORED_TEXT it begins with that: LevelDB would answer before it has read it.
 */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { setPersistence, setupWSConnection } from "@y/websocket-server/utils";
import { WebSocketServer } from "ws";
import * as Y from "yjs";
import { tellReady } from "./tell-ready.ts";

const storedText = process.env["STORED_TEXT"];
if (storedText !== undefined) {
  setPersistence({
    bindState: (_name: string, doc: Y.Doc) => Y.applyUpdate(doc, readFileSync(storedText)),
    writeState: () => Promise.resolve(),
    provider: null,
  });
}
const server = createServer((_request, response) => response.end("okay"));
const sockets = new WebSocketServer({ server });
sockets.on("connection", (socket, request) => setupWSConnection(socket, request));
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("The server has no port.");
  tellReady({ url: `http://127.0.0.1:${address.port}`, startLink: null });
});
