/** What is asked for again, because nobody heard the answer, is made once: invitations, links, statements, notes. */
import { expect, it } from "vitest";
import { z } from "zod";
import { AskOnce } from "../../client/connection/ask-once.ts";
import { CommandRefused } from "../../client/connection/command-refused.ts";
import { requestWith } from "../../client/connection/request.ts";
import { housingRepairs } from "../../server/example/housing-repairs.ts";
import { AnImport } from "../exchange/an-import.ts";
import { isBroughtInOnce } from "../exchange/brought-in-once.ts";
import { AServer, joinedBy, type Answer, type Caller } from "./a-server.ts";

const key = "the-first-one-of-today";

it("makes an invitation once under one key, with the same link, and another under another key", async () => {
  await using server = await AServer.start();
  const ada = await server.first("Ada", "camden");
  const id = await ada.makes("Housing");
  const path = `/api/statements/${id}/invitations`;
  const words = { borough: "hackney", role: "editor", name: "Ben" };
  const answers = await Promise.all([1, 2, 3].map(() => asks(ada, path, words)));
  await server.restart();
  answers.push(await asks(ada, path, words));
  expect(new Set(answers.map(linkIn)).size).toBe(1);
  expect(await countOf(ada, path)).toBe(1);
  const [first] = answers;
  expect((await server.visitor().joins(tokenIn(first), "Ben")).status).toBe(200);

  await asks(ada, path, words, "the-second-one-of-today");
  await asks(ada, path, { ...words, name: "Cleo" });
  await ada.post(path, words);
  await ada.post(path, words);
  expect(await countOf(ada, path)).toBe(5);
});

it("tells nobody who knows a key what another person's link is", async () => {
  await using server = await AServer.start();
  const ada = await server.first("Ada", "camden");
  const id = await ada.makes("Housing");
  const ben = await joinedBy(server, ada, id, "lead", "Ben");
  const path = `/api/statements/${id}/invitations`;
  const words = { borough: "hackney", role: "reader", name: null };
  const links = [await asks(ada, path, words), await asks(ben, path, words)].map(linkIn);
  expect(new Set(links).size).toBe(2);
  expect(await countOf(ada, path)).toBe(3);
});

it("makes a sign-in link, a note and a statement once", async () => {
  await using server = await AServer.start();
  const ada = await server.first("Ada", "camden");
  const id = await ada.makes("Housing");
  await joinedBy(server, ada, id, "editor", "Ben");
  const links = `/api/statements/${id}/people/${await ada.personId()}/sign-in-link`;
  const made = [await asks(ada, links), await asks(ada, links)];
  expect(made[0]?.status).toBe(201);
  expect(made[1]?.body).toEqual(made[0]?.body);

  const notes = `/api/statements/${id}/notes`;
  const noted = [1, 2].map(() => asks(ada, notes, { words: "Ask Legal." }));
  const [first, second] = await Promise.all(noted);
  expect(first?.body).toMatchObject({ words: "Ask Legal.", revision: 1 });
  expect(second?.body).toEqual(first?.body);
  const { body } = await ada.get(notes);
  expect((body as { notes: unknown[] }).notes).toHaveLength(1);

  for (const words of [{ title: "Parking" }, { title: "Roofs", from: { statementId: id } }]) {
    const [one, other] = await Promise.all([1, 2].map(() => asks(ada, "/api/statements", words)));
    expect(one?.status).toBe(201);
    expect(other?.body).toEqual(one?.body);
  }
  const [one, other] = [1, 2].map(() => asks(ada, "/api/statements/example"));
  expect((await other)?.body).toEqual((await one)?.body);
  expect(await titlesOf(ada)).toEqual(
    [housingRepairs.title, "Housing", "Parking", "Roofs"].toSorted(),
  );
});

it("lets in who came by a link and did not hear so, when they ask again, and nobody else", async () => {
  await using server = await AServer.start();
  const token = server.startLink?.split("/").at(-1);
  const starting = { token, name: "Ada", borough: "camden" };
  await asks(server.visitor(), "/api/start", starting);
  const ada = server.visitor();
  expect((await asks(ada, "/api/start", starting)).status).toBe(200);
  const id = await ada.makes("Housing");
  expect((await asks(server.visitor(), "/api/start", starting, "another-key")).status).toBe(410);

  const joining = { ...(await ada.invites(id, { role: "editor" })), name: "Ben" };
  await asks(server.visitor(), "/api/join", joining);
  const ben = server.visitor();
  expect((await asks(ben, "/api/join", joining)).body).toEqual({ statementId: id });
  expect((await asks(server.visitor(), "/api/join", joining, "another-key")).status).toBe(410);
  expect((await server.visitor().post("/api/join", joining)).status).toBe(410);
  const { body } = await ben.get(`/api/statements/${id}`);
  expect((body as { people: unknown[] }).people).toHaveLength(2);

  const path = `/api/statements/${id}/people/${await ben.personId()}/sign-in-link`;
  const link = linkIn(await ada.post(path));
  const signing = { token: link.split("/").at(-1) };
  await asks(server.visitor(), "/api/sign-in", signing);
  const again = server.visitor();
  expect((await asks(again, "/api/sign-in", signing)).status).toBe(200);
  expect(await again.personId()).toBe(await ben.personId());
  expect((await asks(server.visitor(), "/api/sign-in", signing, "another-key")).status).toBe(410);

  // Whoever was removed does not come back so.
  await ada.call("DELETE", `/api/statements/${id}/people/${await ben.personId()}`);
  expect((await asks(server.visitor(), "/api/join", joining)).status).toBe(410);
});

