/** When items are due a reference, who sees to it that they get one, and which references an entry gives. */
import { giveReferences, referencesDue } from "../../shared/commands/give-references.ts";
import type { Entry } from "../../shared/entry.ts";
import { itemKinds } from "../../shared/item-kinds.ts";
import { itemHasWords } from "../../shared/items.ts";
import type { RecordState } from "../../shared/record-state.ts";
import { z } from "zod";
import type { Author, Decision } from "./act.ts";
import type { CommittedRecord } from "./committed-record.ts";
import type { CommittedText } from "./committed-text.ts";
import { theServer } from "./the-server.ts";

const facts = z.object({
  references: z.array(z.object({ itemId: z.string(), reference: z.string() })),
});

/** Read only when there is something to give. */
export interface ReferencesPlace {
  readonly text: CommittedText;
  readonly record: CommittedRecord;
}

/** Sees to it that items get their references, one act at a time. */
export class ReferenceGiver {
  readonly #place: ReferencesPlace;
  readonly #act: (by: Author, decide: () => Decision) => Promise<unknown>;
  #isGiving = false;

  constructor(
    place: ReferencesPlace,
    act: (by: Author, decide: () => Decision) => Promise<unknown>,
  ) {
    this.#place = place;
    this.#act = act;
  }

  /** Gives them to those of `itemIds` that are due one, and to all others that are. */
  give(itemIds: Iterable<string>): void {
    if (this.#isGiving) return;
    const { text, record } = this.#place;
    if (![...itemIds].some((id) => isReferenceDue(record.state, text, id))) return;
    this.#isGiving = true;
    const given = this.#act(theServer, () => {
      this.#isGiving = false;
      const draft = referencesDue(record.state, text.items());
      return { drafts: draft ? [draft] : [] };
    });
    // A store that failed is told to everybody by closing the room, which loads again and gives them then.
    given.catch(() => {});
  }
}

/** Whether the item gets a reference, has none, and has words. */
function isReferenceDue(record: RecordState, text: CommittedText, itemId: string): boolean {
  if (record.references.has(itemId)) return false;
  const kind = text.kindOf(itemId);
  if (!kind || itemKinds[kind].referenceLetter === null) return false;
  const item = text.item(itemId);
  return item !== undefined && itemHasWords(item);
}

export function referencesIn(entry: Entry): { itemId: string; reference: string }[] {
  return entry.type === giveReferences.name ? facts.parse(entry.facts).references : [];
}
