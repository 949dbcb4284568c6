/** What operators are handed as `deploy/haproxy.cfg` does what it says, in front of two real servers on one database. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeCode } from "../../../shared/sync/close-codes.ts";
import { AHaproxy } from "../../world/a-haproxy.ts";
import { freePort } from "../../world/free-port.ts";
import { Caller, joinedBy } from "../a-server.ts";
import { figures } from "../figures.ts";
import { AProcess } from "../sync/a-process.ts";
import { eventually } from "../sync/eventually.ts";
import { LivePage } from "../sync/live-page.ts";
import { AFleet } from "./a-fleet.ts";
import { ALine } from "./a-line.ts";
import { addsSentence, hasSentence, read, type } from "./one-sentence.ts";

const longestMs = 240_000;
const things = new AsyncDisposableStack();
let haproxy: AHaproxy;
let fleet: AFleet;
/** Between the second server and the database. */
let line: ALine;
let second: AProcess;
let startSecond: () => Promise<void>;
let callers: readonly Caller[];
let servers: readonly [Caller, Caller];
let statementId: string;
const pages: LivePage[] = [];
/** How many words were typed. */
let words = 0;

beforeAll(async () => {
  fleet = things.use(await AFleet.start(1));
  line = things.use(await ALine.start(fleet.postgres.url));
  const folder = await mkdtemp(join(tmpdir(), "needline-behind-"));
  things.defer(() => rm(folder, { recursive: true, force: true }));
  const port = await freePort();
  const settings = { DATABASE_URL: line.url, REDIS_URL: fleet.redis.url };
  startSecond = async () => {
    second = await AProcess.start(folder, port, settings);
  };
  await startSecond();
  things.defer(() => second.end());
  servers = [new Caller({ url: fleet.url(0) }), new Caller({ url: `http://localhost:${port}` })];
  haproxy = things.use(await AHaproxy.start([Number(new URL(fleet.url(0)).port), port]));
  const visitor = (): Caller => new Caller(haproxy);
  const ada = visitor();
  await ada.post("/api/start", {
    token: await fleet.startToken(0),
    name: "Ada",
    borough: "camden",
  });
  statementId = await ada.makes("Repairs");
  const names = ["Ben", "Cleo", "Dan"];
  const others = names.map((name) => joinedBy({ visitor }, ada, statementId, "editor", name));
  callers = [ada, ...(await Promise.all(others))];
}, longestMs);

afterAll(async () => {
  for (const page of pages) page.end();
  await things.disposeAsync();
}, longestMs);

test("pages and their sockets get through, and are spread over both servers", async () => {
  const [ada] = callers;
  const direct = await fetch(`${fleet.url(0)}/s/${statementId}`);
  const through = await fetch(`${haproxy.url}/s/${statementId}`);
  expect([through.status, await through.text()]).toEqual([direct.status, await direct.text()]);
  for (const caller of callers) await opens(caller);
  expect(await connections()).toEqual([2, 2]);
  const [first] = pages;
  if (!first || !ada) throw new Error("nobody is here");
  addsSentence(first);
  await eventually(() => expect(pages.every(hasSentence)).toBe(true));
  everybodyTypes("first");
  await allRead();
});

test("what operators look at is not for the world, however it is spelt", async () => {
  const paths = ["/metrics", "/ready", "/metrics?", "/%6Detrics", "/r%65ady?x=1", "/metric%73"];
  const answers = await Promise.all(paths.map((path) => fetch(haproxy.url + path)));
  expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 404));
  expect((await fetch(`${haproxy.url}/health`)).status).toBe(200);
});

test(
  "when a server is killed nobody is refused, its people go on at the other, and it is used again when it is back",
  async () => {
    await fleet.kill(0);
    expect(await statusesOfMany()).toEqual(allFine);
    everybodyTypes("killed");
    await allRead();
    expect(await figureOf(1)).toBe(4);

    await fleet.startAgain(0);
    const [ada] = callers;
    if (!ada) throw new Error("nobody is here");
    await usesAgain(0);
    await opens(ada);
    await opens(ada);
    expect(await connections()).toEqual([2, 4]);
  },
  longestMs,
);

