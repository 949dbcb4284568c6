/** What the document does when a key in a field leads out of it. */
import { itemHasWords } from "../../../shared/items.ts";
import { mainField } from "../../../shared/item-kinds.ts";
import { variationKeyOf } from "../../../shared/variations.ts";
import { openThread } from "../../connection/active-thread.ts";
import { chooseWords } from "../bar/choose-words.ts";
import { moveByOne } from "../acts/move-items.ts";
import { removeItem } from "../acts/remove-items.ts";
import type { Hands } from "../live/field-keys.ts";
import { fieldBeside, fieldsIn, lineBeside } from "../live/field-place.ts";
import type { OpenField } from "../live/live-editor.ts";
import type { DocumentController } from "./document-controller.ts";
import { threadAtCaret } from "./thread-at-caret.ts";
import { takeBack } from "./take-back.ts";

export function handsFor(controller: DocumentController): Hands {
  const { live, session } = controller;

  /** Does something with the open field, as long as the document stands. */
  const withOpen = (then: (open: OpenField, root: HTMLElement) => boolean): boolean => {
    const { open } = live;
    const { root } = controller;
    return open !== null && root !== null && then(open, root);
  };

  const goSideways = (direction: 1 | -1): boolean =>
    withOpen((open, root) => {
      const next = fieldBeside(root, open.element, direction) ?? controller.fieldBeyond(direction);
      return (
        next !== null && controller.openElement(next, { at: direction === 1 ? "start" : "end" })
      );
    });

  const makeNext = (): boolean =>
    withOpen((open) => {
      const kind = controller.kindOf(open.itemId);
      if (!kind) return false;
      controller.add(kind, open.itemId);
      return true;
    });

  return {
    goSideways,
    makeNext,
    goToLine: (direction) =>
      withOpen((open, root) => {
        const { view } = open.editor;
        const caret = view.coordsAtPos(view.state.selection.head);
        const line = lineBeside(root, open.element, caret, direction);
        if (line) return controller.openElement(line.field, { at: "point", ...line });
        const beyond = controller.fieldBeyond(direction);
        return (
          beyond !== null &&
          controller.openElement(beyond, { at: direction === 1 ? "start" : "end" })
        );
      }),
    goToEdge: (direction) =>
      withOpen((_open, root) => {
        if (direction === 1) controller.rowsToCome.bring();
        const field = fieldsIn(root).at(direction === 1 ? -1 : 0);
        return (
          field !== undefined &&
          controller.openElement(field, { at: direction === 1 ? "end" : "start" })
        );
      }),
    enterAtEnd: () =>
      withOpen((open, root) => {
        const kind = controller.kindOf(open.itemId);
        if (kind === "section") {
          const next = fieldBeside(root, open.element, 1);
          if (next && isInSection(controller, open.itemId, next.dataset["itemId"]))
            return controller.openElement(next, { at: "start" });
          controller.add("text", open.itemId);
          return true;
        }
        if (kind === "need" && open.definition.lines === "one") {
          const next = fieldBeside(root, open.element, 1);
          const isSentence = next?.dataset["line"] !== undefined;
          if (next && isSentence && next.dataset["itemId"] === open.itemId)
            return controller.openElement(next, { at: "end" });
          return itemIsEmpty(controller, open.itemId) || makeNext();
        }
        if (kind === "requirement" || kind === "outcome") {
          if (open.field !== mainField(kind)) return false;
          // Enter in an empty one makes no second empty one.
          return itemIsEmpty(controller, open.itemId) || makeNext();
        }
        return false;
      }),
    backspaceAtStart: () =>
      withOpen((open, root) => {
        const before = fieldBeside(root, open.element, -1);
        if (before?.dataset["itemId"] === open.itemId && before.dataset["line"] !== undefined) {
          return controller.openElement(before, { at: "end" });
        }
        if (variationKeyOf(open.field) !== null) {
          // One that is left empty goes from the page.
          const isEmpty = open.editor.state.doc.textContent === "";
          return isEmpty && before !== null && controller.openElement(before, { at: "end" });
        }
        if (!itemIsEmpty(controller, open.itemId)) return true;
        const after = fieldBeside(root, open.element, 1);
        if (before) controller.openElement(before, { at: "end" });
        else if (after) controller.openElement(after, { at: "start" });
        else live.close();
        removeItem(session, open.itemId, "");
        return true;
      }),
    leaveToItem: () => withOpen((open) => controller.focusItem(open.itemId)),
    move: (direction) => withOpen((open) => moveByOne(session, open.itemId, direction) || true),
    undo: () => takeBack(controller, "undo"),
    redo: () => takeBack(controller, "redo"),
    selectAll: () =>
      withOpen((_open, root) => {
        live.close();
        getSelection()?.selectAllChildren(root);
        return true;
      }),
    comment: () =>
      withOpen((open) => {
        controller.callbacks?.onComment(live.selection() ?? { itemId: open.itemId });
        return true;
      }),
    meet: () =>
      withOpen((open) => {
        if (controller.kindOf(open.itemId) !== "requirement") return false;
        controller.callbacks?.onMeet(live.selection() ?? { itemId: open.itemId });
        return true;
      }),
    suggest: () => chooseWords(controller, "suggest"),
    askForLink() {
      controller.question.set({ ask: "link" });
      return true;
    },
    goToToolbar() {
      const button =
        document.querySelector<HTMLElement>("[data-paste-offer] button") ??
        document.querySelector<HTMLElement>("[data-toolbar] button");
      button?.focus();
      return button !== null;
    },
    openConversation: () =>
      withOpen(() => {
        // The caret that is seen: the editor's own selection can be a moment behind it.
        const threadId = threadAtCaret();
        if (threadId === null) return false;
        openThread(threadId);
        return true;
      }),
  };
}

function itemIsEmpty(controller: DocumentController, itemId: string): boolean {
  controller.session.items.flush();
  const item = controller.session.items.item(itemId);
  return item !== undefined && !itemHasWords(item);
}

/** Whether an item stands between a section's title and the next section. */
function isInSection(
  controller: DocumentController,
  sectionId: string,
  itemId: string | undefined,
): boolean {
  return itemId !== undefined && itemId !== sectionId && controller.kindOf(itemId) !== "section";
}
