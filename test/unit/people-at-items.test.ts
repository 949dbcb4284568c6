/** Who is in which item: a row hears of it when somebody comes to it or leaves it, and of nothing else. */
import { expect, test } from "vitest";
import { Listeners } from "../../client/connection/listeners.ts";
import { PeopleAtItems } from "../../client/connection/people-at-items.ts";
import type { PersonHere, PresenceStore } from "../../client/connection/presence-store.ts";

function personAt(clientId: number, itemId: string | null, letter = 0): PersonHere {
  return {
    clientId,
    personId: `person-${clientId}`,
    name: `Person ${clientId}`,
    boroughId: "camden",
    boroughName: "Camden",
    colour: "#000",
    initials: "P",
    place: itemId === null ? null : { itemId, field: "statement", from: letter, to: letter },
  };
}

class Here implements PresenceStore {
  readonly #listeners = new Listeners();
  #others: readonly PersonHere[] = [];

  others(): readonly PersonHere[] {
    return this.#others;
  }

  setPlace(): void {}

  subscribe(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }

  are(others: readonly PersonHere[]): void {
    this.#others = others;
    this.#listeners.tell();
  }
}

test("of 2,000 rows only those are told to which somebody comes or which somebody leaves", () => {
  const here = new Here();
  const people = new PeopleAtItems(here);
  const told: string[] = [];
  for (let row = 0; row < 2_000; row += 1)
    people.subscribe(`item-${row}`, () => told.push(`item-${row}`));

  here.are([personAt(1, "item-3"), personAt(2, "item-900"), personAt(3, null)]);
  expect(told.splice(0).toSorted()).toEqual(["item-3", "item-900"]);
  const before = people.at("item-900");
  expect(before.map(({ clientId }) => clientId)).toEqual([2]);

  // Somebody types on in the same item.
  here.are([personAt(1, "item-3"), personAt(2, "item-900", 5), personAt(3, null)]);
  expect(told).toEqual([]);
  expect(people.at("item-900")).toBe(before);

  here.are([personAt(1, "item-4"), personAt(2, "item-900", 6), personAt(3, null)]);
  expect(told.toSorted()).toEqual(["item-3", "item-4"]);
  expect(people.at("item-3")).toEqual([]);
});
