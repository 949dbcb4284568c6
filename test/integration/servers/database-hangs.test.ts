/** A database that hangs, and a line to it that is lost in the middle of a commit. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { findFirstBreak } from "../../../shared/entry.ts";
import { closeCode } from "../../../shared/sync/close-codes.ts";
import { APostgres } from "../../world/a-postgres.ts";
import { freePort } from "../../world/free-port.ts";
import { Caller, joinedBy, type Answer } from "../a-server.ts";
import { AProcess } from "../sync/a-process.ts";
import { eventually } from "../sync/eventually.ts";
import { LivePage } from "../sync/live-page.ts";
import { AFleet } from "./a-fleet.ts";
import { ALine } from "./a-line.ts";
import { addsSentence, hasSentence, read, type } from "./one-sentence.ts";

const longestMs = 240_000;

test(
  "while PostgreSQL hangs servers say so instead of waiting for ever, and go on when it does",
  async () => {
    await using fleet = await AFleet.start(2);
    const ada = await fleet.first();
    const statementId = await ada.makes("Repairs");
    const ben = await joinedBy(fleet, ada, statementId, "editor", "Ben");
    const adas = opened(fleet.url(0), statementId, ada);
    const bens = opened(fleet.url(1), statementId, ben);
    await eventually(() => expect(adas.isSynced && bens.isSynced).toBe(true));
    addsSentence(adas);
    await eventually(() => expect(hasSentence(bens)).toBe(true));
    type(adas, "before ");
    await eventually(() => expect(read(bens)).toBe("before "));

    fleet.postgres.stall();
    const askedAt = performance.now();
    type(adas, "adas ");
    type(bens, "bens ");
    const ready = await Promise.all(
      [0, 1].map((index) => fleet.at(index, fleet.visitor()).get("/ready")),
    );
    expect(ready.map(({ status }) => status)).toEqual([503, 503]);
    const answer = await comment(fleet.at(0, ada), statementId, "Which date?", "asked-while-away");
    expect(answer.status).toBe(503);
    expect(JSON.stringify(answer.body)).toContain("Try again in a minute.");
    await eventually(() => {
      for (const { closed } of [adas, bens]) expect(closed?.code).toBe(closeCode.tryLater);
    });
    expect(performance.now() - askedAt).toBeLessThan(45_000);
    for (const page of [adas, bens]) expect(page.savedChanges).toBeLessThan(page.changes);

    fleet.postgres.goOn();
    await eventually(() => {
      for (const page of [adas, bens]) expect(page.savedChanges).toBe(page.changes);
      expect(read(adas)).toBe(read(bens));
    });
    expect(read(adas).trim().split(" ").toSorted()).toEqual(["adas", "before", "bens"]);
    await eventually(async () => {
      const now = await fleet.at(0, fleet.visitor()).get("/ready");
      expect(now.status).toBe(200);
    });
    const again = await comment(fleet.at(1, ada), statementId, "Which date?", "asked-while-away");
    expect(again.status).toBe(201);
    expect(await commentsIn(ada, statementId)).toEqual(["Which date?"]);
  },
  longestMs,
);

test(
  "what was committed although nobody heard so is neither called lost nor there twice",
  async () => {
    await using server = await overALine();
    const { line, ada } = server;
    const statementId = await ada.makes("Repairs");
    const page = opened(server.url, statementId, ada);
    await eventually(() => expect(page.isSynced).toBe(true));
    addsSentence(page);
    await eventually(() => expect(page.savedChanges).toBe(page.changes));

    // Words.
    line.cutAtNextCommit();
    type(page, "once ");
    await eventually(() => expect(line.cuts).toBe(1));
    await eventually(() => expect(page.savedChanges).toBe(page.changes));
    const fresh = opened(server.url, statementId, ada);
    await eventually(() => expect(fresh.isSynced && read(fresh)).toBe("once "));

    // What somebody says, and says again because they were told to.
    line.cutAtNextCommit();
    const first = await comment(ada, statementId, "Which date?", "asked-the-first-time");
    expect(line.cuts).toBe(2);
    expect(first.status).toBe(503);
    expect(first.body).toMatchObject({
      code: "unavailable",
      detail: "Needline cannot tell whether that was saved. Wait a moment, then try again.",
    });
    expect(await commentsIn(ada, statementId)).toEqual(["Which date?"]);
    const again = await comment(ada, statementId, "Which date?", "asked-the-first-time");
    const onceMore = await comment(ada, statementId, "Which date?", "asked-the-first-time");
    expect([again.status, onceMore.status]).toEqual([201, 201]);
    expect(onceMore.body).toEqual(again.body);
    expect(await commentsIn(ada, statementId)).toEqual(["Which date?"]);

    // Somebody else's id is their own, and what is asked anew is done anew.
    const ben = await joinedBy(server, ada, statementId, "editor", "Ben");
    const bens = await comment(ben, statementId, "Which date?", "asked-the-first-time");
    const anew = await comment(ada, statementId, "Which visit?", "asked-a-second-time");
    expect([bens.status, anew.status]).toEqual([201, 201]);
    expect(await commentsIn(ada, statementId)).toHaveLength(3);
  },
  longestMs,
);

test(
  "of several statements in one commit that nobody heard of none is done twice",
  async () => {
    await using server = await overALine();
    const { line, ada } = server;
    const ids = await Promise.all(["A", "B", "C", "D", "E", "F"].map((title) => ada.makes(title)));
    const say = (text: string): Promise<Answer[]> =>
      Promise.all(ids.map((id) => comment(ada, id, text, `${text}-${id}`)));
    const sayAll = async (text: string): Promise<void> => {
      await eventually(async () => {
        const statuses = (await say(text)).map(({ status }) => status);
        expect(statuses.every((status) => status === 201)).toBe(true);
      });
    };
    const pages = ids.map((id) => opened(server.url, id, ada));
    await eventually(() => expect(pages.every(({ isSynced }) => isSynced)).toBe(true));
    for (const page of pages) addsSentence(page);
    await eventually(() => {
      for (const page of pages) expect(page.savedChanges).toBe(page.changes);
    });
    await sayAll("warm-up");
    for (let round = 0; round < 5; round += 1) {
      line.cutAtNextCommit();
      const statuses = (await say(`round-${round}`)).map(({ status }) => status);
      expect(statuses).toContain(503);
      await sayAll(`round-${round}`);
    }
    expect(line.cuts).toBe(5);
    for (const id of ids) {
      const said = ["warm-up", ...[0, 1, 2, 3, 4].map((round) => `round-${round}`)];
      expect(await commentsIn(ada, id)).toEqual(said);
      expect(findFirstBreak(await ada.record(id))).toBeNull();
    }
  },
  longestMs,
);

interface Over extends AsyncDisposable {
  readonly url: string;
  readonly line: ALine;
  readonly ada: Caller;
  visitor(): Caller;
}

/** One server whose PostgreSQL is at the other end of a line. */
async function overALine(): Promise<Over> {
  const folder = await mkdtemp(join(tmpdir(), "needline-line-"));
  const postgres = await APostgres.start();
  const line = await ALine.start(postgres.url);
  const port = await freePort();
  const server = await AProcess.start(folder, port, { DATABASE_URL: line.url });
  const url = `http://localhost:${port}`;
  const visitor = (): Caller => new Caller({ url });
  const ada = visitor();
  await eventually(() => expect(server.lines.some((one) => one.includes("/start/"))).toBe(true));
  const token = server.lines.find((one) => one.includes("/start/"))?.split("/start/")[1];
  await ada.post("/api/start", { token, name: "Ada", borough: "camden" });
  return {
    url,
    line,
    ada,
    visitor,
    async [Symbol.asyncDispose]() {
      await server.end();
      await line[Symbol.asyncDispose]();
      await postgres[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function opened(url: string, statementId: string, { cookie }: Caller): LivePage {
  const page = new LivePage({ url, statementId, cookie });
  onTestFinished(() => page.end());
  return page;
}

function comment(caller: Caller, statementId: string, text: string, key: string): Promise<Answer> {
  const path = `/api/statements/${statementId}/commands/start-thread`;
  return caller.call("POST", path, { anchor: { itemId: "r1" }, text }, { "idempotency-key": key });
}

async function commentsIn(caller: Caller, statementId: string): Promise<unknown[]> {
  const record = await caller.record(statementId);
  return record.flatMap(({ type: kind, words }) => (kind === "start-thread" ? words["text"] : []));
}
