/** Random statements, edits and positions: the board against a count as a person would make it. fast-check prints the seed of a failure. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { agreementOf, KeptAgreement, type Agreement } from "../../shared/agreement.ts";
import type { Deed } from "../../shared/deed.ts";
import type { Priority } from "../../shared/item-kinds.ts";
import type { Item } from "../../shared/items.ts";
import { workOut } from "../../shared/kept-rows.ts";
import type { Position, Stance } from "../../shared/position.ts";
import { emptyRecord, type RecordedPerson, type RecordState } from "../../shared/record-state.ts";
import { richTextFromPlain } from "../../shared/rich-text.ts";
import { seenOf } from "../../shared/seen.ts";
import { anItem } from "./commands/a-statement.ts";

const boroughIds = ["camden", "hackney", "lewisham", "southwark"];
const itemIds = ["N-1", "N-2", "R-1", "R-2", "R-3"];
const stances: readonly Stance[] = ["agree", "agree-with-change", "does-not-apply", "object"];

/** An item as a few choices; `now` of them is how it stands at the end. */
interface Wording {
  readonly words: string;
  readonly priority: Priority | null;
  readonly isRemoved: boolean;
  /** The borough that has a variation, and its words. */
  readonly differs: readonly [string, string] | null;
  readonly raisedBy: readonly string[];
}

interface Saying {
  readonly itemId: string;
  readonly boroughId: string;
  readonly on: Wording;
  readonly stance: Stance;
  readonly priority: Priority | null;
  readonly isProposal: boolean;
}

const borough = fc.constantFrom(...boroughIds);
const wording: fc.Arbitrary<Wording> = fc.record({
  words: fc.constantFrom("one", "two", "one", ""),
  priority: fc.constantFrom<Priority | null>("must", "should", null),
  isRemoved: fc.integer({ max: 9, min: 0 }).map((dice) => dice === 0),
  differs: fc.option(fc.tuple(borough, fc.constantFrom("here", "there", ""))),
  raisedBy: fc.subarray(boroughIds),
});
const saying: fc.Arbitrary<Saying> = fc.record({
  itemId: fc.constantFrom(...itemIds),
  boroughId: borough,
  on: wording,
  stance: fc.constantFrom(...stances),
  priority: fc.constantFrom<Priority | null>("could", null),
  isProposal: fc.boolean(),
});

/** What happens: an item is written anew, a borough says something on some wording, or on what stands there. */
const step = fc.oneof(
  fc.record({ itemId: fc.constantFrom(...itemIds), writes: wording }),
  fc.record({ says: saying, isOnWhatStands: fc.boolean() }),
);

it("counts what boroughs say as a person would, and the same however often it is asked", () => {
  fc.assert(
    fc.property(
      fc.array(wording, { minLength: itemIds.length, maxLength: itemIds.length }),
      fc.array(step, { maxLength: 25 }),
      fc.subarray(boroughIds, { minLength: 1 }),
      (first, steps, taking) => {
        const texts = new Map(itemIds.map((id, at) => [id, first[at] as Wording]));
        const sayings: Saying[] = [];
        let items = new Map([...texts].map(([id, text]) => [id, itemOf(id, text)]));
        let record = recordOf(taking);
        const kept = new KeptAgreement();
        for (const happens of steps) {
          if ("writes" in happens) {
            texts.set(happens.itemId, happens.writes);
            items = new Map(items).set(happens.itemId, itemOf(happens.itemId, happens.writes));
          } else {
            const { says, isOnWhatStands } = happens;
            const stands = texts.get(says.itemId);
            const said = isOnWhatStands && stands ? { ...says, on: stands } : says;
            sayings.push(said);
            record = withSaying(record, said);
          }
          workOut(kept, [...items.values()], record);
        }
        const asked = workOut(kept, [...items.values()], record);
        expect(asked).toEqual(agreementOf([...items.values()], record));
        expect(inShort(asked)).toEqual(countedByHand(texts, sayings, taking));
      },
    ),
    { numRuns: 1_000 },
  );
});

function itemOf(id: string, { words, priority, isRemoved, differs, raisedBy }: Wording): Item {
  return {
    ...anItem(id, id.startsWith("N") ? "need" : "requirement", words),
    priority,
    raisedBy,
    removed: isRemoved ? { why: "No." } : null,
    variations: differs
      ? [{ key: `${differs[0]}:1`, boroughId: differs[0], text: richTextFromPlain(differs[1]) }]
      : [],
  };
}

