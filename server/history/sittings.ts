/**
 * Changes gathered into edits: what one person did to one part of an item in one sitting. Promises
 * the same edits wherever the line of changes is cut and gone on with later, and that a part begins
 * at most `mostBegun` of them in the time of a sitting, however many write in it at once.
 */
import { sittingMs, type StoredEdit, type TextEdit } from "../store/history-store.ts";
import type { PartChange } from "./item-parts.ts";

/** Two people who take turns for ten minutes are told apart; of fifty in one sentence nobody could read a line for each turn. */
export const mostBegun = 12;

/** By whom and when. */
export interface Doer {
  readonly personId: string;
  /** ISO 8601. */
  readonly at: string;
}

/** What there is of one part of an item. */
interface OfPart {
  /** The last edit as it began, or as it was kept. */
  readonly begin: StoredEdit;
  latest: StoredEdit;
  /** When the last edits began, as many as may begin in a sitting; milliseconds since 1970, oldest first. */
  readonly begun: number[];
}

export class Sittings {
  readonly #parts = new Map<string, OfPart>();
  /** By what they were when they began. */
  readonly #touched = new Map<StoredEdit, StoredEdit>();

  /** @param recent edits made so far, oldest first; of each part the last, and those that began within a sitting, matter */
  constructor(recent: readonly StoredEdit[]) {
    for (const edit of recent) this.#begin(edit);
  }

  add(itemId: string, { part, before, after }: PartChange, { personId, at }: Doer): void {
    const known = this.#parts.get(keyOf({ itemId, part }));
    if (known && (goesOn(known.latest, personId, at) || isFull(known, at))) {
      this.#change(known, { others: withThem(known.latest, personId), at, after });
      return;
    }
    const edit = { id: null, itemId, part, personId, others: [], from: at, at, before, after };
    this.#begin(edit);
    this.#touched.set(edit, edit);
  }

  /** Whether so many write in the part at that time that its last edit is everybody's. */
  isEverybodys(itemId: string, part: string, at: string): boolean {
    const known = this.#parts.get(keyOf({ itemId, part }));
    return known !== undefined && isFull(known, at);
  }

  /** Somebody writes in a part that is everybody's; what it says then is for `says` to tell. */
  joins(itemId: string, part: string, { personId, at }: Doer): void {
    const known = this.#parts.get(keyOf({ itemId, part }));
    if (known) this.#change(known, { others: withThem(known.latest, personId), at });
  }

  /** What a part says after its last edit. */
  says(itemId: string, { part, after }: PartChange): void {
    const known = this.#parts.get(keyOf({ itemId, part }));
    if (!known) return;
    known.latest = { ...known.latest, after };
    this.#touched.set(known.begin, known.latest);
  }

  /** Edits that are new (`id` null) or went on, in the order in which they were last touched. */
  edits(): StoredEdit[] {
    return [...this.#touched.values()];
  }

  #change(known: OfPart, to: Partial<StoredEdit>): void {
    known.latest = { ...known.latest, ...to };
    this.#touched.delete(known.begin);
    this.#touched.set(known.begin, known.latest);
  }

  #begin(edit: StoredEdit): void {
    const begun = this.#parts.get(keyOf(edit))?.begun ?? [];
    begun.push(Date.parse(edit.from));
    if (begun.length > mostBegun) begun.shift();
    this.#parts.set(keyOf(edit), { begin: edit, latest: edit, begun });
  }
}

/** Whether it is theirs alone, and they are at it still. */
function goesOn(latest: StoredEdit, personId: string, at: string): boolean {
  const isTheirs = latest.personId === personId && latest.others.length === 0;
  return isTheirs && Date.parse(at) - Date.parse(latest.at) <= sittingMs;
}

/** Whether no more edits begin at that time. */
function isFull({ begun }: OfPart, at: string): boolean {
  const [oldest] = begun;
  return oldest !== undefined && begun.length === mostBegun && Date.parse(at) - oldest <= sittingMs;
}

function withThem({ personId, others }: StoredEdit, writer: string): readonly string[] {
  return writer === personId || others.includes(writer) ? others : [...others, writer];
}

function keyOf({ itemId, part }: Pick<TextEdit, "itemId" | "part">): string {
  return `${itemId} ${part}`;
}
