/** What the store promises of sessions and sign-in links: the same on both engines, and of two servers at once. */
import { describe, expect, test } from "vitest";
import { at, later, withBoth } from "./ada-and-tom.ts";
import { databases } from "./a-database.ts";

describe.each(databases)("sessions and sign-in links in $name", ({ make }) => {
  test("a session holds until its time, longer when it is prolonged, and not once it ended", async () => {
    await using database = await make();
    const [{ people }, { people: elsewhere }] = [await database.open(), await database.open()];
    await withBoth(people);
    for (const hash of ["a", "b", "c"]) await people.addSession(hash, "ada", at, later);
    expect(await elsewhere.session("a")).toEqual({ personId: "ada", until: later });
    expect(await people.session("never")).toBeNull();
    const beyond = "2026-05-15T09:00:00.000Z";
    await people.prolongSession("b", beyond);
    await elsewhere.prolongSession("b", later);
    await elsewhere.endSession("c");
    const all = ["a", "b", "c", "never"];
    expect((await people.sessionsThatHold(all, at)).toSorted()).toEqual(["a", "b"]);
    expect(await people.sessionsThatHold(all, later)).toEqual(["b"]);
    expect(await people.sessionsThatHold(all, beyond)).toEqual([]);
    expect(await people.sessionsThatHold([], at)).toEqual([]);
    expect(await people.session("c")).toBeNull();
    await people.endSession("c");
    await people.prolongSession("c", beyond);
    expect(await people.session("c")).toBeNull();
  });

  test("thousands of sessions are asked for at once", async () => {
    await using database = await make();
    const { people } = await database.open();
    await withBoth(people);
    await people.addSession("here", "ada", at, later);
    const many = Array.from({ length: 40_000 }, (_, number) => `s${number}`);
    expect(await people.sessionsThatHold([...many, "here"], at)).toEqual(["here"]);
  });

  test("a sign-in link works once, for one of those who use it at the same moment, and not after its time", async () => {
    await using database = await make();
    const stores = [await database.open(), await database.open()] as const;
    const [first] = stores;
    await withBoth(first.people);
    await first.people.addSignInLink("once", "tom", at, later);
    const used = await Promise.all(
      Array.from({ length: 6 }, (_, number) =>
        stores[number % 2 === 0 ? 0 : 1].people.useSignInLink("once", at, {
          tokenHash: `session ${number}`,
          until: later,
        }),
      ),
    );
    expect(used.filter((id) => id !== null)).toEqual(["tom"]);
    const hashes = used.map((_, number) => `session ${number}`);
    const winner = `session ${used.indexOf("tom")}`;
    expect(await first.people.sessionsThatHold(hashes, at)).toEqual([winner]);
    expect(await first.people.session(winner)).toEqual({ personId: "tom", until: later });
    const late = { tokenHash: "late session", until: later };
    await first.people.addSignInLink("late", "tom", at, later);
    expect(await first.people.useSignInLink("late", later, late)).toBeNull();
    expect(await first.people.useSignInLink("never", at, late)).toBeNull();
    expect(await first.people.session("late session")).toBeNull();
  });

  test("a sign-in link is used up only together with the session", async () => {
    await using database = await make();
    const { people } = await database.open();
    await withBoth(people);
    await people.addSession("taken", "ada", at, later);
    await people.addSignInLink("link", "tom", at, later);
    const session = { tokenHash: "taken", until: later };
    await expect(people.useSignInLink("link", at, session)).rejects.toThrow(/unique/i);
    expect(await people.useSignInLink("link", at, { ...session, tokenHash: "own" })).toBe("tom");
    expect(await people.session("own")).toEqual({ personId: "tom", until: later });
  });
});
