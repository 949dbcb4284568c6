/** `npm run backup` beside a running server, and `npm run restore` into a stopped one's folder. */
import { execFile } from "node:child_process";
import { randomInt } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { promisify } from "node:util";
import { create } from "lib0/prng";
import { expect, it } from "vitest";
import { closeCode } from "../../shared/sync/close-codes.ts";
import { AServer, type Caller } from "./a-server.ts";
import { AWriter } from "./sync/a-writer.ts";
import { eventually } from "./sync/eventually.ts";
import { LivePage } from "./sync/live-page.ts";

const run = promisify(execFile);

/** What it printed and how it ended. */
async function runs(
  program: "backup" | "restore",
  dataDir: string,
  ...args: string[]
): Promise<{ code: number; says: string }> {
  const command = ["--disable-warning=ExperimentalWarning", `server/backup/${program}.ts`, ...args];
  try {
    const env = { ...process.env, DATA_DIR: dataDir };
    const { stdout, stderr } = await run(process.execPath, command, { env });
    return { code: 0, says: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, says: stdout + stderr };
  }
}

const titles = async (caller: Caller): Promise<string[]> => {
  const { body } = await caller.get("/api/statements");
  return (body as { statements: { title: string }[] }).statements
    .map(({ title }) => title)
    .toSorted();
};

it("backs up beside the running server, and gives back exactly what was there then", async () => {
  await using server = await AServer.start();
  const ada = await server.first("Ada", "camden");
  const housing = await ada.makes("Housing");
  const seed = randomInt(2 ** 31);
  console.log(`seed ${seed}`);
  const where = { url: server.url, statementId: housing, cookie: ada.cookie };
  const writer = new AWriter("Ada", create(seed), where);
  await eventually(() => expect(writer.page.hasBeenSynced).toBe(true));
  for (let times = 0; times < 100; times += 1) writer.acts();
  await eventually(() => expect(writer.hasAllSaved).toBe(true));
  const savedBefore = writer.saved();
  const file = join(server.dataDir, "elsewhere", "monday.sqlite");
  const typing = setInterval(() => writer.acts(), 1);
  const backedUp = await runs("backup", server.dataDir, file);
  clearInterval(typing);
  expect(backedUp).toEqual({ code: 0, says: `Backed up 1 statement to ${file}\n` });
  await eventually(() => expect(writer.hasAllSaved).toBe(true));
  const { takenOut } = writer;
  writer.page.end();
  await ada.makes("Parking");

  const whileRunning = await runs("restore", server.dataDir, file);
  expect(whileRunning.code).toBe(1);
  expect(whileRunning.says).toContain("Stop it first.");
  expect(await titles(ada)).toEqual(["Housing", "Parking"]);

  await server.stop();
  const restored = await runs("restore", server.dataDir, file);
  expect(restored.code).toBe(0);
  expect(restored.says).toContain(`Restored 1 statement from ${file}`);
  await server.restart();
  expect(await titles(ada)).toEqual(["Housing"]);
  const items = JSON.stringify((await ada.get(`/api/statements/${housing}/items`)).body);
  const missing = savedBefore.filter(({ word }) => !items.includes(word) && !takenOut.has(word));
  expect(missing).toEqual([]);
  expect((await ada.record(housing)).length).toBeGreaterThan(0);

  // What was there before is kept, with what came after the backup.
  const names = await readdir(server.dataDir);
  const aside = names.find((name) => name.includes(".before-")) ?? "";
  const database = new DatabaseSync(join(server.dataDir, aside), { readOnly: true });
  expect(database.prepare("select title from statements order by title").all()).toEqual([
    { title: "Housing" },
    { title: "Parking" },
  ]);
  database.close();
});

it("tells a page from before a restoring to reload, and lets in one from after it", async () => {
  await using server = await AServer.start();
  const ada = await server.first("Ada", "camden");
  const statementId = await ada.makes("Housing");
  const epochNow = async (): Promise<string> => {
    const { body } = await ada.get(`/api/statements/${statementId}`);
    return (body as { epoch: string }).epoch;
  };
  const before = await epochNow();
  const file = join(server.dataDir, "one.sqlite");
  await runs("backup", server.dataDir, file);
  await server.stop();
  await runs("restore", server.dataDir, file);
  await server.restart();
  const after = await epochNow();
  expect(after).not.toBe(before);
  const { url } = server;
  const old = new LivePage({ url, statementId, cookie: ada.cookie, epoch: before });
  await eventually(() => expect(old.closed?.code).toBe(closeCode.restored));
  expect(old.hasBeenSynced).toBe(false);
  const fresh = new LivePage({ url, statementId, cookie: ada.cookie, epoch: after });
  await eventually(() => expect(fresh.hasBeenSynced).toBe(true));
  old.end();
  fresh.end();
});

it("changes nothing when the backup does not hold", async () => {
  await using server = await AServer.start();
  const ada = await server.first("Ada", "camden");
  await ada.makes("Housing");
  const file = join(server.dataDir, "one.sqlite");
  await runs("backup", server.dataDir, file);
  await server.stop();
  const before = await readdir(server.dataDir);

  const changed = new DatabaseSync(file);
  changed.exec("update entries set words = json_set(words, '$.name', 'Mallory') where number = 1");
  changed.close();
  const broken = await runs("restore", server.dataDir, file);
  expect(broken.code).toBe(1);
  expect(broken.says).toContain("the words of entry 1 were changed");

  const bytes = await readFile(file);
  await writeFile(file, bytes.subarray(0, bytes.length / 2));
  const cut = await runs("restore", server.dataDir, file);
  expect(cut.code).toBe(1);
  expect(cut.says).toContain("is not a backup of Needline that can be used.");

  await writeFile(file, "Dear Sir or Madam");
  expect((await runs("restore", server.dataDir, file)).says).toContain("is not a backup");
  expect((await runs("restore", server.dataDir, join(server.dataDir, "none"))).says).toContain(
    "Name the backup.",
  );
  expect(await readdir(server.dataDir)).toEqual(before);
  await server.restart();
  expect(await titles(ada)).toEqual(["Housing"]);
});

it("writes over no file and makes none of an empty folder", async () => {
  await using server = await AServer.start();
  await server.first("Ada", "camden");
  const file = join(server.dataDir, "one.sqlite");
  expect((await runs("backup", server.dataDir, file)).code).toBe(0);
  const again = await runs("backup", server.dataDir, file);
  expect(again.code).toBe(1);
  expect(again.says).toContain("is not written over");
  const nothing = await runs("backup", join(server.dataDir, "nothing"));
  expect(nothing.code).toBe(1);
  expect(nothing.says).toContain("Name the folder that the server keeps with DATA_DIR.");
  expect((await runs("backup", server.dataDir)).says).toMatch(
    /Backed up 0 statements to .*backups\/needline-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ\.sqlite/,
  );
});
