/** What can be asked of a text without changing it, by whoever judges what is to come next. */
import type * as Y from "yjs";
import type { Parts } from "./committed-update.ts";
import type { Run } from "../../shared/touched-items.ts";
import { findStruct, type Struct } from "./write-update.ts";

export interface KnownText {
  /** The next clock of a client. */
  stateOf(client: number): number;
  /** Whose client id it is, or undefined when nobody has written with it. */
  ownerOf(client: number): string | undefined;
  /** The struct that holds that id. */
  structAt(id: Y.ID): Struct | undefined;
  /** Where a struct stands, when that was found out before (`struct-place.ts`). */
  placeOf(struct: Struct): string | undefined;
  /** Whether all of the run is deleted. It may say no of what went with what it stood in. */
  isDeleted(run: Run): boolean;
}

/** A text and what was accepted since, which is in no document yet. */
export class TextAhead implements KnownText {
  readonly #text: KnownText;
  readonly #states = new Map<number, number>();
  readonly #structs = new Map<number, Struct[]>();
  readonly #places = new Map<Struct, string>();
  readonly #deleted = new Map<number, Run[]>();
  readonly #owners = new Map<number, string>();

  constructor(text: KnownText) {
    this.#text = text;
  }

  stateOf(client: number): number {
    return this.#states.get(client) ?? this.#text.stateOf(client);
  }

  ownerOf(client: number): string | undefined {
    return this.#owners.get(client) ?? this.#text.ownerOf(client);
  }

  structAt(id: Y.ID): Struct | undefined {
    return this.#text.structAt(id) ?? findStruct(this.#structs, id);
  }

  placeOf(struct: Struct): string | undefined {
    return this.#places.get(struct) ?? this.#text.placeOf(struct);
  }

  isDeleted(run: Run): boolean {
    let left = [run];
    for (const deleted of this.#deleted.get(run.client) ?? []) {
      left = left.flatMap((part) => without(part, deleted));
    }
    return left.every((part) => this.#text.isDeleted(part));
  }

  /** Takes in what follows on what is known. */
  accept({ structs: news, places, deleted }: Parts): void {
    for (const { client, structs } of news) {
      const known = this.#structs.get(client);
      if (known) for (const struct of structs) known.push(struct);
      else this.#structs.set(client, [...structs]);
      const last = structs.at(-1);
      if (last) this.#states.set(client, last.id.clock + last.length);
    }
    for (const [struct, place] of places) this.#places.set(struct, place);
    for (const run of deleted) {
      const known = this.#deleted.get(run.client);
      if (known) known.push(run);
      else this.#deleted.set(run.client, [run]);
    }
  }

  bind(client: number, personId: string): void {
    this.#owners.set(client, personId);
  }

  /** All of it is in the text now. */
  clear(): void {
    this.#states.clear();
    this.#structs.clear();
    this.#places.clear();
    this.#deleted.clear();
    this.#owners.clear();
  }
}

/** What is left of a run when another of the same client is taken out of it. */
function without(run: Run, { clock, len }: Run): Run[] {
  const end = run.clock + run.len;
  const parts = [
    { ...run, len: Math.min(end, clock) - run.clock },
    {
      ...run,
      clock: Math.max(run.clock, clock + len),
      len: end - Math.max(run.clock, clock + len),
    },
  ];
  return parts.filter((part) => part.len > 0);
}
