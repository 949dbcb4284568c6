/** Every command and every entry type, by name. */
import { giveReferences } from "./give-references.ts";
import { meetNeed } from "./meet-need.ts";
import { startThread } from "./start-thread.ts";
import type { Command, EntryType } from "./command.ts";

/** What people can do, each at `POST /api/statements/:id/commands/:name`. */
export const commands: readonly Command[] = [startThread, meetNeed];

/** What only the server appends. */
const serverEntries: readonly EntryType[] = [giveReferences];

export const commandsByName: ReadonlyMap<string, EntryType> = new Map(
  [...commands, ...serverEntries].map((type) => [type.name, type]),
);
