/**
 * Changes gathered into edits: what one person did to one part of an item in one sitting. Promises
 * the same edits wherever the line of changes is cut and gone on with later.
 */
import { sittingMs, type StoredEdit, type TextEdit } from "../store/history-store.ts";
import type { PartChange } from "./item-parts.ts";

/** By whom and when. */
export interface Doer {
  readonly personId: string;
  /** ISO 8601. */
  readonly at: string;
}

export class Sittings {
  /** The last edit of each part. */
  readonly #latest = new Map<string, StoredEdit>();
  readonly #touched = new Set<StoredEdit>();

  /** @param recent edits made so far, oldest first; only the last of each part matters */
  constructor(recent: readonly StoredEdit[]) {
    for (const edit of recent) this.#latest.set(keyOf(edit), edit);
  }

  add(itemId: string, { part, before, after }: PartChange, { personId, at }: Doer): void {
    const key = keyOf({ itemId, part });
    const latest = this.#latest.get(key);
    const goesOn =
      latest?.personId === personId && Date.parse(at) - Date.parse(latest.at) <= sittingMs;
    const edit: StoredEdit = goesOn
      ? { ...latest, at, after }
      : { id: null, itemId, part, personId, from: at, at, before, after };
    if (goesOn) this.#touched.delete(latest);
    this.#latest.set(key, edit);
    this.#touched.add(edit);
  }

  /** Edits that are new (`id` null) or went on, in the order in which they were last touched. */
  edits(): StoredEdit[] {
    return [...this.#touched];
  }
}

function keyOf({ itemId, part }: Pick<TextEdit, "itemId" | "part">): string {
  return `${itemId} ${part}`;
}
