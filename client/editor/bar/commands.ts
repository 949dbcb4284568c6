/** What the bar can do to the words of the open field. */
import type { ChainedCommands, Editor } from "@tiptap/core";
import { insertTableIn } from "../text/insert-table.ts";
import type { Field } from "../../../shared/item-kinds.ts";

export interface Command {
  readonly id: string;
  /** What a screen reader says and a tooltip shows. */
  readonly label: string;
  /** What the button shows. */
  readonly sign: string;
  readonly key?: string;
  isActive?(editor: Editor): boolean;
  /** Whether it has a place in a field of that sort. */
  fits(field: Field): boolean;
  run(editor: Editor): void;
}

const always = (): boolean => true;
const inLines = ({ lines }: Field): boolean => lines === "several";

export const wordCommands: readonly Command[] = [
  {
    id: "bold",
    label: "Bold",
    sign: "B",
    key: "Ctrl + B",
    isActive: (editor) => editor.isActive("bold"),
    fits: always,
    run: (editor) => withFocus(editor).toggleBold().run(),
  },
  {
    id: "italic",
    label: "Italic",
    sign: "I",
    key: "Ctrl + I",
    isActive: (editor) => editor.isActive("italic"),
    fits: always,
    run: (editor) => withFocus(editor).toggleItalic().run(),
  },
];

export const listCommands: readonly Command[] = [
  {
    id: "bullets",
    label: "Bulleted list",
    sign: "•",
    isActive: (editor) => editor.isActive("bulletList"),
    fits: inLines,
    run: (editor) => withFocus(editor).toggleBulletList().run(),
  },
  {
    id: "numbers",
    label: "Numbered list",
    sign: "1.",
    isActive: (editor) => editor.isActive("orderedList"),
    fits: inLines,
    run: (editor) => withFocus(editor).toggleOrderedList().run(),
  },
];

export interface TableCommand {
  readonly id: string;
  readonly label: string;
  run(editor: Editor): void;
}

/** When the caret is in a table. */
export const tableCommands: readonly TableCommand[] = [
  {
    id: "row-below",
    label: "Add a row below",
    run: (editor) => withFocus(editor).addRowAfter().run(),
  },
  {
    id: "row-above",
    label: "Add a row above",
    run: (editor) => withFocus(editor).addRowBefore().run(),
  },
  {
    id: "column-after",
    label: "Add a column to the right",
    run: (editor) => withFocus(editor).addColumnAfter().run(),
  },
  {
    id: "column-before",
    label: "Add a column to the left",
    run: (editor) => withFocus(editor).addColumnBefore().run(),
  },
  {
    id: "no-row",
    label: "Take out this row",
    run: (editor) => withFocus(editor).deleteRow().run(),
  },
  {
    id: "no-column",
    label: "Take out this column",
    run: (editor) => withFocus(editor).deleteColumn().run(),
  },
  {
    id: "no-table",
    label: "Take out the table",
    run: (editor) => withFocus(editor).deleteTable().run(),
  },
];

export const insertTable: TableCommand = {
  id: "table",
  label: "Put in a table",
  run: (editor) => {
    editor.view.focus();
    insertTableIn(editor);
  },
};

/** TipTap's own `focus` waits for a frame, in which a key could go astray. */
function withFocus(editor: Editor): ChainedCommands {
  editor.view.focus();
  return editor.chain();
}
