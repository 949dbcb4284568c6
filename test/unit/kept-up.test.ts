/**
 * What is kept up by difference against the same from nothing: after every step of random runs, and by
 * how many items are looked at. fast-check prints the seed of a failure.
 */
import fc from "fast-check";
import { expect, it } from "vitest";
import type { Member } from "../../shared/access.ts";
import { itemsAs } from "../../shared/as-borough.ts";
import { agreementOf, KeptAgreement } from "../../shared/agreement.ts";
import { coverageOf, KeptCoverage } from "../../shared/coverage.ts";
import type { Item } from "../../shared/items.ts";
import { KeptHints, type StatementHints } from "../../shared/kept-hints.ts";
import { KeptReadAs } from "../../shared/kept-read-as.ts";
import { everyId, type Kept } from "../../shared/kept-rows.ts";
import { KeptNotices, noticesFor } from "../../shared/notices.ts";
import type { RecordState } from "../../shared/record-state.ts";
import { itemsToLookAt, KeptItemsToLookAt } from "../../shared/to-look-at.ts";
import { countMusts, hintsOf } from "../../shared/wording-checks.ts";
import { KeptWorld, type Step } from "./kept-world.ts";

const member: Member = {
  personId: "ben",
  name: "ben",
  boroughId: "hackney",
  boroughName: "hackney",
  role: "lead",
  agrees: true,
};

interface Case {
  readonly make: () => Kept<unknown>;
  readonly fromNothing: (items: readonly Item[], record: RecordState) => unknown;
  /** What is compared of what is kept up. */
  readonly inPlain?: (kept: never, items: readonly Item[]) => unknown;
}

const cases: Readonly<Record<string, Case>> = {
  "needs covered": { make: () => new KeptCoverage(), fromNothing: coverageOf },
  agreement: { make: () => new KeptAgreement(), fromNothing: agreementOf },
  "to look at": {
    make: () => new KeptItemsToLookAt(member),
    fromNothing: (items, record) => itemsToLookAt(member, record, items),
  },
  notices: {
    make: () => new KeptNotices(member),
    fromNothing: (items, record) => noticesFor(member, record, items),
  },
  hints: {
    make: () => new KeptHints(),
    fromNothing(items, { dismissedHints }) {
      const hinted = items.filter((item) =>
        hintsOf(item).some(({ check }) => !dismissedHints.get(item.id)?.has(check)),
      );
      return [hinted.map(({ id }) => id), hinted.length, countMusts(items)];
    },
    inPlain: ({ itemIds, musts }: StatementHints, items) => [
      items.map(({ id }) => id).filter((id) => itemIds.has(id)),
      itemIds.size,
      musts,
    ],
  },
  "read as a borough": {
    make: () => new KeptReadAs("hackney"),
    fromNothing(items, record) {
      const { leftOut, differ, changedSince, ...as } = itemsAs(items, record, "hackney");
      const shown = new Set(as.items.map(({ id }) => id));
      return {
        boroughId: "hackney",
        hidden: new Set(
          items.filter(({ id, removed }) => !removed && !shown.has(id)).map(({ id }) => id),
        ),
        leftOut: leftOut.length,
        differ: differ.length,
        changedSince: changedSince.length,
      };
    },
  },
};

const step: fc.Arbitrary<Step> = fc.tuple(fc.nat(29), fc.nat(60), fc.nat(60), fc.nat(60));

/** So many of the commands that say something of items are not refused, in all runs together. */
const leastDone = 20;

it("comes to the same as from nothing after every step, however late text and entries come", () => {
  const done = new Set<string>();
  fc.assert(
    fc.property(fc.array(step, { minLength: 50, maxLength: 100 }), (steps) => {
      const world = new KeptWorld();
      const all = Object.entries(cases).map(([name, one]) => keptIn(world, name, one));
      for (const one of steps) {
        world.take(one);
        for (const { now, fromNothing } of all.map((kept) => kept()))
          expect(now).toEqual(fromNothing);
      }
      world.hearAll();
      for (const { now, fromNothing } of all.map((kept) => kept()))
        expect(now).toEqual(fromNothing);
      for (const name of world.done) done.add(name);
      world.close();
    }),
    { numRuns: 40 },
  );
  expect(done.size).toBeGreaterThan(leastDone);
});

/** @returns what it comes to as things are, kept up and from nothing, with its name */
function keptIn(
  { items, record }: KeptWorld,
  name: string,
  one: Case,
): () => { readonly now: unknown; readonly fromNothing: unknown } {
  const kept = one.make();
  const touched = new Set(everyId(items.order(), record.state()));
  items.touched.addTo(touched);
  record.touched.addTo(touched);
  return () => {
    const result = kept.update(touched, { item: (id) => items.item(id), record: record.state() });
    touched.clear();
    const all = items.order().flatMap((id) => items.item(id) ?? []);
    const plain = one.inPlain ? one.inPlain(result as never, all) : result;
    return {
      now: { name, plain },
      fromNothing: { name, plain: one.fromNothing(all, record.state()) },
    };
  };
}
