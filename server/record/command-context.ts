/** What a command may look at in a room, under the statement's lock. */
import type { Member } from "../../shared/access.ts";
import type { CommandContext } from "../../shared/commands/command.ts";
import type { Room } from "../sync/room.ts";

export function commandContext(room: Room, member: Member, newId: () => string): CommandContext {
  return {
    member,
    record: room.record,
    item: (id) => room.item(id),
    textToKeep: () => room.textToKeep(),
    newId,
  };
}
