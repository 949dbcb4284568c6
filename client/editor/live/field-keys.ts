/**
 * What keys do in a field so that many fields feel like one document: the arrows go on into the next
 * field, Enter at the end makes the next item, Backspace in an empty one takes it away. Nothing here
 * ever splits or merges items.
 */
import { Extension, type Editor } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import type { Field } from "../../../shared/item-kinds.ts";
import { readSelection } from "./read-selection.ts";

/** What the document does when a field hands over. Each answers whether it did something. */
export interface Hands {
  /** Into the field before or after, at its near end. */
  goSideways(direction: 1 | -1): boolean;
  /** Onto the line above or below, straight up or down from the caret. */
  goToLine(direction: 1 | -1): boolean;
  /** To the first or last field of the document. */
  goToEdge(direction: 1 | -1): boolean;
  /** Enter where the field ends, or anywhere in a field of one line. */
  enterAtEnd(): boolean;
  makeNext(): boolean;
  backspaceAtStart(): boolean;
  leaveToItem(): boolean;
  move(direction: 1 | -1): boolean;
  undo(): boolean;
  redo(): boolean;
  selectAll(): boolean;
  comment(): boolean;
  meet(): boolean;
  suggest(): boolean;
  askForLink(): boolean;
  goToToolbar(): boolean;
  openConversation(): boolean;
}

export function fieldKeys(definition: Field, hands: Hands): Extension {
  const isLine = definition.lines === "one";
  return Extension.create({
    name: "fieldKeys",
    // Before lists, tables and TipTap's own keys.
    priority: 1_500,
    addKeyboardShortcuts() {
      const { editor } = this;
      const at = (isThere: (editor: Editor) => boolean, then: () => boolean) => () =>
        !editor.view.composing && isThere(editor) && then();
      const backspace = at(isAtStart, () => hands.backspaceAtStart() || true);
      return {
        ArrowLeft: at(isAtStart, () => hands.goSideways(-1)),
        ArrowRight: at(isAtEnd, () => hands.goSideways(1)),
        ArrowUp: at(isOnFirstLine, () => hands.goToLine(-1)),
        ArrowDown: at(isOnLastLine, () => hands.goToLine(1)),
        "Ctrl-Home": () => hands.goToEdge(-1),
        "Ctrl-End": () => hands.goToEdge(1),
        Enter: () => {
          if (editor.view.composing) return false;
          if (isLine) return hands.enterAtEnd() || true;
          return isAtPlainEnd(editor) && hands.enterAtEnd();
        },
        "Shift-Enter": () => isLine || editor.commands.splitBlock(),
        "Mod-Enter": () => hands.makeNext(),
        Backspace: backspace,
        "Mod-Backspace": backspace,
        "Shift-Backspace": backspace,
        Escape: () => hands.leaveToItem(),
        "Alt-Shift-ArrowUp": () => hands.move(-1),
        "Alt-Shift-ArrowDown": () => hands.move(1),
        "Mod-z": () => hands.undo(),
        "Mod-Shift-z": () => hands.redo(),
        "Mod-y": () => hands.redo(),
        "Mod-a": () => isAllSelected(editor.view) && hands.selectAll(),
        "Mod-k": () => hands.askForLink(),
        "Ctrl-Alt-m": () => hands.comment(),
        "Ctrl-Alt-l": () => hands.meet(),
        "Ctrl-Alt-w": () => hands.suggest(),
        "Alt-F10": () => hands.goToToolbar(),
        "Alt-Enter": () => hands.openConversation(),
      };
    },
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          handleDOMEvents: {
            keydown(view, event) {
              if (!event.isComposing) readSelection(view);
              return false;
            },
            // From the browser's menu, or a gesture: the browser's own undo knows nothing of others.
            beforeinput(_view, event) {
              if (event.inputType !== "historyUndo" && event.inputType !== "historyRedo")
                return false;
              event.preventDefault();
              return event.inputType === "historyUndo" ? hands.undo() : hands.redo();
            },
          },
        },
      }),
    ],
  });
}

function isAtStart({ state }: Editor): boolean {
  const { $from, empty } = state.selection;
  return empty && $from.parentOffset === 0 && $from.depth === 1 && $from.index(0) === 0;
}

function isAtEnd({ state }: Editor): boolean {
  const { $from, empty } = state.selection;
  return empty && $from.pos >= state.doc.content.size - $from.depth;
}

/** At the end, in a paragraph that is in no list and no table. */
function isAtPlainEnd(editor: Editor): boolean {
  return editor.state.selection.$from.depth === 1 && isAtEnd(editor);
}

function isOnFirstLine({ state, view }: Editor): boolean {
  const { $head } = state.selection;
  return $head.pos <= firstEnd(view) && view.endOfTextblock("up");
}

function isOnLastLine({ state, view }: Editor): boolean {
  const { $head } = state.selection;
  const start = state.doc.content.size - $head.depth - $head.parent.content.size;
  return $head.pos >= start && view.endOfTextblock("down");
}

/** Where the first paragraph ends. */
function firstEnd({ state: { doc } }: EditorView): number {
  let end = 0;
  doc.descendants((node, position) => {
    if (end > 0) return false;
    if (node.isTextblock) end = position + node.nodeSize - 1;
    return end === 0;
  });
  return end;
}

function isAllSelected({ state }: EditorView): boolean {
  const { from, to } = state.selection;
  return to - from >= state.doc.content.size - 2;
}
