/** Long work: watched and cancelled by whoever started it, on every server, a few at a time. */
import { describe, expect, it, vi } from "vitest";
import { Refusal } from "../../../shared/refusal.ts";
import { databases } from "../store/a-database.ts";
import { ada, ben, SomeWorks } from "./some-works.ts";

const patience = { timeout: 15_000 };
const atOnce = { after: 0, waitMs: 0 };

describe.each(databases)("long work with $name", ({ make }) => {
  it("is watched by whoever started it, and found by nobody else", async () => {
    await using database = await make();
    const [here, there] = [await SomeWorks.on(database), await SomeWorks.on(database)];
    const { id, end } = await here.start(ada, "export");
    for (const { works } of [here, there]) {
      expect((await works.watch(ada, id, atOnce)).now.state).toMatch(/waiting|running/);
      await expect(works.watch(ben, id, atOnce)).rejects.toThrow("Begin again");
      const elsewhere = { ...ada, statementId: "s2" };
      await expect(works.watch(elsewhere, id, atOnce)).rejects.toThrow("Begin again");
      await expect(works.file(ben, id)).rejects.toThrow("Begin again");
      await expect(works.cancel(ben, id)).rejects.toThrow("Begin again");
    }
    const watched = Promise.all([here.outcome(ada, id), there.outcome(ada, id)]);
    end(7);
    const done = { state: "done", result: { answer: 7 } };
    expect(await watched).toEqual([done, done]);
    await here.works.stop();
  });

  it("runs two at a time, and the next as soon as one ends or is cancelled", async () => {
    await using database = await make();
    const [here, there] = [await SomeWorks.on(database), await SomeWorks.on(database)];
    const first = await here.start(ada, "first");
    const second = await here.start(ben, "second");
    const third = await here.start(ada, "third");
    await here.start(ben, "fourth");
    expect(here.begun).toEqual(["first", "second"]);
    expect((await here.works.watch(ada, third.id, atOnce)).now.state).toBe("waiting");
    first.end(1);
    await here.outcome(ada, first.id);
    await expect.poll(() => here.begun, patience).toEqual(["first", "second", "third"]);
    // On another server than the one that does it.
    await there.works.cancel(ben, second.id);
    await expect.poll(() => here.cancelled, patience).toEqual(["second"]);
    await expect.poll(() => here.begun, patience).toEqual(["first", "second", "third", "fourth"]);
    await here.works.stop();
  });

  it("refuses a fourth of one person, until one of theirs is over", async () => {
    await using database = await make();
    const here = await SomeWorks.on(database);
    const first = await here.start(ada, "1");
    await here.start(ada, "2");
    await here.start(ada, "3");
    await expect(here.start(ada, "4")).rejects.toThrow("Wait for one");
    await here.start(ben, "1");
    first.end(0);
    await here.outcome(ada, first.id);
    await here.start(ada, "4");
    await here.works.stop();
  });

  it("tells a refusal in its own words, and reports what nobody expected", async () => {
    await using database = await make();
    const [here, there] = [await SomeWorks.on(database), await SomeWorks.on(database)];
    const refused = await here.start(ada, "1");
    refused.fail(new Refusal("bad-input", "Choose another file.", [{ where: "A1", what: "Odd" }]));
    const refusal = {
      code: "bad-input",
      message: "Choose another file.",
      problems: [{ where: "A1", what: "Odd" }],
    };
    expect(await here.outcome(ada, refused.id)).toMatchObject({ refusal });
    expect(await there.outcome(ada, refused.id)).toMatchObject({ refusal });
    const failed = await here.start(ada, "2");
    failed.fail(new Error("secret path"));
    expect(await there.outcome(ada, failed.id)).toMatchObject({
      refusal: { message: "Needline could not do that. Try again in a minute." },
    });
    expect(here.problems).toEqual([new Error("secret path")]);
    await here.works.stop();
  });

  it("gives its file on every server, and removes it with what is cancelled", async () => {
    await using database = await make();
    const [here, there] = [await SomeWorks.on(database), await SomeWorks.on(database)];
    for (const id of ["one", "two"]) await here.store.files.write(id, [new Uint8Array([1])]);
    const fetched = await here.start(ada, "1");
    fetched.end(0, "one");
    await there.outcome(ada, fetched.id);
    for (const { works } of [here, there])
      expect((await works.file(ada, fetched.id)).kept.id).toBe("one");
    await there.works.cancel(ada, fetched.id);
    await expect.poll(() => here.hasFile("one"), patience).toBe(false);
    // Cancelled just when it is done.
    const late = await here.start(ada, "2");
    late.end(0, "two");
    await here.works.cancel(ada, late.id);
    await expect.poll(() => here.hasFile("two"), patience).toBe(false);
    await here.works.stop();
  });

  it("ends for those who wait for it when its server does", async () => {
    await using database = await make();
    const [here, there] = [await SomeWorks.on(database), await SomeWorks.on(database)];
    await here.store.files.write("one", [new Uint8Array([1])]);
    const over = await here.start(ada, "over");
    over.end(0, "one");
    await here.outcome(ada, over.id);
    const running = await here.start(ada, "running");
    const waits = there.outcome(ada, running.id);
    await here.works.stop();
    expect(await waits).toMatchObject({
      refusal: { message: "The server was stopped meanwhile. Begin again." },
    });
    expect((await there.works.file(ada, over.id)).kept.id).toBe("one");
    expect(await there.hasFile("one")).toBe(true);
  });

  it("ends for those who wait for it when its server is not heard of any more", async () => {
    await using database = await make();
    let clock = Date.parse("2026-05-14T09:00:00.000Z");
    const now = (): string => new Date(clock).toISOString();
    const [here, there] = [
      await SomeWorks.on(database, () => "2026-05-14T09:00:00.000Z"),
      await SomeWorks.on(database, now),
    ];
    const { id } = await here.start(ada, "export");
    clock += 10_000;
    expect((await there.works.watch(ada, id, atOnce)).now.state).toMatch(/waiting|running/);
    clock += 15_000;
    expect(await there.outcome(ada, id)).toMatchObject({
      refusal: { message: "The server that did this stopped. Begin again." },
    });
    await here.works.stop();
  });

  it("leaves nothing behind, though its server never comes back and nobody starts anything", async () => {
    await using database = await make();
    const store = await database.open();
    const lost = {
      kind: "work",
      id: "lost",
      owner: ada,
      revision: 1,
      json: "{}",
      bytes: 0,
    } as const;
    const twoHoursAgo = new Date(Date.now() - 2 * 60 * 60_000).toISOString();
    await store.works.put({ ...lost, at: twoHoursAgo });
    await store.works.put({ ...lost, id: "kept", at: new Date().toISOString() });
    await store.files.write("lost", [new Uint8Array([1])]);
    const early = await SomeWorks.on(database);
    await early.works.stop();
    expect((await store.works.all("work")).map(({ id }) => id)).toEqual(["kept"]);
    expect(await early.hasFile("lost")).toBe(true);
    const threeHoursOn = new Date(Date.now() + 3 * 60 * 60_000).toISOString();
    const late = await SomeWorks.on(database, () => threeHoursOn);
    await late.works.stop();
    expect(await store.works.all("work")).toEqual([]);
    expect(await late.hasFile("lost")).toBe(false);
    expect([...early.problems, ...late.problems]).toEqual([]);
  });

  it("sweeps every ten minutes while nobody starts anything", async () => {
    await using database = await make();
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    try {
      let now = new Date().toISOString();
      const here = await SomeWorks.on(database, () => now);
      await here.store.files.write("lost", [new Uint8Array([1])]);
      now = new Date(Date.now() + 3 * 60 * 60_000).toISOString();
      vi.advanceTimersByTime(10 * 60_000);
      await here.works.stop();
      expect(await here.hasFile("lost")).toBe(false);
    } finally {
      vi.useRealTimers();
    }
  });
});
