/** What reading a statement as one borough's leaves out and adds, kept up: what `itemsAs` says, by difference. */
import { standingAs, type StandingAs } from "./as-borough.ts";
import { KeptRows, type Kept, type Placed, type StatementNow } from "./kept-rows.ts";
import { SectionPaths } from "./section-paths.ts";

export interface ReadAs {
  readonly boroughId: string;
  /** Ids of items that are not shown: what does not apply, and sections of which nothing is left. */
  readonly hidden: ReadonlySet<string>;
  /** How many items do not apply to it… */
  readonly leftOut: number;
  /** …for how many something differs… */
  readonly differ: number;
  /** …and how many did not apply to it and say something else since. */
  readonly changedSince: number;
}

interface Row {
  readonly id: string;
  readonly isSection: boolean;
  readonly standing: StandingAs;
  readonly sectionIds: readonly string[];
}

export class KeptReadAs implements Kept<ReadAs> {
  readonly #boroughId: string;
  readonly #sections = new SectionPaths();
  /** How many items stand in a section, and how many of these are left out. */
  readonly #inSection = new Map<string, { all: number; out: number }>();
  readonly #counts = { leftOut: 0, differ: 0, changedSince: 0 };
  readonly #out = new Set<string>();
  readonly #rows = new KeptRows<Row>((row, by) => this.#count(row, by));
  #readAs: ReadAs | null = null;

  constructor(boroughId: string) {
    this.#boroughId = boroughId;
  }

  update(touched: Iterable<string>, now: StatementNow): ReadAs {
    const ids = new Set(touched);
    let areSectionsOther = false;
    for (const id of ids) if (this.#sections.look(id, now.item(id))) areSectionsOther = true;
    if (areSectionsOther) {
      const isElsewhere = this.#sections.rework();
      for (const place of this.#rows.placed()) if (isElsewhere(place)) ids.add(place.id);
    }
    const isChanged = this.#rows.change(ids, (id, before) => this.#rowsOf(id, before, now));
    if (this.#readAs && !isChanged) return this.#readAs;
    const emptied = [...this.#inSection].flatMap(([id, { all, out }]) =>
      out > 0 && out === all ? [id] : [],
    );
    this.#readAs = {
      boroughId: this.#boroughId,
      hidden: new Set([...this.#out, ...emptied]),
      ...this.#counts,
    };
    return this.#readAs;
  }

  #rowsOf(
    id: string,
    before: readonly Placed<Row>[],
    { item: itemOf, record }: StatementNow,
  ): readonly Placed<Row>[] {
    const item = itemOf(id);
    if (!item || item.removed) return [];
    const standing = standingAs(item, record, this.#boroughId);
    const sectionIds = this.#sections.at(item);
    const last = before[0]?.row;
    const isSame =
      last?.standing.isOut === standing.isOut &&
      last.standing.isChanged === standing.isChanged &&
      last.standing.differs === standing.differs &&
      last.sectionIds === sectionIds;
    const row = isSame ? last : { id, isSection: item.kind === "section", standing, sectionIds };
    return [{ row, rank: 0, order: item.order, id }];
  }

  #count({ id, isSection, standing, sectionIds }: Row, by: 1 | -1): void {
    const { isOut, isChanged, differs } = standing;
    if (isOut) this.#counts.leftOut += by;
    if (isChanged) this.#counts.changedSince += by;
    if (differs) this.#counts.differ += by;
    if (isOut && by === 1) this.#out.add(id);
    else if (isOut) this.#out.delete(id);
    if (isSection) return;
    for (const sectionId of sectionIds) {
      const counts = this.#inSection.get(sectionId) ?? { all: 0, out: 0 };
      this.#inSection.set(sectionId, counts);
      counts.all += by;
      if (isOut) counts.out += by;
    }
  }
}
