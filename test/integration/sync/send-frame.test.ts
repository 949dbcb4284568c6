import { once } from "node:events";
import type { AddressInfo, Socket } from "node:net";
import { expect, test } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { sendFrame } from "../../../server/routes/send-frame.ts";
import { eventually } from "./eventually.ts";

/** The ends of one connection: where frames are written, and where they arrive. */
interface Line {
  readonly socket: WebSocket;
  readonly below: Socket;
  readonly client: WebSocket;
  /** What has arrived. */
  readonly heard: Buffer[];
}

class Lines {
  readonly #server = new WebSocketServer({ port: 0, host: "127.0.0.1", perMessageDeflate: false });

  static async open(): Promise<Lines> {
    const lines = new Lines();
    await once(lines.#server, "listening");
    return lines;
  }

  async add(): Promise<Line> {
    const { port } = this.#server.address() as AddressInfo;
    const client = new WebSocket(`ws://127.0.0.1:${port}`);
    const heard: Buffer[] = [];
    client.on("message", (data: Buffer) => heard.push(data));
    const [[socket, request]] = await Promise.all([
      once(this.#server, "connection") as Promise<[WebSocket, { readonly socket: Socket }]>,
      once(client, "open"),
    ]);
    return { socket, below: request.socket, client, heard };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const client of this.#server.clients) client.terminate();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

test("what is sent arrives, however long it is, one message for each", async () => {
  await using lines = await Lines.open();
  const { socket, below, heard } = await lines.add();
  const lengths = [0, 1, 125, 126, 127, 16_384, 16_385, 65_535, 65_536, 300_000];
  const sent = lengths.map((length, number) => Buffer.alloc(length, number + 1));
  for (const bytes of sent) sendFrame(socket, below, bytes);
  await eventually(() => expect(heard).toHaveLength(sent.length));
  expect(areEqual(heard, sent)).toBe(true);
});

test("a long text lies in memory once, however many are sent it and do not read", async () => {
  await using lines = await Lines.open();
  const texts = [Buffer.alloc(5_000_000, 1), Buffer.alloc(2_000_000, 2)];
  const people: Line[] = [];
  for (let person = 0; person < 12; person += 1) people.push(await lines.add());
  for (const { client } of people) client.pause();
  const before = process.memoryUsage().arrayBuffers;
  for (const { socket, below } of people) for (const text of texts) sendFrame(socket, below, text);
  await eventually(() =>
    expect(people.every(({ socket }) => socket.bufferedAmount > 0)).toBe(true),
  );
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(5_000_000);

  for (const { client } of people) client.resume();
  await eventually(() => expect(people.every(({ heard }) => heard.length === 2)).toBe(true));
  expect(people.every(({ heard }) => areEqual(heard, texts))).toBe(true);
});

/** Compared without listing megabytes when they differ. */
function areEqual(heard: readonly Buffer[], sent: readonly Buffer[]): boolean {
  return heard.length === sent.length && sent.every((bytes, at) => heard[at]?.equals(bytes));
}
