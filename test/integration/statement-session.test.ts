/** A page's session with a real server, as it is without its page: text, record, presence, commands. */
import { WebSocket } from "ws";
import { afterEach, beforeEach, expect, test } from "vitest";
import * as Y from "yjs";
import { CommandRefused } from "../../client/connection/command-refused.ts";
import { localAct } from "../../client/connection/local-act.ts";
import { requestWith } from "../../client/connection/request.ts";
import { statementAnswer } from "../../client/connection/statement-answer.ts";
import { openSession } from "../../client/connection/open-session.ts";
import type { StatementSession } from "../../client/connection/statement-session.ts";
import type { Surroundings } from "../../client/connection/surroundings.ts";
import { addItem, fragmentOf, itemsOf } from "../../shared/items.ts";
import { orderBetween } from "../../shared/order.ts";
import { message } from "../../shared/sync/messages.ts";
import { AServer, joinedBy, type Caller } from "./a-server.ts";

const patience = { timeout: 10_000 };

let server: AServer;
let ada: Caller;
let ben: Caller;
let statementId: string;
let opened: StatementSession[];

beforeEach(async () => {
  opened = [];
  server = await AServer.start();
  ada = await server.first("Ada", "Camden");
  statementId = await ada.makes("Housing repairs");
  ben = await joinedBy(server, ada, statementId, "editor", "Ben Okri");
});

afterEach(async () => {
  for (const session of opened) session.close();
  await server[Symbol.asyncDispose]();
});

/** What a page has around it, with a count of the frames that it sends of each kind. */
function surroundingsOf(caller: Caller): Surroundings & { readonly sent: Map<number, number> } {
  const sent = new Map<number, number>();
  class CookieSocket extends WebSocket {
    constructor(address: string) {
      super(address, {
        headers: { cookie: caller.cookie ?? "", origin: server.url },
      });
    }

    override send(frame: Uint8Array): void {
      const kind = frame[0] ?? -1;
      sent.set(kind, (sent.get(kind) ?? 0) + 1);
      super.send(frame);
    }
  }
  return {
    sent,
    socketAddress: `${server.url.replace(/^http/, "ws")}/sync`,
    WebSocketClass: CookieSocket as unknown as Surroundings["WebSocketClass"],
    request: requestWith((path, init) =>
      fetch(server.url + path, {
        ...init,
        headers: { ...(init.headers as Record<string, string>), cookie: caller.cookie ?? "" },
      }),
    ),
    random: () => 0,
    now: () => performance.now(),
    clock: () => new Date(),
    isOnline: () => true,
    onNetwork: () => () => {},
  };
}

async function open(
  caller: Caller,
  surroundings: Surroundings = surroundingsOf(caller),
): Promise<StatementSession> {
  const path = `/api/statements/${statementId}`;
  const statement = await surroundings.request(path, { answer: statementAnswer });
  const session = await openSession({ statement, copyUntil: null }, surroundings, () => {});
  opened.push(session);
  return session;
}

function write(session: StatementSession, itemId: string, words: string): void {
  const { doc } = session;
  doc.transact(() => {
    if (!itemsOf(doc).has(itemId)) {
      addItem(doc, { id: itemId, kind: "requirement", order: orderBetween(null, null, itemId) });
    }
    const paragraph = fragmentOf(doc, itemId, "statement")?.get(0);
    const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
    if (text instanceof Y.XmlText) text.insert(text.length, words);
  }, localAct);
}

const said = (session: StatementSession, itemId: string): string =>
  JSON.stringify(session.items.item(itemId)?.fields["statement"] ?? null);

test("a session opens with the text and follows what others write and decide", async () => {
  const hers = await open(ada);
  write(hers, "r1", "Show the date");
  await expect.poll(() => hers.savedState.state().state, patience).toBe("saved");
  const his = await open(ben);
  expect(said(his, "r1")).toContain("Show the date");
  await expect.poll(() => his.record.state().references.get("r1"), patience).toBe("R-1");
  write(hers, "r1", " of every visit");
  await expect.poll(() => said(his, "r1"), patience).toContain("Show the date of every visit");
});

test("a command is sent only after what was typed before it is saved", async () => {
  const hers = await open(ada);
  write(hers, "r1", "Show the date");
  const entry = await hers.run("start-thread", { anchor: { itemId: "r1" }, text: "Which date?" });
  expect(entry.type).toBe("start-thread");
  expect(hers.savedState.state().state).toBe("saved");
  expect(hers.record.state().threadsByItem.get("r1")).toHaveLength(1);
});

