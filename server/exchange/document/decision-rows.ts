/**
 * What was decided about a statement, and how: each conversation with what was answered and what changed
 * because of it, needs left out on purpose, requirements that need no need, items that are not taken
 * forward. In the order of the statement, oldest first within an item.
 */
import { itemKinds, mainField } from "../../../shared/item-kinds.ts";
import type { Item } from "../../../shared/items.ts";
import { needSentence } from "../../../shared/need-sentence.ts";
import { plainText } from "../../../shared/plain-text.ts";
import { stanceWords } from "../../../shared/position.ts";
import type { Decision } from "../../../shared/record-state.ts";
import type { Suggestion, Thread } from "../../../shared/thread.ts";
import type { WholeStatement } from "../../../shared/whole-statement.ts";
import { changesBecauseOf } from "./changes-because-of.ts";
import type { Names } from "./names.ts";
import { typeLabels, wordsSaid, type Words } from "./said.ts";

export interface DecisionRow {
  readonly itemId: string;
  /** "Requirement", "Text". */
  readonly kind: string;
  /** "" for a kind without. */
  readonly reference: string;
  /** The item in its own words, shortened. */
  readonly item: string;
  /** "Objection", "Suggested wording", "Left out on purpose". */
  readonly what: string;
  /** The words it was about, or "". */
  readonly about: string;
  /** What was said first; null where nobody said anything, as when an item is not taken forward. */
  readonly said: Words | null;
  readonly answers: readonly Words[];
  /** More than talk: an objection, a suggestion that was decided, something left out. */
  readonly isDecision: boolean;
  /** How it stands: "Closed", "Accepted", "Open"; with who, when and why where it ended. */
  readonly outcome: Outcome;
  /** What changed in the text because of it, or since; "" when nothing did. */
  readonly changed: string;
}

export interface Outcome {
  readonly state: string;
  /** Who ended it, when and with which words; null while it is open. */
  readonly words: Words | null;
}

/** Of all that was said about the items of the statement. */
export function decisionRows(whole: WholeStatement, names: Names): readonly DecisionRow[] {
  return whole.items.flatMap((item) => rowsOf(item, whole, names));
}

function rowsOf(item: Item, { record }: WholeStatement, names: Names): DecisionRow[] {
  const common = {
    itemId: item.id,
    kind: itemKinds[item.kind].label,
    reference: record.references.get(item.id) ?? "",
    item: shortened(ownWords(item)),
    about: "",
    answers: [],
    changed: "",
  };
  const ids = record.threadsByItem.get(item.id) ?? [];
  const threads = ids.flatMap((id) => record.threads.get(id) ?? []);
  const rows = threads.flatMap((thread): DecisionRow[] => {
    const [said, ...answers] = wordsSaid(thread, names);
    if (thread.meets || !said) return [];
    return [
      {
        ...common,
        what: whatItIs(thread),
        isDecision: isDecision(thread),
        about: thread.anchor.words?.quote ?? "",
        said,
        answers,
        outcome: outcomeOf(thread, names),
        changed: changesBecauseOf(thread, item, record),
      },
    ];
  });
  const decided = (what: string, decision: Decision | undefined): void => {
    if (!decision) return;
    const words = { who: names.whoDid(decision), at: decision.at, text: decision.why };
    rows.push({
      ...common,
      what,
      said: null,
      isDecision: true,
      outcome: { state: "Decided", words },
    });
  };
  decided("Left out on purpose", record.leftOut.get(item.id));
  decided("Needs no user need", record.needsNone.get(item.id));
  if (item.removed) {
    const outcome = { state: "Not taken forward", words: null };
    rows.push({
      ...common,
      what: "Not taken forward",
      said: null,
      isDecision: true,
      outcome,
      changed: item.removed.why,
    });
  }
  return rows;
}

function isDecision({ position, suggests, type }: Thread): boolean {
  if (suggests) return suggests.outcome !== null && suggests.outcome.state !== "withdrawn";
  return position !== null || type === "objection" || type === "decision";
}

function whatItIs({ position, suggests, type }: Thread): string {
  if (suggests) return "Suggested wording";
  if (position) return upperFirst(stanceWords[position.stance].says);
  return type === "comment" ? "Comment" : typeLabels[type];
}

function outcomeOf({ closed, suggests }: Thread, names: Names): Outcome {
  if (suggests) return outcomeOfSuggestion(suggests, names);
  if (!closed) return { state: "Open", words: null };
  return {
    state: "Closed",
    words: { who: names.whoDid(closed), at: closed.at, text: closed.note },
  };
}

function outcomeOfSuggestion({ outcome }: Suggestion, names: Names): Outcome {
  if (!outcome) return { state: "Open", words: null };
  const by = { who: names.whoDid(outcome), at: outcome.at };
  switch (outcome.state) {
    case "accepted":
      return { state: "Accepted", words: { ...by, text: outcome.note } };
    case "declined":
      return { state: "Declined", words: { ...by, text: outcome.why } };
    case "withdrawn":
      return { state: "Withdrawn", words: { ...by, text: "" } };
  }
}

function ownWords(item: Item): string {
  const text = item.fields[mainField(item.kind)];
  return item.kind === "need" ? needSentence(item) : text ? plainText(text) : "";
}

/** The beginning, up to a word's end. */
function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= 90) return line;
  return `${line.slice(0, 90).replace(/\s\S*$/, "")}…`;
}

function upperFirst(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
