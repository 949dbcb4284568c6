/** What a new statement can begin with: an outline of ours, or an earlier statement. Pure. */
import { outlineOffers, type OutlineId } from "../../../shared/outlines.ts";
import type { WholeStatement } from "../../../shared/whole-statement.ts";
import { outlines } from "../../outlines/all.ts";
import { fieldsOf, hasPriority, linksOf } from "../../outlines/outline.ts";
import { copyItems } from "../elsewhere/copy-items.ts";
import type { StartingPoint } from "./starting-point.ts";

export function outlinePoint(id: OutlineId): StartingPoint {
  const outline = outlines[id];
  const keyOf = (place: number): string => `${place}`;
  return {
    from: { outline: id },
    title: outlineOffers.find((offer) => offer.id === id)?.title ?? id,
    items: outline.map((item, place) => ({
      id: keyOf(place),
      kind: item.kind,
      priority: hasPriority(item) ? (item.priority ?? null) : null,
      fields: fieldsOf(item) ?? {},
    })),
    links: linksOf(outline).map(({ requirement, need, how }) => ({
      anchor: { itemId: keyOf(requirement) },
      needId: keyOf(need),
      how,
      because: "",
    })),
  };
}

/**
 * An earlier statement: its items with their links, without comments, positions and decisions.
 * @param maker borough of whoever begins
 */
export function earlierPoint(whole: WholeStatement, maker: string): StartingPoint {
  const { items, links } = copyItems(whole, { maker });
  return {
    from: { statementId: whole.statementId },
    title: whole.title,
    items: items.map(({ from, ...item }) => ({ ...item, id: from })),
    links,
    priorityWords: whole.priorityWords,
  };
}
