/** One need or requirement and what each borough says about it: a row of the agreement. */
import type { Priority } from "./item-kinds.ts";
import type { Item } from "./items.ts";
import type { Position, Stance } from "./position.ts";
import { positionState } from "./position-state.ts";

/**
 * How a borough stands to an item. A stance is current: it was said on the words that stand there now.
 * `changed`: said on other words. `proposed`: nobody who agrees for the borough has said anything yet,
 * and somebody else of it proposes what to say.
 */
export type CellState = Stance | "changed" | "proposed" | "not-looked";

export const cellStates: readonly CellState[] = [
  "agree",
  "agree-with-change",
  "does-not-apply",
  "object",
  "changed",
  "proposed",
  "not-looked",
];

/** What one borough says about one item. */
export interface AgreementCell {
  readonly boroughId: string;
  readonly state: CellState;
  /** What it says, or said on other words; null while it has said nothing. */
  readonly stance: Stance | null;
  /** What somebody of the borough proposes that it says. */
  readonly proposed: Stance | null;
  /** The priority it has for the borough, when that is another than the item's. */
  readonly priority: Priority | null;
}

/** A need or requirement that is taken forward and has words. */
export interface AgreementRow {
  readonly id: string;
  readonly kind: "need" | "requirement";
  /** `N-12`, or null while it is new. */
  readonly reference: string | null;
  readonly priority: Priority | null;
  readonly raisedBy: readonly string[];
  /** The sections it stands in, from the outermost. */
  readonly sectionIds: readonly string[];
  /** In the order of the boroughs. */
  readonly cells: readonly AgreementCell[];
  /** Every borough agrees to the words as they are, or says that it does not apply to it; one at least agrees. */
  readonly isAgreed: boolean;
  /** How many boroughs object to the words as they are. */
  readonly objections: number;
  /** How many boroughs have said nothing yet. */
  readonly notLooked: number;
  /** How many boroughs said something on other words. */
  readonly changed: number;
  /** Two boroughs say different things about the words as they are. */
  readonly saysDiffer: boolean;
  /** It has another priority for some borough. */
  readonly prioritiesDiffer: boolean;
  /** Boroughs that raised it or agree to it, and do not say that it does not apply to them. */
  readonly sharedBy: readonly string[];
}

/** Whether the borough has said nothing on the words as they are. */
export function isToLookAt(state: CellState): boolean {
  return state === "changed" || state === "proposed" || state === "not-looked";
}

/** What a row is worked out from. */
export interface RowSources {
  readonly item: Item;
  readonly kind: AgreementRow["kind"];
  readonly sectionIds: readonly string[];
  readonly reference: string | null;
  readonly said: ReadonlyMap<string, Position>;
  readonly proposed: ReadonlyMap<string, Position>;
  readonly boroughIds: readonly string[];
}

/**
 * The row of an item.
 * @param before its row last time: handed back when it is the same still
 */
export function rowOf(sources: RowSources, before: AgreementRow | undefined): AgreementRow {
  const { item, kind, sectionIds, reference, boroughIds } = sources;
  const cells = boroughIds.map((boroughId) => cellOf(sources, boroughId));
  const count = (isSo: (cell: AgreementCell) => boolean): number => cells.filter(isSo).length;
  const row: AgreementRow = {
    id: item.id,
    kind,
    reference,
    priority: item.priority,
    raisedBy: item.raisedBy,
    sectionIds,
    cells,
    isAgreed:
      cells.every(({ state }) => state === "agree" || state === "does-not-apply") &&
      cells.some(({ state }) => state === "agree"),
    objections: count(({ state }) => state === "object"),
    notLooked: count(({ stance }) => stance === null),
    changed: count(({ state }) => state === "changed"),
    saysDiffer: new Set(cells.flatMap(({ state }) => (isToLookAt(state) ? [] : [state]))).size > 1,
    prioritiesDiffer: cells.some((cell) => cell.priority !== null && cell.state !== "changed"),
    sharedBy: cells.filter((cell) => isShared(cell, item)).map(({ boroughId }) => boroughId),
  };
  return before && JSON.stringify(before) === JSON.stringify(row) ? before : row;
}

function cellOf({ item, said, proposed }: RowSources, boroughId: string): AgreementCell {
  const position = said.get(boroughId);
  const proposal = proposed.get(boroughId)?.stance ?? null;
  const how = positionState(item, boroughId, position);
  const notSaid = proposal === null ? "not-looked" : "proposed";
  return {
    boroughId,
    state: how === "changed" ? "changed" : (position?.stance ?? notSaid),
    stance: position?.stance ?? null,
    proposed: proposal,
    priority: position?.priority ?? null,
  };
}

function isShared({ boroughId, state }: AgreementCell, item: Item): boolean {
  if (state === "does-not-apply") return false;
  const agrees = state === "agree" || state === "agree-with-change";
  return agrees || item.raisedBy.includes(boroughId);
}
