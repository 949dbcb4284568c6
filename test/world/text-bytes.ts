/** The text of a statement as the server has it, byte for byte, asked for as a page would. */
import { createDecoder, readVarUint } from "lib0/decoding";
import { createEncoder, toUint8Array, writeVarUint } from "lib0/encoding";
import { WebSocket } from "ws";
import { readSyncMessage, writeSyncStep1 } from "y-protocols/sync";
import * as Y from "yjs";
import { schemaNumber } from "../../shared/items.ts";
import { message } from "../../shared/sync/messages.ts";
import type { Person } from "./person.ts";

/** Everything ever written, with what was deleted. Equal only when not a letter was written in between. */
export async function textBytes(person: Person): Promise<Uint8Array> {
  const url = new URL(person.page.url()).origin;
  const cookies = await person.page.context().cookies(url);
  const socket = new WebSocket(
    `${url.replace("http", "ws")}/sync/${person.statementId}?schema=${schemaNumber}`,
    { headers: { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join("; ") } },
  );
  const doc = new Y.Doc();
  try {
    await new Promise<void>((resolve, reject) => {
      socket.on("error", reject);
      socket.on("close", (code) => reject(new Error(`closed with ${code}`)));
      socket.on("open", () => {
        const ask = createEncoder();
        writeVarUint(ask, message.sync);
        writeSyncStep1(ask, doc);
        socket.send(toUint8Array(ask));
      });
      socket.on("message", (data: Buffer) => {
        const decoder = createDecoder(new Uint8Array(data));
        if (readVarUint(decoder) !== message.sync) return;
        // 1 is the answer with everything that is asked for.
        if (readSyncMessage(decoder, createEncoder(), doc, null) === 1) resolve();
      });
    });
  } finally {
    socket.terminate();
  }
  return Y.encodeStateAsUpdate(doc);
}
