/** How people get in: through the peers' open doors, and into Needline as people do, by a start link and invitations. */
import type { DialectName } from "./driver/dialects.ts";
import type { Plan, Ticket } from "./driver/plan.ts";
import type { Ready } from "./servers/tell-ready.ts";

export type Door = Pick<Plan, "documentName" | "tickets" | "others">;

/** @param people how many will type */
export async function openDoor(dialect: DialectName, ready: Ready, people: number): Promise<Door> {
  if (dialect === "needline") throw new Error("later");
  const documentName = "statement";
  const ticket: Ticket = { url: `${socketUrl(ready.url)}/${documentName}`, headers: {} };
  return { documentName, tickets: Array.from({ length: people }, () => ticket), others: ticket };
}

function socketUrl(url: string): string {
  return url.replace(/^http/, "ws");
}
