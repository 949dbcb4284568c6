/**
 * From a whole statement to what an export is of: the items that were asked for, and of the record only
 * what is about them. Promises that writers need to leave nothing out themselves, and that sections
 * stay over what stands in them.
 */
import { itemsAs } from "../../../shared/as-borough.ts";
import type { Item } from "../../../shared/items.ts";
import { plainText } from "../../../shared/plain-text.ts";
import type { RecordState } from "../../../shared/record-state.ts";
import { emptyRichText } from "../../../shared/rich-text.ts";
import { variationsShown } from "../../../shared/variations.ts";
import type { Thread } from "../../../shared/thread.ts";
import type { WholeStatement } from "../../../shared/whole-statement.ts";
import type { ExportOptions } from "./export-options.ts";

export function selectItems(whole: WholeStatement, options: ExportOptions): WholeStatement {
  const { asBoroughId, withRemoved, withNotes } = options;
  const read =
    asBoroughId === null
      ? whole.items.filter(({ removed }) => withRemoved || !removed)
      : itemsAs(whole.items, whole.record, asBoroughId).items;
  const items = withSectionsAbove(read, itemFilter(whole, read, options)).map((item) =>
    withNotes ? item : withoutNotes(item),
  );
  return { ...whole, items, record: recordAbout(whole.record, items, options) };
}

/** Whether anything narrows the items down: then a section is only kept over something. */
function isNarrowed(options: ExportOptions): boolean {
  const { kinds, priorities, raisedBy, sectionId, text, withNeeds } = options;
  return (
    [kinds, priorities, raisedBy, sectionId].some((filter) => filter !== null) ||
    text !== "" ||
    !withNeeds
  );
}

/** Which items are asked for, or null for all. */
function itemFilter(
  { record }: WholeStatement,
  items: readonly Item[],
  options: ExportOptions,
): ((item: Item) => boolean) | null {
  if (!isNarrowed(options)) return null;
  const { kinds, priorities, raisedBy, sectionId, withNeeds } = options;
  const wanted = options.text.toLowerCase();
  const inSection = sectionId === null ? null : idsInSection(items, sectionId);
  return (item) =>
    // A section is kept over what passes; by itself only when somebody asks for titles.
    (item.kind !== "section" || kinds?.includes("section") === true || wanted !== "") &&
    (withNeeds || item.kind !== "need") &&
    (inSection === null || inSection.has(item.id)) &&
    (kinds === null || kinds.includes(item.kind)) &&
    (priorities === null || (item.priority !== null && priorities.includes(item.priority))) &&
    (raisedBy === null || item.raisedBy.some((id) => raisedBy.includes(id))) &&
    (wanted === "" || says(item, record.references.get(item.id), wanted));
}

function says(item: Item, reference: string | undefined, wanted: string): boolean {
  const texts = [
    ...Object.values(item.fields),
    ...variationsShown(item).map(({ text }) => text),
  ].map(plainText);
  return [reference ?? "", ...item.aliases, ...texts].some((words) =>
    words.toLowerCase().includes(wanted),
  );
}

/** The section itself and everything until the next of its level or above. */
function idsInSection(items: readonly Item[], sectionId: string): ReadonlySet<string> {
  const start = items.findIndex(({ id }) => id === sectionId);
  const section = items[start];
  if (!section) return new Set();
  const after = items
    .slice(start + 1)
    .findIndex(({ kind, level }) => kind === "section" && level <= section.level);
  const end = after === -1 ? items.length : start + 1 + after;
  return new Set(items.slice(start, end).map(({ id }) => id));
}

/** What passes, and the sections over it. */
function withSectionsAbove(
  items: readonly Item[],
  passes: ((item: Item) => boolean) | null,
): readonly Item[] {
  if (passes === null) return items;
  const kept = new Set<Item>();
  let open: Item[] = [];
  for (const item of items) {
    if (item.kind === "section") open = [...open.filter(({ level }) => level < item.level), item];
    if (!passes(item)) continue;
    for (const section of open) kept.add(section);
    kept.add(item);
  }
  return items.filter((item) => kept.has(item));
}

function withoutNotes(item: Item): Item {
  return item.notes === emptyRichText ? item : { ...item, notes: emptyRichText };
}

/** Only what is said about these items. Names and what boroughs say of themselves stay. */
function recordAbout(
  record: RecordState,
  items: readonly Item[],
  { withComments, withDecisions }: ExportOptions,
): RecordState {
  const ids = new Set(items.map(({ id }) => id));
  const about = <Value>(map: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> =>
    new Map([...map].filter(([itemId]) => ids.has(itemId)));
  const isAbout = ({ anchor, meets }: Thread): boolean =>
    ids.has(anchor.itemId) && (meets ? ids.has(meets.needId) : withComments || withDecisions);
  const threads = new Map([...record.threads].filter(([, thread]) => isAbout(thread)));
  const left = (map: RecordState["threadsByItem"]): RecordState["threadsByItem"] =>
    new Map(
      [...about(map)].map(([id, list]) => [id, list.filter((thread) => threads.has(thread))]),
    );
  const references = about(record.references);
  return {
    ...record,
    threads,
    threadsByItem: left(record.threadsByItem),
    linksByNeed: left(record.linksByNeed),
    references,
    itemsByReference: new Map([...references].map(([id, reference]) => [reference, id])),
    leftOut: about(record.leftOut),
    needsNone: about(record.needsNone),
    positions: about(record.positions),
    proposedPositions: about(record.proposedPositions),
    dismissedHints: about(record.dismissedHints),
  };
}
