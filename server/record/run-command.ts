/**
 * Runs a person's command: asked under the statement's lock, on committed text and record. What it
 * writes in the text is the server's own hand, in that person's name. A command that is asked for again under
 * the same id, because nobody heard what became of it, is not done twice.
 */
import type { Command } from "../../shared/commands/command.ts";
import type { Entry } from "../../shared/entry.ts";
import { memberWhoMay } from "../../shared/members.ts";
import type { Resources } from "../resources.ts";
import { commandContext } from "./command-context.ts";

/**
 * @returns the entry it added to the record, which every open page gets too
 * @throws Refusal as the command says, ZodError when `args` are wrong
 */
export function runCommand(
  { rooms, newId }: Resources,
  {
    statementId,
    personId,
    command,
    args,
    askedAs = null,
  }: {
    statementId: string;
    personId: string;
    command: Command;
    args: unknown;
    /** Made by whoever asks, for one intention. */
    askedAs?: string | null;
  },
): Promise<Entry> {
  return rooms.use(statementId, async (room) => {
    const { boroughId } = memberWhoMay(room.record, personId, command.action);
    let known: Entry | undefined;
    const [made] = await room.act({ personId, boroughId }, ({ record }) => {
      const member = memberWhoMay(record, personId, command.action);
      known = askedAs === null ? undefined : room.entryAskedAs(personId, askedAs);
      if (known) return { drafts: [] };
      const context = commandContext(room, member, newId);
      const { write, keeps, ...draft } = command.decide(args, context);
      const facts = askedAs === null ? draft.facts : { ...draft.facts, askedAs };
      return {
        drafts: [{ ...draft, facts }],
        ...(write ? { write } : {}),
        ...(keeps ? { keeps } : {}),
      };
    });
    const entry = made ?? known;
    if (!entry) throw new Error(`${command.name} added no entry`);
    return entry;
  });
}
