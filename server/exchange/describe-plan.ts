/** What bringing a file in does, as the API and the page tell it. */
import { mainField, type ItemKind, type Priority } from "../../shared/item-kinds.ts";
import { needSentence } from "../../shared/need-sentence.ts";
import { plainText } from "../../shared/plain-text.ts";
import type { Problem } from "../../shared/refusal.ts";
import type { ImportCounts, ImportPlan, PlannedItem } from "./plan-import.ts";

/** How much comes into one section. */
export interface PlannedSection {
  /** "" for what stands above the first section. */
  readonly title: string;
  readonly isNew: boolean;
  readonly outcomes: number;
  readonly needs: number;
  readonly requirements: number;
  readonly texts: number;
}

/** An item as it will look. */
export interface PlannedLook {
  /** Line of the file, or null for a section that a row only names. */
  readonly line: number | null;
  readonly kind: ItemKind;
  /** The file's own reference, or "". */
  readonly reference: string;
  /** A need as one sentence. */
  readonly words: string;
  readonly priority: Priority | null;
  /** Ids of boroughs. */
  readonly raisedBy: readonly string[];
}

export interface DescribedPlan extends ImportCounts {
  readonly applied: boolean;
  readonly contents: readonly PlannedSection[];
  /** The first items, in the order in which they will stand. */
  readonly first: readonly PlannedLook[];
  readonly problems: readonly Problem[];
  readonly notices: readonly Problem[];
}

/** As many items as show whether the columns were understood. */
const shown = 12;

export function describePlan(plan: ImportPlan, applied: boolean): DescribedPlan {
  const { items, counts, problems, notices } = plan;
  return {
    applied,
    ...counts,
    contents: describeSections(items),
    first: items.slice(0, shown).map(lookOf),
    problems,
    notices,
  };
}

function describeSections(items: readonly PlannedItem[]): PlannedSection[] {
  const titles = [...new Set(items.map(({ section }) => section))];
  return titles.map((title) => {
    const count = (kind: ItemKind) =>
      items.filter((item) => item.section === title && item.kind === kind).length;
    return {
      title,
      isNew: count("section") > 0,
      outcomes: count("outcome"),
      needs: count("need"),
      requirements: count("requirement"),
      texts: count("text"),
    };
  });
}

function lookOf(item: PlannedItem): PlannedLook {
  const fields = item.fields ?? {};
  const words = fields[mainField(item.kind)];
  return {
    line: item.line,
    kind: item.kind,
    reference: item.aliases?.[0] ?? "",
    words: item.kind === "need" ? needSentence({ fields }) : words ? plainText(words) : "",
    priority: item.priority ?? null,
    raisedBy: item.raisedBy ?? [],
  };
}
