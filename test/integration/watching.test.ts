/** What operators see of a server: whether it lives, whether it is ready, its figures and its log. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { itemsOf } from "../../shared/items.ts";
import { loggedError } from "../../server/logged-error.ts";
import { AServer, codeOf, joinedBy } from "./a-server.ts";
import { figures } from "./figures.ts";
import { freePort } from "../world/free-port.ts";
import { AProcess } from "./sync/a-process.ts";
import { AWriter } from "./sync/a-writer.ts";
import { eventually } from "./sync/eventually.ts";
import { LivePage } from "./sync/live-page.ts";
import { create } from "lib0/prng";

it("says that it lives and is ready", async () => {
  await using server = await AServer.start();
  const visitor = server.visitor();
  expect((await visitor.get("/health")).body).toEqual({ status: "ok" });
  expect((await visitor.get("/ready")).body).toEqual({ status: "ready" });
});

it("counts pages, statements, commits, commands and what was refused, and names nobody", async () => {
  await using server = await AServer.start();
  const ada = await server.first("Ada Lovelace", "camden");
  const statementId = await ada.makes("Housing repairs");
  const where = { url: server.url, statementId, cookie: ada.cookie };
  const writer = new AWriter("Ada", create(1), where);
  await eventually(() => expect(writer.page.hasBeenSynced).toBe(true));
  const before = await figures(ada);
  for (let times = 0; times < 20; times += 1) writer.acts();
  await eventually(() => expect(writer.hasAllSaved).toBe(true));
  const [itemId] = [...itemsOf(writer.page.doc).keys()];
  const command = `/api/statements/${statementId}/commands/start-thread`;
  await ada.post(command, { anchor: { itemId }, text: "Which date?" });
  await ada.post(command, { anchor: { itemId: "nothing" }, text: "Which date?" });
  const reviewer = await joinedBy(server, ada, statementId, "reviewer", "Ben");
  const his = new LivePage({ ...where, cookie: reviewer.cookie });
  await eventually(() => expect(his.hasBeenSynced).toBe(true));
  expect((await figures(ada)).get("needline_connections")).toBe(2);
  his.doc.getMap("about").set("title", "Mine");
  await eventually(() => expect(his.closed).not.toBeNull());
  his.end();

  const now = await figures(ada);
  const grown = (name: string): number => (now.get(name) ?? 0) - (before.get(name) ?? 0);
  expect(now.get("needline_rooms")).toBe(1);
  expect(now.get("needline_documents")).toBe(1);
  expect(now.get("needline_bus_up")).toBe(1);
  expect(grown("needline_journal_batch_rows_sum")).toBeGreaterThan(0);
  expect(grown("needline_commit_seconds_count")).toBeGreaterThan(0);
  expect(grown("needline_journal_wait_seconds_count")).toBe(grown("needline_commit_seconds_count"));
  const commands = 'needline_commands_total{command="start-thread",outcome=';
  expect(now.get(`${commands}"done"}`)).toBe(1);
  expect(now.get(`${commands}"not-found"}`)).toBe(1);
  expect(now.get('needline_pages_closed_total{why="reload"}')).toBe(1);
  expect(now.get("needline_commits_failed_total")).toBe(0);
  expect(now.get('needline_slow_readers_total{what="held"}')).toBe(0);
  const routes = [...now.keys()].filter((name) =>
    name.startsWith("needline_http_request_seconds_count"),
  );
  expect(routes.join()).toContain('route="/api/statements/:id/commands/start-thread"');
  const all = [...now.keys()].join("\n");
  for (const word of [statementId, "Ada", "Ben", "Housing", "Which date", itemId ?? "no item"])
    expect(all).not.toContain(word);
  writer.page.end();
});

it("shows its figures only to whoever has the token, when there is one", async () => {
  await using server = await AServer.start({ METRICS_TOKEN: "a-token-of-ours" });
  const visitor = server.visitor();
  expect(codeOf(await visitor.get("/metrics"))).toBe("sign-in");
  const wrong = { authorization: "Bearer a-token-of-theirs" };
  expect(codeOf(await visitor.call("GET", "/metrics", undefined, wrong))).toBe("sign-in");
  const right = { authorization: "Bearer a-token-of-ours" };
  const answer = await visitor.call("GET", "/metrics", undefined, right);
  expect(answer.status).toBe(200);
  expect(answer.type).toContain("text/plain");
  expect(String(answer.body)).toContain("needline_connections 0");
});

it("logs in lines of JSON what happened and by which route, and no word of anybody", async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "needline-log-"));
  const port = await freePort();
  const server = await AProcess.start(dataDir, port, { LOG_LEVEL: "debug" });
  try {
    const url = `http://localhost:${port}`;
    await eventually(() => expect(server.lines.join("\n")).toContain("/start/"));
    const token = server.lines.join("\n").match(/\/start\/([\w-]{43})/)?.[1];
    const post = (path: string, body: string, cookie = ""): Promise<Response> =>
      fetch(url + path, {
        method: "POST",
        headers: { "content-type": "application/json", cookie },
        body,
      });
    const started = await post(
      "/api/start",
      JSON.stringify({ token, name: "Zebedee", borough: "camden" }),
    );
    const cookie = started.headers.getSetCookie()[0]?.split(";")[0] ?? "";
    await post("/api/statements", JSON.stringify({ title: "Zebras" }), cookie);
    await post("/api/statements", "{ Zebroid: not json", cookie);
    await post("/api/statements", JSON.stringify({ title: 12, Zebrine: true }), cookie);
    await fetch(`${url}/api/invitations/Zebrawood`);
    await eventually(() =>
      expect(server.lines.filter((line) => line.startsWith("{")).length).toBeGreaterThan(4),
    );
    const logged = server.lines.filter((line) => line.startsWith("{"));
    const lines = logged.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toContainEqual(
      expect.objectContaining({ method: "POST", route: "/api/statements", status: 201 }),
    );
    expect(lines).toContainEqual(
      expect.objectContaining({ route: "/api/statements", status: 400, refusal: "bad-input" }),
    );
    const log = logged.join("\n");
    expect(log).not.toMatch(/Zeb/);
    expect(log).not.toContain(token);
    expect(log).not.toContain(cookie.split("=")[1]);
  } finally {
    await server.end();
    await rm(dataDir, { recursive: true, force: true });
  }
});

it("logs an error without what it quotes", () => {
  let error = new Error("nothing");
  try {
    JSON.parse('{ "Which date?" }');
  } catch (error_) {
    error = new Error("The file (about 'mice') could not be read.", { cause: error_ });
  }
  Object.assign(error, { code: "23505", detail: "Key (words)=(Which date?) is there." });
  const logged = JSON.stringify(loggedError(error));
  expect(logged).not.toMatch(/date|mice|Key/);
  expect(loggedError(error)).toMatchObject({ type: "Error", code: "23505" });
  expect(loggedError(error).message).toBe("The file … could not be read.");
  expect(loggedError(error).stack).toContain("watching.test.ts");
  expect(loggedError("Which date?").message).not.toContain("date");
});
