/** What the store promises of people, their statements and invitations: the same on both engines, and of two servers at once. */
import { describe, expect, test } from "vitest";
import type { EntryDraft } from "../../../shared/entry.ts";
import { chainStart, sealEntry } from "../../../shared/entry.ts";
import { joinDraft } from "../../../server/access/join.ts";
import type { Store } from "../../../server/store/store.ts";
import { aCommit } from "./a-commit.ts";
import { ada, at, camden, hackney, later, tom, withBoth } from "./ada-and-tom.ts";
import { databases } from "./a-database.ts";

/** Writes the entries, the first of a statement. */
async function writes(
  store: Store,
  statementId: string,
  drafts: readonly EntryDraft[],
): Promise<void> {
  const by = { statementId, at, personId: "ada", boroughId: "camden" };
  let last: Parameters<typeof sealEntry>[0] = chainStart;
  const entries = drafts.map((draft) => {
    const entry = sealEntry(last, draft, by);
    last = entry;
    return entry;
  });
  await store.text.commit(aCommit({ entries }));
}

function joins(person: typeof ada, role: "lead" | "editor" | "reviewer"): EntryDraft {
  const boroughName = person.boroughId === "camden" ? "Camden" : "Hackney";
  return joinDraft({ ...person, boroughName }, role, false, null);
}

describe.each(databases)("people in $name", ({ make }) => {
  test("a borough is kept once, by its first name, and boroughs are in order of their names", async () => {
    await using database = await make();
    const [one, two] = [await database.open(), await database.open()];
    await Promise.all([
      one.people.keepBorough(hackney),
      two.people.keepBorough(hackney),
      one.people.keepBorough(camden),
    ]);
    await two.people.keepBorough({ id: "camden", name: "London Borough of Camden" });
    expect(await one.people.boroughs()).toEqual([camden, hackney]);
    // Of one name they come in order of id, whichever was kept first.
    for (const id of ["h9", "h7", "H8"]) await two.people.keepBorough({ ...hackney, id });
    const ids = (await one.people.boroughs()).map(({ id }) => id);
    expect(ids).toEqual(["camden", "H8", "h7", "h9", "hackney"]);
  });

  test("a person is found with their borough, and nobody where there is none", async () => {
    await using database = await make();
    const { people } = await database.open();
    await withBoth(people);
    expect(await people.person("ada")).toEqual({
      id: "ada",
      name: "Ada",
      boroughId: "camden",
      boroughName: "Camden",
    });
    expect(await people.person("eve")).toBeNull();
    // Asked for again, nobody is added, and nobody changed.
    await people.addPerson({ ...ada, name: "Another" });
    expect((await people.person("ada"))?.name).toBe("Ada");
  });

  test("a name is kept to the letter, whatever letters it is of", async () => {
    await using database = await make();
    const { people } = await database.open();
    await people.keepBorough(camden);
    const name = "Zoë O’Brien 李 👩‍💻 \u0301 'x'; drop table people --";
    await people.addPerson({ ...ada, name });
    expect((await people.person("ada"))?.name).toBe(name);
    // PostgreSQL has no letter for this one, and what is typed must not stop what goes with it.
    await people.addPerson({ ...ada, id: "nul", name: "A\u0000a" });
    expect(["A\u0000a", "A\uFFFDa"]).toContain((await people.person("nul"))?.name);
  });

  test("two servers that start together print one start link, which one person uses", async () => {
    await using database = await make();
    const stores = [await database.open(), await database.open()] as const;
    const tokens = await Promise.all(
      stores.map(({ people }, number) => people.startToken(`token ${number}`)),
    );
    expect(new Set(tokens).size).toBe(1);
    const [token] = tokens;
    await stores[0].people.keepBorough(camden);
    const used = await Promise.all(
      Array.from({ length: 6 }, (_, number) =>
        stores[number % 2 === 0 ? 0 : 1].people.useStartToken(token ?? "", {
          ...ada,
          id: `ada ${number}`,
        }),
      ),
    );
    expect(used.filter(Boolean)).toHaveLength(1);
    const winner = `ada ${used.indexOf(true)}`;
    const { people } = stores[0];
    expect(await people.startToken("another")).toBeNull();
    expect(await people.mayStart(winner)).toBe(true);
    const others = used.flatMap((isIt, number) => (isIt ? [] : [people.person(`ada ${number}`)]));
    expect(await Promise.all(others)).toEqual(others.map(() => null));
    expect(await people.useStartToken("made up", { ...ada, id: "eve" })).toBe(false);
  });

  test("the start link is used up only together with the person", async () => {
    await using database = await make();
    const { people } = await database.open();
    await people.keepBorough(camden);
    await people.addPerson(ada);
    const token = (await people.startToken("token")) ?? "";
    await expect(people.useStartToken(token, ada)).rejects.toThrow(/unique/i);
    expect(await people.startToken("another")).toBe(token);
    expect(await people.useStartToken(token, { ...ada, id: "bea" })).toBe(true);
  });
});

