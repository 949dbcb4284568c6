/** Works out what bringing a file in writes, and what undoing it would have to put back. */
import { nanoid } from "nanoid";
import type { ImportChoices } from "../../../shared/import-changes.ts";
import type { ItemKind } from "../../../shared/item-kinds.ts";
import { addItem, itemHasWords, itemsOf, readItem, type Item } from "../../../shared/items.ts";
import { compareOrder } from "../../../shared/order.ts";
import type { ProposedSuggestion } from "../../../shared/proposed-file.ts";
import { writeItem } from "../../../shared/write-item.ts";
import type { TaskMeans } from "../work/tasks.ts";
import { decideWrites, type LinkToMake } from "./decide-writes.ts";
import { unpack, type Packed } from "../work/packed.ts";
import { planImport } from "./plan-import.ts";
import { planLinks } from "./plan-links.ts";
import type { KeptFile } from "./read-import.ts";
import { readTarget } from "./read-target.ts";
import {
  beforeOf,
  itemFingerprint,
  joinToUndo,
  readToUndo,
  type ItemToUndo,
  type ToUndo,
} from "./to-undo.ts";
import { writeSlices, type ItemToWrite, type Slice } from "./write-slices.ts";

interface ToWrite {
  readonly statementId: string;
  readonly importId: string;
  readonly kept: Packed<KeptFile>;
  readonly choices: ImportChoices;
  readonly fileName: string;
}

export interface WrittenImport {
  readonly slices: readonly Slice[];
  /** Kind of each item that gets a reference. */
  readonly kinds: ReadonlyMap<string, ItemKind>;
  readonly counts: Readonly<Record<ItemKind, number>>;
  readonly changed: number;
  readonly links: readonly LinkToMake[];
  readonly suggestions: readonly ProposedSuggestion[];
  /** A `ToUndo`, as JSON: with what an earlier try of this import changed. */
  readonly toUndo: string;
}

export async function writeImport(
  { statementId, importId, kept, choices, fileName }: ToWrite,
  { tell, store }: TaskMeans,
): Promise<WrittenImport> {
  tell({ doing: "Working out what to write", done: null });
  const { file, comparing } = await unpack(store.files, kept);
  const { doc, target } = await readTarget(store, statementId);
  const plan = planImport(file, target, comparing, nanoid);
  const { links } = planLinks(file.links, plan.changes, target);
  const writes = decideWrites(plan, links, choices, { target, fileName, newId: nanoid });
  const itemsById = new Map(target.items.map((item) => [item.id, item]));
  const news = writes.news.toSorted(compareOrder);
  const toWrite: ItemToWrite[] = [
    ...news.map((item) => ({ itemId: item.id, write: (on: typeof doc) => void addItem(on, item) })),
    ...writes.changes.map(({ itemId, wanted }) => ({
      itemId,
      write: (on: typeof doc) => void writeItem(on, itemId, wanted),
    })),
  ];
  const slices = writeSlices(doc, toWrite);
  const written = (itemId: string): Item | null => readItem(itemId, itemsOf(doc).get(itemId));
  const undo = [
    ...news.map(({ id }) => ({ itemId: id, before: null })),
    ...writes.changes.flatMap(({ itemId, wanted }) => {
      const item = itemsById.get(itemId);
      return item ? { itemId, before: beforeOf(item, wanted) } : [];
    }),
  ].flatMap((one): ItemToUndo[] => {
    const item = written(one.itemId);
    return item ? [{ ...one, after: itemFingerprint(item) }] : [];
  });
  const earlier = await store.imports.toUndo(statementId, importId);
  const later: ToUndo = { fileName, items: undo };
  const toUndo = earlier === null ? later : joinToUndo(readToUndo(earlier.json), later);
  const named = news.flatMap(({ id }) => written(id) ?? []).filter(itemHasWords);
  return {
    slices,
    kinds: new Map(named.map(({ id, kind }) => [id, kind])),
    counts: countKinds(news),
    changed: writes.changes.length,
    links: writes.links,
    suggestions: writes.suggestions,
    toUndo: JSON.stringify(toUndo),
  };
}

function countKinds(items: readonly { readonly kind: ItemKind }[]): Record<ItemKind, number> {
  const counts = { section: 0, text: 0, outcome: 0, need: 0, requirement: 0 };
  for (const { kind } of items) counts[kind] += 1;
  return counts;
}
