/**
 * Which needs the requirements cover. Promises the same answer for the same text and record on the
 * server and in the page, and that keeping it up costs what was touched: the items named, and what they
 * are linked with.
 */
import { saysTheSame } from "./changed-since.ts";
import type { Priority } from "./item-kinds.ts";
import { itemHasWords, type Item } from "./items.ts";
import { KeptRows, workOut, type Kept, type StatementNow } from "./kept-rows.ts";
import { linkedWith } from "./links.ts";
import type { Decision, RecordState } from "./record-state.ts";
import type { How, Thread } from "./thread.ts";

/** How a need or outcome stands. The first that holds counts, in the order of `needStates`. */
export type NeedState = "leftOut" | "covered" | "partly" | "changed" | "onlyRemoved" | "notCovered";

export const needStates: readonly NeedState[] = [
  "leftOut",
  "covered",
  "partly",
  "changed",
  "onlyRemoved",
  "notCovered",
];

export type RequirementState = "meetsANeed" | "needsNone" | "noNeed";

export const requirementStates: readonly RequirementState[] = ["meetsANeed", "needsNone", "noNeed"];

/** Why a link counts or does not. `changed`: one of the two texts is not what it was when linked. */
export type LinkState = "counts" | "changed" | "requirementRemoved" | "requirementWont";

/** A link that was not taken back, between items that exist. */
export interface CoverageLink {
  readonly threadId: string;
  readonly requirementId: string;
  readonly needId: string;
  readonly how: How;
  readonly because: string;
  readonly state: LinkState;
  /** Which of the two texts changed since the link was made or confirmed. */
  readonly changed: { readonly requirement: boolean; readonly need: boolean };
  /** ISO 8601: when it was last said to hold. */
  readonly confirmedAt: string;
}

interface CoverageOfItem {
  readonly id: string;
  /** `N-12`, or null while it is new. */
  readonly reference: string | null;
  readonly priority: Priority | null;
  readonly raisedBy: readonly string[];
  /** Links of this item, oldest first; a need's are those that name it. */
  readonly links: readonly CoverageLink[];
}

/** A need or an outcome. */
export interface NeedCoverage extends CoverageOfItem {
  readonly kind: "need" | "outcome";
  readonly state: NeedState;
  /** Who left it out on purpose and why, when the state is `leftOut`. */
  readonly decision: Decision | null;
}

export interface RequirementCoverage extends CoverageOfItem {
  readonly kind: "requirement";
  /**
   * `meetsANeed` while a link to a need or outcome that is not removed stands, also when its words
   * changed since: the claim is there, the need shows that it wants a second look.
   */
  readonly state: RequirementState;
  /** Who said that it needs none and why, when the state is `needsNone`. */
  readonly decision: Decision | null;
}

export type ItemCoverage = NeedCoverage | RequirementCoverage;

export interface Coverage {
  readonly needs: Readonly<Record<NeedState, number>>;
  readonly outcomes: Readonly<Record<NeedState, number>>;
  readonly requirements: Readonly<Record<RequirementState, number>>;
  /** Needs, outcomes and requirements that are not removed and have words, in the order of the statement. */
  readonly items: readonly ItemCoverage[];
}

/** How every need, outcome and requirement stands. */
export function coverageOf(items: readonly Item[], record: RecordState): Coverage {
  return workOut(new KeptCoverage(), items, record);
}

