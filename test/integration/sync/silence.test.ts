import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { endWhenSilent } from "../../../server/routes/end-when-silent.ts";

test("a socket that answers no ping is ended, and one that does is not", async () => {
  await using server = new AServerOfSockets();
  const silent = new WebSocket(server.url, { autoPong: false });
  const alive = new WebSocket(server.url);
  await once(silent, "close");
  for (let pings = 0; pings < 3; pings += 1) await once(alive, "ping");
  expect(alive.readyState).toBe(WebSocket.OPEN);
  alive.terminate();
});

class AServerOfSockets {
  readonly #server = new WebSocketServer({ port: 0 });

  constructor() {
    this.#server.on("connection", (socket) => endWhenSilent(socket, 100));
  }

  get url(): string {
    return `ws://localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const client of this.#server.clients) client.terminate();
    this.#server.close();
    await once(this.#server, "close");
  }
}
