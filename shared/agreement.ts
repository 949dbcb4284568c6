/**
 * What is left to agree: every need and requirement with what each borough says about it. Promises the
 * same answer for the same text and record on the server and in the page, and to be cheap to ask again:
 * the row of an item of which nothing changed since `previous` is the same object.
 */
import { isToLookAt, rowOf, type AgreementRow } from "./agreement-row.ts";
import type { ItemKind } from "./item-kinds.ts";
import { itemHasWords, type Item } from "./items.ts";
import { boroughsIn } from "./members.ts";
import { takesPositions, type Position } from "./position.ts";
import type { RecordState } from "./record-state.ts";

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

/**
 * What is left to agree.
 * @param items in the order of the statement, removed ones too
 * @param previous an earlier answer, of which everything that did not change is handed back as it is
 */
export function agreementOf(
  items: readonly Item[],
  record: RecordState,
  previous?: Agreement,
): Agreement {
  const boroughIds = boroughsIn(record).map(({ id }) => id);
  const before = new Map(previous?.rows.map((row) => [row.id, row]));
  const rows: AgreementRow[] = [];
  const sections = new Sections();
  for (const item of items) {
    if (item.removed) continue;
    if (item.kind === "section") sections.enter(item);
    if (!isWeighed(item.kind) || !itemHasWords(item)) continue;
    rows.push(
      rowOf(
        {
          item,
          kind: item.kind,
          sectionIds: sections.ids,
          reference: record.references.get(item.id) ?? null,
          said: record.positions.get(item.id) ?? nothingSaid,
          proposed: record.proposedPositions.get(item.id) ?? nothingSaid,
          boroughIds,
        },
        before.get(item.id),
      ),
    );
  }
  const boroughs = boroughsOf(record, rows);
  const isSame =
    previous?.rows.length === rows.length &&
    rows.every((row, at) => row === previous.rows[at]) &&
    JSON.stringify(boroughs) === JSON.stringify(previous.boroughs);
  return isSame ? previous : { boroughs, counts: countRows(rows), rows };
}

function boroughsOf(record: RecordState, rows: readonly AgreementRow[]): AgreementBorough[] {
  const agreeing = new Set<string>();
  for (const { boroughId, role, agrees, removed } of record.people.values())
    if (agrees && role !== "reader" && !removed) agreeing.add(boroughId);
  return boroughsIn(record).map(({ id, name }, at) => {
    const cells = rows.flatMap((row) => row.cells[at] ?? []);
    return {
      id,
      name,
      toLookAt: cells.filter(({ state }) => isToLookAt(state)).length,
      objections: cells.filter(({ state }) => state === "object").length,
      hasSomebodyWhoAgrees: agreeing.has(id),
    };
  });
}

function countRows(rows: readonly AgreementRow[]): AgreementCounts {
  const count = (isSo: (row: AgreementRow) => boolean): number => rows.filter(isSo).length;
  const sum = (of: (row: AgreementRow) => number): number =>
    rows.reduce((total, row) => total + of(row), 0);
  const needsSharedBy = (isSo: (boroughs: number) => boolean): number =>
    count(({ kind, sharedBy }) => kind === "need" && isSo(sharedBy.length));
  return {
    items: rows.length,
    agreed: count(({ isAgreed }) => isAgreed),
    objections: sum(({ objections }) => objections),
    changed: sum(({ changed }) => changed),
    saysDiffer: count(({ saysDiffer }) => saysDiffer),
    prioritiesDiffer: count(
      ({ kind, prioritiesDiffer }) => kind === "requirement" && prioritiesDiffer,
    ),
    needs: {
      shared: needsSharedBy((boroughs) => boroughs > 1),
      ofOne: needsSharedBy((boroughs) => boroughs === 1),
      ofNobody: needsSharedBy((boroughs) => boroughs === 0),
    },
  };
}

/** The sections in which the item at hand stands. */
class Sections {
  #path: readonly { readonly id: string; readonly level: number }[] = [];
  /** The same array until the next section. */
  ids: readonly string[] = [];

  enter({ id, level }: Item): void {
    this.#path = [...this.#path.filter((section) => section.level < level), { id, level }];
    this.ids = this.#path.map((section) => section.id);
  }
}

function isWeighed(kind: ItemKind): kind is "need" | "requirement" {
  return takesPositions(kind);
}
