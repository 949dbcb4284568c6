/** What the answers to a proposal to close a conversation share. */
import { Refusal } from "../refusal.ts";
import type { Thread } from "../thread.ts";
import type { CommandContext } from "./command.ts";
import { threadOf } from "./parts.ts";

/** A conversation that somebody proposes to close. */
type ProposedToClose = Thread & {
  readonly closingProposed: NonNullable<Thread["closingProposed"]>;
};

/** @throws Refusal `not-found`, `already-so` */
export function closingProposalOf(context: CommandContext, threadId: string): ProposedToClose {
  const thread = threadOf(context, threadId);
  const { closingProposed } = thread;
  if (!closingProposed)
    throw new Refusal("already-so", "Nobody proposes to close this conversation any more.");
  return { ...thread, closingProposed };
}
