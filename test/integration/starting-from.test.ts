/** Beginning from something, and other statements: all of it at once, and only for those who may read it. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { findFirstBreak } from "../../shared/entry.ts";
import { AServer, codeOf, type Answer, type Caller } from "./a-server.ts";
import { sendFile } from "./send-file.ts";

const file = [
  "kind,reference,section,text,priority,meets,borough,notes",
  'need,U-1,User needs,"As a tenant, I need to report a leak at night so that it is stopped",must,,Hackney,Ask Grace.',
  "need,U-2,User needs,Appeal without a lawyer.,should,,Camden,",
  "requirement,S-1,The service,The supplier answers the phone at night.,must,U-1 partly,Camden,",
].join("\n");

const listed = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      reference: z.string().nullable(),
      raisedBy: z.array(z.string()),
      notes: z.object({ text: z.string() }),
    }),
  ),
});

const found = z.object({
  items: z.array(z.object({ statementId: z.string(), itemId: z.string(), reference: z.string() })),
  count: z.number(),
  statements: z.array(z.object({ id: z.string(), title: z.string() })),
});

let server: AServer;
let priya: Caller;
let grace: Caller;
/** Priya's alone. */
let secret: string;
/** Priya leads it and Grace reads along. */
let shared: string;
/** Grace's own. */
let own: string;

beforeAll(async () => {
  server = await AServer.start();
  priya = await server.first("Priya", "camden");
  secret = await priya.makes("Secret plans");
  shared = await priya.makes("Housing repairs 2025");
  for (const statementId of [secret, shared]) await sendFile(priya, { statementId, file });
  grace = server.visitor();
  const reading = await priya.invites(shared, { role: "reader" });
  await grace.joins(reading.token, "Grace");
  const away = await priya.makes("Parking");
  const leading = await priya.invites(away, { role: "lead", name: "Grace" });
  await grace.joins(leading.token, "Grace");
  own = away;
});

afterAll(() => server[Symbol.asyncDispose]());

const begin = (who: Caller, from: object): Promise<Answer> =>
  who.post("/api/statements", { title: "Housing repairs 2026", from });

const madeBy = (answer: Answer): string => z.object({ id: z.string() }).parse(answer.body).id;

async function itemsOf(who: Caller, id: string) {
  return listed.parse((await who.get(`/api/statements/${id}/items`)).body).items;
}

