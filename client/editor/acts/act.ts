/** A person's own act on items: one transaction, one step of undo, apart from what is typed around it. */
import type { StatementSession } from "../../connection/statement-session.ts";
import { localAct } from "../../connection/local-act.ts";
import { itemsOf, type ItemMap } from "../../../shared/items.ts";

export type Acting = Pick<StatementSession, "doc" | "undo" | "items">;

/** Does `change` in one transaction and shows it at once. */
export function act(session: Acting, change: () => void): void {
  session.undo.stopCapturing();
  session.doc.transact(change, localAct);
  session.undo.stopCapturing();
  session.items.flush();
}

/** Changes one value of an item, unless it is gone or says so already. */
export function setValue(session: Acting, itemId: string, name: string, value: unknown): void {
  const map: ItemMap | undefined = itemsOf(session.doc).get(itemId);
  if (map && map.get(name) !== value) act(session, () => map.set(name, value));
}
