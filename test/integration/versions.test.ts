/** Versions over HTTP: made, read, issued and signed off, restored and undone, by those who may. */
import { DatabaseSync } from "node:sqlite";
import { join } from "node:path";
import { expect, it } from "vitest";
import { z } from "zod";
import { addItem } from "../../shared/items.ts";
import { richTextFromPlain } from "../../shared/rich-text.ts";
import { itemAnswer } from "../../server/routes/item-answer.ts";
import { versionAnswer, versionTextAnswer } from "../../server/routes/version-answer.ts";
import { AServer, codeOf, joinedBy, type Answer, type Caller } from "./a-server.ts";
import { eventually } from "./sync/eventually.ts";
import { LivePage } from "./sync/live-page.ts";

const list = z.object({ versions: z.array(versionAnswer) });

it("keeps, issues, signs off, reads and restores, as each may", async () => {
  await using server = await AServer.start();
  const ada = await server.first("Ada", "camden");
  const id = await ada.makes("Housing repairs");
  await writes(server, ada, id, ["N-1", "R-1"]);
  const cleo = await joinedBy(server, ada, id, "editor", "Cleo");
  const ben = await joinedBy(server, ada, id, "reviewer", "Ben", true);
  const command = (by: Caller, name: string, args: unknown): Promise<Answer> =>
    by.post(`/api/statements/${id}/commands/${name}`, args);

  // Made by hand by those who write.
  expect(codeOf(await command(ben, "make-version", { name: "Mine" }))).toBe("not-allowed");
  expect((await command(cleo, "make-version", { name: "For legal" })).status).toBe(201);
  expect(await versions(ben, id)).toMatchObject([
    { number: 1, name: "For legal", why: "by-hand", made: { name: "Cleo" }, itemCount: 2 },
  ]);
  await writes(server, ada, id, ["N-2", "R-2"]);

  // The version reads as the text did then.
  const then = await reads(ben, id, 1);
  expect(then.title).toBe("Housing repairs");
  expect(then.people.map(({ name }) => name)).toEqual(["Ada", "Cleo", "Ben"]);
  expect(then.items.map(({ reference }) => reference)).toEqual(["N-1", "R-1"]);
  expect((await items(ada, id)).map(({ reference }) => reference)).toEqual([
    "N-1",
    "R-1",
    "N-2",
    "R-2",
  ]);

  // Leads issue; those who agree for their borough sign off or say why not.
  expect(codeOf(await command(cleo, "issue-version", { number: 1 }))).toBe("not-allowed");
  expect((await command(ada, "issue-version", { number: 1 })).status).toBe(201);
  expect(codeOf(await command(cleo, "sign-off-version", { number: 1 }))).toBe("not-allowed");
  await command(ada, "sign-off-version", { number: 1, note: "Cabinet, 12 May" });
  await command(ben, "decline-version", { number: 1, why: "R-1 is too slow." });
  const issued = (await versions(ben, id)).find(({ number }) => number === 1);
  expect(issued?.issued).toMatchObject({ issue: 1, name: "Ada", boroughName: "Camden" });
  expect(
    issued?.signOffs.map(({ boroughName, state, words }) => [boroughName, state, words]),
  ).toEqual([
    ["Camden", "signed-off", "Cabinet, 12 May"],
    ["Hackney", "declined", "R-1 is too slow."],
  ]);

  // Restoring the whole: what came later is not taken forward, and a version was kept before.
  const path = `/api/statements/${id}/versions/1/restore`;
  expect(codeOf(await ben.post(path, { itemId: null }))).toBe("not-allowed");
  const restored = await cleo.post(path, { itemId: null });
  expect(restored.status).toBe(201);
  expect(restored.body).toMatchObject({ changedItems: 2, entry: { type: "restore-version" } });
  const removed = (await items(ada, id)).filter((item) => item.removed !== null);
  expect(removed.map(({ reference }) => reference)).toEqual(["N-2", "R-2"]);
  expect(removed[0]?.removed?.why).toBe("It is not in version 1 (For legal), which was restored.");
  expect((await versions(ada, id))[0]).toMatchObject({ number: 2, why: "before-restore" });
  expect(codeOf(await cleo.post(path, { itemId: null }))).toBe("already-so");
  expect(codeOf(await cleo.post(path, { itemId: removed[0]?.id }))).toBe("not-found");

  // Undone: they are back. Once.
  const { entry } = z.object({ entry: z.object({ number: z.number() }) }).parse(restored.body);
  const undo = `/api/statements/${id}/restores/${entry.number}/undo`;
  expect(codeOf(await ben.post(undo))).toBe("not-allowed");
  expect((await cleo.post(undo)).body).toMatchObject({ changedItems: 2, leftItems: 0 });
  expect((await items(ada, id)).every((item) => item.removed === null)).toBe(true);
  expect(codeOf(await cleo.post(undo))).toBe("already-so");

  // Nobody else, and no version that is not there.
  expect(codeOf(await ada.get(`/api/statements/${id}/versions/9`))).toBe("not-found");
  const stranger = await server.visitor().get(`/api/statements/${id}/versions`);
  expect(codeOf(stranger)).toBe("sign-in");

  // A text that was changed in the database is not shown as if it were the version.
  const database = new DatabaseSync(join(server.dataDir, "needline.sqlite"));
  database.exec(
    "update versions set text = (select text from versions where number = 2) where number = 1",
  );
  database.close();
  expect((await ada.get(`/api/statements/${id}/versions/1`)).status).toBe(500);
});