it("lets a page whose answer was lost ask again, and get what was made", async () => {
  await using server = await AServer.start();
  const ada = await server.first("Ada", "camden");
  const id = await ada.makes("Housing");
  const path = `/api/statements/${id}/invitations`;
  let losesAnswer = true;
  const page = new AskOnce(
    requestWith(async (asked, init) => {
      const headers = { ...(init.headers as Record<string, string>), cookie: ada.cookie ?? "" };
      const response = await fetch(server.url + asked, { ...init, headers });
      if (losesAnswer) throw new Error("The line broke.");
      return response;
    }),
  );
  const words = { borough: "hackney", role: "reader", agrees: false, name: null };
  const answer = z.object({ url: z.string() });
  await expect(page.post(path, words, answer)).rejects.toBeInstanceOf(CommandRefused);
  expect(await countOf(ada, path)).toBe(1);
  losesAnswer = false;
  const { url } = await page.post(path, words, answer);
  expect(await countOf(ada, path)).toBe(1);
  const token = url.split("/").at(-1) ?? "";
  expect((await server.visitor().joins(token, "Cleo")).status).toBe(200);
  // Once it has its answer, the same again is another one.
  await page.post(path, words, answer);
  expect(await countOf(ada, path)).toBe(2);
});

it("brings a file in once, however often that is asked for at the same time", async () => {
  await using server = await AServer.start();
  const ada = await server.first("Ada", "camden");
  const id = await ada.makes("Housing");
  const one = new AnImport((method, path, body) => ada.call(method, path, body), id);
  await one.reads("kind,text\nneed,see a list\nneed,print a list");
  await isBroughtInOnce(one);
  const { body } = await ada.get(`/api/statements/${id}/items`);
  expect((body as { items: unknown[] }).items).toHaveLength(2);
});

it("brings a file in and undoes that once, however late that is asked again, and says what came of it", async () => {
  await using server = await AServer.start();
  const ada = await server.first("Ada", "camden");
  const id = await ada.makes("Housing");
  const one = new AnImport(
    (method, path, body, headers) => ada.call(method, path, body, headers),
    id,
  );
  await one.reads("kind,text\nneed,see a list\nneed,print a list");
  const first = await one.steps("apply", "brought-in-today");
  expect(first.answer).toMatchObject({ added: 2 });
  expect(await one.steps("apply", "brought-in-today")).toEqual(first);
  const { body } = await ada.get(`/api/statements/${id}/items`);
  expect((body as { items: unknown[] }).items).toHaveLength(2);

  const undone = await one.steps("undo", "undone-today");
  expect(undone.answer).toMatchObject({ putBack: 2 });
  await server.restart();
  expect(await one.steps("undo", "undone-today")).toEqual(undone);
  // Nobody else finds it by the key.
  const ben = await joinedBy(server, ada, id, "editor", "Ben");
  const bens = new AnImport(
    (method, path, body, headers) => ben.call(method, path, body, headers),
    id,
  );
  bens.importId = one.importId;
  await expect(bens.steps("apply", "brought-in-today")).rejects.toThrow("404");
});

function asks(caller: Caller, path: string, body?: unknown, as = key): Promise<Answer> {
  return caller.call("POST", path, body, { "idempotency-key": as });
}

function linkIn(answer: Answer): string {
  expect(answer.status).toBe(201);
  return z
    .object({ url: z.string() })
    .parse(answer.body)
    .url.replace(/^.*:\d+/, "");
}

function tokenIn(answer: Answer | undefined): string {
  return z.object({ token: z.string() }).parse(answer?.body).token;
}

async function countOf(caller: Caller, path: string): Promise<number> {
  const { body } = await caller.get(path);
  return z.object({ invitations: z.array(z.unknown()) }).parse(body).invitations.length;
}

async function titlesOf(caller: Caller): Promise<string[]> {
  const { body } = await caller.get("/api/statements");
  const shape = z.object({ statements: z.array(z.object({ title: z.string() })) });
  return shape
    .parse(body)
    .statements.map(({ title }) => title)
    .toSorted();
}
