/** Which commits the store refuses, whole and in which words: the same on both engines. */
import { describe, expect, test } from "vitest";
import type { Store } from "../../../server/store/store.ts";
import { Behind, NotTheirs } from "../../../server/store/text-store.ts";
import { aCommit, aNote, at, firstNote, journalOf, pointOf, someText } from "./a-commit.ts";
import { databases } from "./a-database.ts";

const bound = (clientId: number, personId = "ada") => ({ statementId: "a", clientId, personId });
const given = (itemId: string, reference: string) => ({ statementId: "a", itemId, reference });

async function withText(store: Store, ...words: readonly string[]): Promise<void> {
  await store.people.addStatement("a", "ada", at);
  for (const word of words) await store.text.commit(aCommit({ updates: someText("a", word) }));
}

describe.each(databases)("what a commit to $name is not, is refused whole:", ({ make }) => {
  test("entries of which one is left out, comes twice, or comes before the other", async () => {
    await using database = await make();
    const store = await database.open();
    await withText(store);
    const one = firstNote("a");
    const two = aNote("a", one);
    const three = aNote("a", two);
    for (const entries of [
      [one, three],
      [one, one],
      [two, one],
      [one, two, two],
    ]) {
      const updates = someText("a", "lost");
      await expect(store.text.commit(aCommit({ updates, entries }))).rejects.toThrow(Behind);
    }
    expect(await pointOf(store, "a")).toEqual({ beat: 0, entry: 0 });
    expect(await store.record.entriesAfter("a", 0)).toEqual([]);
  });

  test("entries that follow on something else than what they were decided on", async () => {
    await using database = await make();
    const store = await database.open();
    await withText(store);
    const one = firstNote("a");
    await store.text.commit(aCommit({ entries: [one] }));
    const expects = [{ statementId: "a", beat: 0, entry: 0 }];
    const commit = aCommit({ expects, entries: [aNote("a", one)] });
    await expect(store.text.commit(commit)).rejects.toThrow(Behind);
    // Of two acts in one commit, both have to be decided on what is there.
    const two = [...expects, { statementId: "a", beat: 0, entry: 1 }];
    const both = aCommit({ expects: two, updates: someText("a", "lost") });
    await expect(store.text.commit(both)).rejects.toThrow(Behind);
    expect(await pointOf(store, "a")).toEqual({ beat: 0, entry: 1 });
  });

  test("a client id of two people; the same person's twice is one", async () => {
    await using database = await make();
    const store = await database.open();
    await withText(store);
    await store.text.commit(aCommit({ clientIds: [bound(1), bound(2), bound(1)] }));
    const two = aCommit({ updates: someText("a", "lost"), clientIds: [bound(3), bound(3, "ben")] });
    await expect(store.text.commit(two)).rejects.toThrow(NotTheirs);
    expect((await store.text.load("a"))?.clientIds).toEqual(
      new Map([
        [1, "ada"],
        [2, "ada"],
      ]),
    );
    expect(await journalOf(store, "a")).toEqual([]);
  });

  test("a reference that another item has, and a second one for an item", async () => {
    await using database = await make();
    const store = await database.open();
    await withText(store);
    await store.text.commit(aCommit({ references: [given("r1", "R-1")] }));
    for (const taken of [given("r2", "R-1"), given("r1", "R-2")]) {
      const commit = aCommit({ updates: someText("a", "lost"), references: [taken] });
      await expect(store.text.commit(commit)).rejects.toThrow(/unique/i);
    }
    expect(await journalOf(store, "a")).toEqual([]);
  });

  test("and one of nothing at all changes nothing", async () => {
    await using database = await make();
    const store = await database.open();
    await withText(store, "one");
    expect(await store.text.commit(aCommit({}))).toEqual(new Map());
    expect(await pointOf(store, "a")).toEqual({ beat: 1, entry: 0 });
  });
});
