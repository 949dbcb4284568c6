/**
 * What answers over a whole statement are made of, kept up while its room is open. Promises that what
 * nobody asked for since costs nothing but the names of what was touched.
 */
import { KeptAgreement } from "../../shared/agreement.ts";
import { KeptCoverage } from "../../shared/coverage.ts";
import { everyId, type Kept } from "../../shared/kept-rows.ts";
import type { Room } from "../sync/room.ts";

export const coverageIn = keptIn(() => new KeptCoverage());

export const agreementIn = keptIn(() => new KeptAgreement());

/** @returns what it comes to in a room, on its committed text and record; the same object until that changes */
function keptIn<Result>(make: () => Kept<Result>): (room: Room) => Result {
  const answers = new WeakMap<Room, KeptAnswer<Result>>();
  return (room) => {
    const answer = answers.get(room) ?? new KeptAnswer(room, make());
    answers.set(room, answer);
    return answer.now();
  };
}

class KeptAnswer<Result> {
  readonly #room: Room;
  readonly #kept: Kept<Result>;
  readonly #touched: Set<string>;

  constructor(room: Room, kept: Kept<Result>) {
    this.#room = room;
    this.#kept = kept;
    this.#touched = new Set(
      everyId(
        room.items().map(({ id }) => id),
        room.record,
      ),
    );
    room.addTouchedTo(this.#touched);
  }

  now(): Result {
    const { record } = this.#room;
    // What was committed a moment ago names what it touched only once it is read.
    this.#room.items();
    const result = this.#kept.update(this.#touched, { item: (id) => this.#room.item(id), record });
    this.#touched.clear();
    return result;
  }
}
