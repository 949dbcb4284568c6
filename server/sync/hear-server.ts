/** What a room does about what another server says of its statement. */
import type { Audience } from "./audience.ts";
import type { RoomCommits } from "./room-commits.ts";
import type { ServerMessage } from "./server-messages.ts";

export function hearServer(
  said: ServerMessage,
  from: string,
  { head, hold }: Pick<RoomCommits, "head" | "hold">,
  audience: Audience,
): void {
  switch (said.kind) {
    case "changed":
      head.hear(said);
      return;
    case "hold":
      hold.begin();
      return;
    case "to-borough":
      audience.sendToBorough(said.boroughId, said.frame);
      return;
    case "presence":
      audience.hearPresenceFrom(from, said.people);
      return;
    case "who-is-here":
      audience.answerWhoIsHere();
      return;
    // Said to everybody, not to those who have a statement open.
    case "alive":
    case "gone":
    case "session-ended":
      return;
  }
}