test(
  "when a server is told to stop nobody is refused, and its people go on at the other",
  async () => {
    const stops = second.kill("SIGTERM");
    while (!second.hasEnded) {
      const atOnce = Array.from({ length: 12 }, () => statusesOfMany());
      expect((await Promise.all(atOnce)).flat().filter((status) => status !== 200)).toEqual([]);
    }
    expect(await stops).toBe(0);
    expect(await statusesOfMany()).toEqual(allFine);
    everybodyTypes("stopped");
    await allRead();
    expect(await figureOf(0)).toBe(6);

    await startSecond();
    await usesAgain(1);
    for (const caller of callers.slice(3)) await opens(caller);
    expect(await connections()).toEqual([6, 1]);
  },
  longestMs,
);

test(
  "a server whose database is away is alive, is sent nobody, and its people go on at the other",
  async () => {
    await line[Symbol.asyncDispose]();
    await eventually(async () => expect(await connections()).toEqual([7, 0]));
    const [health, ready] = [await servers[1].get("/health"), await servers[1].get("/ready")];
    expect([health.status, ready.status]).toEqual([200, 503]);
    everybodyTypes("away");
    await allRead();
    expect(await statusesOfMany()).toEqual(allFine);
    for (const caller of callers.slice(3)) await opens(caller);
    expect(await connections()).toEqual([8, 0]);
  },
  longestMs,
);

test(
  "while no server has its database pages still open and say so, and all is saved when it is back",
  async () => {
    await fleet.postgres.stop();
    everybodyTypes("none");
    await eventually(() =>
      expect(haproxy.lines.join("\n")).toMatch(/backend '?needline'? has no server available/),
    );
    expect((await fetch(`${haproxy.url}/health`)).status).toBe(200);
    const [ada] = callers;
    expect((await ada?.get("/api/statements"))?.type).toContain("application/problem+json");
    for (const page of pages) page.closed = null;
    await eventually(() => {
      for (const { closed } of pages) expect(closed?.code).toBe(closeCode.tryLater);
    });
    await fleet.postgres.startAgain();
    await allRead();
  },
  longestMs,
);

const allFine = Array.from({ length: 20 }, () => 200);

/** Of requests that are asked one after the other, through the balancer. */
async function statusesOfMany(): Promise<number[]> {
  const statuses: number[] = [];
  for (const caller of allFine.map((_, at) => callers[at % callers.length])) {
    const answer = await caller?.get(`/api/statements/${statementId}`);
    statuses.push(answer?.status ?? 0);
  }
  return statuses;
}

/** Resolves when the balancer sends people to a server that has nobody yet, and so is the next one's. */
async function usesAgain(index: 0 | 1): Promise<void> {
  await eventually(async () => {
    await callers[0]?.get("/api/me");
    const answered = [...(await figures(servers[index])).keys()];
    expect(answered.some((name) => name.includes('route="/api/me"'))).toBe(true);
  });
}

/** Opens the statement, as a page at the balancer's address does. */
async function opens({ cookie }: Caller): Promise<void> {
  const page = new LivePage({ url: haproxy.url, statementId, cookie, origin: haproxy.url });
  pages.push(page);
  await eventually(() => expect(page.isSynced && page.hasBeenSynced).toBe(true));
}

function everybodyTypes(word: string): void {
  for (const [at, page] of pages.entries()) type(page, `${word}${at} `);
  words += pages.length;
}

/** Everybody reads all that was typed, and all of it is saved. */
async function allRead(): Promise<void> {
  await eventually(() => {
    for (const page of pages) {
      expect(new Set(read(page).trim().split(" ")).size).toBe(words);
      expect(page.isSynced && page.savedChanges === page.changes).toBe(true);
    }
  });
}

/** How many pages each of the two has open. */
async function connections(): Promise<(number | undefined)[]> {
  return [await figureOf(0), await figureOf(1)];
}

async function figureOf(index: 0 | 1): Promise<number | undefined> {
  return (await figures(servers[index])).get("needline_connections");
}
