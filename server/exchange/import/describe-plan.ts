/** A plan in words, for the page and the API. */
import type { ImportChange, ImportPreview } from "../../../shared/import-changes.ts";
import type { Item } from "../../../shared/items.ts";
import type { ProposedItem } from "../../../shared/proposed-file.ts";
import type { Problem } from "../../../shared/refusal.ts";
import type { Home } from "./find-homes.ts";
import { titleOfSection, type ImportTarget } from "./import-target.ts";
import type { ImportPlan, PlannedChange } from "./plan-import.ts";
import type { PlannedLinks } from "./plan-links.ts";
import { wordsOf } from "./words-of.ts";

/** Words of one item that are shown; what was changed is shown whole. */
const mostWords = 1_200;

type Described = Omit<ImportPreview, "importId" | "fileName" | "isMapped">;

export function describePlan(
  plan: ImportPlan,
  { links, problems }: PlannedLinks,
  target: ImportTarget,
): Described {
  const sections = sectionsOf(plan, target);
  const changes = [
    ...plan.changes.map((change) => describeChange(change, sections, target)),
    ...plan.missing.map((item) => describeMissing(item, sections, target)),
  ];
  const linksByKey = new Map<string, number>();
  for (const { from } of links) {
    if (from.key !== null) linksByKey.set(from.key, (linksByKey.get(from.key) ?? 0) + 1);
  }
  return {
    format: plan.file.format,
    changes,
    links: Object.fromEntries(linksByKey),
    linkCount: links.length,
    suggestionCount: plan.file.suggestions.length,
    problems: [...plan.file.problems, ...outOf(plan), ...problems],
    notices: plan.file.notices,
  };
}

function outOf({ changes }: ImportPlan): Problem[] {
  return changes.flatMap(({ state, proposed, note }) =>
    state === "out" ? { where: proposed.where, what: note } : [],
  );
}

interface Sections {
  /** Title of the section in which an item of the statement stands. */
  readonly byItem: ReadonlyMap<string, string>;
  readonly inFile: ReadonlyMap<string, string>;
}

function sectionsOf({ changes }: ImportPlan, { items }: ImportTarget): Sections {
  const byItem = new Map<string, string>();
  let title = "";
  for (const item of items) {
    if (item.kind === "section") title = titleOfSection(item);
    byItem.set(item.id, title);
  }
  const inFile = new Map<string, string>();
  for (const { proposed } of changes) {
    if (proposed.kind === "section") inFile.set(proposed.key, titleOfSection(proposed));
  }
  return { byItem, inFile };
}

function titleOf(home: Home, { byItem, inFile }: Sections): string {
  switch (home.state) {
    case "file":
      return inFile.get(home.key) ?? "";
    case "there":
      return byItem.get(home.itemId) ?? "";
    case "top":
      return "";
  }
}

function describeChange(
  { state, proposed, home, item, likely, parts, note }: PlannedChange,
  sections: Sections,
  { references }: ImportTarget,
): ImportChange {
  const { key, kind, level = 1, reference, priority } = proposed;
  return {
    key,
    state,
    where: state === "new" ? whereAndWhy(proposed) : proposed.where,
    kind,
    level: item?.level ?? level,
    itemId: item?.id ?? null,
    reference: item ? (references.get(item.id) ?? "") : "",
    fileReference: reference,
    section: item ? (sections.byItem.get(item.id) ?? "") : titleOf(home, sections),
    words: shorten(
      item && state === "same" ? wordsOf(item) : wordsOf(proposed) || (item ? wordsOf(item) : ""),
    ),
    priority: priority ?? item?.priority ?? null,
    parts,
    likely: likely.map((one) => ({
      itemId: one.id,
      reference: references.get(one.id) ?? "",
      words: shorten(wordsOf(one)),
    })),
    note,
  };
}

/** A kind that the file does not say is explained: somebody may see it differently. */
function whereAndWhy({ where, kind, why = "" }: ProposedItem): string {
  if (why === "" || kind === "section") return where;
  return `${where}: ${why.charAt(0).toLowerCase()}${why.slice(1).replace(/\.$/, "")}`;
}

function describeMissing(
  item: Item,
  { byItem }: Sections,
  { references }: ImportTarget,
): ImportChange {
  return {
    key: item.id,
    state: "missing",
    where: "",
    kind: item.kind,
    level: item.level,
    itemId: item.id,
    reference: references.get(item.id) ?? "",
    fileReference: "",
    section: byItem.get(item.id) ?? "",
    words: shorten(wordsOf(item)),
    priority: item.priority,
    parts: [],
    likely: [],
    note: "",
  };
}

function shorten(words: string): string {
  return words.length > mostWords ? `${words.slice(0, mostWords)}…` : words;
}
