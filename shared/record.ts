/**
 * The fold of a record: from its entries to its state, the same on the server and in the page.
 * Promises never to throw, to ignore what it does not know, and to give the same state however the
 * entries were cut into batches.
 */
import { entryTypesByName } from "./commands/all.ts";
import { changeRole } from "./commands/change-role.ts";
import { join } from "./commands/join.ts";
import { removePerson } from "./commands/remove-person.ts";
import type { Entry } from "./entry.ts";
import { emptyRecord, RecordDraft, type RecordState } from "./record-state.ts";

/**
 * The state after `entries`, which follow on from `state`. A gap stops the fold before it.
 * @param touched gets the ids of the items of which the record then says something else
 */
export function foldEntries(
  state: RecordState,
  entries: readonly Entry[],
  touched: Set<string> = new Set(),
): RecordState {
  let head = state.head;
  const draft = new RecordDraft(state, touched);
  for (const entry of entries) {
    if (entry.number <= head.number) continue;
    if (entry.number !== head.number + 1) break;
    entryTypesByName.get(entry.type)?.fold(draft, entry);
    head = { number: entry.number, hash: entry.hash, at: entry.at };
  }
  return draft.finish(head);
}

/** The entries that say who takes part, and as what. */
const aboutPeople: ReadonlySet<string> = new Set([join.name, changeRole.name, removePerson.name]);

/** The people in the state that `entries` come to, from the first on. Looks at few of them. */
export function peopleIn(entries: readonly Entry[]): RecordState["people"] {
  const draft = new RecordDraft(emptyRecord, new Set());
  for (const entry of entries) {
    if (aboutPeople.has(entry.type)) entryTypesByName.get(entry.type)?.fold(draft, entry);
  }
  return draft.now.people;
}