it("restores once what is asked for again under one key, and leaves what was written since", async () => {
  await using server = await AServer.start();
  const ada = await server.first("Ada", "camden");
  const id = await ada.makes("Housing repairs");
  await writes(server, ada, id, ["N-1", "R-1"]);
  await ada.post(`/api/statements/${id}/commands/make-version`, { name: "First" });
  await writes(server, ada, id, ["N-2", "R-2"]);
  const asks = (key: string): Promise<Answer> =>
    ada.call(
      "POST",
      `/api/statements/${id}/versions/1/restore`,
      { itemId: null },
      {
        "idempotency-key": key,
      },
    );
  const [one, other] = await Promise.all([asks("the-first-one"), asks("the-first-one")]);
  expect(one.status).toBe(201);
  expect(one.body).toMatchObject({ changedItems: 2 });
  expect(other.body).toEqual(one.body);

  await writes(server, ada, id, ["N-3", "R-3"]);
  await server.restart();
  expect((await asks("the-first-one")).body).toEqual(one.body);
  const standing = (await items(ada, id)).filter(({ removed }) => removed === null);
  expect(standing.map(({ reference }) => reference)).toEqual(["N-1", "R-1", "N-3", "R-3"]);
  expect((await ada.record(id)).filter(({ type }) => type === "restore-version")).toHaveLength(1);
  expect((await asks("the-second-one")).body).toMatchObject({ changedItems: 2 });

  // One that was undone stays so.
  const { entry } = z.object({ entry: z.object({ number: z.number() }) }).parse(one.body);
  await ada.post(`/api/statements/${id}/restores/${entry.number}/undo`);
  const before = await items(ada, id);
  expect((await asks("the-first-one")).body).toEqual(one.body);
  expect(await items(ada, id)).toEqual(before);
});

/** Writes items in a page; they come to have these references. */
async function writes(
  { url }: AServer,
  by: Caller,
  statementId: string,
  references: readonly string[],
): Promise<void> {
  const page = new LivePage({ url, statementId, cookie: by.cookie });
  await eventually(() => expect(page.isSynced && page.hasBeenSynced).toBe(true));
  page.doc.transact(() => {
    for (const reference of references) {
      const [kind, field] = reference.startsWith("N")
        ? (["need", "iNeed"] as const)
        : (["requirement", "statement"] as const);
      const fields = { [field]: richTextFromPlain(`Words of ${reference}`) };
      addItem(page.doc, {
        id: reference,
        kind,
        order: `a${reference.at(-1)}${reference}V`,
        fields,
      });
    }
  });
  await eventually(async () =>
    expect((await items(by, statementId)).map(({ reference }) => reference)).toEqual(
      expect.arrayContaining([...references]),
    ),
  );
  page.end();
}

async function versions(by: Caller, id: string): Promise<z.infer<typeof list>["versions"]> {
  return list.parse((await by.get(`/api/statements/${id}/versions`)).body).versions;
}

async function reads(by: Caller, id: string, number: number) {
  return versionTextAnswer.parse((await by.get(`/api/statements/${id}/versions/${number}`)).body);
}

async function items(by: Caller, id: string): Promise<z.infer<typeof itemAnswer>[]> {
  const { body } = await by.get(`/api/statements/${id}/items`);
  return z.object({ items: z.array(itemAnswer) }).parse(body).items;
}
