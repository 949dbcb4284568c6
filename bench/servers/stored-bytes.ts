/**
 * A bare `ws` server that sends everybody the same stored bytes (STORED_TEXT), or nothing: what opening a text costs when
 * there is nothing to read, merge or ask, and what sockets alone cost.
 */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { WebSocketServer } from "ws";
import { dialectOf } from "../driver/dialects.ts";
import { sayMemory } from "./say-memory.ts";
import { tellReady } from "./tell-ready.ts";

const storedText = process.env["STORED_TEXT"];
let answer: Promise<Uint8Array> | null = null;
const server = createServer((_request, response) => response.end("okay"));
const sockets = new WebSocketServer({ server, perMessageDeflate: false });
sockets.on("connection", (socket) => {
  if (storedText === undefined) return;
  socket.once("message", () => {
    answer ??= readFile(storedText).then((bytes) => dialectOf("y-websocket", "").answer(bytes));
    void answer.then((frame) => socket.send(frame));
  });
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("The server has no port.");
  sayMemory();
  tellReady({ url: `http://127.0.0.1:${address.port}`, startLink: null });
});
