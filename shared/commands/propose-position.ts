/** Proposes what the own borough should say about an item, for somebody who agrees for it to decide. */
import { defineCommand } from "./command.ts";
import {
  itemToSayOn,
  newPosition,
  positionArgs,
  positionFacts,
  positionOf,
  positionWords,
  refuseIfStands,
  saidPriority,
  seenNow,
  setPosition,
} from "./position-parts.ts";

export const proposePosition = defineCommand({
  name: "propose-position",
  summary:
    "Propose what your borough should say about a need or requirement. The next proposal takes its place; a position of the borough settles it.",
  action: "propose-position",
  args: positionArgs,
  facts: positionFacts,
  words: positionWords,
  decide(args, context) {
    const { itemId, stance, words, seen } = args;
    const { record, member } = context;
    const item = itemToSayOn(context, itemId, seen);
    const { boroughId, boroughName } = member;
    const proposed = record.proposedPositions.get(itemId)?.get(boroughId);
    refuseIfStands(context, proposed, args, "That is proposed already.");
    const standing = positionOf(record, itemId, boroughId);
    refuseIfStands(context, standing, args, `${boroughName} says that already.`);
    return {
      facts: { itemId, stance, priority: saidPriority(item, args) },
      words: { words, seen: seenNow(context, item) },
    };
  },
  fold(draft, entry, facts, words) {
    const position = newPosition(entry, facts, words);
    setPosition(draft, "proposedPositions", facts.itemId, entry.boroughId, position);
  },
});