describe.each(databases)("who is in a statement in $name", ({ make }) => {
  test("follows the record: who joined, their role, who was removed and came back", async () => {
    await using database = await make();
    const store = await database.open();
    const { people } = store;
    await withBoth(people);
    await people.addStatement("s", "ada", at);
    const facts = { personId: "tom", role: "reviewer", agrees: true };
    const removed = { personId: "tom" };
    await writes(store, "s", [
      joins(ada, "lead"),
      joins(tom, "editor"),
      { type: "change-role", facts, words: {} },
    ]);
    expect(await people.member("s", "tom")).toEqual({
      personId: "tom",
      name: "Tom",
      boroughId: "hackney",
      boroughName: "Hackney",
      role: "reviewer",
      agrees: true,
    });
    expect(await people.mayStart("ada")).toBe(true);
    expect(await people.mayStart("tom")).toBe(false);
    expect((await people.statementsOf("tom")).map(({ id, role }) => [id, role])).toEqual([
      ["s", "reviewer"],
    ]);
    const entries = await store.record.entriesAfter("s", 0);
    const last = entries.at(-1);
    if (!last) throw new Error("nothing was written");
    const by = { statementId: "s", at, personId: "ada", boroughId: "camden" };
    const goes = sealEntry(last, { type: "remove-person", facts: removed, words: {} }, by);
    await store.text.commit(aCommit({ entries: [goes] }));
    expect(await people.member("s", "tom")).toBeNull();
    expect(await people.statementsOf("tom")).toEqual([]);
    expect((await people.statementsOf("ada"))[0]?.boroughs).toEqual(["Camden"]);
    await store.text.commit(aCommit({ entries: [sealEntry(goes, joins(tom, "editor"), by)] }));
    expect((await people.member("s", "tom"))?.role).toBe("editor");
    expect((await people.statementsOf("ada"))[0]?.boroughs).toEqual(["Camden", "Hackney"]);
  });

  test("lists a person's statements, the one that changed last first", async () => {
    await using database = await make();
    const store = await database.open();
    await withBoth(store.people);
    for (const id of ["old", "new", "other"]) await store.people.addStatement(id, "ada", at);
    for (const id of ["old", "new"]) await writes(store, id, [joins(ada, "lead")]);
    await writes(store, "other", [joins(tom, "lead")]);
    const summaryOf = (statementId: string, changedAt: string) => ({
      statementId,
      title: `The ${statementId} one`,
      itemCount: 3,
      changedAt,
    });
    const summaries = [summaryOf("old", at), summaryOf("new", later)];
    await store.text.commit(aCommit({ summaries }));
    expect(await store.people.statementsOf("ada")).toEqual([
      {
        id: "new",
        title: "The new one",
        role: "lead",
        items: 3,
        lastChanged: later,
        boroughs: ["Camden"],
      },
      {
        id: "old",
        title: "The old one",
        role: "lead",
        items: 3,
        lastChanged: at,
        boroughs: ["Camden"],
      },
    ]);
    // Of one moment they come in order of id, whichever changed first.
    await store.people.addStatement("Mid", "ada", at);
    await writes(store, "Mid", [joins(ada, "lead")]);
    await store.text.commit(aCommit({ summaries: [summaryOf("Mid", later)] }));
    const listed = await store.people.statementsOf("ada");
    expect(listed.map(({ id }) => id)).toEqual(["Mid", "new", "old"]);
  });

  test("an invitation is found by its hash, listed until it is withdrawn, and withdrawn once", async () => {
    await using database = await make();
    const [{ people }, { people: elsewhere }] = [await database.open(), await database.open()];
    await withBoth(people);
    for (const id of ["s", "t"]) await people.addStatement(id, "ada", at);
    const one = {
      id: "i1",
      statementId: "s",
      boroughId: "hackney",
      role: "editor" as const,
      agrees: true,
      name: null,
      madeBy: "ada",
      madeAt: later,
    };
    const two = { ...one, id: "i2", name: "Tom", madeAt: at };
    await people.addInvitation({ ...one, tokenHash: "h1" });
    await people.addInvitation({ ...two, tokenHash: "h2" });
    const found = { boroughName: "Hackney", withdrawnAt: null };
    expect(await elsewhere.invitation("h1")).toEqual({ ...one, ...found });
    expect(await people.invitation("never")).toBeNull();
    expect(await people.invitations("s")).toEqual([
      { ...two, ...found },
      { ...one, ...found },
    ]);
    expect(await people.invitations("t")).toEqual([]);
    // Of one moment they come in order of id, whoever made them first.
    for (const id of ["i9", "i8", "i7"])
      await people.addInvitation({ ...two, statementId: "t", id, tokenHash: id });
    expect((await people.invitations("t")).map(({ id }) => id)).toEqual(["i7", "i8", "i9"]);
    expect(await people.withdrawInvitation("t", "i1", later)).toBe(false);
    const withdrawn = await Promise.all(
      [people, elsewhere, people].map((store) => store.withdrawInvitation("s", "i1", later)),
    );
    expect(withdrawn.filter(Boolean)).toHaveLength(1);
    expect((await people.invitations("s")).map(({ id }) => id)).toEqual(["i2"]);
    expect(await people.invitation("h1")).toMatchObject({ withdrawnAt: later });
  });
});
