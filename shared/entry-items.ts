/** Which items an entry of the record is about. Pure; never throws, whatever an entry holds. */
import type { Entry } from "./entry.ts";
import type { RecordState } from "./record-state.ts";

/** Ids of the items, each once: those that it names, and those that its conversation is about. */
export function itemsOfEntry({ facts }: Entry, record: RecordState): ReadonlySet<string> {
  const ids = new Set<string>();
  const add = (id: unknown): void => {
    if (typeof id === "string") ids.add(id);
  };
  for (const name of ["itemId", "needId", "requirementId"]) add(facts[name]);
  add(partOf(facts["anchor"], "itemId"));
  for (const list of [facts["items"], facts["references"], facts["itemIds"]]) {
    if (!Array.isArray(list)) continue;
    for (const one of list as unknown[]) add(typeof one === "string" ? one : partOf(one, "itemId"));
  }
  const { threadId } = facts;
  const thread = typeof threadId === "string" ? record.threads.get(threadId) : undefined;
  add(thread?.anchor.itemId);
  add(thread?.meets?.needId);
  return ids;
}

function partOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null
    ? (value as Record<string, unknown>)[name]
    : undefined;
}
