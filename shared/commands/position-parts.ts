/** What the commands about positions share: arguments, checks with their refusals, and what the fold does with a borough's position. */
import { z } from "zod";
import { deedOf, type Deed } from "../deed.ts";
import type { Entry } from "../entry.ts";
import { allPriorities, type Priority } from "../item-kinds.ts";
import type { Item } from "../items.ts";
import {
  allStances,
  stanceWords,
  takesPositions,
  type Position,
  type Stance,
} from "../position.ts";
import { positionState } from "../position-state.ts";
import type { RecordDraft, RecordState } from "../record-state.ts";
import { Refusal } from "../refusal.ts";
import { fingerprintOf, seenOf, seenSchema } from "../seen.ts";
import type { CommandContext } from "./command.ts";
import { id, itemOf, optionalReason } from "./parts.ts";

const stance = z.enum(allStances);

/** The fingerprint of the item with the borough's own variations, as the person's page shows it. */
export const shownFingerprint = z.string().max(200);

/** What a person says, or proposes to say, for their borough. */
export const positionArgs = z
  .object({
    itemId: id,
    stance,
    words: optionalReason,
    /** The priority it has for the borough, when that is another than the item's. */
    priority: z.enum(allPriorities).nullable().default(null),
    seen: shownFingerprint,
  })
  .refine(({ stance, words }) => stance !== "agree-with-change" || words !== "", {
    path: ["words"],
    message: "Say which change.",
  })
  .refine(({ stance, words }) => stance !== "object" || words !== "", {
    path: ["words"],
    message: "Say why.",
  });

export const positionFacts = z.object({
  itemId: z.string(),
  stance,
  priority: z.enum(allPriorities).nullable().catch(null),
});

/** What the item said; nothing once the words are erased, so that it then counts as changed. */
export const seenWords = seenSchema.catch({ priority: null, removed: false, fields: {} });

export const positionWords = z.object({ words: z.string().catch(""), seen: seenWords });

type PositionArgs = z.output<typeof positionArgs>;

/**
 * A need or requirement that is taken forward, as its page shows it.
 * @throws Refusal `not-found`, `bad-input`, `text-changed`
 */
export function itemToSayOn(context: CommandContext, itemId: string, shown: string): Item {
  const item = itemOf(context, itemId);
  if (!takesPositions(item.kind))
    throw new Refusal(
      "bad-input",
      "Boroughs say what they think about needs and requirements. Choose one of those.",
    );
  if (item.removed)
    throw new Refusal(
      "bad-input",
      `${nameOf(context, itemId)} is not taken forward, so there is nothing to agree to. It can be brought back under Removed items.`,
    );
  if (fingerprintOf(item, context.member.boroughId) !== shown)
    throw new Refusal(
      "text-changed",
      `The wording of ${nameOf(context, itemId)} changed while you were reading. Read it again, then say what ${context.member.boroughName} thinks.`,
    );
  return item;
}

/** What stays of the arguments: a priority only where it differs from the item's, and none where it does not apply. */
export function saidPriority(item: Item, { stance, priority }: PositionArgs): Priority | null {
  return stance === "does-not-apply" || priority === item.priority ? null : priority;
}

/** @throws Refusal `already-so` when the very same stands on the text as it is */
export function refuseIfStands(
  context: CommandContext,
  standing: Position | undefined,
  args: PositionArgs,
  message: string,
): void {
  const { boroughId } = context.member;
  const item = itemOf(context, args.itemId);
  if (
    standing &&
    standing.stance === args.stance &&
    standing.words === args.words &&
    standing.priority === saidPriority(item, args) &&
    positionState(item, boroughId, standing) === "current"
  )
    throw new Refusal("already-so", message);
}

/** What the entry keeps of the item. */
export function seenNow({ member }: CommandContext, item: Item): z.input<typeof seenWords> {
  return seenOf(item, member.boroughId);
}

export function positionOf(
  { positions }: Pick<RecordState, "positions">,
  itemId: string,
  boroughId: string,
): Position | undefined {
  return positions.get(itemId)?.get(boroughId);
}

/** "R-9", or "That item" while it has no reference. */
export function nameOf({ record }: Pick<CommandContext, "record">, itemId: string): string {
  return record.references.get(itemId) ?? "that item";
}

/** A position as it is first folded, without a conversation. */
export function newPosition(
  entry: Entry,
  facts: z.output<typeof positionFacts>,
  words: z.output<typeof positionWords>,
): Position {
  const deed = deedOf(entry);
  const { stance, priority } = facts;
  return { ...deed, stance, priority, ...words, confirmed: deed, threadId: null };
}

/** Sets what a borough says, or proposes to say, about an item; with null it says nothing any more. */
export function setPosition(
  draft: RecordDraft,
  name: "positions" | "proposedPositions",
  itemId: string,
  boroughId: string,
  position: Position | null,
): void {
  const said = new Map(draft.now[name].get(itemId));
  if (position) said.set(boroughId, position);
  else said.delete(boroughId);
  if (said.size > 0) draft.set(name, itemId, said);
  else draft.delete(name, itemId);
}

/**
 * Closes the conversation that carried what a borough said before.
 * @param now what it says instead, or null when it took it back
 */
export function closePositionThread(
  draft: RecordDraft,
  threadId: string | null,
  deed: Deed,
  now: Stance | null,
): void {
  if (threadId === null) return;
  const known = draft.now.people.get(deed.personId)?.boroughName ?? "";
  const name = known === "" ? "The borough" : known;
  const note = now ? `${name} now ${stanceWords[now].says}.` : `${name} took it back.`;
  draft.changeThread(threadId, (thread) =>
    thread.closed ? thread : { ...thread, closed: { ...deed, note }, closingProposed: null },
  );
}
