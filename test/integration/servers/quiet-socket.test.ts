/** `deploy/haproxy.cfg` is right, and ends nothing that the server itself would have waited for. */
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { WebSocket } from "ws";
import { requestTimeoutMs } from "../../../server/app.ts";
import { silenceMs } from "../../../server/routes/sync-route.ts";
import { schemaNumber } from "../../../shared/items.ts";
import { AHaproxy, checkHaproxyConfig, haproxyConfig } from "../../world/a-haproxy.ts";
import { AServer } from "../a-server.ts";

test("HAProxy finds nothing wrong with it, nor anything to warn of when its servers have addresses", () => {
  expect(checkHaproxyConfig(false)).toMatchObject({ isRight: true });
  const { isRight, says } = checkHaproxyConfig(true);
  expect(says.trim()).toBe("Configuration file is valid");
  expect(isRight).toBe(true);
});

test("it waits longer than the server does: for a file, and for a page of which nothing is heard", async () => {
  const config = await readFile(haproxyConfig, "utf8");
  const timeoutMs = (name: string): number => {
    const line = new RegExp(String.raw`^ *timeout ${name} (\d+)([sm])$`, "m").exec(config);
    return Number(line?.[1]) * (line?.[2] === "m" ? 60_000 : 1_000);
  };
  expect(timeoutMs("client")).toBeGreaterThan(requestTimeoutMs);
  expect(timeoutMs("server")).toBeGreaterThan(requestTimeoutMs);
  // A page that does not answer one ping is ended by the server at the next.
  expect(timeoutMs("tunnel")).toBeGreaterThan(2 * silenceMs);
});

test(
  "a socket on which nobody says anything stays, and either end can ask the other",
  async () => {
    await using server = await AServer.start();
    const ada = await server.first("Ada", "camden");
    const id = await ada.makes("Quiet");
    const port = Number(new URL(server.url).port);
    await using haproxy = await AHaproxy.start([port, port]);
    const address = `${haproxy.url.replace("http", "ws")}/sync/${id}?schema=${schemaNumber}`;
    const socket = new WebSocket(address, { headers: { cookie: ada.cookie ?? "" } });
    await once(socket, "open");
    const ended = once(socket, "close").then(() => "ended");
    const asked = once(socket, "ping").then(() => "asked");
    expect(await Promise.race([asked, ended])).toBe("asked");
    const answered = once(socket, "pong").then(() => "answered");
    socket.ping();
    expect(await Promise.race([answered, ended])).toBe("answered");
    socket.terminate();
  },
  silenceMs + 60_000,
);
