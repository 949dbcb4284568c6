/** The server stops when told to, whatever others leave hanging on it. */
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { expect, it } from "vitest";
import { WebSocket } from "ws";
import { schemaNumber } from "../../shared/items.ts";
import { AServer } from "./a-server.ts";

/** Sends the beginning of something and then no more. */
async function sends(server: AServer, lines: readonly string[]): Promise<Socket> {
  const { hostname, port, host } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  socket.on("error", () => {});
  socket.resume();
  await once(socket, "connect");
  socket.write([lines[0], `Host: ${host}`, ...lines.slice(1)].join("\r\n"));
  return socket;
}

it("stops although a request is never sent to its end", async () => {
  await using server = await AServer.start();
  const heading = await sends(server, ["POST /api/sign-out HTTP/1.1", ""]);
  const body = await sends(server, [
    "POST /api/sign-out HTTP/1.1",
    "Content-Type: application/json",
    "Content-Length: 100",
    "",
    "{",
  ]);
  const ended = [heading, body].map((socket) => once(socket, "close"));
  await server.stop();
  expect(await Promise.all(ended)).toHaveLength(2);
});

it("stops although a page's computer sleeps", async () => {
  await using server = await AServer.start();
  const ada = await server.first("Ada", "camden");
  const id = await ada.makes("Housing");
  const address = `${server.url.replace("http", "ws")}/sync/${id}?schema=${schemaNumber}`;
  const socket = new WebSocket(address, { headers: { cookie: ada.cookie ?? "" } });
  await once(socket, "open");
  socket.pause();
  const startedAt = performance.now();
  await server.stop();
  // Other processes' patience, such as a container's, is 10 seconds.
  expect(performance.now() - startedAt).toBeLessThan(9_000);
  socket.terminate();
});

it("keeps no socket open that was opened where none belongs", async () => {
  await using server = await AServer.start();
  for (const path of ["/", "/health", "/api/me", "/somewhere", "/api/nothing"]) {
    const socket = new WebSocket(server.url.replace("http", "ws") + path);
    socket.on("error", () => {});
    // `once` of node:events would fail with the error of a refused upgrade.
    await new Promise((resolve) => {
      socket.on("close", resolve);
    });
  }
  const startedAt = performance.now();
  await server.stop();
  expect(performance.now() - startedAt).toBeLessThan(2_000);
});