/** The same, kept up. What did not change is the same object, so that a page can compare by identity. */
export class KeptCoverage implements Kept<Coverage> {
  readonly #counts = {
    need: zeros(needStates),
    outcome: zeros(needStates),
    requirement: zeros(requirementStates),
  };
  readonly #rows = new KeptRows<ItemCoverage>((row, by) => {
    if (row.kind === "requirement") this.#counts.requirement[row.state] += by;
    else this.#counts[row.kind][row.state] += by;
  });
  #coverage: Coverage | null = null;

  update(touched: Iterable<string>, now: StatementNow): Coverage {
    const ids = new Set(touched);
    // How the other ends of its links stand hangs on what an item says.
    for (const id of touched) for (const other of linkedWith(id, now.record)) ids.add(other);
    const isChanged = this.#rows.change(ids, (id, before) => {
      const item = now.item(id);
      if (!item || item.removed || !itemHasWords(item)) return [];
      const row = coverageOfItem(item, now);
      if (!row) return [];
      return [{ row: reuse(before[0]?.row, row), rank: 0, order: item.order, id }];
    });
    if (this.#coverage && !isChanged) return this.#coverage;
    this.#coverage = {
      needs: { ...this.#counts.need },
      outcomes: { ...this.#counts.outcome },
      requirements: { ...this.#counts.requirement },
      items: this.#rows.all(),
    };
    return this.#coverage;
  }
}

function coverageOfItem(item: Item, { item: itemOf, record }: StatementNow): ItemCoverage | null {
  const { id, kind, priority, raisedBy } = item;
  if (kind === "section" || kind === "text") return null;
  const threadIds = kind === "requirement" ? record.threadsByItem : record.linksByNeed;
  const links = (threadIds.get(id) ?? []).flatMap((threadId) => {
    const link = readLink(record.threads.get(threadId), itemOf);
    return link ? [link] : [];
  });
  const shared = { id, reference: record.references.get(id) ?? null, priority, raisedBy, links };
  if (kind === "requirement") {
    const needsNone = record.needsNone.get(id) ?? null;
    const meets = links.some((link) => itemOf(link.needId)?.removed === null);
    const state = meets ? "meetsANeed" : needsNone ? "needsNone" : "noNeed";
    return { ...shared, kind, state, decision: state === "needsNone" ? needsNone : null };
  }
  const decision = record.leftOut.get(id) ?? null;
  return { ...shared, kind, state: decision ? "leftOut" : stateOfNeed(links), decision };
}

/** The first that holds. Two that meet it partly stay partly: nobody has said that they meet it together. */
function stateOfNeed(links: readonly CoverageLink[]): NeedState {
  const counting = links.filter((link) => link.state === "counts");
  if (counting.some((link) => link.how === "fully")) return "covered";
  if (counting.length > 0) return "partly";
  if (links.some((link) => link.state === "changed")) return "changed";
  return links.length > 0 ? "onlyRemoved" : "notCovered";
}

function readLink(thread: Thread | undefined, itemOf: StatementNow["item"]): CoverageLink | null {
  const meets = thread?.meets;
  if (!thread || !meets || meets.withdrawn) return null;
  const requirement = itemOf(thread.anchor.itemId);
  const need = itemOf(meets.needId);
  if (!requirement || !need) return null;
  const changed = {
    requirement: !saysTheSame(meets.seen.requirement, requirement),
    need: !saysTheSame(meets.seen.need, need),
  };
  return {
    threadId: thread.id,
    requirementId: requirement.id,
    needId: need.id,
    how: meets.how,
    because: meets.because,
    state: stateOfLink(requirement, changed),
    changed,
    confirmedAt: meets.confirmed.at,
  };
}

function stateOfLink(requirement: Item, changed: CoverageLink["changed"]): LinkState {
  if (requirement.removed) return "requirementRemoved";
  if (requirement.priority === "wont") return "requirementWont";
  return changed.requirement || changed.need ? "changed" : "counts";
}

function zeros<State extends string>(states: readonly State[]): Record<State, number> {
  return Object.fromEntries(states.map((state) => [state, 0])) as Record<State, number>;
}

function reuse(before: ItemCoverage | undefined, now: ItemCoverage): ItemCoverage {
  return before && JSON.stringify(before) === JSON.stringify(now) ? before : now;
}

export function isNeed(item: ItemCoverage): item is NeedCoverage {
  return item.kind === "need";
}

export function isOutcome(item: ItemCoverage): item is NeedCoverage {
  return item.kind === "outcome";
}

export function isRequirement(item: ItemCoverage): item is RequirementCoverage {
  return item.kind === "requirement";
}
