/** What keys do while an item has the focus as a whole. */
import { moveByOne } from "../acts/move-items.ts";
import type { DocumentController } from "../controller/document-controller.ts";

/** @returns whether the key was used */
export function itemRowKey(
  controller: DocumentController,
  itemId: string,
  { key, altKey, shiftKey, ctrlKey, metaKey }: KeyboardEvent,
): boolean {
  const mayWrite = controller.mayWrite;
  const direction = key === "ArrowUp" ? -1 : 1;
  switch (key) {
    case "ArrowUp":
    case "ArrowDown": {
      if (altKey && shiftKey)
        return mayWrite && (moveByOne(controller.session, itemId, direction) || true);
      if (altKey || shiftKey || ctrlKey || metaKey) return false;
      const next = controller.itemBeside(itemId, direction) ?? controller.itemBeyond(direction);
      return next !== null && controller.focusItem(next);
    }
    case "Enter":
      return mayWrite && !ctrlKey && controller.openItem(itemId);
    case "Delete":
      if (!mayWrite) return false;
      controller.question.set({ ask: "remove", itemId });
      return true;
    default:
      return false;
  }
}
