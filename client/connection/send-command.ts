/** Sends a person's command to the server. */
import { z } from "zod";
import type { Entry } from "../../shared/entry.ts";
import { entrySchema } from "../../shared/sync/record-entries.ts";
import type { AskOnce } from "./ask-once.ts";

const commandAnswer = z.object({ entry: entrySchema });

/**
 * @returns the entry that it added to the record
 * @throws CommandRefused with words to show
 */
export async function sendCommand(
  once: AskOnce,
  statementId: string,
  command: string,
  args: unknown,
): Promise<Entry> {
  const path = `/api/statements/${statementId}/commands/${command}`;
  return (await once.post(path, args, commandAnswer)).entry;
}
