/**
 * People type through a balancer while servers are killed and started again, and Redis comes and goes.
 * `SEED` and `FIRE_SECONDS` as in truth-under-fire.
 */
import { create, int32 } from "lib0/prng";
import { expect, onTestFinished, test } from "vitest";
import { findFirstBreak } from "../../../shared/entry.ts";
import { joinedBy } from "../a-server.ts";
import { AWriter, wordsOf } from "../sync/a-writer.ts";
import { eventually } from "../sync/eventually.ts";
import { secondsUnderFire, seedOfRun } from "../sync/fire-settings.ts";
import { LivePage } from "../sync/live-page.ts";
import { AFleet } from "./a-fleet.ts";

const seed = seedOfRun();
const seconds = secondsUnderFire(20);

test(
  `servers are killed while people type: they go on at another, and nothing saved is lost or doubled (seed ${seed})`,
  async () => {
    const random = create(seed);
    await using fleet = await AFleet.start(3);
    const ada = await fleet.first();
    const statementId = await ada.makes("Repairs");
    const where = { url: fleet.balancer.url, statementId };
    const callers = [ada];
    for (const name of ["ben", "cleo", "dan", "eve", "fay"]) {
      callers.push(await joinedBy(fleet, ada, statementId, "editor", name));
    }
    const writers = callers.map(
      ({ cookie }, at) => new AWriter(`${"abcdef"[at]}n`, random, { ...where, cookie }),
    );
    onTestFinished(() => {
      for (const { page } of writers) page.end();
    });
    await eventually(() => expect(writers.every(({ page }) => page.isSynced)).toBe(true));

    const sum = { kills: 0, "Redis stopped": 0 };
    const endsAt = performance.now() + seconds * 1_000;
    let nextAt = 0;
    let away: Promise<void> = Promise.resolve();
    let isAway = false;
    while (performance.now() < endsAt) {
      for (const writer of writers) if (writer.page.hasBeenSynced) writer.acts();
      if (performance.now() > nextAt && !isAway) {
        nextAt = performance.now() + int32(random, 500, 1_500);
        isAway = true;
        const index = int32(random, 0, 2);
        const isRedis = int32(random, 0, 3) === 0;
        sum[isRedis ? "Redis stopped" : "kills"] += 1;
        away = (async () => {
          if (isRedis) await fleet.redis.stop();
          else await fleet.kill(index);
          await new Promise((resolve) => setTimeout(resolve, int32(random, 0, 500)));
          if (isRedis) await fleet.redis.startAgain();
          else await fleet.startAgain(index);
          isAway = false;
        })();
      }
      await new Promise((resolve) => setTimeout(resolve, int32(random, 5, 25)));
    }
    await away;
    await eventually(() => {
      for (const { page } of writers) {
        const { closed, savedChanges, changes, isSynced } = page;
        const state = JSON.stringify({ closed, savedChanges, changes, isSynced });
        expect(isSynced && savedChanges === changes, `seed ${seed}: ${state}`).toBe(true);
      }
      const [first, ...rest] = writers.map(({ page }) => wordsOf(page.doc));
      for (const other of rest) expect(other).toEqual(first);
    });

    const fresh = new LivePage({ ...where, cookie: ada.cookie });
    onTestFinished(() => fresh.end());
    await eventually(() => expect(fresh.isSynced).toBe(true));
    const places = wordsOf(fresh.doc);
    const takenOut = new Set(writers.flatMap((writer) => [...writer.takenOut]));
    const typed = writers.flatMap((writer) => writer.typed);
    const wrong = typed.filter(({ word, itemId, field }) => {
      const found = places.get(word) ?? [];
      const isThereOnce = found.length === 1 && found[0] === `${itemId}/${field}`;
      return !(isThereOnce || (found.length === 0 && takenOut.has(word)));
    });
    expect(wrong).toEqual([]);
    expect([...places.values()].every((found) => found.length === 1)).toBe(true);
    const record = await ada.record(statementId);
    expect(findFirstBreak(record)).toBeNull();
    const given = record.flatMap(({ facts }) =>
      Array.isArray(facts["references"]) ? (facts["references"] as { reference: string }[]) : [],
    );
    expect(new Set(given.map(({ reference }) => reference)).size).toBe(given.length);
    console.log(
      `seed ${seed}, ${seconds} s:`,
      sum,
      `${typed.length} words, ${record.length} entries`,
    );
    expect(sum.kills).toBeGreaterThan(0);
    expect(typed.length).toBeGreaterThan(100);
  },
  (seconds + 400) * 1_000,
);
