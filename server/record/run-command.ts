/**
 * Runs a person's command: asked under the statement's lock, on committed text and record. What it
 * writes in the text is the server's own hand, in that person's name.
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
  }: { statementId: string; personId: string; command: Command; args: unknown },
): Promise<Entry> {
  return rooms.use(statementId, async (room) => {
    const { boroughId } = memberWhoMay(room.record, personId, command.action);
    const [entry] = await room.act({ personId, boroughId }, ({ record }) => {
      const member = memberWhoMay(record, personId, command.action);
      const context = commandContext(room, member, newId);
      const { write, keeps, ...draft } = command.decide(args, context);
      return { drafts: [draft], ...(write ? { write } : {}), ...(keeps ? { keeps } : {}) };
    });
    if (!entry) throw new Error(`${command.name} added no entry`);
    return entry;
  });
}
