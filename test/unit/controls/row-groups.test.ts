/** Groups of rows through random inserts, moves and removals. fast-check prints the seed of a failure. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { groupRows, type RowGroup } from "../../../client/controls/row-groups.ts";

const largest = 80;

const step = fc.record({
  act: fc.constantFrom("insert", "move", "remove", "show"),
  at: fc.nat(),
  to: fc.nat(),
  count: fc.oneof(fc.constant(1), fc.nat(130)),
});

const names = (count: number, begin = 0): string[] =>
  Array.from({ length: count }, (_, number) => `i${begin + number}`);

function keysOf(groups: readonly RowGroup[]): Map<string, number> {
  return new Map(groups.flatMap(({ key, ids }) => ids.map((id) => [id, key] as const)));
}

/** Rows that were there before and are made anew. */
function madeAnew(before: readonly RowGroup[], after: readonly RowGroup[]): string[] {
  const keys = keysOf(before);
  return [...keysOf(after)].flatMap(([id, key]) =>
    keys.has(id) && keys.get(id) !== key ? [id] : [],
  );
}

it("has all rows in order, in groups neither large nor many, and never makes the held row anew", () => {
  fc.assert(
    fc.property(
      fc.nat(400),
      fc.array(step, { maxLength: 40 }),
      fc.option(fc.nat()),
      (size, steps, heldAt) => {
        let ids = names(size);
        let next = size;
        let shown = 60;
        let inserts = 0;
        let groups = groupRows(ids.slice(0, shown), [], null);
        const held = heldAt === null ? null : (ids[heldAt % Math.max(1, size)] ?? null);
        for (const { act, at, to, count } of steps) {
          const from = at % (ids.length + 1);
          if (act === "show") shown += 50;
          else if (act === "insert") {
            ids = ids.toSpliced(from, 0, ...names(count, next));
            next += count;
            inserts += 1;
          } else {
            const taken = ids.slice(from, from + count);
            ids = ids.toSpliced(from, count);
            if (act === "move") ids.splice(to % (ids.length + 1), 0, ...taken);
          }
          const rows = ids.slice(0, shown);
          const now = groupRows(rows, groups, held);
          expect(now.flatMap((group) => group.ids)).toEqual(rows);
          expect(new Set(now.map(({ key }) => key)).size).toBe(now.length);
          for (const group of now) expect(group.ids.length).toBeLessThanOrEqual(largest);
          expect(now.every((group) => group.ids.length > 0)).toBe(true);
          if (held !== null) expect(madeAnew(groups, now)).not.toContain(held);
          groups = now;
        }
        expect(groups.length).toBeLessThanOrEqual(next / 20 + inserts + steps.length + 2);
      },
    ),
  );
});

it("leaves all groups but one as they are when an item comes, goes or moves within", () => {
  const ids = names(2_000);
  const groups = groupRows(ids, [], null);
  expect(groups.length).toBe(50);
  const others = [
    ids.toSpliced(1_010, 0, "new"),
    ids.toSpliced(0, 0, "new"),
    ids.toSpliced(2_000, 0, "new"),
    ids.toSpliced(1_010, 1),
    ids.toSpliced(1_010, 2, "i1011", "i1010"),
  ];
  for (const changed of others) {
    const now = groupRows(changed, groups, null);
    expect(now.filter((group) => !groups.includes(group)).length).toBe(1);
    expect(madeAnew(groups, now)).toEqual([]);
  }
});

it("makes the moved item anew and no other, or the fewest others where it is held", () => {
  const ids = names(2_000);
  const groups = groupRows(ids, [], null);
  const moved = ids.toSpliced(1_010, 1).toSpliced(30, 0, "i1010");
  expect(madeAnew(groups, groupRows(moved, groups, null))).toEqual(["i1010"]);
  const anew = madeAnew(groups, groupRows(moved, groups, "i1010"));
  expect(anew).not.toContain("i1010");
  expect(anew.length).toBeLessThan(largest);
});

it("keeps every row where rows come at the end, as when a page grows", () => {
  const ids = names(1_000);
  let groups = groupRows(ids.slice(0, 60), [], null);
  for (let count = 110; count <= 1_000; count += 50) {
    const now = groupRows(ids.slice(0, count), groups, null);
    expect(madeAnew(groups, now)).toEqual([]);
    groups = now;
  }
  expect(groups.length).toBeLessThan(30);
});
