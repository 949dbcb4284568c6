/** What somebody is told, over HTTP: one's own, and kept. */
import { expect, it } from "vitest";
import { z } from "zod";
import { AServer, codeOf, joinedBy, type Answer, type Caller } from "./a-server.ts";
import { sendFile } from "./send-file.ts";

const told = z.object({
  notices: z.array(z.object({ key: z.string(), kind: z.string(), isRead: z.boolean() })),
  reading: z.object({ readTo: z.number(), off: z.array(z.string()) }),
});

it("tells people what concerns them, keeps what they read, and tells nobody else", async () => {
  await using server = await AServer.start();
  const ada = await server.first("Ada", "camden");
  const id = await ada.makes("Housing");
  const ben = await joinedBy(server, ada, id, "reviewer", "Ben");
  const file =
    "kind,reference,section,text,priority,meets,borough,notes\nrequirement,R,S,Calls are answered.,must,,,";
  await sendFile(ada, { statementId: id, file });
  const itemId = await firstRequirement(ada, id);
  const commands = `/api/statements/${id}/commands`;
  const begun = await ben.post(`${commands}/start-thread`, { anchor: { itemId }, text: "When?" });
  const threadId = threadIn(begun);
  await ada.post(`${commands}/reply`, { threadId, text: "In two minutes." });
  await ada.post(`${commands}/reply`, { threadId, text: "Or in three." });

  const path = `/api/statements/${id}/notices`;
  const [latest, earlier] = told.parse((await ben.get(path)).body).notices;
  expect([latest?.kind, earlier?.kind, latest?.isRead]).toEqual(["answer", "answer", false]);
  expect(told.parse((await ada.get(path)).body).notices).toEqual([]);

  await ben.post(`${path}/read`, { keys: [latest?.key] });
  await server.restart();
  const after = told.parse((await ben.get(path)).body).notices;
  expect(after.map(({ isRead }) => isRead)).toEqual([true, false]);
  await ben.post(`${path}/read`, { upTo: 1_000 });
  // Whoever asks for less later has not read less.
  await ben.post(`${path}/read`, { upTo: 1 });
  expect(told.parse((await ben.get(path)).body).notices.every(({ isRead }) => isRead)).toBe(true);

  await ben.post(`${path}/kinds`, { off: ["answer"] });
  expect(told.parse((await ben.get(path)).body)).toMatchObject({
    notices: [],
    reading: { off: ["answer"] },
  });
  expect((await ada.get(`${path}/reading`)).body).toEqual({ readTo: 0, readKeys: [], off: [] });
});

it("refuses kinds that there are not, and is there only for who takes part", async () => {
  await using server = await AServer.start();
  const ada = await server.first("Ada", "camden");
  const id = await ada.makes("Housing");
  const path = `/api/statements/${id}/notices`;
  expect(codeOf(await ada.post(`${path}/kinds`, { off: ["gossip"] }))).toBe("bad-input");
  expect(codeOf(await ada.post(`${path}/read`, { upTo: -1 }))).toBe("bad-input");
  expect(codeOf(await server.visitor().get(path))).toBe("sign-in");
});

async function firstRequirement(person: Caller, id: string): Promise<string> {
  const { body } = await person.get(`/api/statements/${id}/items`);
  const { items } = z
    .object({ items: z.array(z.object({ id: z.string(), kind: z.string() })) })
    .parse(body);
  return items.find(({ kind }) => kind === "requirement")?.id ?? "";
}

function threadIn({ body }: Answer): string {
  const answer = z.object({ entry: z.object({ facts: z.object({ threadId: z.string() }) }) });
  return answer.parse(body).entry.facts.threadId;
}
