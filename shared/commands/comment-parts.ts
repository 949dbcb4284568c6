/** What the commands that write comments share: whom they call on, and the comment as it is first folded. */
import { z } from "zod";
import { deedOf } from "../deed.ts";
import type { Entry } from "../entry.ts";
import { isWritten, keyOfMention, mentionablesIn, mentionsIn } from "../mentions.ts";
import { Refusal } from "../refusal.ts";
import type { Comment, Mention } from "../thread.ts";
import type { CommandContext } from "./command.ts";
import { id } from "./parts.ts";

const mention = z.union([z.strictObject({ personId: id }), z.strictObject({ boroughId: id })]);

/** Whom a comment calls on; each is written in its text, as `@` and the name. */
export const mentionArgs = z
  .array(mention)
  .max(50, "A comment mentions at most 50 people and boroughs.")
  .default([]);

export const mentionFacts = z.array(mention).catch([]);

/**
 * @param before mentions that a comment being changed has already: they may be of people who left
 * @throws Refusal `bad-input`
 */
export function refuseUnknownMentions(
  { record }: CommandContext,
  text: string,
  mentions: readonly Mention[],
  before: readonly Mention[] = [],
): void {
  const mentionables = mentionablesIn(record);
  const called = new Set(mentionsIn(text, mentionables).map(keyOfMention));
  const kept = new Set(before.map(keyOfMention));
  for (const one of mentions) {
    const key = keyOfMention(one);
    if (called.has(key) || (kept.has(key) && isWritten(text, one, record))) continue;
    const known = mentionables.find(({ mention: each }) => keyOfMention(each) === key);
    throw new Refusal(
      "bad-input",
      known
        ? `Write @${known.handle} in the text, or leave the mention out.`
        : "Somebody whom this mentions does not take part in this statement. Mention people and boroughs that do.",
    );
  }
}

export function newComment(
  entry: Entry,
  commentId: string,
  text: string,
  mentions: readonly Mention[],
): Comment {
  return { ...deedOf(entry), id: commentId, text, mentions, edited: null, withdrawn: null };
}
