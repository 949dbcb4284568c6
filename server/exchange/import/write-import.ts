/** Works out, on a thread, what bringing a file in writes, and what undoing it would have to put back. */
import { nanoid } from "nanoid";
import type { ImportChoices } from "../../../shared/import-changes.ts";
import type { ItemKind } from "../../../shared/item-kinds.ts";
import { addItem, itemHasWords, itemsOf, readItem, type Item } from "../../../shared/items.ts";
import { compareOrder } from "../../../shared/order.ts";
import type { ProposedSuggestion } from "../../../shared/proposed-file.ts";
import { writeItem } from "../../../shared/write-item.ts";
import type { Tell } from "../work/progress.ts";
import { decideWrites, type LinkToMake } from "./decide-writes.ts";
import { unpack, type Packed } from "./packed.ts";
import { planImport } from "./plan-import.ts";
import { planLinks } from "./plan-links.ts";
import type { KeptFile } from "./read-import.ts";
import { openTarget, type TargetSource } from "./target-source.ts";
import { beforeOf, itemFingerprint, type ItemToUndo, type ToUndo } from "./to-undo.ts";
import { writeSlices, type ItemToWrite, type Slice } from "./write-slices.ts";

interface ToWrite {
  readonly kept: Packed<KeptFile>;
  readonly choices: ImportChoices;
  readonly fileName: string;
  readonly source: TargetSource;
}

export interface WrittenImport {
  readonly slices: readonly Slice[];
  /** Kind of each item that gets a reference. */
  readonly kinds: ReadonlyMap<string, ItemKind>;
  readonly counts: Readonly<Record<ItemKind, number>>;
  readonly changed: number;
  readonly links: readonly LinkToMake[];
  readonly suggestions: readonly ProposedSuggestion[];
  /** A `ToUndo`, as JSON. */
  readonly toUndo: string;
}

export function writeImport(
  { kept, choices, fileName, source }: ToWrite,
  tell: Tell,
): WrittenImport {
  tell({ doing: "Working out what to write", done: null });
  const { file, comparing } = unpack(kept);
  const { doc, target } = openTarget(source);
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
  const toUndo: ToUndo = { fileName, items: undo, threadIds: [] };
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
