/** Gives a conversation to somebody to see to, by a day if one is named; or to nobody any more. */
import { z } from "zod";
import { can } from "../access.ts";
import { isDay } from "../day.ts";
import { deedOf } from "../deed.ts";
import { memberIn } from "../members.ts";
import { Refusal } from "../refusal.ts";
import { isOpenThread } from "../thread-state.ts";
import { defineCommand, type CommandContext } from "./command.ts";
import { id, threadOf } from "./parts.ts";

export const assignThread = defineCommand({
  name: "assign-thread",
  summary: "Give a conversation to somebody to see to, by a day if you name one; or to nobody.",
  action: "comment",
  args: z
    .object({
      threadId: id,
      /** Null takes it from whoever has it. */
      personId: id.nullable(),
      due: z
        .string()
        .refine(isDay, "Give the day as year, month and day, such as 2026-05-14.")
        .nullable()
        .default(null),
    })
    .refine(({ personId, due }) => personId !== null || due === null, {
      path: ["personId"],
      message: "Choose who sees to it by that day.",
    }),
  facts: z.object({
    threadId: z.string(),
    personId: z.string().nullable(),
    due: z.string().refine(isDay).nullable().catch(null),
  }),
  words: z.object({}),
  decide({ threadId, personId, due }, context) {
    const thread = threadOf(context, threadId);
    if (!isOpenThread(thread))
      throw new Refusal("bad-input", "This conversation is closed, so there is nothing to see to.");
    const { assigned } = thread;
    if ((assigned?.to ?? null) === personId && (assigned?.due ?? null) === due)
      throw new Refusal(
        "already-so",
        personId === null ? "Nobody has this to see to." : "They have this to see to already.",
      );
    if (personId !== null) refuseUnlessAnswers(context, personId);
    return { facts: { threadId, personId, due }, words: {} };
  },
  fold(draft, entry, { threadId, personId, due }) {
    const assigned = personId === null ? null : { ...deedOf(entry), to: personId, due };
    draft.changeThread(threadId, (thread) => ({ ...thread, assigned }));
  },
});

/** @throws Refusal `bad-input` */
function refuseUnlessAnswers({ record }: CommandContext, personId: string): void {
  const to = memberIn(record, personId);
  if (!to)
    throw new Refusal(
      "bad-input",
      "That person does not take part in this statement. Choose somebody who does.",
    );
  if (!can(to, "comment"))
    throw new Refusal(
      "bad-input",
      `${to.name} only reads this statement and could not answer. Choose somebody else, or ask a lead to change the role of ${to.name}.`,
    );
}
