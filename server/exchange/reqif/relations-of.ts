/** The relations of a statement: its links, and those that another tool made and that are kept for it. */
import type { Item } from "../../../shared/items.ts";
import type { RecordState } from "../../../shared/record-state.ts";
import type { How } from "../../../shared/thread.ts";
import type { WholeStatement } from "../../../shared/whole-statement.ts";
import { isOpenThread } from "../../../shared/thread-state.ts";
import { keptOf } from "./kept-of.ts";
import {
  keptNames,
  linkIdOf,
  objectIdOf,
  relationIdOf,
  relationTypeIdOf,
  typeOfRelation,
} from "./reqif-names.ts";

export interface WrittenRelation {
  readonly id: string;
  readonly typeId: string;
  readonly typeName: string;
  readonly source: string;
  readonly target: string;
  /** Of a link. */
  readonly meets: { readonly how: How; readonly because: string } | null;
}

export interface WrittenRelations {
  readonly relations: readonly WrittenRelation[];
  /** Item id → what is kept of relations that lead out of this file, by the name in `extra`. */
  readonly loose: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

export function relationsOf({ items, record }: WholeStatement): WrittenRelations {
  const { relations, loose } = keptRelations(items);
  return { relations: [...linksOf(items, record), ...relations], loose };
}

function linksOf(items: readonly Item[], record: RecordState): WrittenRelation[] {
  const written = new Set(items.map(({ id }) => id));
  return [...record.threads.values()].flatMap((thread) => {
    const { id, meets, anchor } = thread;
    if (!meets || !isOpenThread(thread)) return [];
    if (!written.has(anchor.itemId) || !written.has(meets.needId)) return [];
    return {
      id: linkIdOf(id),
      typeId: typeOfRelation,
      typeName: "Meets",
      source: objectIdOf(anchor.itemId),
      target: objectIdOf(meets.needId),
      meets: { how: meets.how, because: meets.because },
    };
  });
}

function keptRelations(items: readonly Item[]): WrittenRelations {
  const relations: WrittenRelation[] = [];
  const loose = new Map<string, Map<string, string>>();
  const kept = items.map((item) => ({ item, ...keptOf(item) }));
  const objectIds = new Map(items.map(({ id }) => [objectIdOf(id), objectIdOf(id)]));
  for (const { item, identifier } of kept)
    if (identifier !== undefined) objectIds.set(identifier, objectIdOf(item.id));
  for (const { item, relations: byName } of kept) {
    for (const [name, identifiers] of byName) {
      const out: string[] = [];
      for (const identifier of new Set(identifiers)) {
        const target = objectIds.get(identifier);
        if (target === undefined) out.push(identifier);
        else
          relations.push({
            id: relationIdOf(name, item.id, identifier),
            typeId: relationTypeIdOf(name),
            typeName: name,
            source: objectIdOf(item.id),
            target,
            meets: null,
          });
      }
      if (out.length === 0) continue;
      const own = loose.get(item.id) ?? new Map<string, string>();
      loose.set(item.id, own.set(`${keptNames.relation}${name}`, out.join("\n")));
    }
  }
  return { relations, loose };
}
