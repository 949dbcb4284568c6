/** Plans imports in tests: a statement and a file in a few words, and what the plan says of each row. */
import { decideWrites, type Writes } from "../../../server/exchange/import/decide-writes.ts";
import { linkKey, type ImportTarget } from "../../../server/exchange/import/import-target.ts";
import { planImport, type ImportPlan } from "../../../server/exchange/import/plan-import.ts";
import { planLinks, type PlannedLinks } from "../../../server/exchange/import/plan-links.ts";
import { londonBoroughs } from "../../../shared/boroughs.ts";
import { takeAll, type ImportChoices } from "../../../shared/import-changes.ts";
import { defaultPriorityWords, mainField, type ItemKind } from "../../../shared/item-kinds.ts";
import type { Item } from "../../../shared/items.ts";
import { compareOrder, ordersBetween } from "../../../shared/order.ts";
import type { ProposedFile, ProposedItem } from "../../../shared/proposed-file.ts";
import { richTextFromPlain } from "../../../shared/rich-text.ts";
import { item } from "../coverage-world.ts";

/** `[id, kind, words, what else]`, in order. */
export type Standing = readonly [
  string,
  ItemKind,
  string,
  (Partial<Item> & { reference?: string })?,
];

export function aTarget(
  standing: readonly Standing[],
  links: readonly (readonly [string, string])[] = [],
): ImportTarget {
  const orders = ordersBetween(null, null, "t", standing.length);
  const references = new Map<string, string>();
  const items = standing.map(([id, kind, words, more = {}], at): Item => {
    const { reference, ...rest } = more;
    if (reference !== undefined) references.set(id, reference);
    return { ...item(id, kind, words), order: orders[at] ?? "", ...rest };
  });
  return {
    items,
    references,
    links: new Set(links.map(([requirement, need]) => linkKey(requirement, need))),
    boroughs: londonBoroughs,
    priorityWords: defaultPriorityWords,
  };
}

/** A row of a file: its key is its place, 1 for the first. */
export function row(
  kind: ItemKind,
  words: string,
  more: Partial<ProposedItem> = {},
): Partial<ProposedItem> & Pick<ProposedItem, "kind" | "fields"> {
  return { kind, fields: { [mainField(kind)]: richTextFromPlain(words) }, ...more };
}

export function aFile(
  rows: readonly ReturnType<typeof row>[],
  more: Partial<ProposedFile> = {},
): ProposedFile {
  const items = rows.map((one, at) => ({
    key: `${at + 1}`,
    where: `Row ${at + 1}`,
    reference: "",
    ...one,
  }));
  const nothing = { title: "", links: [], suggestions: [], problems: [], notices: [] };
  return { format: "xlsx", ...nothing, items, ...more };
}

export interface Planned {
  readonly plan: ImportPlan;
  readonly links: PlannedLinks;
  writes(choices?: Partial<ImportChoices>): Writes;
  /** The words of the statement in order, as it will stand. */
  outline(choices?: Partial<ImportChoices>): string[];
  /** What becomes of each row: "new", "same as b", "changed a: Priority", "ask a or b". */
  states(): string[];
}

export function planned(
  file: ProposedFile,
  target: ImportTarget,
  comparing: "exact" | "words" = "words",
): Planned {
  let made = 0;
  const newId = () => `new${(made += 1)}`;
  const plan = planImport(file, target, comparing, newId);
  const links = planLinks(file.links, plan.changes, target);
  const writes = (choices: Partial<ImportChoices> = {}) =>
    decideWrites(
      plan,
      links.links,
      { ...takeAll, ...choices },
      { target, fileName: "ours.csv", newId },
    );
  return {
    plan,
    links,
    writes,
    outline: (choices) =>
      [...target.items, ...writes(choices).news].toSorted(compareOrder).map(wordsIn),
    states: () =>
      plan.changes.map(({ state, item: found, likely, parts }) => {
        const what = parts.map(({ label }) => label).join(", ");
        if (state === "changed") return `changed ${found?.id}: ${what}`;
        if (state === "same") return `same as ${found?.id}`;
        return state === "ask" ? `ask ${likely.map(({ id }) => id).join(" or ")}` : state;
      }),
  };
}

function wordsIn({
  kind,
  fields = {},
}: Pick<ProposedItem, "kind"> & { fields?: Item["fields"] }): string {
  const text = fields[mainField(kind)];
  return (
    text?.content
      .map((node) => (node.content ?? []).map((part) => part.text).join(""))
      .join("\n") ?? ""
  );
}