describe("a statement begun from an earlier one", () => {
  it("has its items with their links and references in order, and the record says where from", async () => {
    const id = madeBy(await begin(priya, { statementId: shared }));
    const items = await itemsOf(priya, id);
    const before = await itemsOf(priya, shared);
    expect(items.map(({ kind, reference, raisedBy }) => [kind, reference, raisedBy])).toEqual(
      before.map(({ kind, reference, raisedBy }) => [kind, reference, raisedBy]),
    );
    expect(new Set([...items, ...before].map((item) => item.id)).size).toBe(2 * items.length);
    expect(items.map(({ notes }) => notes.text).join("")).toBe("");
    expect((await priya.get(`/api/statements/${id}/coverage`)).body).toMatchObject({
      needs: { partly: 1, notCovered: 1 },
    });
    const record = await priya.record(id);
    expect(record.map(({ type }) => type)).toEqual([
      "join",
      "begin-from",
      "give-references",
      "meet-need",
    ]);
    expect(findFirstBreak(record)).toBeNull();
    expect(record[1]).toMatchObject({
      facts: { statementId: shared, outline: null, counts: { links: 1 } },
      words: { title: "Housing repairs 2025" },
    });
  });

  it("may come from one that somebody only reads", async () => {
    const id = madeBy(await begin(grace, { statementId: shared }));
    expect((await itemsOf(grace, id)).length).toBe((await itemsOf(priya, shared)).length);
  });

  it("is refused alike when that one is not theirs to read and when there is none", async () => {
    const before = (await grace.get("/api/statements")).body;
    const answers = [
      await begin(grace, { statementId: secret }),
      await begin(grace, { statementId: "none" }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
    expect(answers[0]?.body).toEqual(answers[1]?.body);
    expect((await grace.get("/api/statements")).body).toEqual(before);
  });

  it("can be an outline, of those there are", async () => {
    const id = madeBy(await begin(priya, { outline: "software-system" }));
    expect((await itemsOf(priya, id)).length).toBeGreaterThan(30);
    expect(codeOf(await begin(priya, { outline: "a-spaceship" }))).toBe("bad-input");
  });
});

describe("other statements", () => {
  const search = (who: Caller, id: string, query: string): Promise<Answer> =>
    who.get(`/api/statements/${id}/elsewhere?${query}`);

  it("are found by those who may read them, and by nobody else", async () => {
    const theirs = found.parse((await search(priya, own, "words=phone+night")).body);
    expect(new Set(theirs.items.map(({ statementId }) => statementId))).toContain(secret);
    const hers = found.parse((await search(grace, own, "words=phone+night")).body);
    const allowed = new Set(hers.statements.map(({ id }) => id));
    expect(allowed).toContain(shared);
    expect(allowed).not.toContain(secret);
    expect(hers.items.every(({ statementId }) => allowed.has(statementId))).toBe(true);
    expect(hers.items.map(({ statementId }) => statementId)).toContain(shared);
  });

  it("leave out the one that is asked from", async () => {
    const answer = found.parse((await search(priya, shared, "words=phone")).body);
    expect(answer.statements.map(({ id }) => id)).not.toContain(shared);
  });

  it("are searched as they are at that moment", async () => {
    const line = "kind,section,text\nrequirement,The service,The supplier keeps a parrot.";
    await sendFile(priya, { statementId: shared, file: line });
    const answer = found.parse((await search(grace, own, "words=parrot")).body);
    expect(answer.items.map(({ statementId }) => statementId)).toEqual([shared]);
  });

  it("say the same of one that is not theirs to read and of one that is not there", async () => {
    const pairs = [
      [await search(grace, own, `statement=${secret}`), await search(grace, own, "statement=none")],
      [
        await grace.get(`/api/statements/${own}/elsewhere/${secret}/items?ids=x`),
        await grace.get(`/api/statements/${own}/elsewhere/none/items?ids=x`),
      ],
      [await search(grace, secret, "words=phone"), await search(grace, "none", "words=phone")],
    ];
    for (const [hidden, missing] of pairs) {
      expect([hidden?.status, codeOf(hidden as Answer)]).toEqual([404, "not-found"]);
      expect(hidden?.body).toEqual(missing?.body);
    }
  });

  it("give an item as it comes in: with its origin, without its working notes", async () => {
    const { items } = found.parse((await search(grace, own, `statement=${shared}&words=`)).body);
    const ids = items.map(({ itemId }) => itemId).join(",");
    const { body } = await grace.get(`/api/statements/${own}/elsewhere/${shared}/items?ids=${ids}`);
    expect(body).toMatchObject({
      items: [
        {
          kind: "need",
          raisedBy: ["hackney"],
          origin: { title: "Housing repairs 2025", reference: "N-1", statementId: shared },
        },
        { kind: "need" },
        { kind: "requirement", origin: { reference: "R-1" } },
        { kind: "requirement" },
      ],
      links: [{ how: "partly" }],
    });
    expect(JSON.stringify(body)).not.toContain("Grace");
  });

  it("say when an item has gone meanwhile", async () => {
    const answer = await grace.get(`/api/statements/${own}/elsewhere/${shared}/items?ids=gone`);
    expect([answer.status, codeOf(answer)]).toEqual([404, "not-found"]);
  });

  it("stop being found by somebody who was removed", async () => {
    const helen = server.visitor();
    const invited = await priya.invites(shared, { role: "editor", name: "Helen" });
    await helen.joins(invited.token, "Helen");
    const other = await priya.invites(own, { role: "reader" });
    await helen.joins(other.token, "Helen");
    const before = found.parse((await search(helen, own, "words=leak")).body);
    expect(before.items).toHaveLength(1);
    const person = await helen.personId();
    await priya.call("DELETE", `/api/statements/${shared}/people/${person}`);
    const after = found.parse((await search(helen, own, "words=leak")).body);
    expect(after).toMatchObject({ items: [], statements: [] });
  });
});