function recordOf(taking: readonly string[]): RecordState {
  const people = taking.map((boroughId): [string, RecordedPerson] => [
    boroughId,
    {
      id: boroughId,
      name: boroughId,
      boroughId,
      boroughName: boroughId,
      role: "editor",
      agrees: true,
      joined: deedOf(boroughId),
      removed: null,
    },
  ]);
  return { ...emptyRecord, people: new Map(people) };
}

function withSaying(record: RecordState, said: Saying): RecordState {
  const { itemId, boroughId, on, stance, priority, isProposal } = said;
  const name = isProposal ? "proposedPositions" : "positions";
  const deed = deedOf(boroughId);
  const position: Position = {
    ...deed,
    stance,
    words: "",
    priority,
    seen: seenOf(itemOf(itemId, on), boroughId),
    confirmed: deed,
    threadId: null,
  };
  const ofItem = new Map(record[name].get(itemId)).set(boroughId, position);
  return { ...record, [name]: new Map(record[name]).set(itemId, ofItem) };
}

function deedOf(boroughId: string): Deed {
  return { personId: boroughId, boroughId, at: "2026-05-14T09:00:00.000Z", number: 1 };
}

function inShort({ boroughs, counts, rows }: Agreement) {
  return {
    boroughs: boroughs.map(({ id, toLookAt, objections }) => [id, toLookAt, objections]),
    counts,
    cells: rows.map(({ id, cells }) => [
      id,
      ...cells.map(({ state, stance, proposed }) => [state, stance, proposed].join(" ")),
    ]),
  };
}

/** Worked out from the words of the issue, item by item, with nothing of the code under test. */
function countedByHand(
  texts: ReadonlyMap<string, Wording>,
  sayings: readonly Saying[],
  taking: readonly string[],
): ReturnType<typeof inShort> {
  const shown = [...texts].filter(
    ([, { isRemoved, words, differs }]) => !isRemoved && words + (differs?.[1] ?? "") !== "",
  );
  const last = (itemId: string, boroughId: string, isProposal: boolean): Saying | undefined =>
    sayings.findLast(
      (said) =>
        said.itemId === itemId && said.boroughId === boroughId && said.isProposal === isProposal,
    );
  const reads = ({ words, priority, isRemoved, differs }: Wording, boroughId: string): string =>
    [words, priority, isRemoved, differs?.[0] === boroughId ? differs[1] : ""].join("|");
  const cells = shown.map(([itemId, text]) =>
    taking.map((boroughId) => {
      const said = last(itemId, boroughId, false);
      const proposed = last(itemId, boroughId, true)?.stance ?? null;
      const isCurrent = said !== undefined && reads(said.on, boroughId) === reads(text, boroughId);
      const notSaid = proposed === null ? "not-looked" : "proposed";
      const state = said ? (isCurrent ? said.stance : "changed") : notSaid;
      const hasIt = text.raisedBy.includes(boroughId) || state.startsWith("agree");
      return {
        state,
        stance: said?.stance ?? null,
        proposed,
        isShared: hasIt && state !== "does-not-apply",
        isOtherPriority: isCurrent && said.priority !== null,
      };
    }),
  );
  const all = cells.flat();
  const isOpen = (state: string): boolean => /changed|proposed|not-looked/.test(state);
  const sharers = cells.flatMap((row, at) =>
    shown[at]?.[0].startsWith("N") ? [row.filter(({ isShared }) => isShared).length] : [],
  );
  return {
    boroughs: taking.map((id, at) => [
      id,
      cells.filter((row) => isOpen(row[at]?.state ?? "")).length,
      cells.filter((row) => row[at]?.state === "object").length,
    ]),
    counts: {
      items: shown.length,
      agreed: cells.filter(
        (row) =>
          row.some(({ state }) => state === "agree") &&
          !row.some(({ state }) => state !== "agree" && state !== "does-not-apply"),
      ).length,
      objections: all.filter(({ state }) => state === "object").length,
      changed: all.filter(({ state }) => state === "changed").length,
      saysDiffer: cells.filter((row) => {
        const heard = row.filter((cell) => !isOpen(cell.state));
        return new Set(heard.map(({ stance }) => stance)).size > 1;
      }).length,
      prioritiesDiffer: cells.filter(
        (row, at) =>
          shown[at]?.[0].startsWith("R") && row.some(({ isOtherPriority }) => isOtherPriority),
      ).length,
      needs: {
        shared: sharers.filter((count) => count > 1).length,
        ofOne: sharers.filter((count) => count === 1).length,
        ofNobody: sharers.filter((count) => count === 0).length,
      },
    },
    cells: cells.map((row, at) => [
      shown[at]?.[0] ?? "",
      ...row.map(({ state, stance, proposed }) => [state, stance, proposed].join(" ")),
    ]),
  };
}
