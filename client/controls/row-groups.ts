/**
 * Rows in groups that are rendered each for itself: React goes through the siblings of whatever changes,
 * and those are the rows of one group and the other groups, not all rows. Promises that the row somebody
 * works in keeps its group, since a row that goes to another one is made anew.
 */
export interface RowGroup {
  /** Its own among those of this time and the last. */
  readonly key: number;
  readonly ids: readonly string[];
}

/** About the root of as many rows as stand on a page at once. */
const usualSize = 40;
const largestSize = 2 * usualSize;

interface Run {
  /** The group in which these rows were, or null for new ones. */
  readonly home: number | null;
  readonly ids: string[];
}

/**
 * @param ids all rows in order
 * @param before the groups of last time: those whose rows are the same stay the same objects
 * @param held the row that must not be made anew, or null
 */
export function groupRows(
  ids: readonly string[],
  before: readonly RowGroup[],
  held: string | null,
): readonly RowGroup[] {
  const isHeld = (run: Run): boolean => held !== null && run.ids.includes(held);
  const runs = withoutStrays(runsOf(ids, before), isHeld);
  const stays = new Map<number, Run>();
  for (const run of runs) {
    if (run.home === null) continue;
    const other = stays.get(run.home);
    if (!other || isHeld(run) || (!isHeld(other) && run.ids.length > other.ids.length))
      stays.set(run.home, run);
  }
  let nextKey = Math.max(0, ...before.map(({ key }) => key)) + 1;
  const groups: { key: number; ids: string[] }[] = [];
  let leading: string[] = [];
  for (const run of runs) {
    const last = groups.at(-1);
    if (run.home !== null && stays.get(run.home) === run) {
      groups.push({ key: run.home, ids: [...leading, ...run.ids] });
      leading = [];
    } else if (last && last.ids.length + run.ids.length <= largestSize) last.ids.push(...run.ids);
    else if (!last && run !== runs.at(-1)) leading.push(...run.ids);
    else groups.push({ key: nextKey++, ids: run.ids });
  }
  const known = new Map(before.map((group) => [group.key, group]));
  return groups
    .flatMap((group) =>
      group.ids.length > largestSize ? divided(group, held, () => nextKey++) : group,
    )
    .map((group) => {
      const old = known.get(group.key);
      return old && isSame(old.ids, group.ids) ? old : group;
    });
}

function runsOf(ids: readonly string[], before: readonly RowGroup[]): Run[] {
  const homes = new Map(
    before.flatMap(({ key, ids: inIt }) => inIt.map((id) => [id, key] as const)),
  );
  const runs: Run[] = [];
  for (const id of ids) {
    const home = homes.get(id) ?? null;
    const last = runs.at(-1);
    if (last?.home === home) last.ids.push(id);
    else runs.push({ home, ids: [id] });
  }
  return runs;
}

/** What came in between rows of one group belongs to it from now on. */
function withoutStrays(all: readonly Run[], isHeld: (run: Run) => boolean): Run[] {
  const runs: Run[] = [];
  for (const run of all) {
    const stray = runs.at(-1);
    const host = runs.at(-2);
    const isSmall = (count: number): boolean =>
      stray !== undefined &&
      (stray.home === null || (!isHeld(stray) && stray.ids.length <= count + run.ids.length));
    if (stray && host && run.home !== null && host.home === run.home && isSmall(host.ids.length)) {
      runs.pop();
      host.ids.push(...stray.ids, ...run.ids);
    } else runs.push(run);
  }
  return runs;
}

function divided(group: RowGroup, held: string | null, newKey: () => number): RowGroup[] {
  const parts: string[][] = [];
  for (let from = 0; from < group.ids.length; from += usualSize)
    parts.push(group.ids.slice(from, from + usualSize));
  const kept = Math.max(
    0,
    parts.findIndex((part) => held !== null && part.includes(held)),
  );
  return parts.map((part, number) => ({ key: number === kept ? group.key : newKey(), ids: part }));
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id, at) => id === other[at]);
}
