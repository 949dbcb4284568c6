/** Commands over HTTP, on a statement with real text. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { allRoles, type Role } from "../../shared/access.ts";
import { commands } from "../../shared/commands/all.ts";
import { findFirstBreak, type Entry } from "../../shared/entry.ts";
import { emptyRecord } from "../../shared/record-state.ts";
import { foldEntries } from "../../shared/record.ts";
import { emptyRichText } from "../../shared/rich-text.ts";
import { fingerprint, seenOf } from "../../shared/seen.ts";
import { itemAnswer } from "../../server/routes/item-answer.ts";
import { AServer, codeOf, joinedBy, type Answer, type Caller } from "./a-server.ts";
import { entryOf } from "./entry-of.ts";

type ItemAnswer = z.infer<typeof itemAnswer>;

let server: AServer;
let ada: Caller;
let id = "";
let items: ItemAnswer[] = [];
const callers = new Map<Role, Caller>();

beforeAll(async () => {
  server = await AServer.start();
  ada = await server.first("Ada", "camden");
  const made = await ada.post("/api/statements/example");
  id = z.object({ id: z.string() }).parse(made.body).id;
  for (const role of allRoles)
    callers.set(role, await joinedBy(server, ada, id, role, `A ${role}`, true));
  items = await itemsOf();
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
});

describe("a command", () => {
  it("answers with the entry it added, which the record then holds", async () => {
    const answer = await run("reviewer", "start-thread", {
      anchor: { itemId: requirement() },
      text: "Why?",
    });
    expect(answer.status).toBe(201);
    const entry = entryIn(answer);
    expect(entry).toMatchObject({
      type: "start-thread",
      boroughId: "hackney",
      words: { text: "Why?" },
    });
    const record = await ada.record(id);
    expect(record.at(-1)).toEqual(entry);
    expect(findFirstBreak(record)).toBeNull();
    const after = await ada.get(`/api/statements/${id}/record?after=${entry.number - 1}`);
    expect(after.body).toEqual({ entries: [entry] });
  });

  it("may be given by exactly those whose role lets them", async () => {
    const forEditors = new Set(
      commands
        .filter(({ action }) => ["settle", "decide-suggestion", "make-version"].includes(action))
        .map(({ name }) => name),
    );
    for (const { name } of commands) {
      for (const role of allRoles) {
        const may =
          name === "issue-version"
            ? role === "lead"
            : role !== "reader" && (role !== "reviewer" || !forEditors.has(name));
        // Of things that are not there: only whoever may is told so. Some are about what is always there.
        const isThere = name === "describe-borough" || name === "make-version";
        const own = { contractEnds: null, takingPart: null, team: role };
        const answer = await run(role, name, nothing[name] ?? own);
        const told = answer.status === 201 ? "done" : codeOf(answer);
        const expected = may ? (isThere ? "done" : "not-found") : "not-allowed";
        expect([name, role, told]).toEqual([name, role, expected]);
      }
    }
  });

  it("is refused when the text changed, until it names the text as it is", async () => {
    const link = await run("editor", "meet-need", {
      anchor: { itemId: requirement() },
      needId: need(),
      how: "partly",
      seen: "of yesterday",
    });
    expect([link.status, codeOf(link)]).toEqual([409, "text-changed"]);
    const seen = fingerprint(seenBy(requirement()), seenBy(need()));
    const again = await run("editor", "meet-need", {
      anchor: { itemId: requirement() },
      needId: need(),
      how: "partly",
      seen,
    });
    expect(again.status).toBe(201);
  });

  it("names each field that is wrong, in plain words", async () => {
    const answer = await run("editor", "meet-need", { anchor: {}, needId: 7, how: "nearly" });
    expect([answer.status, codeOf(answer)]).toEqual([400, "bad-input"]);
    expect(answer.body).toMatchObject({
      detail: "3 fields are wrong.",
      problems: [
        { where: "anchor.itemId", what: "This is missing." },
        { where: "needId", what: "This must be text." },
        { where: "how", what: "This must be one of: fully, partly." },
      ],
    });
    const empty = await run("editor", "start-thread", { anchor: { itemId: "x" }, text: " " });
    expect(empty.body).toMatchObject({ detail: "text: Write something first." });
  });

  it("gets its number and time from the server, in one row, however many come at once", async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, count) =>
        run(count % 2 === 0 ? "editor" : "reviewer", "start-thread", {
          anchor: { itemId: requirement() },
          text: `Question ${count}`,
        }),
      ),
    );
    const numbers = answers.map((answer) => entryIn(answer).number);
    expect(new Set(numbers).size).toBe(20);
    const record = await ada.record(id);
    expect(record.map(({ number }) => number)).toEqual(record.map((_, place) => place + 1));
    expect(findFirstBreak(record)).toBeNull();
  });

  it("is nothing that only the server may append", async () => {
    for (const name of ["join", "change-role", "remove-person", "give-references", "import"]) {
      expect(codeOf(await run("lead", name, {}))).toBe("not-found");
    }
  });

  it("keeps of an anchor only what says where it is, however odd the rest", async () => {
    const place = { item: { client: 1, clock: 4 }, assoc: 0 };
    const words = { field: "statement", quote: "the", prefix: "", suffix: "", to: place };
    const deep = `${'{"a":'.repeat(9_000)}1${"}".repeat(9_000)}`;
    const from = `{"item":{"client":1,"clock":4},"assoc":0,"tname":"items","deep":${deep}}`;
    const body = JSON.stringify({
      anchor: { itemId: requirement(), words: { ...words, from: "HERE" } },
      text: "Odd",
    }).replace('"HERE"', from);
    const answer = await run("reviewer", "start-thread", body);
    expect(answer.status).toBe(201);
    expect(entryIn(answer).facts).toMatchObject({ anchor: { from: place, to: place } });
    expect(JSON.stringify(entryIn(answer))).not.toContain("deep");
  });

  it("is refused when it is too large", async () => {
    const answer = await run("editor", "start-thread", {
      anchor: { itemId: requirement() },
      text: "x".repeat(70_000),
    });
    expect([answer.status, codeOf(answer)]).toEqual([413, "too-large"]);
  });

  it("cannot be given by one person without end, and the others go on", async () => {
    const args = { threadId: "none" };
    const answers = await Promise.all(
      Array.from({ length: 605 }, () => run("reviewer", "reopen-thread", args)),
    );
    expect(answers.filter((answer) => codeOf(answer) === "too-many").length).toBeGreaterThan(0);
    expect(codeOf(await run("editor", "reopen-thread", args))).toBe("not-found");
  });
});

describe("the example", () => {
  it("has references in the order of the document, and is led by whoever opened it", async () => {
    for (const letter of ["O", "N", "R"]) {
      const given = items.flatMap(({ reference }) =>
        reference?.startsWith(letter) ? [reference] : [],
      );
      expect(given).toEqual(given.map((_, place) => `${letter}-${place + 1}`));
    }
    const { body } = await ada.get(`/api/statements/${id}`);
    expect(body).toMatchObject({ title: "Housing repairs service", me: { role: "lead" } });
  });

  it("tells who changed each item last", async () => {
    const names = new Set(items.map(({ lastEdit }) => lastEdit?.name));
    expect(names).toEqual(new Set(["Grace Mensah", "Helen Doyle", "Priya Anand", "Tom Whitfield"]));
    const item = items[3];
    const { body } = await ada.get(`/api/statements/${id}/items/${item?.id}/last-edit`);
    expect(body).toEqual(item?.lastEdit);
    expect(codeOf(await ada.get(`/api/statements/${id}/items/none/last-edit`))).toBe("not-found");
  });

  it("has threads whose words are found, and needs in every state", async () => {
    const { threads } = foldEntries(emptyRecord, await ada.record(id));
    const quotes = [...threads.values()].filter(({ anchor }) => anchor.words);
    expect(quotes.length).toBeGreaterThan(30);
    const { body } = await ada.get(`/api/statements/${id}/coverage`);
    const state = z.record(z.string(), z.number());
    const { needs, outcomes, requirements } = z
      .object({ needs: state, outcomes: state, requirements: state })
      .parse(body);
    // What the example promises of itself (test/unit/example.test.ts).
    expect(needs).toEqual({
      covered: 6,
      partly: 2,
      changed: 1,
      onlyRemoved: 0,
      notCovered: 2,
      leftOut: 1,
    });
    expect(outcomes).toMatchObject({ covered: 2, notCovered: 1 });
    expect(requirements).toEqual({ meetsANeed: 22, needsNone: 2, noNeed: 1 });
  });
});

/** Arguments about things that are not there. */
const nothing: Readonly<Record<string, object>> = {
  "start-thread": { anchor: { itemId: "none" }, text: "x" },
  reply: { threadId: "none", text: "x" },
  "edit-comment": { threadId: "none", commentId: "none", text: "x" },
  "withdraw-comment": { threadId: "none", commentId: "none" },
  "close-thread": { threadId: "none" },
  "reopen-thread": { threadId: "none" },
  "change-thread-type": { threadId: "none", type: "question" },
  "assign-thread": { threadId: "none", personId: "none" },
  "propose-closing": { threadId: "none", note: "x" },
  "withdraw-closing-proposal": { threadId: "none" },
  "keep-open": { threadId: "none" },
  "meet-need": { anchor: { itemId: "none" }, needId: "none", how: "fully" },
  "change-how": { threadId: "none", how: "fully" },
  confirm: { threadId: "none", seen: "x" },
  "withdraw-link": { threadId: "none", why: "x" },
  "leave-out-need": { needId: "none", why: "x" },
  "put-back-need": { needId: "none" },
  "needs-no-need": { requirementId: "none", why: "x" },
  "needs-a-need": { requirementId: "none" },
  "dismiss-hint": { itemId: "none", check: "vague-words", why: "x" },
  "restore-hint": { itemId: "none", check: "vague-words" },
  "take-position": { itemId: "none", stance: "agree", seen: "x" },
  "renew-positions": { items: [{ itemId: "none", seen: "x" }] },
  "withdraw-position": { itemId: "none" },
  "propose-position": { itemId: "none", stance: "agree", seen: "x" },
  "withdraw-proposal": { itemId: "none" },
  "suggest-wording": {
    anchor: { itemId: "none" },
    field: "statement",
    seen: "x",
    after: emptyRichText,
  },
  "accept-suggestion": { threadId: "none" },
  "decline-suggestion": { threadId: "none", why: "x" },
  "withdraw-suggestion": { threadId: "none" },
  "make-version": { name: "For legal" },
  "issue-version": { number: 99 },
  "sign-off-version": { number: 99 },
  "decline-version": { number: 99, why: "x" },
};

