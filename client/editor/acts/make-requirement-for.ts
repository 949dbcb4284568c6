/** Begins a requirement for a need: after the requirements of its section, or right below it. */
import type { Member } from "../../../shared/access.ts";
import type { Acting } from "./act.ts";
import { makeItem } from "./make-items.ts";
import { blockOf, sectionOf } from "./section-block.ts";

/** @returns its id */
export function makeRequirementFor(
  session: Acting & { readonly me: Pick<Member, "boroughId"> },
  needId: string,
): string {
  const { items, me } = session;
  const section = sectionOf(items, needId);
  const around = section === null ? [needId] : blockOf(items, section);
  const last = around.findLast((id) => {
    const item = items.item(id);
    return item?.kind === "requirement" && !item.removed;
  });
  return makeItem(session, last ?? needId, "requirement", [me.boroughId]);
}
