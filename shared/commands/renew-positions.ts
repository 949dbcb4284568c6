/**
 * "Still agree": says that what a borough said holds for the words as they are now. For one item or,
 * when only wording changed, for many at once: all of them or none.
 */
import { z } from "zod";
import { deedOf } from "../deed.ts";
import { changedSincePosition, isWordingOnly, positionState } from "../position-state.ts";
import { Refusal } from "../refusal.ts";
import { defineCommand, type CommandContext } from "./command.ts";
import { id } from "./parts.ts";
import {
  itemToSayOn,
  nameOf,
  positionOf,
  seenNow,
  seenWords,
  setPosition,
  shownFingerprint,
} from "./position-parts.ts";

export const renewPositions = defineCommand({
  name: "renew-positions",
  summary:
    "Say that what your borough said still holds for the words as they are now. Several at once only where nothing but wording changed.",
  action: "take-position",
  args: z.object({
    items: z
      .array(z.object({ itemId: id, seen: shownFingerprint }))
      .min(1, "Choose an item first.")
      .max(200, "Confirm at most 200 items at once."),
  }),
  facts: z.object({ itemIds: z.array(z.string()) }),
  words: z.object({
    /** Item id → what it says now. */
    seen: z.record(z.string(), seenWords).catch({}),
  }),
  decide({ items }, context) {
    const changed = [...new Map(items.map(({ itemId, seen }) => [itemId, seen]))]
      .map(([itemId, seen]) => ({ itemId, ...saidOn(context, itemId, seen) }))
      .filter(({ state }) => state === "changed");
    if (changed.length === 0)
      throw new Refusal(
        "already-so",
        `Nothing changed since ${context.member.boroughName} said that.`,
      );
    const more = changed.filter(({ isWording }) => !isWording);
    if (changed.length > 1 && more.length > 0)
      throw new Refusal(
        "bad-input",
        `More than wording changed in ${more.map(({ itemId }) => nameOf(context, itemId)).join(", ")}. Confirm ${more.length === 1 ? "it" : "each"} on its own.`,
      );
    return {
      facts: { itemIds: changed.map(({ itemId }) => itemId) },
      words: { seen: Object.fromEntries(changed.map(({ itemId, seen }) => [itemId, seen])) },
    };
  },
  fold(draft, entry, { itemIds }, words) {
    for (const itemId of itemIds) {
      const position = positionOf(draft.now, itemId, entry.boroughId);
      if (!position) continue;
      const seen = Object.hasOwn(words.seen, itemId) ? words.seen[itemId] : undefined;
      setPosition(draft, "positions", itemId, entry.boroughId, {
        ...position,
        seen: seen ?? nothingSeen,
        confirmed: deedOf(entry),
      });
    }
  },
});

const nothingSeen = seenWords.parse(undefined);

/** How the borough's position stands to the item as it is shown. */
function saidOn(context: CommandContext, itemId: string, shown: string) {
  const { boroughId, boroughName } = context.member;
  const item = itemToSayOn(context, itemId, shown);
  const position = positionOf(context.record, itemId, boroughId);
  if (!position)
    throw new Refusal(
      "not-found",
      `${boroughName} has not said anything about ${nameOf(context, itemId)} yet.`,
    );
  return {
    state: positionState(item, boroughId, position),
    isWording: isWordingOnly(changedSincePosition(item, boroughId, position)),
    seen: seenNow(context, item),
  };
}
