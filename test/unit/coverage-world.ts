/** Small statements for the tests of what is covered: items by name, said in a few words. */
import type { ItemKind, Priority } from "../../shared/item-kinds.ts";
import { mainField } from "../../shared/item-kinds.ts";
import type { Item } from "../../shared/items.ts";
import { emptyRecord, type Decision, type RecordState } from "../../shared/record-state.ts";
import { newThread, type How, type Thread } from "../../shared/thread.ts";
import { emptyRichText, richTextFromPlain } from "../../shared/rich-text.ts";
import { seenOf } from "../../shared/seen.ts";

const at = "2026-05-14T09:00:00.000Z";
const deed = { personId: "priya", boroughId: "camden", at, number: 1 };

interface Said {
  readonly priority?: Priority | null;
  readonly removed?: boolean;
}

export function item(id: string, kind: ItemKind, words: string, said: Said = {}): Item {
  return {
    id,
    kind,
    order: `a${id}V`,
    priority: said.priority === undefined ? "must" : said.priority,
    level: 1,
    raisedBy: [],
    aliases: [],
    removed: said.removed === true ? { why: "not now" } : null,
    fields: { [mainField(kind)]: richTextFromPlain(words) },
    notes: emptyRichText,
    variations: [],
    origin: null,
    extra: {},
  };
}

/** A link made when the two said what they are given as here. */
export function link(
  requirement: Item,
  need: Item,
  how: How,
  withdrawn = false,
  id = `${requirement.id} meets ${need.id}`,
): Thread {
  return {
    ...newThread,
    id,
    anchor: { itemId: requirement.id },
    started: deed,
    meets: {
      needId: need.id,
      how,
      because: "",
      seen: { requirement: seenOf(requirement), need: seenOf(need) },
      confirmed: deed,
      withdrawn: withdrawn ? { ...deed, why: "" } : null,
    },
  };
}

export function recordOf(
  links: readonly Thread[],
  leftOut: readonly string[] = [],
  needsNone: readonly string[] = [],
): RecordState {
  const threadsByItem = Map.groupBy(links, (thread) => thread.anchor.itemId);
  const linksByNeed = Map.groupBy(links, (thread) => thread.meets?.needId ?? "");
  const ids = (groups: Map<string, Thread[]>) =>
    new Map([...groups].map(([key, threads]) => [key, threads.map(({ id }) => id)]));
  return {
    ...emptyRecord,
    threads: new Map(links.map((thread) => [thread.id, thread])),
    threadsByItem: ids(threadsByItem),
    linksByNeed: ids(linksByNeed),
    leftOut: new Map(leftOut.map((id) => [id, decision])),
    needsNone: new Map(needsNone.map((id) => [id, decision])),
  };
}

const decision: Decision = { ...deed, why: "because" };
