/**
 * How often presence is passed on, by how many people there are. Up to 20 it travels as often as text. In a larger
 * room people take turns, so that presence never goes out all at once: everybody's carets to 200 people
 * are 9 MB, and writing them keeps the text waiting for 20 to 40 ms.
 */

export interface Pace {
  readonly waitMs: number;
  /** Who moved waits so many turns at least… */
  readonly turns: number;
  /** …and so many people go at once. */
  readonly most: number;
}

/** Presence waits this long at least, so that many become one frame. */
export const presenceMs = 10;

const smallRoom = 20;
const turnsInARound = 10;

/** For each page, which shows no more: of 1,000 people who all move, more would be more bytes than the text. */
const mostCaretsASecond = 200;

export function paceOf(people: number): Pace {
  if (people <= smallRoom) return { waitMs: presenceMs, turns: 1, most: Infinity };
  return {
    waitMs: roundMs(people) / turnsInARound,
    turns: turnsInARound / 2,
    most: Math.ceil(people / turnsInARound),
  };
}

/**
 * In which everybody has a turn when all move: 100 to 250 ms up to a hundred people, a second up to
 * 200, and then longer, because presence grows with the square of them. Who moves waits half of it at least.
 */
function roundMs(people: number): number {
  if (people > 100) return Math.max(1_000, (people / mostCaretsASecond) * 1_000);
  return 100 + ((people - smallRoom) / (100 - smallRoom)) * 150;
}
