/**
 * Brings a file into a statement: first a preview, then all of it or nothing. Items, references and
 * links are decided under the statement's lock and kept in one transaction.
 */
import { findBorough, londonBoroughs } from "../../shared/boroughs.ts";
import { referencesDue } from "../../shared/commands/give-references.ts";
import { importItems } from "../../shared/commands/import.ts";
import { meetNeed } from "../../shared/commands/meet-need.ts";
import type { EntryDraft } from "../../shared/entry.ts";
import { itemKinds } from "../../shared/item-kinds.ts";
import { addItem, type Item, type NewItem } from "../../shared/items.ts";
import { memberWhoMay } from "../../shared/members.ts";
import { compareOrder } from "../../shared/order.ts";
import type { RecordState } from "../../shared/record-state.ts";
import { Refusal } from "../../shared/refusal.ts";
import { emptyRichText } from "../../shared/rich-text.ts";
import { commandContext } from "../record/command-context.ts";
import type { Resources } from "../resources.ts";
import type { Room } from "../sync/room.ts";
import { keepBeforeImport } from "../versions/keep-before-import.ts";
import { formatCount } from "./import-rows.ts";
import { planImport, type ImportPlan, type ImportTarget } from "./plan-import.ts";
import { runOnThread } from "./work/run-on-thread.ts";

export interface FileToBringIn {
  readonly statementId: string;
  readonly personId: string;
  /** Kept in the record: where the items came from. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/**
 * What bringing it in would do. Changes nothing.
 * @throws Refusal `not-allowed`
 */
export async function previewImport(
  { rooms, newId }: Resources,
  { statementId, personId, bytes }: FileToBringIn,
): Promise<ImportPlan> {
  const file = await runOnThread("read-csv", bytes);
  return rooms.use(statementId, (room) => {
    memberWhoMay(room.record, personId, "import");
    return planImport(file, targetOf(room, newId));
  });
}

/**
 * Brings all of it in.
 * @throws Refusal `bad-input` with every problem, and nothing is brought in; `not-allowed`
 */
export async function bringIn(
  { rooms, newId }: Resources,
  { statementId, personId, fileName, bytes }: FileToBringIn,
): Promise<ImportPlan> {
  const file = await runOnThread("read-csv", bytes);
  return rooms.use(statementId, async (room) => {
    const { boroughId } = memberWhoMay(room.record, personId, "import");
    const decided: ImportPlan[] = [];
    await room.act({ personId, boroughId }, ({ record }) => {
      const member = memberWhoMay(record, personId, "import");
      const plan = planImport(file, targetOf(room, newId));
      refuseProblems(plan);
      decided.push(plan);
      const itemsById = new Map(room.items().map((item) => [item.id, item]));
      for (const item of plan.items) itemsById.set(item.id, itemFrom(item));
      const links = plan.links.map(({ requirementId, needId, how }) =>
        meetNeed.decide(
          { anchor: { itemId: requirementId }, needId, how },
          { ...commandContext(room, member, newId), item: (id) => itemsById.get(id) },
        ),
      );
      const before = keepBeforeImport(room);
      return {
        drafts: [
          ...before.drafts,
          importDraft(plan, fileName, newId()),
          ...referencesOf(record, [...itemsById.values()]),
          ...links,
        ],
        ...before.kept,
        write(doc) {
          for (const item of plan.items) addItem(doc, item);
        },
      };
    });
    const [plan] = decided;
    if (!plan) throw new Error("Nothing was decided");
    return plan;
  });
}

function targetOf(room: Room, newId: () => string): ImportTarget {
  const boroughs = [
    ...londonBoroughs,
    ...[...room.record.people.values()].map(({ boroughId, boroughName }) => ({
      id: boroughId,
      name: boroughName,
    })),
  ];
  return {
    items: room.items(),
    itemsByReference: room.record.itemsByReference,
    boroughId: (name) => findBorough(boroughs, name)?.id ?? null,
    newId,
  };
}

function refuseProblems({ problems }: ImportPlan): void {
  if (problems.length === 0) return;
  const count = problems.length === 1 ? "1 problem" : `${formatCount(problems.length)} problems`;
  throw new Refusal(
    "bad-input",
    `Nothing was brought in: the file has ${count}. Put it right, then choose it again.`,
    problems,
  );
}

function importDraft({ counts }: ImportPlan, fileName: string, importId: string): EntryDraft {
  const { sections, outcomes, needs, requirements, links } = counts;
  return {
    type: importItems.name,
    facts: { importId, counts: { sections, outcomes, needs, requirements, links } },
    words: { fileName },
  };
}

function referencesOf(record: RecordState, items: readonly Item[]): EntryDraft[] {
  const due = referencesDue(record, items.toSorted(compareOrder));
  return due ? [due] : [];
}

/** What `readItem` will give for it once it is written. */
function itemFrom(item: NewItem): Item {
  const fields = itemKinds[item.kind].fields.map(
    ({ name }) => [name, item.fields?.[name] ?? emptyRichText] as const,
  );
  return {
    id: item.id,
    kind: item.kind,
    order: item.order,
    priority: item.priority ?? null,
    level: 1,
    raisedBy: item.raisedBy ?? [],
    aliases: item.aliases ?? [],
    removed: null,
    fields: Object.fromEntries(fields),
    notes: item.notes ?? emptyRichText,
    variations: item.variations ?? [],
    origin: null,
    extra: {},
  };
}
