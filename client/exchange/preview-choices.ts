/** What somebody chose of a preview, and what that comes to. Pure. */
import type {
  ChangeState,
  ImportChange,
  ImportChoices,
  ImportPreview,
} from "../../shared/import-changes.ts";
import type { ItemKind } from "../../shared/item-kinds.ts";

export interface PreviewChoices {
  /** Keys of what is left out. */
  readonly left: ReadonlySet<string>;
  /** By key of what was asked: an item's id, or null for a new one. */
  readonly answers: ReadonlyMap<string, string | null>;
  readonly kinds: ReadonlyMap<string, ItemKind>;
  readonly withSuggestions: boolean;
}

export const nothingChosen: PreviewChoices = {
  left: new Set(),
  answers: new Map(),
  kinds: new Map(),
  withSuggestions: true,
};

/** Which changes are shown. */
export interface PreviewFilter {
  /** "" for all that is to decide or cannot come in: not what says the same or is not in the file. */
  readonly state: ChangeState | "";
  readonly kind: ItemKind | "";
  readonly words: string;
}

export const noFilter: PreviewFilter = { state: "", kind: "", words: "" };

export interface PreviewCounts {
  readonly added: number;
  readonly changed: number;
  readonly links: number;
  /** Asked and not answered. */
  readonly open: number;
}

/** Whether there is anything to take or leave. */
export function canBeTaken({ state }: ImportChange): boolean {
  return state === "new" || state === "changed" || state === "ask";
}

/** Worth a look before anything comes in. */
export function isToDecide(change: ImportChange): boolean {
  return canBeTaken(change) || change.state === "out";
}

function isTaken(change: ImportChange, { left, answers }: PreviewChoices): boolean {
  if (!canBeTaken(change) || left.has(change.key)) return false;
  return change.state !== "ask" || answers.has(change.key);
}

/** Becomes an item of its own. */
export function isNew({ state, key }: ImportChange, { answers }: PreviewChoices): boolean {
  return state === "new" || (state === "ask" && answers.get(key) === null);
}

export function kindOf({ key, kind }: ImportChange, { kinds }: PreviewChoices): ItemKind {
  return kinds.get(key) ?? kind;
}

export function countChosen(
  { changes, links }: ImportPreview,
  choices: PreviewChoices,
): PreviewCounts {
  const linksOf = new Map(Object.entries(links));
  const counts = { added: 0, changed: 0, links: 0, open: 0 };
  for (const change of changes) {
    const taken = isTaken(change, choices);
    if (taken && isNew(change, choices)) counts.added += 1;
    else if (taken) counts.changed += 1;
    if (taken || change.state === "same") counts.links += linksOf.get(change.key) ?? 0;
    const isAsked = change.state === "ask" && !choices.left.has(change.key);
    if (isAsked && !choices.answers.has(change.key)) counts.open += 1;
  }
  return counts;
}

export function shownChanges(
  changes: readonly ImportChange[],
  { state, kind, words }: PreviewFilter,
  choices: PreviewChoices,
): ImportChange[] {
  const wanted = words.trim().toLowerCase();
  return changes.filter(
    (change) =>
      (state === "" ? isToDecide(change) : change.state === state) &&
      (kind === "" || kindOf(change, choices) === kind) &&
      (wanted === "" || textOf(change).includes(wanted)),
  );
}

function textOf({ words, reference, fileReference, section }: ImportChange): string {
  return `${reference} ${fileReference} ${section} ${words}`.toLowerCase();
}

export function leave(
  choices: PreviewChoices,
  changes: readonly ImportChange[],
  isLeft: boolean,
): PreviewChoices {
  const left = new Set(choices.left);
  for (const change of changes.filter(canBeTaken)) {
    if (isLeft) left.add(change.key);
    else left.delete(change.key);
  }
  return { ...choices, left };
}

export function answer(
  choices: PreviewChoices,
  key: string,
  itemId: string | null,
): PreviewChoices {
  return { ...choices, answers: new Map(choices.answers).set(key, itemId) };
}

/** The likeliest item for each that was asked, or a new one. */
export function answerAll(
  choices: PreviewChoices,
  changes: readonly ImportChange[],
  as: "likeliest" | "new",
): PreviewChoices {
  const answers = new Map(choices.answers);
  for (const { state, key, likely } of changes) {
    if (state === "ask") answers.set(key, as === "new" ? null : (likely[0]?.itemId ?? null));
  }
  return { ...choices, answers };
}

/** Changes the kind of what is new among them. */
export function makeKind(
  choices: PreviewChoices,
  changes: readonly ImportChange[],
  kind: ItemKind,
): PreviewChoices {
  const kinds = new Map(choices.kinds);
  for (const change of changes.filter((one) => isNew(one, choices))) kinds.set(change.key, kind);
  return { ...choices, kinds };
}

/** As the server is told. */
export function sentChoices({
  left,
  answers,
  kinds,
  withSuggestions,
}: PreviewChoices): ImportChoices {
  return {
    left: [...left],
    answers: Object.fromEntries(answers),
    kinds: Object.fromEntries(kinds),
    withSuggestions,
  };
}
