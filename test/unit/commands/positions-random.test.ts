/** Any story of positions: what the record says is what a plain list of who said what last says. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { positionState } from "../../../shared/position-state.ts";
import { allStances, needsWords, stanceWords, type Stance } from "../../../shared/position.ts";
import { emptyRecord } from "../../../shared/record-state.ts";
import { foldEntries } from "../../../shared/record.ts";
import { anItem, type AStatement } from "./a-statement.ts";
import { aStatement } from "./said-on.ts";

const items = ["R-1", "R-2", "N-1"] as const;
type ItemId = (typeof items)[number];

type Step =
  | {
      readonly does: "take";
      readonly by: "ada" | "ben";
      readonly on: ItemId;
      readonly stance: Stance;
      readonly words: string;
    }
  | {
      readonly does: "propose";
      readonly by: "cleo" | "hal";
      readonly on: ItemId;
      readonly stance: Stance;
      readonly words: string;
    }
  | { readonly does: "renew" | "withdraw"; readonly by: "ada" | "ben"; readonly on: ItemId }
  | { readonly does: "drop"; readonly by: "ada" | "ben" | "cleo" | "hal"; readonly on: ItemId }
  | { readonly does: "edit"; readonly on: ItemId; readonly text: string };

const on = fc.constantFrom(...items);
const agreer = fc.constantFrom("ada" as const, "ben" as const);
const proposer = fc.constantFrom("cleo" as const, "hal" as const);
const stance = fc.constantFrom(...allStances);
const words = fc.constantFrom("Too slow.", "Too dear.");
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ does: fc.constant("take" as const), by: agreer, on, stance, words }),
  fc.record({ does: fc.constant("propose" as const), by: proposer, on, stance, words }),
  fc.record({ does: fc.constantFrom("renew" as const, "withdraw" as const), by: agreer, on }),
  fc.record({ does: fc.constant("drop" as const), by: fc.oneof(agreer, proposer), on }),
  fc.record({ does: fc.constant("edit" as const), on, text: fc.constantFrom("One.", "Two.") }),
);

/** What each borough said last, on which text, and what waits for it, told by hand. */
class Told {
  readonly said = new Map<string, { stance: Stance; text: string }>();
  readonly proposed = new Map<string, { stance: Stance; by: string }>();
}

const boroughOf = { ada: "camden", cleo: "camden", ben: "hackney", hal: "hackney" } as const;

it("holds whatever people say, in whatever order, and however the entries are cut", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), fc.array(fc.nat(60)), (steps, cuts) => {
      const statement = aStatement();
      const told = new Told();
      for (const one of steps) goes(statement, told, one);

      for (const id of items) {
        for (const boroughId of ["camden", "hackney"]) {
          const key = `${id} ${boroughId}`;
          const position = statement.record.positions.get(id)?.get(boroughId);
          const expected = told.said.get(key);
          expect(position?.stance).toBe(expected?.stance);
          const isSame = expected?.text === textOf(statement, id);
          const state = expected ? (isSame ? "current" : "changed") : "not-said";
          expect(positionState(statement.item(id), boroughId, position)).toBe(state);
          const proposal = statement.record.proposedPositions.get(id)?.get(boroughId);
          expect(proposal && { stance: proposal.stance, by: proposal.personId }).toEqual(
            told.proposed.get(key),
          );
          expectOneConversation(statement, id, boroughId, expected?.stance);
        }
      }
      const { entries, record } = statement;
      let state = emptyRecord;
      for (const end of [...cuts, entries.length].toSorted((a, b) => a - b))
        state = foldEntries(state, entries.slice(state.head.number, end));
      expect(state).toEqual(record);
    }),
    { numRuns: 300 },
  );
});

function goes(statement: AStatement, told: Told, step: Step): void {
  const { on } = step;
  if (step.does === "edit") {
    statement.says(anItem(on, statement.item(on).kind, step.text));
    return;
  }
  const { by } = step;
  const key = `${on} ${boroughOf[by]}`;
  const seen = statement.shown(by, on);
  const text = textOf(statement, on);
  switch (step.does) {
    case "take":
    case "propose": {
      const said = needsWords(step.stance) ? step.words : "";
      const args = { itemId: on, stance: step.stance, words: said, seen };
      if (statement.answer(by, `${step.does}-position`, args) !== null) return;
      if (step.does === "propose") told.proposed.set(key, { stance: step.stance, by });
      else {
        told.said.set(key, { stance: step.stance, text });
        told.proposed.delete(key);
      }
      return;
    }
    case "renew": {
      const answer = statement.answer(by, "renew-positions", { items: [{ itemId: on, seen }] });
      const before = told.said.get(key);
      expect(answer).toBe(before ? (before.text === text ? "already-so" : null) : "not-found");
      if (before) told.said.set(key, { ...before, text });
      return;
    }
    case "withdraw":
      expect(statement.answer(by, "withdraw-position", { itemId: on })).toBe(
        told.said.delete(key) ? null : "already-so",
      );
      return;
    case "drop": {
      const waits = told.proposed.get(key);
      const may = by === "ada" || by === "ben" || waits?.by === by;
      expect(statement.answer(by, "withdraw-proposal", { itemId: on })).toBe(
        waits ? (may ? null : "not-allowed") : "already-so",
      );
      if (may) told.proposed.delete(key);
    }
  }
}

/** A borough has an open conversation about an item exactly while its stance is one that others answer. */
function expectOneConversation(
  statement: AStatement,
  itemId: string,
  boroughId: string,
  stance: Stance | undefined,
): void {
  const own = (statement.record.threadsByItem.get(itemId) ?? [])
    .map((id) => statement.thread(id))
    .filter(({ position }) => position?.boroughId === boroughId);
  const open = own.filter(({ closed }) => !closed).map(({ position }) => position?.stance);
  expect(open).toEqual(stance && needsWords(stance) ? [stance] : []);
  const ends = new Set(own.flatMap(({ closed }) => (closed ? [closed.note] : [])));
  const known = ["took it back", ...allStances.map((each) => `now ${stanceWords[each].says}`)];
  for (const note of ends) expect(known.map((end) => `${boroughId} ${end}.`)).toContain(note);
}

function textOf(statement: AStatement, id: string): string {
  return JSON.stringify(statement.item(id).fields);
}
