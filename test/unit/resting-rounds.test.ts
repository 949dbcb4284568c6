/** A room's document is given up when it was not read for once to twice the time, however many rooms there are. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Resting } from "../../server/sync/resting.ts";

const restMs = 10_000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Somebody's room: remembers when it was asked, and gives its document up if nobody has read it since. */
class AskedRoom {
  readonly askedAt: number[] = [];
  readonly restedAt: number[] = [];
  #wasRead = true;

  read(): void {
    this.#wasRead = true;
  }

  rest(): boolean {
    this.askedAt.push(performance.now());
    const wasRead = this.#wasRead;
    this.#wasRead = false;
    if (wasRead || this.restedAt.length > 0) return false;
    this.restedAt.push(performance.now());
    return true;
  }
}

/** @param used those that somebody is at work in without a page */
function openRooms(count: number, used: ReadonlySet<number> = new Set()) {
  const rooms = new Map(Array.from({ length: count }, (_, at) => [`${at}`, new AskedRoom()]));
  const usedRooms = new Set([...used].map((at) => rooms.get(`${at}`)));
  const resting = new Resting({ restMs, rooms, isUsed: (room) => usedRooms.has(room) });
  return { rooms: [...rooms.values()], resting };
}

describe("a room alone", () => {
  test("keeps its document while somebody types a letter every six seconds", () => {
    const { rooms, resting } = openRooms(1);
    for (let letters = 0; letters < 50; letters += 1) {
      rooms[0]?.read();
      vi.advanceTimersByTime(6_000);
    }
    expect(rooms[0]?.restedAt).toEqual([]);
    resting.stop();
  });

  test("gives it up ten to twenty seconds after it was read last", () => {
    const { rooms, resting } = openRooms(1);
    vi.advanceTimersByTime(3_000);
    rooms[0]?.read();
    const readAt = performance.now();
    vi.advanceTimersByTime(60_000);
    const [restedAt = Infinity] = rooms[0]?.restedAt ?? [];
    expect(restedAt - readAt).toBeGreaterThanOrEqual(restMs);
    expect(restedAt - readAt).toBeLessThanOrEqual(2 * restMs + 500);
    resting.stop();
  });

  test("is left alone while somebody who is no page is at work in it, and after the end", () => {
    const { rooms, resting } = openRooms(2, new Set([0]));
    vi.advanceTimersByTime(60_000);
    expect(rooms.map(({ restedAt }) => restedAt.length)).toEqual([0, 1]);
    resting.stop();
    const asked = rooms[1]?.askedAt.length;
    vi.advanceTimersByTime(60_000);
    expect(rooms[1]?.askedAt).toHaveLength(asked ?? NaN);
  });
});

test.each([2, 39, 41, 1_000])("of %i rooms none is asked twice within its time", (count) => {
  const { rooms, resting } = openRooms(count);
  vi.advanceTimersByTime(20 * restMs);
  const between = rooms.flatMap(({ askedAt }) =>
    askedAt.slice(1).map((at, index) => at - (askedAt[index] ?? NaN)),
  );
  expect(between.length).toBeGreaterThan(5 * count);
  expect(Math.min(...between)).toBeGreaterThanOrEqual(restMs - 500);
  resting.stop();
});

test("of 1,000 rooms that nobody reads no more than five give up theirs at once", () => {
  const { rooms, resting } = openRooms(1_000);
  vi.advanceTimersByTime(120_000);
  const times = rooms.flatMap(({ restedAt }) => restedAt);
  expect(times).toHaveLength(1_000);
  const atOnce = Map.groupBy(times, (at) => at);
  expect(Math.max(...[...atOnce.values()].map(({ length }) => length))).toBeLessThanOrEqual(5);
  resting.stop();
});
