/** Notes of one borough, over HTTP: theirs alone, for whoever writes them to change, gone when taken back. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { z } from "zod";
import { AServer, codeOf, joinedBy, type Answer, type Caller } from "./a-server.ts";

const secret = "Our officers think that Camden asks for too much";

const noteShape = z.object({ id: z.string(), words: z.string(), revision: z.number() });

function noteIn({ body }: Answer): z.output<typeof noteShape> {
  return noteShape.parse(body);
}

async function notesOf(caller: Caller, path: string): Promise<string[]> {
  const { body } = await caller.get(path);
  return z
    .object({ notes: z.array(noteShape) })
    .parse(body)
    .notes.map(({ words }) => words);
}

async function aStatement(server: AServer) {
  const ada = await server.first("Ada", "camden");
  const id = await ada.makes("Housing");
  const ben = await joinedBy(server, ada, id, "editor", "Ben");
  const cleo = await joinedBy(server, ada, id, "reviewer", "Cleo");
  return { ada, ben, cleo, id, path: `/api/statements/${id}/notes` };
}

it("are read by everybody of the borough and by nobody else, not even the lead", async () => {
  await using server = await AServer.start();
  const { ada, ben, cleo, path } = await aStatement(server);
  expect((await ben.post(path, { words: secret })).status).toBe(201);
  expect(await notesOf(ben, path)).toEqual([secret]);
  expect(await notesOf(cleo, path)).toEqual([secret]);
  expect(await notesOf(ada, path)).toEqual([]);
  expect(codeOf(await server.visitor().get(path))).toBe("sign-in");
});

it("reach another borough in no answer of the API", async () => {
  await using server = await AServer.start();
  const { ada, ben, id, path } = await aStatement(server);
  const { id: noteId } = noteIn(await ben.post(path, { words: secret }));
  // Every address that the API's description has, as Ada may ask it.
  const { body } = await ada.get("/api/json");
  const { paths } = z
    .object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) })
    .parse(body);
  const addresses = Object.entries(paths)
    .filter(([, methods]) => "get" in methods)
    .map(([address]) => address.replace("{id}", id).replace(/\{\w+\}/, noteId));
  expect(addresses.length).toBeGreaterThan(10);
  const since = "?since=2020-01-01T00:00:00.000Z&after=0";
  for (const address of addresses) {
    const answer = JSON.stringify((await ada.get(address + since)).body);
    expect([address, answer.includes(secret)]).toEqual([address, false]);
  }
  // The same search finds it where it may be found.
  expect(JSON.stringify((await ben.get(path)).body)).toContain(secret);
  for (const method of ["PATCH", "DELETE"]) {
    const sent = method === "PATCH" ? { words: "Changed." } : undefined;
    expect(codeOf(await ada.call(method, `${path}/${noteId}`, sent))).toBe("not-found");
  }
  expect(JSON.stringify(await ada.record(id))).not.toContain(secret);
});

it("are changed and taken back by who wrote them, and their words leave the database", async () => {
  await using server = await AServer.start();
  const { ada, ben, cleo, id, path } = await aStatement(server);
  const { id: noteId } = noteIn(await ben.post(path, { words: secret }));
  expect(codeOf(await cleo.call("PATCH", `${path}/${noteId}`, { words: "No." }))).toBe(
    "not-allowed",
  );
  expect(codeOf(await cleo.call("DELETE", `${path}/${noteId}`))).toBe("not-allowed");
  const changed = await ben.call("PATCH", `${path}/${noteId}`, { words: `${secret}.` });
  expect(noteIn(changed)).toMatchObject({ words: `${secret}.`, revision: 2 });
  expect((await ben.call("DELETE", `${path}/${noteId}`)).status).toBe(200);
  expect(await notesOf(cleo, path)).toEqual([""]);
  expect(codeOf(await ben.call("PATCH", `${path}/${noteId}`, { words: "Again." }))).toBe(
    "not-found",
  );
  // Cleo may take back what Ben left behind.
  const { id: left } = noteIn(await ben.post(path, { words: "Left behind." }));
  await ada.call("DELETE", `/api/statements/${id}/people/${await ben.personId()}`);
  expect(codeOf(await ben.get(path))).toBe("not-found");
  expect((await cleo.call("DELETE", `${path}/${left}`)).status).toBe(200);
  await server.stop();
  const kept = await readFile(join(server.dataDir, "needline.sqlite"));
  expect(kept.includes("Housing")).toBe(true);
  expect(kept.includes(secret)).toBe(false);
});

it("are refused without words, on items that are not there, and of readers", async () => {
  await using server = await AServer.start();
  const { ada, ben, id, path } = await aStatement(server);
  expect(codeOf(await ben.post(path, { words: " " }))).toBe("bad-input");
  expect(codeOf(await ben.post(path, { words: "Hello.", itemId: "none" }))).toBe("not-found");
  const reader = await joinedBy(server, ada, id, "reader", "Dan");
  expect(codeOf(await reader.post(path, { words: "Hello." }))).toBe("not-allowed");
});
