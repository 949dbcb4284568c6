/** Reads what a new statement begins with: an outline of ours, or an earlier statement that the person may read. */
import { noSuchStatement } from "../../../shared/refusal.ts";
import { outlineOffers, type OutlineId } from "../../../shared/outlines.ts";
import { outlines } from "../../outlines/all.ts";
import { fieldsOf, hasPriority, linksOf } from "../../outlines/outline.ts";
import { wholeNow } from "../../record/whole-now.ts";
import type { Resources } from "../../resources.ts";
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
 * @throws Refusal `not-found` alike for one that does not exist and one that the person may not read
 */
export async function statementPoint(
  { rooms, store, now }: Resources,
  { statementId, personId }: { readonly statementId: string; readonly personId: string },
): Promise<StartingPoint> {
  const member = await store.people.member(statementId, personId);
  if (!member) throw noSuchStatement();
  const whole = await rooms.use(statementId, (room) => wholeNow(room, now()));
  const { items, links } = copyItems(whole, { maker: member.boroughId });
  return {
    from: { statementId },
    title: whole.title,
    items: items.map(({ from, ...item }) => ({ ...item, id: from })),
    links,
    priorityWords: whole.priorityWords,
  };
}