test("a command whose answer was lost is not done twice when it is given again, and one after it is", async () => {
  const around = surroundingsOf(ada);
  let losesAnswer = true;
  const session = await open(ada, {
    ...around,
    request: async (path, asked) => {
      const answer = await around.request(path, asked);
      if (!losesAnswer || asked.method !== "POST") return answer;
      losesAnswer = false;
      throw new CommandRefused("offline", "Needline cannot be reached.");
    },
  });
  write(session, "r1", "Show the date");
  const draft = { name: "First draft" };
  await expect(session.run("make-version", draft)).rejects.toMatchObject({ code: "offline" });
  const again = await session.run("make-version", draft);
  const after = await session.run("make-version", draft);
  expect(after.number).toBeGreaterThan(again.number);
  const made = (await ada.record(statementId)).filter(({ type }) => type === "make-version");
  expect(made.map(({ number }) => number)).toEqual([again.number, after.number]);
});

test("a command whose answer was lost is another one once something else was done", async () => {
  const around = surroundingsOf(ada);
  let losesAnswer = true;
  const session = await open(ada, {
    ...around,
    request: async (path, asked) => {
      const answer = await around.request(path, asked);
      if (!losesAnswer || asked.method !== "POST") return answer;
      losesAnswer = false;
      throw new CommandRefused("offline", "Needline cannot be reached.");
    },
  });
  write(session, "r1", "Show the date");
  // Done, which nobody heard of; then taken back, and done again with the same words.
  const needsNone = { requirementId: "r1", why: "The law asks for it." };
  await expect(session.run("needs-no-need", needsNone)).rejects.toMatchObject({ code: "offline" });
  await session.run("needs-a-need", { requirementId: "r1" });
  const again = await session.run("needs-no-need", needsNone);
  expect((await ada.record(statementId)).at(-1)?.number).toBe(again.number);
});

test("a refused command carries the server's words", async () => {
  const hers = await open(ada);
  await expect(
    hers.run("start-thread", { anchor: { itemId: "nothing" }, text: "Where?" }),
  ).rejects.toMatchObject({ code: "not-found", message: "That item is not in this statement." });
});

test("a command is refused at once while the page is not connected", async () => {
  const hers = await open(ada);
  await server.stop();
  await expect.poll(() => hers.savedState.state().connected, patience).toBe(false);
  write(hers, "r1", "Show the date");
  await expect(
    hers.run("start-thread", { anchor: { itemId: "r1" }, text: "Which date?" }),
  ).rejects.toMatchObject({ code: "offline" });
  expect(hers.savedState.state()).toMatchObject({ state: "not-saved", changes: 1 });
});

test("many changes of others are applied together, once a frame", async () => {
  const hers = await open(ada);
  const his = await open(ben);
  write(hers, "r1", "a");
  await expect.poll(() => said(his, "r1"), patience).toContain("a");
  let applied = 0;
  his.doc.on("afterTransaction", (transaction: Y.Transaction) => {
    if (!transaction.local) applied += 1;
  });
  let flushes = 0;
  his.items.subscribeItem("r1", () => (flushes += 1));
  const letters = "bcdefghijklmnopqrstuvwxyz".repeat(8);
  for (const letter of letters) write(hers, "r1", letter);
  await expect.poll(() => said(his, "r1"), patience).toContain(letters);
  expect(applied).toBeLessThan(letters.length / 4);
  expect(flushes).toBeLessThanOrEqual(applied);
});

test("one sees where others work, under the name that the server knows, at most ten times a second", async () => {
  const around = surroundingsOf(ada);
  const hers = await open(ada, around);
  const his = await open(ben);
  await expect.poll(() => his.presence.others().length, patience).toBe(1);
  const before = around.sent.get(message.awareness) ?? 0;
  const startedAt = performance.now();
  for (let index = 0; index <= 200; index += 1) {
    hers.presence.setPlace({ itemId: `r${index}`, field: null, from: null, to: null });
  }
  await expect.poll(() => his.presence.others()[0]?.place?.itemId, patience).toBe("r200");
  const elapsedSeconds = (performance.now() - startedAt) / 1_000;
  const sent = (around.sent.get(message.awareness) ?? 0) - before;
  expect(sent).toBeLessThanOrEqual(2 + elapsedSeconds * 10);
  expect(his.presence.others()).toMatchObject([
    { name: "Ada", boroughName: "Camden", initials: "AD" },
  ]);
  expect(hers.presence.others()).toMatchObject([{ name: "Ben Okri", initials: "BO" }]);
});

test("undo takes back one's own acts and nobody else's", async () => {
  const hers = await open(ada);
  const his = await open(ben);
  write(hers, "r1", "mine");
  await expect.poll(() => said(his, "r1"), patience).toContain("mine");
  write(his, "r2", "yours");
  await expect.poll(() => said(hers, "r2"), patience).toContain("yours");
  hers.undo.undo();
  hers.items.flush();
  expect(hers.items.item("r1")).toBeUndefined();
  expect(said(hers, "r2")).toContain("yours");
});
