/** What the search keeps in mind of other statements: the words as they last changed, read once, and forgotten in time. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import * as Y from "yjs";
import { joinDraft } from "../../server/access/join.ts";
import { Elsewhere } from "../../server/exchange/elsewhere/elsewhere.ts";
import { openStore } from "../../server/store/open-store.ts";
import { chainStart, sealEntry } from "../../shared/entry.ts";
import { addItem } from "../../shared/items.ts";
import { richTextFromPlain } from "../../shared/rich-text.ts";

const priya = { id: "priya", name: "Priya", boroughId: "camden", boroughName: "Camden" };
const nine = "2026-05-14T09:00:00.000Z";
const ten = "2026-05-14T10:00:00.000Z";

/** A store with one statement, a search that counts what it reads, and a hand to write with. */
async function anArchive(now: () => string) {
  const folder = await mkdtemp(join(tmpdir(), "needline-elsewhere-"));
  const store = await openStore(folder);
  const token = (await store.people.startToken("t")) ?? "";
  await store.people.keepBorough({ id: "camden", name: "Camden" });
  await store.people.useStartToken(token, { ...priya, at: nine });
  await store.people.addStatement("old", "priya", nine);
  const doc = new Y.Doc();
  let beat = 0;
  const writes = async (id: string, words: string, at: string): Promise<void> => {
    const before = Y.encodeStateVector(doc);
    const fields = { statement: richTextFromPlain(words) };
    addItem(doc, { id, kind: "requirement", order: `a${id}V`, fields });
    beat += 1;
    const by = { statementId: "old", at, personId: "priya", boroughId: "camden" };
    const joins = sealEntry(chainStart, joinDraft(priya, "lead", true, null), by);
    const bytes = Y.encodeStateAsUpdate(doc, before);
    await store.text.commit({
      expects: [],
      updates: [{ statementId: "old", personId: "priya", at, bytes }],
      clientIds: [],
      entries: beat === 1 ? [joins] : [],
      references: [],
      summaries: [{ statementId: "old", title: "Old", itemCount: beat, changedAt: at }],
      versions: [],
    });
  };
  let reads = 0;
  const text: typeof store.text = {
    ...store.text,
    words(id) {
      reads += 1;
      return store.text.words(id);
    },
  };
  const elsewhere = new Elsewhere({ store: { ...store, text }, now });
  return {
    writes,
    reads: () => reads,
    async finds(words: string): Promise<readonly string[]> {
      const question = { personId: "priya", here: "new", statementId: null, kind: null, most: 9 };
      const { items } = await elsewhere.find({ ...question, words });
      return items.map(({ itemId }) => itemId);
    },
    async [Symbol.asyncDispose]() {
      await elsewhere.stop();
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

it("reads a statement once, and again when it has changed", async () => {
  await using archive = await anArchive(() => "2026-05-14T12:00:00.000Z");
  await archive.writes("1", "The supplier keeps a parrot.", nine);
  expect(await archive.finds("parrot")).toEqual(["1"]);
  expect(await archive.finds("parrot")).toEqual(["1"]);
  expect(archive.reads()).toBe(1);
  await archive.writes("2", "The parrot speaks English.", ten);
  expect(await archive.finds("parrot")).toEqual(["1", "2"]);
  expect(archive.reads()).toBe(2);
});

it("trusts nothing that it read in the very moment of a change", async () => {
  await using archive = await anArchive(() => nine);
  await archive.writes("1", "The supplier keeps a parrot.", nine);
  expect(await archive.finds("parrot")).toEqual(["1"]);
  await archive.writes("2", "The parrot speaks English.", nine);
  expect(await archive.finds("parrot")).toEqual(["1", "2"]);
});
