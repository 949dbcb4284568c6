import { createConnection } from "node:net";
import { describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { addItem } from "../../../shared/items.ts";
import { closeCode } from "../../../shared/sync/close-codes.ts";
import { AServer, joinedBy, type Caller } from "../a-server.ts";
import { eventually } from "./eventually.ts";
import { LivePage } from "./live-page.ts";

const requirement = { id: "r1", kind: "requirement", order: "a1V" } as const;

describe("a socket that may not be opened is closed with a code that says why", () => {
  test.each([
    ["nobody is signed in", { cookie: null }, closeCode.signIn],
    ["the session is made up", { cookie: "needline-session=made-up" }, closeCode.signIn],
    ["the page is of another site", { origin: "https://elsewhere.example" }, closeCode.signIn],
    ["the page is older", { schema: 0 }, closeCode.newerVersionNeeded],
    ["there is no such statement", { statementId: "nowhere" }, closeCode.notFound],
  ])("%s", async (_why, difference, code) => {
    await using server = await AServer.start();
    const ada = await server.first("Ada", "camden");
    const where = { url: server.url, statementId: await ada.makes("Repairs"), cookie: ada.cookie };
    const page = new LivePage({ ...where, ...difference });
    await eventually(() => expect(page.closed?.code).toBe(code));
    expect(page.closed?.reason).not.toBe("");
    expect(page.provider.shouldConnect).toBe(false);
    page.end();
  });

  test("whoever is in another statement is answered as if there were none", async () => {
    await using server = await AServer.start();
    const ada = await server.first("Ada", "camden");
    const one = await ada.makes("Repairs");
    const two = await ada.makes("Parking");
    const ben = await joinedBy(server, ada, two, "editor");
    const page = new LivePage({ url: server.url, statementId: one, cookie: ben.cookie });
    const nowhere = new LivePage({ url: server.url, statementId: "no", cookie: ben.cookie });
    await eventually(() => expect(page.closed?.code).toBe(closeCode.notFound));
    await eventually(() => expect(nowhere.closed).toEqual(page.closed));
    page.end();
    nowhere.end();
  });
});

test("a page of this site is let in, and so is a program that names no site", async () => {
  await using server = await AServer.start();
  const ada = await server.first("Ada", "camden");
  const where = { url: server.url, statementId: await ada.makes("Repairs"), cookie: ada.cookie };
  const page = new LivePage({ ...where, origin: server.url });
  const program = new LivePage(where);
  await eventually(() => expect([page.isSynced, program.isSynced]).toEqual([true, true]));
  expect(page.doc.getMap("about").get("title")).toBe("Repairs");
  page.end();
  program.end();
});

test("who is removed while writing is closed at once and told so when they come back", async () => {
  await using server = await AServer.start();
  const { ada, ben, statementId } = await aStatement(server);
  const page = new LivePage({ url: server.url, statementId, cookie: ben.cookie });
  await eventually(() => expect(page.isSynced).toBe(true));
  page.doc.transact(() => addItem(page.doc, requirement));
  await eventually(() => expect(page.savedChanges).toBe(page.changes));

  const bens = await ben.personId();
  await ada.call("DELETE", `/api/statements/${statementId}/people/${bens}`);
  await eventually(() => expect(page.closed?.code).toBe(closeCode.removed));
  const back = new LivePage({ url: server.url, statementId, cookie: ben.cookie });
  await eventually(() => expect(back.closed?.code).toBe(closeCode.removed));
  page.end();
  back.end();
});

test("a role that changes closes the socket, and the page comes back with the new one", async () => {
  await using server = await AServer.start();
  const { ada, ben, statementId } = await aStatement(server);
  const page = new LivePage({ url: server.url, statementId, cookie: ben.cookie });
  await eventually(() => expect(page.isSynced).toBe(true));
  const bens = await ben.personId();
  const path = `/api/statements/${statementId}/people/${bens}`;
  await ada.call("PATCH", path, { role: "reviewer", agrees: false });
  await eventually(() => expect(page.closed?.code).toBe(closeCode.roleChanged));
  await eventually(() => expect(page.isSynced).toBe(true));
  page.doc.transact(() => addItem(page.doc, requirement));
  await eventually(() => expect(page.closed?.code).toBe(closeCode.reload));
  expect((await ada.get(`/api/statements/${statementId}/items`)).body).toEqual({
    items: [],
    as: null,
  });
  page.end();
});

test("bytes that are no WebSocket frames and frames that are too long leave the others alone", async () => {
  await using server = await AServer.start();
  const { ada, ben, statementId } = await aStatement(server);
  const page = new LivePage({ url: server.url, statementId, cookie: ada.cookie });
  await eventually(() => expect(page.isSynced).toBe(true));
  const address = `${server.url.replace("http", "ws")}/sync/${statementId}?schema=1`;
  const headers = { cookie: ben.cookie ?? "" };

  const tooLong = new WebSocket(address, { headers });
  const closes = new Promise<number>((resolve) => tooLong.once("close", resolve));
  tooLong.on("open", () => tooLong.send(new Uint8Array(9 * 1024 * 1024)));
  expect(await closes).toBe(closeCode.tooLarge);

  const broken = new WebSocket(address, { headers });
  const ends = new Promise((resolve) => broken.once("close", resolve));
  broken.on("error", () => {});
  broken.on("open", () => {
    // Reserved bits set: no frame begins so.
    // oxlint-disable-next-line no-underscore-dangle -- ws itself sends only whole frames
    (broken as unknown as { _socket: NodeJS.WritableStream })._socket.write(Buffer.alloc(64, 0xff));
  });
  await ends;

  const { port, hostname } = new URL(server.url);
  const halfway = createConnection(Number(port), hostname);
  halfway.on("error", () => {});
  halfway.write(`GET /sync/${statementId}?schema=1 HTTP/1.1\r\nUpgrade: websocket\r\n`);
  halfway.destroy();

  page.doc.transact(() => addItem(page.doc, requirement));
  await eventually(() => expect(page.savedChanges).toBe(page.changes));
  expect(page.closed).toBeNull();
  page.end();
});

test("a server that stops closes every socket with 1012, and a page goes on after the restart", async () => {
  await using server = await AServer.start();
  const { ada, statementId } = await aStatement(server);
  const page = new LivePage({ url: server.url, statementId, cookie: ada.cookie });
  await eventually(() => expect(page.isSynced).toBe(true));
  page.doc.transact(() => addItem(page.doc, requirement));
  await eventually(() => expect(page.savedChanges).toBe(page.changes));
  await server.restart();
  await eventually(() => expect(page.closed?.code).toBe(closeCode.restarting));
  const again = new LivePage({ url: server.url, statementId, cookie: ada.cookie });
  await eventually(() => expect(again.isSynced).toBe(true));
  expect(again.doc.getMap("items").has("r1")).toBe(true);
  page.end();
  again.end();
});

async function aStatement(
  server: AServer,
): Promise<{ ada: Caller; ben: Caller; statementId: string }> {
  const ada = await server.first("Ada", "camden");
  const statementId = await ada.makes("Repairs");
  return { ada, ben: await joinedBy(server, ada, statementId, "editor"), statementId };
}
