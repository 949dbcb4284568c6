/**
 * The story of a statement's text and record: what was kept when updates went into a snapshot, and
 * what has come since. Promises that it is whole up to the last commit. Takes long where much has come since: it belongs
 * in a process of its own.
 */
import type { Entry } from "../../shared/entry.ts";
import { itemsOfEntry } from "../../shared/entry-items.ts";
import { foldEntries } from "../../shared/record.ts";
import { emptyRecord, type RecordState } from "../../shared/record-state.ts";
import { noSuchStatement } from "../../shared/refusal.ts";
import type { StoredEdit, TextEdit } from "../store/history-store.ts";
import type { HistoryPart, TextStore } from "../store/text-store.ts";
import { sameJson } from "./item-parts.ts";
import { replayEdits } from "./text-edits.ts";

export type Told =
  | ({ readonly kind: "edit" } & TextEdit)
  | { readonly kind: "entry"; readonly at: string; readonly entry: Entry };

/** Newest first; of what was done at the same moment, the record's entries first. */
export type Story = readonly Told[];

/** A part of the story: of one item, or of all since a time. */
export interface AskedStory {
  readonly statementId: string;
  readonly of: { readonly itemId: string } | { readonly since: string };
  readonly skip: number;
  readonly limit: number;
}

export interface StoryPage {
  readonly story: Story[number][];
  /** How much there is in all. */
  readonly total: number;
}

/** @throws Refusal `not-found` */
export async function storyPage(
  text: HistoryOfText,
  { statementId, of, skip, limit }: AskedStory,
): Promise<StoryPage> {
  const story =
    "itemId" in of
      ? await storyOfItem(text, statementId, of.itemId)
      : await storySince(text, statementId, of.since);
  return { story: story.slice(skip, skip + limit), total: story.length };
}

/** Everything that was done to an item and said about it. @throws Refusal `not-found` */
export async function storyOfItem(
  store: HistoryOfText,
  statementId: string,
  itemId: string,
): Promise<Story> {
  const { edits, entries, record } = await read(store, statementId, { itemId });
  return inOrder(
    edits.filter((edit) => edit.itemId === itemId),
    entries.filter((entry) => itemsOfEntry(entry, record).has(itemId)),
  );
}

/** Everything that was done and said after a time. @throws Refusal `not-found` */
export async function storySince(
  store: HistoryOfText,
  statementId: string,
  since: string,
): Promise<Story> {
  const { edits, entries } = await read(store, statementId, { since });
  return inOrder(
    edits.filter(({ at }) => at > since),
    entries.filter(({ at }) => at > since),
  );
}

interface Everything {
  readonly edits: readonly TextEdit[];
  readonly entries: readonly Entry[];
  readonly record: RecordState;
}

type HistoryOfText = Pick<TextStore, "loadWithHistory">;

async function read(
  store: HistoryOfText,
  statementId: string,
  part: HistoryPart,
): Promise<Everything> {
  const found = await store.loadWithHistory(statementId, part);
  if (!found) throw noSuchStatement();
  const { stored, edits, recent } = found;
  const { entries } = stored;
  const record = foldEntries(emptyRecord, entries);
  if (stored.updates.length === 0) return { edits: edits.filter(isChange), entries, record };
  const { edits: later } = replayEdits(stored, recent);
  const goneOn = new Set(later.map(({ id }) => id));
  const all = [...edits.filter(({ id }) => !goneOn.has(id)), ...later];
  return { edits: all.filter(isChange), entries, record };
}

/** What was taken back in the same sitting is nothing to tell of. */
function isChange({ before, after }: StoredEdit): boolean {
  return !sameJson(before, after);
}

function inOrder(edits: readonly TextEdit[], entries: readonly Entry[]): Story {
  const told: Told[] = [
    ...edits.map((edit) => ({ kind: "edit", ...edit }) as const),
    ...entries.map((entry) => ({ kind: "entry", at: entry.at, entry }) as const),
  ];
  // Later ones stand later in their lists, and sorting keeps the order of what compares alike.
  return told.toReversed().toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}