function run(role: Role, command: string, args: unknown): Promise<Answer> {
  const caller = callers.get(role);
  if (!caller) throw new Error(`nobody is ${role}`);
  return caller.post(`/api/statements/${id}/commands/${command}`, args);
}

function entryIn({ body }: Answer): Entry {
  return entryOf(z.object({ entry: z.unknown() }).parse(body).entry);
}

async function itemsOf(): Promise<ItemAnswer[]> {
  const { body } = await ada.get(`/api/statements/${id}/items`);
  return z.object({ items: z.array(itemAnswer) }).parse(body).items;
}

function itemOfKind(kind: ItemAnswer["kind"]): ItemAnswer {
  const item = items.find((candidate) => candidate.kind === kind);
  if (!item) throw new Error(`there is no ${kind}`);
  return item;
}

const requirement = () => itemOfKind("requirement").id;
const need = () => itemOfKind("need").id;

/** What a page would show of an item, from the API's own answer. */
function seenBy(itemId: string) {
  const item = items.find((candidate) => candidate.id === itemId);
  if (!item) throw new Error(`there is no item ${itemId}`);
  const fields = Object.fromEntries(
    Object.entries(item.fields).map(([name, { content }]) => [name, content]),
  );
  return seenOf({ ...item, order: "", fields, notes: item.notes.content, variations: [] });
}
