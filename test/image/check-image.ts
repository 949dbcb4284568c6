/**
 * Makes what `Dockerfile` makes, of just what it copies, starts it as its plain user, and does with it what
 * docs/hosting.md says. Everything that is installed comes from the registry. Ends with `N passed, N failed`.
 */
import { once } from "node:events";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { Caller } from "../integration/a-server.ts";
import { until } from "../shared-data/until.ts";
import { freePort } from "../world/free-port.ts";
import { AnImage, type Running } from "./an-image.ts";
import { healthAddressOf, readDockerfile } from "./dockerfile.ts";

const repository = join(import.meta.dirname, "../..");
const dockerfile = readFileSync(join(repository, "Dockerfile"), "utf8");
const [, last] = readDockerfile(dockerfile);
if (!last) throw new Error("The Dockerfile has no second step.");
const health = healthAddressOf(last).pathname;

/** Loads every file that gives others something, and prints what is not there for it. */
const loadAll = `
  const { globSync, readFileSync } = require("node:fs");
  const { resolve } = require("node:path");
  const files = globSync("{server,shared}/**/*.ts").filter((file) => /^export /m.test(readFileSync(file, "utf8")));
  Promise.allSettled(files.map((file) => import(resolve(file)))).then((all) => {
    const missing = all.filter(({ reason }) => reason?.code?.includes("NOT_FOUND"));
    console.log(files.length > 100 ? "loaded" : "too few", missing.map(({ reason }) => reason.message).join());
  });
`;

let passed = 0;
let failed = 0;

{
  using image = AnImage.make(repository, dockerfile);
  const loaded = await image.runs("node", "--disable-warning=ExperimentalWarning", "-e", loadAll);
  check("everything that the server may load is there", loaded.says.trim(), "loaded");

  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let running = await started(image, port);
  const backup = image.at("/data/one.sqlite");
  try {
    const ada = new Caller({ url });
    check("it answers its health check", (await ada.get(health)).status, 200);
    const page = await ada.get("/");
    const script = /src="([^"]+\.js)"/.exec(String(page.body))?.[1] ?? "/no-script";
    check("it has the page", [page.status, (await ada.get(script)).status], [200, 200]);
    const kept = statSync(image.at("/data/needline.sqlite"));
    check("what it keeps is its plain user's", kept.uid, image.uid);

    const token = running.lines.join("\n").match(/\/start\/([\w-]+)/)?.[1];
    await ada.post("/api/start", { token, name: "Ada", borough: "camden" });
    const example = (await ada.post("/api/statements/example")).body as { id: string };
    const statement = `/api/statements/${example.id}`;
    const { body } = await ada.post(`${statement}/exports`, { format: "docx" });
    const work = `${statement}/works/${(body as { workId: string }).workId}`;
    let watched: Watched = { state: "", revision: 0 };
    while (watched.state !== "done" && watched.state !== "refused")
      watched = (await ada.get(`${work}?after=${watched.revision}`)).body as Watched;
    check(
      "long work has a process and a place",
      [watched.refusal?.detail ?? watched.state, (await ada.get(`${work}/file`)).status],
      ["done", 200],
    );
    const backedUp = await image.runs("npm", "run", "--silent", "backup", "--", backup);
    check("it is backed up while it runs", backedUp.says, `Backed up 1 statement to ${backup}`);
  } finally {
    check("told to stop, it does", await stopped(running), 0);
  }

  const restored = await image.runs("npm", "run", "--silent", "restore", "--", backup);
  check("the backup is restored", restored.code, 0);
  running = await started(image, port);
  check("it starts with what was restored", (await new Caller({ url }).get(health)).status, 200);
  check("and nobody is to be the first again", running.lines.join().includes("/start/"), false);
  await stopped(running);
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

interface Watched {
  readonly state: string;
  readonly revision: number;
  readonly refusal?: { readonly detail: string } | null;
}

/** Resolves when it has said everything that it says at its start. */
async function started(image: AnImage, port: number): Promise<Running> {
  const running = image.starts({ PORT: String(port) });
  await until(() => {
    if (running.child.exitCode !== null) throw new Error(running.lines.join("\n"));
    return running.lines.some((line) => line.startsWith("Everything is kept in"));
  });
  return running;
}

async function stopped({ child }: Running): Promise<number | null> {
  const exited = once(child, "exit");
  child.kill("SIGTERM");
  const [code] = (await exited) as [number | null];
  return code;
}

function check(what: string, found: unknown, expected: unknown): void {
  const isRight = JSON.stringify(found) === JSON.stringify(expected);
  if (isRight) passed += 1;
  else failed += 1;
  const shown = `${JSON.stringify(found)}${isRight ? "" : `, not ${JSON.stringify(expected)}`}`;
  console.log(`${isRight ? "ok    " : "FAILED"} ${what}: ${shown}`);
}
