/** Real servers on a real PostgreSQL and a real Redis: one statement, several machines. */
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { findFirstBreak } from "../../../shared/entry.ts";
import { closeCode } from "../../../shared/sync/close-codes.ts";
import { joinedBy, type Caller } from "../a-server.ts";
import { figures } from "../figures.ts";
import { LivePage } from "../sync/live-page.ts";
import { eventually } from "../sync/eventually.ts";
import { AFleet } from "./a-fleet.ts";
import { addsSentence, hasSentence, read, type } from "./one-sentence.ts";

/** A start of three servers takes a busy machine half a minute: the tests share one, each with a statement of its own. */
const longestMs = 240_000;
let fleet: AFleet;
let ada: Caller;

beforeAll(async () => {
  fleet = await AFleet.start(3);
}, longestMs);

afterAll(() => fleet[Symbol.asyncDispose](), longestMs);

test(
  "three servers that start at once on an empty database let one first person in",
  async () => {
    const tokens = await Promise.all([0, 1, 2].map((index) => fleet.startToken(index)));
    expect(new Set(tokens).size).toBe(1);
    const people = [0, 1, 2].map((index) => fleet.at(index, fleet.visitor()));
    const answers = await Promise.all(
      people.map((somebody) =>
        somebody.post("/api/start", { token: tokens[0], name: "Ada", borough: "camden" }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 410, 410]);
    const first = people.find(({ cookie }) => cookie !== null);
    if (!first) throw new Error("nobody was let in");
    ada = fleet.at(0, first);
  },
  longestMs,
);

test(
  "people on different servers write one sentence and talk about it",
  async () => {
    const statementId = await ada.makes("Repairs");
    const ben = await joinedBy(fleet, ada, statementId, "editor", "Ben");
    const cleo = await joinedBy(fleet, ada, statementId, "editor", "Cleo");
    const people = [ada, ben, cleo];
    const pages = people.map((caller, index) => openAt(fleet, index, caller, statementId));
    const [first] = pages;
    if (!first) throw new Error("nobody is here");
    await eventually(() => expect(pages.every(({ isSynced }) => isSynced)).toBe(true));
    addsSentence(first);
    await eventually(() => {
      for (const page of pages) expect(hasSentence(page)).toBe(true);
    });
    const words = 30;
    for (let word = 0; word < words; word += 1) {
      for (const [at, page] of pages.entries()) type(page, `${"abc"[at]}${word} `);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    await eventually(() => {
      for (const page of pages) expect(page.savedChanges).toBe(page.changes);
      for (const page of pages) expect(read(page)).toBe(read(first));
    });
    expect(new Set(read(first).trim().split(" ")).size).toBe(3 * words);

    // Everybody comments at once, on all servers.
    const comments = await Promise.all(
      Array.from({ length: 30 }, (_, n) =>
        comment(fleet.at(n % 3, people[n % 3] ?? ada), statementId, `Comment ${n}`),
      ),
    );
    expect(comments.map(({ status }) => status)).toEqual(comments.map(() => 201));
    await eventually(() => {
      for (const { entries } of pages) {
        expect(entries.filter(({ type: kind }) => kind === "start-thread")).toHaveLength(30);
        expect(entries.map(({ number }) => number)).toEqual(entries.map((_, at) => at + 1));
        expect(findFirstBreak(entries)).toBeNull();
      }
    });
  },
  longestMs,
);

test(
  "who is removed, made a reader or signs out is cut off on every server, with and without Redis",
  async () => {
    const statementId = await ada.makes("Repairs");
    for (const hasRedis of [true, false]) {
      if (!hasRedis) await fleet.redis.stop();
      const [ben, cleo, dan] = await Promise.all(
        ["Ben", "Cleo", "Dan"].map((name) => joinedBy(fleet, ada, statementId, "editor", name)),
      );
      if (!ben || !cleo || !dan) throw new Error("nobody joined");
      const pages = [ben, cleo, dan].map((caller) => openAt(fleet, 1, caller, statementId));
      await eventually(() => expect(pages.every(({ isSynced }) => isSynced)).toBe(true));
      const lead = fleet.at(0, ada);
      const path = async (caller: Caller) =>
        `/api/statements/${statementId}/people/${await caller.personId()}`;
      const answers = [
        await lead.call("PATCH", await path(ben), { role: "reader", agrees: false }),
        await lead.call("DELETE", await path(cleo)),
        await fleet.at(0, dan).post("/api/sign-out"),
      ];
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
      const codes = [closeCode.roleChanged, closeCode.removed, closeCode.signIn];
      await eventually(() => expect(pages.map(({ closed }) => closed?.code)).toEqual(codes));
      for (const page of pages) page.end();
    }
    await fleet.redis.startAgain();
  },
  longestMs,
);

test(
  "without Redis everything goes on, only later; with it, people see each other again",
  async () => {
    const statementId = await ada.makes("Repairs");
    const ben = await joinedBy(fleet, ada, statementId, "editor", "Ben");
    const adas = openAt(fleet, 0, ada, statementId);
    const bens = openAt(fleet, 1, ben, statementId);
    const sees = (page: LivePage, other: LivePage): boolean =>
      page.provider.awareness.getStates().has(other.doc.clientID);
    for (const page of [adas, bens]) page.provider.awareness.setLocalState({ place: "r1" });
    await eventually(() => expect(sees(adas, bens) && sees(bens, adas)).toBe(true));
    addsSentence(adas);
    await eventually(() => expect(hasSentence(bens)).toBe(true));

    await fleet.redis.stop();
    for (let word = 0; word < 20; word += 1) {
      type(adas, `a${word} `);
      type(bens, `b${word} `);
    }
    const answers = await Promise.all([
      comment(fleet.at(0, ada), statementId, "Without Redis"),
      comment(fleet.at(1, ben), statementId, "Without it too"),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    await eventually(() => {
      for (const page of [adas, bens]) {
        expect(page.savedChanges).toBe(page.changes);
        expect(new Set(read(page).trim().split(" ")).size).toBe(40);
        expect(page.entries.filter(({ type: kind }) => kind === "start-thread")).toHaveLength(2);
      }
      expect(read(adas)).toBe(read(bens));
    });

    const busIsUp = async (index: number): Promise<number | undefined> =>
      (await figures(fleet.at(index, ada))).get("needline_bus_up");
    expect(await Promise.all([0, 1].map(busIsUp))).toEqual([0, 0]);
    await fleet.redis.startAgain();
    await expect.poll(() => Promise.all([0, 1].map(busIsUp)), { timeout: 15_000 }).toEqual([1, 1]);
    type(adas, "again ");
    await eventually(() => expect(read(bens)).toContain("again"));
    await eventually(() => {
      bens.provider.awareness.setLocalState({ place: "back" });
      const seen = adas.provider.awareness.getStates().get(bens.doc.clientID);
      expect(seen).toMatchObject({ place: "back" });
    });
    expect([adas.closed, bens.closed]).toEqual([null, null]);
  },
  longestMs,
);

test(
  "when PostgreSQL is started again people come back and go on, and nothing that was saved is lost",
  async () => {
    const statementId = await ada.makes("Repairs");
    const pages = [0, 1].map((index) => openAt(fleet, index, ada, statementId));
    const [first, second] = pages;
    if (!first || !second) throw new Error("nobody is here");
    await eventually(() => expect(pages.every(({ isSynced }) => isSynced)).toBe(true));
    addsSentence(first);
    await eventually(() => expect(hasSentence(second)).toBe(true));
    for (const [at, page] of pages.entries()) type(page, `before${at} `);
    await eventually(() => {
      for (const page of pages) expect(page.savedChanges).toBe(page.changes);
    });
    await fleet.postgres.stop();
    for (const [at, page] of pages.entries()) type(page, `meanwhile${at} `);
    await eventually(() => expect(pages.every(({ closed }) => closed !== null)).toBe(true));
    for (const page of pages) expect(page.savedChanges).toBeLessThan(page.changes);
    await fleet.postgres.startAgain();
    await eventually(() => {
      for (const page of pages) expect(page.savedChanges).toBe(page.changes);
      for (const page of pages) expect(read(page)).toBe(read(first));
    });
    const words = read(first).trim().split(" ");
    expect(words.toSorted()).toEqual(["before0", "before1", "meanwhile0", "meanwhile1"]);
  },
  longestMs,
);

function openAt(fleet: AFleet, index: number, caller: Caller, statementId: string): LivePage {
  const page = new LivePage({ url: fleet.url(index), statementId, cookie: caller.cookie });
  onTestFinished(() => page.end());
  return page;
}

function comment(caller: Caller, statementId: string, text: string) {
  const anchor = { itemId: "r1" };
  return caller.post(`/api/statements/${statementId}/commands/start-thread`, { anchor, text });
}
