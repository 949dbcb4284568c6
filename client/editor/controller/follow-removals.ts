/**
 * When the item that is being written in is taken out by somebody else, the caret goes to its
 * neighbour and a notice says who did it, with a way to bring it back.
 */
import { z } from "zod";
import { request } from "../../connection/request.ts";
import { putBack } from "../acts/remove-items.ts";
import type { DocumentController } from "./document-controller.ts";

const editorAnswer = z.object({ name: z.string(), boroughName: z.string() }).nullable();

/** @returns a function that stops */
export function followRemovals(controller: DocumentController): () => void {
  const { session, live } = controller;
  const look = (): void => {
    const { open } = live;
    if (!open) return;
    const item = session.items.item(open.itemId);
    if (item?.removed === null) return;
    const { itemId } = open;
    const hadFocus = live.view?.hasFocus() ?? false;
    // The row is still on the page: React takes it out after this.
    const next = controller.itemBeside(itemId, 1) ?? controller.itemBeside(itemId, -1);
    live.close();
    if (hadFocus && next !== null) controller.openItem(next, { at: "start" });
    void say(controller, itemId);
  };
  return session.items.subscribe(look);
}

async function say(controller: DocumentController, itemId: string): Promise<void> {
  const { session, notice } = controller;
  const reference = session.record.state().references.get(itemId) ?? "the item you were in";
  const action = { label: "Bring back", run: () => putBack(session, [itemId]) };
  notice.set({ words: `Somebody took out ${reference}.`, action });
  const path = `/api/statements/${session.statementId}/items/${itemId}/last-edit`;
  const editor = await request(path, { answer: editorAnswer }).catch(() => null);
  if (editor && session.items.item(itemId)?.removed)
    notice.set({ words: `${editor.name}, ${editor.boroughName}, took out ${reference}.`, action });
}
