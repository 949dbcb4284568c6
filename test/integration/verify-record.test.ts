/** `npm run verify-record` on a real folder. */
import { execFile } from "node:child_process";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { promisify } from "node:util";
import { deflateSync } from "node:zlib";
import { expect, it } from "vitest";
import { AServer } from "./a-server.ts";

const run = promisify(execFile);

/** Its lines and how it ended. */
async function verify(folder: string): Promise<{ code: number; lines: string[] }> {
  try {
    const { stdout } = await run(process.execPath, ["server/record/verify-record.ts", folder]);
    return { code: 0, lines: stdout.trim().split("\n") };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, lines: `${stdout}${stderr}`.trim().split("\n") };
  }
}

it("says of each statement whether its record holds, also beside the running server", async () => {
  await using server = await AServer.start();
  const ada = await server.first("Ada", "camden");
  const [housing, parking] = [await ada.makes("Housing"), await ada.makes("Parking")];
  await ada
    .invites(housing, { role: "reader" })
    .then(({ token }) => server.visitor().joins(token, "Ben"));
  const whole = await verify(server.dataDir);
  const hash = (await ada.record(housing)).at(-1)?.hash;
  expect(whole.code).toBe(0);
  expect(whole.lines).toHaveLength(2);
  expect(whole.lines[0]).toBe(`holds  Housing (${housing}): 2 entries, the last is 2 ${hash}`);

  const database = new DatabaseSync(join(server.dataDir, "needline.sqlite"));
  const change = (sql: string) => database.prepare(sql).run(housing);
  const tampered = [
    [
      "update entries set words = json_set(words, '$.name', 'Mallory') where statement_id = ? and number = 2",
      "the words of entry 2 were changed",
    ],
    [
      "update entries set facts = json_set(facts, '$.role', 'lead') where statement_id = ? and number = 2",
      "entry 2 was changed",
    ],
    ["delete from entries where statement_id = ? and number = 1", "entry 1 is missing"],
    [
      "update entries set facts = 'nothing' where statement_id = ?",
      "an entry is not as the server writes it and cannot be read",
    ],
  ] as const;
  for (const [sql, says] of tampered) {
    change(sql);
    const { code, lines } = await verify(server.dataDir);
    expect(code).toBe(1);
    expect(lines[0]).toBe(`BROKEN  Housing (${housing}): ${says}`);
    expect(lines[1]).toMatch(new RegExp(`^holds  Parking \\(${parking}\\)`));
    if (sql.includes("words"))
      change("update entries set words = '{}' where statement_id = ? and number = 2");
    // Words that were erased are no break: what is found next is the next change.
    if (sql.includes("words")) expect((await verify(server.dataDir)).code).toBe(0);
  }
  database.close();
});

it("says when the text of a version was changed or is missing", async () => {
  await using server = await AServer.start();
  const ada = await server.first("Ada", "camden");
  const housing = await ada.makes("Housing");
  await ada.post(`/api/statements/${housing}/commands/make-version`, { name: "For legal" });
  expect((await verify(server.dataDir)).code).toBe(0);

  const database = new DatabaseSync(join(server.dataDir, "needline.sqlite"));
  database.prepare("update versions set text = ?").run(deflateSync('{"title":"Other"}'));
  expect((await verify(server.dataDir)).lines[0]).toBe(
    `BROKEN  Housing (${housing}): the text of version 1 was changed`,
  );
  database.exec("delete from versions");
  database.close();
  expect((await verify(server.dataDir)).lines[0]).toBe(
    `BROKEN  Housing (${housing}): the text of version 1 is missing`,
  );
});

it("says that a folder holds nothing instead of making something there", async () => {
  const { code, lines } = await verify(join(import.meta.dirname, "no-such-folder"));
  expect(code).toBe(1);
  expect(lines[0]).toContain("There is no needline.sqlite");
});
