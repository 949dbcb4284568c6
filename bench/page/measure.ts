/** Keys in one page, alone and while the others type, and the middle of several rounds. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { listen, pressKeys, type Busy, type Key } from "./keys.ts";
import type { Sitting } from "./sitting.ts";

/** One page in one situation, all rounds together. */
export interface Cell {
  readonly name: string;
  readonly isBusy: boolean;
  readonly keys: readonly Key[];
  /**
   * Work of the main thread that a key adds, in milliseconds of the processor's time: the middle of all keys, as a
   * collection of garbage in one of them would tell of the minutes before.
   */
  readonly keyCpu: Costs;
  /** Work of the main thread for what comes in, in milliseconds a second. */
  readonly idleCpu: Costs;
  /** Letters that others typed, a second. */
  readonly lettersPerSecond: number;
}

export type Costs = Omit<Busy, "overMs">;

interface HowToMeasure {
  readonly keys: number;
  readonly profile?: string | undefined;
  readonly isFirst: boolean;
}

const listenMs = 3_000;
/** What chokes is chokes after a few keys too. */
const chokedMs = 400;
const fewKeys = 6;

export async function measureKeys(sitting: Sitting, how: HowToMeasure): Promise<Cell[]> {
  await sitting.page.bringToFront();
  const quiet = await measureOnce(sitting, how, false);
  const isChoked = medianOf(quiet.keys.map(({ totalMs }) => totalMs)) > chokedMs;
  if (!sitting.others) return [quiet];
  sitting.others.begin();
  const busy = await measureOnce(sitting, isChoked ? { ...how, keys: fewKeys } : how, true);
  return [quiet, busy];
}

async function measureOnce(
  { name, page, client, others }: Sitting,
  { keys: count, profile, isFirst }: HowToMeasure,
  isBusy: boolean,
): Promise<Cell> {
  const begunMs = performance.now();
  const idle = await listen(client, listenMs);
  const isProfiled = profile !== undefined && isFirst;
  if (isProfiled) {
    await client.send("Profiler.enable");
    await client.send("Profiler.setSamplingInterval", { interval: 200 });
    await client.send("Profiler.start");
  }
  const { keys, busy } = await pressKeys(page, client, count);
  if (isProfiled) {
    const file = `${name.replaceAll(/\W+/g, "-")}-${isBusy ? "others" : "quiet"}.cpuprofile`;
    const taken = await client.send("Profiler.stop");
    await writeFile(join(profile, file), JSON.stringify(taken.profile));
  }
  const letters = isBusy && others ? await others.rest() : 0;
  const overSeconds = (performance.now() - begunMs) / 1_000;
  return {
    name,
    isBusy,
    keys,
    keyCpu: costsOf((what) =>
      medianOf(busy.map((one) => one[what] - (idle[what] * one.overMs) / idle.overMs)),
    ),
    idleCpu: costsOf((what) => (idle[what] * 1_000) / idle.overMs),
    lettersPerSecond: letters / overSeconds,
  };
}

/** Cells of the same page and situation put together: all keys, and the middle of the rest. */
export function middleOf(cells: readonly Cell[]): Cell[] {
  const groups = Map.groupBy(cells, ({ name, isBusy }) => `${name} ${isBusy}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const middle = (pick: (cell: Cell) => number): number => medianOf(group.map(pick));
    return [
      {
        ...first,
        keys: group.flatMap(({ keys }) => keys),
        keyCpu: costsOf((what) => middle(({ keyCpu }) => keyCpu[what])),
        idleCpu: costsOf((what) => middle(({ idleCpu }) => idleCpu[what])),
        lettersPerSecond: middle(({ lettersPerSecond }) => lettersPerSecond),
      },
    ];
  });
}

function medianOf(values: readonly number[]): number {
  return shareOf(values, 0.5);
}

/** The value below which that share of them lies. */
export function shareOf(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function costsOf(of: (what: keyof Costs) => number): Costs {
  return {
    taskMs: of("taskMs"),
    scriptMs: of("scriptMs"),
    layoutMs: of("layoutMs"),
    styleMs: of("styleMs"),
  };
}
