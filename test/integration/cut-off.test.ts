/** Open pages are cut off at once when their person may no longer do what they did. */
import { once } from "node:events";
import { expect, it } from "vitest";
import { WebSocket } from "ws";
import { z } from "zod";
import { socketLimits } from "../../shared/limits.ts";
import { schemaNumber } from "../../shared/items.ts";
import { closeCode } from "../../shared/sync/close-codes.ts";
import { eventually } from "./sync/eventually.ts";
import { AServer, joinedBy, type Caller } from "./a-server.ts";

/** A page's socket; `closed` is the code it is closed with. */
async function opens(
  server: AServer,
  { cookie }: Caller,
  statementId: string,
): Promise<{ socket: WebSocket; closed: Promise<number> }> {
  const address = `${server.url.replace("http", "ws")}/sync/${statementId}?schema=${schemaNumber}`;
  const socket = new WebSocket(address, {
    headers: { origin: server.url, ...(cookie === null ? {} : { cookie }) },
  });
  const closed = once(socket, "close").then(([code]) => Number(code));
  await once(socket, "open");
  return { socket, closed };
}

/** Whether the room has let the socket in: it answers what it is asked. */
async function isIn(socket: WebSocket): Promise<boolean> {
  // A y-protocols SyncStep1 with an empty state vector.
  socket.send(Uint8Array.of(0, 0, 1, 0));
  await once(socket, "message");
  return true;
}

it("closes every page of a person who was removed, and lets none in again", async () => {
  await using server = await AServer.start();
  const ada = await server.first("Ada", "camden");
  const id = await ada.makes("Housing");
  const ben = await joinedBy(server, ada, id, "editor", "Ben");
  const pages = [await opens(server, ben, id), await opens(server, ben, id)];
  const adas = await opens(server, ada, id);
  for (const { socket } of [...pages, adas]) expect(await isIn(socket)).toBe(true);
  await ada.call("DELETE", `/api/statements/${id}/people/${await ben.personId()}`);
  expect(await Promise.all(pages.map(({ closed }) => closed))).toEqual([
    closeCode.removed,
    closeCode.removed,
  ]);
  expect(await (await opens(server, ben, id)).closed).toBe(closeCode.removed);
  expect(await isIn(adas.socket)).toBe(true);
  adas.socket.close();
});

it("asks the pages of a person whose role changed to come again", async () => {
  await using server = await AServer.start();
  const ada = await server.first("Ada", "camden");
  const id = await ada.makes("Housing");
  const ben = await joinedBy(server, ada, id, "editor", "Ben");
  const { socket, closed } = await opens(server, ben, id);
  expect(await isIn(socket)).toBe(true);
  const path = `/api/statements/${id}/people/${await ben.personId()}`;
  await ada.call("PATCH", path, { role: "reader" });
  expect(await closed).toBe(closeCode.roleChanged);
  const again = await opens(server, ben, id);
  expect(await isIn(again.socket)).toBe(true);
  again.socket.close();
});

it("answers a stranger's page like the page of a statement that is not there", async () => {
  await using server = await AServer.start();
  const ada = await server.first("Ada", "camden");
  const [housing, parking] = [await ada.makes("Housing"), await ada.makes("Parking")];
  const ben = await joinedBy(server, ada, parking, "lead", "Ben");
  expect(await (await opens(server, ben, housing)).closed).toBe(closeCode.notFound);
  expect(await (await opens(server, ben, "not-there")).closed).toBe(closeCode.notFound);
  expect(await (await opens(server, server.visitor(), housing)).closed).toBe(closeCode.signIn);
});

it("closes the pages of a session that ended, and no others of that person", async () => {
  await using server = await AServer.start();
  const ada = await server.first("Ada", "camden");
  const id = await ada.makes("Housing");
  const path = `/api/statements/${id}/people/${await ada.personId()}/sign-in-link`;
  const { url } = z.object({ url: z.string() }).parse((await ada.post(path)).body);
  const phone = server.visitor();
  await phone.post("/api/sign-in", { token: url.split("/").at(-1) });
  const library = [await opens(server, ada, id), await opens(server, ada, id)];
  const pocket = await opens(server, phone, id);
  for (const { socket } of [...library, pocket]) expect(await isIn(socket)).toBe(true);
  await ada.post("/api/sign-out");
  expect(await Promise.all(library.map(({ closed }) => closed))).toEqual([
    closeCode.signIn,
    closeCode.signIn,
  ]);
  expect(await isIn(pocket.socket)).toBe(true);
  pocket.socket.close();
});

it("lets one browser have only so many pages, and the others as many of their own", async () => {
  await using server = await AServer.start();
  const ada = await server.first("Ada", "camden");
  const id = await ada.makes("Housing");
  const ben = await joinedBy(server, ada, id, "editor", "Ben");
  const pages = await Promise.all(
    Array.from({ length: socketLimits.ofSession }, () => opens(server, ada, id)),
  );
  for (const { socket } of pages) expect(await isIn(socket)).toBe(true);
  expect(await (await opens(server, ada, id)).closed).toBe(closeCode.tryLater);
  const bens = await opens(server, ben, id);
  expect(await isIn(bens.socket)).toBe(true);
  pages[0]?.socket.close();
  await pages[0]?.closed;
  await eventually(async () => {
    const again = await opens(server, ada, id);
    expect(await Promise.race([isIn(again.socket), again.closed])).toBe(true);
  });
  for (const { socket } of [...pages, bens]) socket.terminate();
});
