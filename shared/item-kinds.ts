/**
 * The five kinds of item and the fields each has. The page, the import, the exports, the comparison
 * and the fingerprint are all driven by this one table: a field added here appears everywhere.
 */

/** What an item is. Never changes after the item is made. */
export type ItemKind = "section" | "text" | "outcome" | "need" | "requirement";

/** How much a need or requirement matters. Each statement chooses the words it prints. */
export type Priority = "must" | "should" | "could" | "wont";

/** One field of an item: a rich text of its own. */
export interface Field {
  readonly name: string;
  /** What the field is called on screen. */
  readonly label: string;
  /** Shown while the field is empty: what goes here. */
  readonly hint: string;
  /** `one`: Enter leaves the field. `several`: paragraphs and lists. */
  readonly lines: "one" | "several";
  /** Tables may be put in. */
  readonly tables: boolean;
  /** An item without words here is unfinished. */
  readonly needed: boolean;
  /** Words the page prints before the field so that the item reads as one sentence. */
  readonly lead?: string;
  /** Always on the page; the others appear once they have words or are asked for. */
  readonly always: boolean;
}

export interface KindOfItem {
  readonly kind: ItemKind;
  /** "Need", for headings, menus and messages. */
  readonly label: string;
  readonly plural: string;
  /** Letter of its references, or null when it gets none. */
  readonly referenceLetter: "O" | "N" | "R" | null;
  readonly hasPriority: boolean;
  /** Boroughs can say that it is theirs. */
  readonly isRaised: boolean;
  readonly fields: readonly Field[];
}

const several = { lines: "several", tables: false, needed: false, always: false } as const;
const main = { lines: "several", tables: false, needed: true, always: true } as const;

/** The one table. */
export const itemKinds: Readonly<Record<ItemKind, KindOfItem>> = {
  section: {
    kind: "section",
    label: "Section",
    plural: "Sections",
    referenceLetter: null,
    hasPriority: false,
    isRaised: false,
    fields: [{ name: "title", label: "Title", hint: "Section title", ...main, lines: "one" }],
  },
  text: {
    kind: "text",
    label: "Text",
    plural: "Text",
    referenceLetter: null,
    hasPriority: false,
    isRaised: false,
    fields: [{ name: "body", label: "Text", hint: "Write here", ...main, tables: true }],
  },
  outcome: {
    kind: "outcome",
    label: "Outcome",
    plural: "Outcomes",
    referenceLetter: "O",
    hasPriority: false,
    isRaised: true,
    fields: [
      { name: "body", label: "Outcome", hint: "What should be different afterwards", ...main },
      {
        name: "measure",
        label: "How we will tell",
        hint: "How one would tell that it is different",
        ...several,
      },
    ],
  },
  need: {
    kind: "need",
    label: "Need",
    plural: "Needs",
    referenceLetter: "N",
    hasPriority: true,
    isRaised: true,
    fields: [
      {
        name: "asA",
        label: "As a",
        lead: "As a",
        hint: "who",
        ...main,
        lines: "one",
        needed: false,
      },
      {
        name: "iNeed",
        label: "I need to",
        lead: "I need to",
        hint: "what they need to do",
        ...main,
        lines: "one",
      },
      {
        name: "soThat",
        label: "So that",
        lead: "so that",
        hint: "why it matters to them",
        ...main,
        lines: "one",
        needed: false,
      },
      {
        name: "evidence",
        label: "Evidence",
        hint: "How you know: research, complaints, data",
        ...several,
      },
      {
        name: "metWhen",
        label: "Met when",
        hint: "How one would tell that the need is met",
        ...several,
      },
    ],
  },
  requirement: {
    kind: "requirement",
    label: "Requirement",
    plural: "Requirements",
    referenceLetter: "R",
    hasPriority: true,
    isRaised: true,
    fields: [
      { name: "statement", label: "Requirement", hint: "What the supplier must do", ...main },
      {
        name: "measure",
        label: "Measure",
        hint: "How one would check it, with a number",
        ...several,
      },
      { name: "rationale", label: "Why", hint: "Why it is asked for", ...several },
    ],
  },
};

export const allKinds = Object.keys(itemKinds) as readonly ItemKind[];

export const allPriorities: readonly Priority[] = ["must", "should", "could", "wont"];

/** The words a statement prints for priorities unless it chose its own. */
export const defaultPriorityWords: Readonly<Record<Priority, string>> = {
  must: "Must",
  should: "Should",
  could: "Could",
  wont: "Won't",
};

export function isItemKind(value: unknown): value is ItemKind {
  return typeof value === "string" && Object.hasOwn(itemKinds, value);
}

export function isPriority(value: unknown): value is Priority {
  return allPriorities.includes(value as Priority);
}

/** The field of that name, or undefined when the kind has none. */
export function fieldOf(kind: ItemKind, name: string): Field | undefined {
  return itemKinds[kind].fields.find((field) => field.name === name);
}

/** The field that carries the item's own words: a requirement's statement, a need's "I need to". */
export function mainField(kind: ItemKind): string {
  return kind === "need" ? "iNeed" : (itemKinds[kind].fields[0]?.name ?? "body");
}
