/**
 * What is left to agree: every need and requirement with what each borough says about it. Promises the
 * same answer for the same text and record on the server and in the page, and that keeping it up costs
 * what was touched.
 */
import { isToLookAt, rowOf, type AgreementRow } from "./agreement-row.ts";
import type { Borough } from "./boroughs.ts";
import type { ItemKind } from "./item-kinds.ts";
import { itemHasWords, type Item } from "./items.ts";
import { KeptRows, workOut, type Kept, type Placed, type StatementNow } from "./kept-rows.ts";
import { boroughsIn } from "./members.ts";
import { takesPositions, type Position } from "./position.ts";
import type { RecordState } from "./record-state.ts";
import { SectionPaths } from "./section-paths.ts";

/** A borough that takes part, with what is left for it. */
export interface AgreementBorough {
  readonly id: string;
  readonly name: string;
  /** Items about which it has said nothing on the words as they are. */
  readonly toLookAt: number;
  readonly objections: number;
  /** Somebody may say for it whether it agrees. */
  readonly hasSomebodyWhoAgrees: boolean;
}

export interface AgreementCounts {
  readonly items: number;
  readonly agreed: number;
  /** One for each borough and item. */
  readonly objections: number;
  /** One for each borough and item. */
  readonly changed: number;
  readonly saysDiffer: number;
  /** Requirements only. */
  readonly prioritiesDiffer: number;
  /** Needs by how many boroughs share them. */
  readonly needs: { readonly shared: number; readonly ofOne: number; readonly ofNobody: number };
}

export interface Agreement {
  /** That take part, in the order in which they joined. */
  readonly boroughs: readonly AgreementBorough[];
  readonly counts: AgreementCounts;
  /** In the order of the statement. */
  readonly rows: readonly AgreementRow[];
}

const nothingSaid: ReadonlyMap<string, Position> = new Map();

/** What is left to agree. */
export function agreementOf(items: readonly Item[], record: RecordState): Agreement {
  return workOut(new KeptAgreement(), items, record);
}

/** The same, kept up. Rows that did not change are the same objects. */
export class KeptAgreement implements Kept<Agreement> {
  readonly #sections = new SectionPaths();
  readonly #counts = new AgreementTally();
  readonly #rows = new KeptRows<AgreementRow>((row, by) => this.#counts.add(row, by));
  #boroughs: readonly Borough[] = [];
  #people: RecordState["people"] | null = null;
  #agreeing: ReadonlySet<string> = new Set();
  #agreement: Agreement | null = null;

  update(touched: Iterable<string>, now: StatementNow): Agreement {
    const ids = new Set(touched);
    if (this.#lookAtBoroughs(now.record)) for (const { id } of this.#rows.placed()) ids.add(id);
    for (const id of this.#moved(ids, now)) ids.add(id);
    this.#rows.change(ids, (id, before) => this.#rowsOf(id, before, now));
    const boroughs = this.#boroughs.map(({ id, name }) => ({
      id,
      name,
      ...this.#counts.ofBorough(id),
      hasSomebodyWhoAgrees: this.#agreeing.has(id),
    }));
    const last = this.#agreement;
    if (
      last?.rows === this.#rows.all() &&
      JSON.stringify(boroughs) === JSON.stringify(last.boroughs)
    )
      return last;
    this.#agreement = { boroughs, counts: this.#counts.now(), rows: this.#rows.all() };
    return this.#agreement;
  }

  /** @returns whether others take part now, or in another order: then every row is another */
  #lookAtBoroughs(record: RecordState): boolean {
    const before = this.#boroughs;
    this.#boroughs = boroughsIn(record);
    if (this.#people !== record.people) {
      this.#people = record.people;
      this.#agreeing = boroughsWithSomebodyWhoAgrees(record);
    }
    return (
      before.length !== this.#boroughs.length ||
      before.some(({ id }, at) => id !== this.#boroughs[at]?.id)
    );
  }

  /** Ids of items that stand in other sections now. */
  #moved(touched: Iterable<string>, { item: itemOf }: StatementNow): string[] {
    let isReworked = false;
    for (const id of touched) if (this.#sections.look(id, itemOf(id))) isReworked = true;
    if (!isReworked) return [];
    return this.#rows
      .placed()
      .filter(this.#sections.rework())
      .map(({ id }) => id);
  }

  #rowsOf(
    id: string,
    before: readonly Placed<AgreementRow>[],
    { item: itemOf, record }: StatementNow,
  ): readonly Placed<AgreementRow>[] {
    const item = itemOf(id);
    if (!item || item.removed || !isWeighed(item.kind) || !itemHasWords(item)) return [];
    const sources = {
      item,
      kind: item.kind,
      sectionIds: this.#sections.at(item),
      reference: record.references.get(id) ?? null,
      said: record.positions.get(id) ?? nothingSaid,
      proposed: record.proposedPositions.get(id) ?? nothingSaid,
      boroughIds: this.#boroughs.map((borough) => borough.id),
    };
    return [{ row: rowOf(sources, before[0]?.row), rank: 0, order: item.order, id }];
  }
}

function boroughsWithSomebodyWhoAgrees({ people }: RecordState): ReadonlySet<string> {
  const agreeing = new Set<string>();
  for (const { boroughId, role, agrees, removed } of people.values())
    if (agrees && role !== "reader" && !removed) agreeing.add(boroughId);
  return agreeing;
}

function isWeighed(kind: ItemKind): kind is "need" | "requirement" {
  return takesPositions(kind);
}

type OfBorough = Pick<AgreementBorough, "toLookAt" | "objections">;

/** Numbers over all rows, as rows come and go. */
class AgreementTally {
  readonly #counts = {
    items: 0,
    agreed: 0,
    objections: 0,
    changed: 0,
    saysDiffer: 0,
    prioritiesDiffer: 0,
    needs: { shared: 0, ofOne: 0, ofNobody: 0 },
  };
  readonly #boroughs = new Map<string, { toLookAt: number; objections: number }>();

  now(): AgreementCounts {
    return { ...this.#counts, needs: { ...this.#counts.needs } };
  }

  ofBorough(id: string): OfBorough {
    return { toLookAt: 0, objections: 0, ...this.#boroughs.get(id) };
  }

  add(row: AgreementRow, by: 1 | -1): void {
    const { kind, cells, isAgreed, objections, changed, saysDiffer, prioritiesDiffer } = row;
    const counts = this.#counts;
    counts.items += by;
    if (isAgreed) counts.agreed += by;
    counts.objections += by * objections;
    counts.changed += by * changed;
    if (saysDiffer) counts.saysDiffer += by;
    if (kind === "requirement" && prioritiesDiffer) counts.prioritiesDiffer += by;
    if (kind === "need") counts.needs[shareOf(row)] += by;
    for (const { boroughId, state } of cells) {
      const ofBorough = this.#boroughs.get(boroughId) ?? { toLookAt: 0, objections: 0 };
      this.#boroughs.set(boroughId, ofBorough);
      if (isToLookAt(state)) ofBorough.toLookAt += by;
      if (state === "object") ofBorough.objections += by;
    }
  }
}

function shareOf({ sharedBy }: AgreementRow): keyof AgreementCounts["needs"] {
  return sharedBy.length > 1 ? "shared" : sharedBy.length === 1 ? "ofOne" : "ofNobody";
}
