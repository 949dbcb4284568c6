/** From SQLite to PostgreSQL, and backups of PostgreSQL, with the real programs. */
import { execFile } from "node:child_process";
import { randomInt } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { create } from "lib0/prng";
import pg from "pg";
import { expect, inject, it } from "vitest";
import { openPostgresStore } from "../../server/store/open-postgres.ts";
import { dropDatabase, makeDatabase } from "../world/a-postgres.ts";
import { AServer, joinedBy, type Caller } from "./a-server.ts";
import { AWriter } from "./sync/a-writer.ts";
import { eventually } from "./sync/eventually.ts";

const run = promisify(execFile);

async function runs(
  program: string,
  settings: Record<string, string>,
  ...args: string[]
): Promise<{ code: number; says: string }> {
  const command = ["--disable-warning=ExperimentalWarning", `server/${program}.ts`, ...args];
  try {
    const env = { ...process.env, ...settings };
    const { stdout, stderr } = await run(process.execPath, command, { env });
    return { code: 0, says: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, says: stdout + stderr };
  }
}

/** A statement that people have worked in: text, a record, a version, an invitation. */
async function worksIn(server: AServer, ada: Caller, statementId: string): Promise<void> {
  const seed = randomInt(2 ** 31);
  console.log(`seed ${seed}`);
  const where = { url: server.url, statementId, cookie: ada.cookie };
  const writer = new AWriter("Ada", create(seed), where);
  await eventually(() => expect(writer.page.hasBeenSynced).toBe(true));
  for (let times = 0; times < 300; times += 1) writer.acts();
  await eventually(() => expect(writer.hasAllSaved).toBe(true));
  writer.page.end();
  const commands = `/api/statements/${statementId}/commands`;
  await ada.post(`${commands}/make-version`, { name: "For legal" });
  await joinedBy(server, ada, statementId, "reviewer", "Ben");
}

interface Seen {
  readonly items: unknown;
  readonly record: unknown;
  readonly versions: unknown;
  readonly people: unknown;
}

async function sees(caller: Caller, statementId: string): Promise<Seen> {
  const base = `/api/statements/${statementId}`;
  const body = async (path: string): Promise<unknown> => (await caller.get(base + path)).body;
  return {
    items: await body("/items"),
    record: await body("/record"),
    versions: await body("/versions"),
    people: await body("/people"),
  };
}

it("moves everything to PostgreSQL, where people go on, and backs it up and restores it there", async () => {
  const serverUrl = inject("postgresUrl");
  const [first, second] = [await makeDatabase(serverUrl), await makeDatabase(serverUrl)];
  const folder = await mkdtemp(join(tmpdir(), "needline-moved-"));
  try {
    await using old = await AServer.start();
    const ada = await old.first("Ada", "camden");
    const id = await ada.makes("Housing");
    await worksIn(old, ada, id);
    const before = await sees(ada, id);
    const settings = { DATA_DIR: old.dataDir, DATABASE_URL: first };

    const whileRunning = await runs("backup/migrate-store", settings);
    expect(whileRunning).toMatchObject({ code: 1 });
    expect(whileRunning.says).toContain("Stop it first.");
    await old.stop();
    const moved = await runs("backup/migrate-store", settings);
    expect(moved.says).toMatch(/^entries: \d+ rows, the same in both$/m);
    expect(moved.says).toMatch(/^holds {2}Housing/m);
    expect(moved.says).toMatch(/^\d+ items, the same in both$/m);
    expect(moved.code).toBe(0);
    const again = await runs("backup/migrate-store", settings);
    expect(again.code).toBe(1);
    expect(again.says).toContain("There is something in it already. Name an empty one.");

    const file = join(folder, "one.sqlite");
    {
      await using server = await AServer.start({ DATABASE_URL: first });
      const there = server.visitor();
      there.cookie = ada.cookie;
      expect(await sees(there, id)).toEqual(before);
      const backedUp = await runs("backup/backup", settings, file);
      expect(backedUp).toEqual({ code: 0, says: `Backed up 1 statement to ${file}\n` });
      // People go on: what the database numbers by itself comes after what was moved.
      await worksIn(server, there, id);
      expect(await sees(there, id)).not.toEqual(before);
      expect((await runs("record/verify-record", settings)).code).toBe(0);
    }

    const refused = await runs("backup/restore", settings, file);
    expect(refused).toMatchObject({ code: 1 });
    const restored = await runs("backup/restore", { ...settings, DATABASE_URL: second }, file);
    expect(restored.says).toContain(`Restored 1 statement from ${file}`);
    for (const DATABASE_URL of [second, ""]) {
      // The same backup, in PostgreSQL and in a folder.
      await using server = await AServer.start({ DATABASE_URL });
      if (DATABASE_URL === "") {
        await server.stop();
        const env = { DATA_DIR: server.dataDir, DATABASE_URL };
        expect((await runs("backup/restore", env, file)).code).toBe(0);
        await server.restart();
      }
      const there = server.visitor();
      there.cookie = ada.cookie;
      expect(await sees(there, id)).toEqual(before);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
    for (const url of [first, second]) await dropDatabase(serverUrl, url);
  }
});

it("says what is missing when it cannot move", async () => {
  const nowhere = { DATA_DIR: join(tmpdir(), "needline-nothing-here") };
  const noTarget = await runs("backup/migrate-store", { ...nowhere, DATABASE_URL: "" });
  expect(noTarget).toMatchObject({ code: 1 });
  expect(noTarget.says).toContain("Say with DATABASE_URL where to");
  const url = inject("postgresUrl");
  const noSource = await runs("backup/migrate-store", { ...nowhere, DATABASE_URL: url });
  expect(noSource.says).toContain("Name the folder that the server keeps with DATA_DIR.");
});

it("keeps nothing when what arrives is not what was there", async () => {
  const serverUrl = inject("postgresUrl");
  const url = await makeDatabase(serverUrl);
  const client = new pg.Client({ connectionString: url });
  try {
    await using old = await AServer.start();
    const ada = await old.first("Ada", "camden");
    await ada.makes("Housing");
    await old.stop();
    await (await openPostgresStore(url)).close();
    await client.connect();
    await client.query(`
      create function garble() returns trigger language plpgsql as
        $$ begin new.hash := 'another'; return new; end $$;
      create trigger garble before insert on entries for each row execute function garble();
    `);
    const settings = { DATA_DIR: old.dataDir, DATABASE_URL: url };
    const moved = await runs("backup/migrate-store", settings);
    expect(moved.code).toBe(1);
    expect(moved.says).toContain("What was copied of entries is not what was there.");
    expect((await client.query("select id from people")).rows).toEqual([]);
    await client.query("drop trigger garble on entries");
    expect((await runs("backup/migrate-store", settings)).code).toBe(0);
  } finally {
    await client.end();
    await dropDatabase(serverUrl, url);
  }
});
