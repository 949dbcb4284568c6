/** Three servers whose bus loses messages, goes away and comes back. `SEED` and `FIRE_SECONDS` as in truth-under-fire. */
import { create, int32, oneOf } from "lib0/prng";
import { expect, test } from "vitest";
import type { APage } from "../sync/a-page.ts";
import { eventually } from "../sync/eventually.ts";
import { secondsUnderFire, seedOfRun } from "../sync/fire-settings.ts";
import { expectSameRooms } from "./same-rooms.ts";
import { SeveralRooms } from "./several-rooms.ts";

const requirement = { id: "r1", kind: "requirement", order: "a1V" } as const;
const seed = seedOfRun();
const seconds = secondsUnderFire(6);

test(
  `with a bus that loses things everything converges, and nothing acknowledged is lost (seed ${seed})`,
  async () => {
    const random = create(seed);
    await using several = await SeveralRooms.start({ count: 3, seed });
    const { id, lead } = await several.statement();
    const pages = await Promise.all(
      [0, 1, 2, 0, 1, 2].map((index) => several.open(index, id, lead)),
    );
    for (const { bus } of several.servers) bus.percentLost = 20;
    const typed: { word: string; page: APage; mark: number }[] = [];
    const said: Promise<unknown>[] = [];
    const endsAt = performance.now() + seconds * 1_000;
    pages[0]?.adds(requirement);
    await eventually(() => expect(pages.every((page) => page.has("r1"))).toBe(true));
    for (let n = 0; performance.now() < endsAt; n += 1) {
      const page = oneOf(random, pages);
      const word = `w${n}`;
      page.types("r1", "statement", `${word} `);
      typed.push({ word, page, mark: page.mark() });
      const dice = int32(random, 0, 99);
      const index = int32(random, 0, 2);
      if (dice < 10) {
        said.push(several.says(index, id, lead, { type: "says", facts: { n }, words: {} }));
      } else if (dice < 11) several.server(index).bus.cut();
      else if (dice < 14) several.server(index).bus.mend();
      await new Promise((resolve) => setTimeout(resolve, int32(random, 0, 6)));
    }
    await Promise.all(said);
    await eventually(() => {
      for (const { page, mark } of typed) expect(page.saved).toBeGreaterThanOrEqual(mark);
    });
    await eventually(() => expectSameRooms(several, id));
    await eventually(() => {
      const [first, ...rest] = pages.map((page) => page.reads("r1", "statement"));
      for (const other of rest) expect(other).toBe(first);
      const words = new Map<string, number>();
      for (const word of (first ?? "").trim().split(/\s+/)) {
        words.set(word, (words.get(word) ?? 0) + 1);
      }
      const wrong = typed.filter(({ word }) => words.get(word) !== 1);
      expect(wrong.map(({ word }) => word)).toEqual([]);
    });
    await eventually(() => {
      for (const { entries } of pages) {
        expect(entries.map(({ number }) => number)).toEqual(entries.map((_, at) => at + 1));
        expect(entries.filter(({ type }) => type === "says")).toHaveLength(said.length);
      }
    });
    const lost = several.servers.reduce((sum, { bus }) => sum + bus.lost, 0);
    console.log(
      `seed ${seed}: ${typed.length} words, ${said.length} entries, ${lost} messages lost`,
    );
    expect(lost).toBeGreaterThan(5);
    expect(typed.length).toBeGreaterThan(30);
    expect(several.problems).toEqual([]);
  },
  (seconds + 90) * 1_000,
);
