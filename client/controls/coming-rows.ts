/**
 * Which rows of a long table are drawn by now: those of its beginning at once, the others group by group.
 * Promises that a group stays the same object while its rows do, and that no change of the list asks for
 * many rows to be drawn, or taken out of the page, at once. Pure.
 */
import { groupRows, type RowGroup } from "./row-groups.ts";

export interface Identified {
  readonly id: string;
}

export interface GroupOfRows<Row> {
  /** Its own among those of this time and the last. */
  readonly key: number;
  readonly rows: readonly Row[];
}

export interface ComingRows<Row> {
  readonly rows: readonly Row[];
  readonly groups: readonly GroupOfRows<Row>[];
  /** Keys of the groups that are drawn. */
  readonly drawn: ReadonlySet<number>;
  /** Of lists before this one: nobody sees them any more, and they are taken out group by group. */
  readonly leaving: readonly GroupOfRows<Row>[];
}

/** More than a window shows. */
const rowsAtOnce = 40;
/** That come or go with what people do; with more it is another list. */
const fewRows = 80;

/** @param isWhole all rows are wanted at once */
export function beginRows<Row extends Identified>(
  rows: readonly Row[],
  isWhole: boolean,
): ComingRows<Row> {
  const begun = regroup<Row>({ rows: [], groups: [], drawn: new Set(), leaving: [] }, rows, null);
  return isWhole ? drawAll(begun) : begun;
}

/**
 * @param last what there was before
 * @param held the row that must not be made anew, or null
 */
export function regroup<Row extends Identified>(
  last: ComingRows<Row>,
  rows: readonly Row[],
  held: string | null,
): ComingRows<Row> {
  const isInOrder =
    rows.length === last.rows.length && rows.every(({ id }, at) => id === last.rows[at]?.id);
  if (isInOrder) return { ...last, rows, groups: cut(last, rows, sizesOf(last)) };
  const isOther = isOtherList(last.rows, rows);
  const stay = isOther
    ? last.groups.filter((group) => group.rows.some(({ id }) => id === held))
    : last.groups;
  const groups = cut(last, rows, sizesNow([...stay, lastKeyOf(last)], rows, held));
  const waited = new Set(
    last.groups.flatMap(({ key, rows: inIt }) =>
      last.drawn.has(key) ? [] : inIt.map(({ id }) => id),
    ),
  );
  let before = 0;
  const drawn = groups.filter((group) => {
    const isFirst = before < rowsAtOnce;
    before += group.rows.length;
    if (isFirst || group.rows.some(({ id }) => id === held)) return true;
    // A group that came out of a drawn one is drawn too, and so is what people added.
    return !isOther && !group.rows.every(({ id }) => waited.has(id));
  });
  const leaving = isOther ? [...last.leaving, ...leftOut(last, groups)] : last.leaving;
  return { rows, groups, drawn: new Set(drawn.map(({ key }) => key)), leaving };
}

/** The groups that are drawn and in the list no more. */
function leftOut<Row>(
  { groups, drawn }: ComingRows<Row>,
  now: readonly GroupOfRows<Row>[],
): readonly GroupOfRows<Row>[] {
  const stay = new Set(now.map(({ key }) => key));
  return groups.filter(({ key }) => drawn.has(key) && !stay.has(key));
}

/** Whether a filter was chosen or taken away, or something like it: then all begins anew. */
function isOtherList(before: readonly Identified[], now: readonly Identified[]): boolean {
  const known = new Set(before.map(({ id }) => id));
  const come = now.filter(({ id }) => !known.has(id)).length;
  const gone = before.length - (now.length - come);
  return come > fewRows || gone > fewRows;
}

/** An empty group with a key after all others, so that none is given twice. */
function lastKeyOf({ groups, leaving }: ComingRows<unknown>): { key: number; rows: [] } {
  return { key: Math.max(0, ...[...groups, ...leaving].map(({ key }) => key)) + 1, rows: [] };
}

export function drawMore<Row>(last: ComingRows<Row>, keys: readonly number[]): ComingRows<Row> {
  return keys.every((key) => last.drawn.has(key))
    ? last
    : { ...last, drawn: new Set([...last.drawn, ...keys]) };
}

/** Takes some of those that are leaving out of the page. */
export function letGo<Row>(last: ComingRows<Row>, count: number): ComingRows<Row> {
  return { ...last, leaving: last.leaving.slice(count) };
}

export function drawAll<Row>(last: ComingRows<Row>): ComingRows<Row> {
  return drawMore(
    last,
    last.groups.map(({ key }) => key),
  );
}

/** @returns the groups that are not drawn, in order */
export function waitingIn({ groups, drawn }: ComingRows<unknown>): readonly number[] {
  return groups.flatMap(({ key }) => (drawn.has(key) ? [] : [key]));
}

export function areSame<Row>(one: readonly Row[], other: readonly Row[]): boolean {
  return (
    one === other || (one.length === other.length && one.every((row, at) => row === other[at]))
  );
}

interface Size {
  readonly key: number;
  readonly count: number;
}

function sizesOf({ groups }: ComingRows<unknown>): readonly Size[] {
  return groups.map(({ key, rows }) => ({ key, count: rows.length }));
}

function sizesNow<Row extends Identified>(
  groups: readonly GroupOfRows<Row>[],
  rows: readonly Row[],
  held: string | null,
): readonly Size[] {
  const ids = (some: readonly Row[]): string[] => some.map(({ id }) => id);
  const before = groups.map((group): RowGroup => ({ key: group.key, ids: ids(group.rows) }));
  return groupRows(ids(rows), before, held).map((group) => ({
    key: group.key,
    count: group.ids.length,
  }));
}

/** @returns groups of these sizes; one with the same rows as before is the same object */
function cut<Row>(
  last: ComingRows<Row>,
  rows: readonly Row[],
  sizes: readonly Size[],
): readonly GroupOfRows<Row>[] {
  const before = new Map(last.groups.map((group) => [group.key, group]));
  let from = 0;
  return sizes.map(({ key, count }) => {
    const inIt = rows.slice(from, from + count);
    from += count;
    const old = before.get(key);
    return old && areSame(old.rows, inIt) ? old : { key, rows: inIt };
  });
}
