/** Reads items of another statement, to be made here. It opens the other statement's room for a moment: this is asked once for each act. */
import { noSuchStatement, Refusal } from "../../../shared/refusal.ts";
import type { How } from "../../../shared/thread.ts";
import { wholeNow } from "../../record/whole-now.ts";
import type { Resources } from "../../resources.ts";
import { copyItems, type CopiedItem } from "./copy-items.ts";

interface ItemsWanted {
  readonly personId: string;
  /** The other statement. */
  readonly statementId: string;
  readonly itemIds: readonly string[];
}

export interface ItemsElsewhere {
  readonly items: readonly CopiedItem[];
  readonly links: readonly {
    readonly requirementId: string;
    readonly needId: string;
    readonly how: How;
    readonly because: string;
  }[];
}

/**
 * @throws Refusal `not-found` alike for a statement that does not exist and one that the person may not
 * read; and for an item that is not in it any more
 */
export async function readElsewhere(
  { rooms, store, now }: Resources,
  { personId, statementId, itemIds }: ItemsWanted,
): Promise<ItemsElsewhere> {
  const member = await store.people.member(statementId, personId);
  if (!member) throw noSuchStatement();
  const wanted = new Set(itemIds);
  const whole = await rooms.use(statementId, (room) => wholeNow(room, now()));
  const { items, links } = copyItems(whole, { wanted, maker: member.boroughId });
  if (items.length < wanted.size)
    throw new Refusal(
      "not-found",
      "Something you chose is no longer in that statement. Search again.",
    );
  return {
    items,
    links: links.map(({ requirementId, needId, how, because }) => ({
      requirementId,
      needId,
      how,
      because,
    })),
  };
}
