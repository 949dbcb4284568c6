/** What the bar can do to the words of the open field. */
import type { Editor } from "@tiptap/core";
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
    run: (editor) => editor.chain().focus().toggleBold().run(),
  },
  {
    id: "italic",
    label: "Italic",
    sign: "I",
    key: "Ctrl + I",
    isActive: (editor) => editor.isActive("italic"),
    fits: always,
    run: (editor) => editor.chain().focus().toggleItalic().run(),
  },
];

export const listCommands: readonly Command[] = [
  {
    id: "bullets",
    label: "Bulleted list",
    sign: "•",
    isActive: (editor) => editor.isActive("bulletList"),
    fits: inLines,
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    id: "numbers",
    label: "Numbered list",
    sign: "1.",
    isActive: (editor) => editor.isActive("orderedList"),
    fits: inLines,
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
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
    run: (editor) => editor.chain().focus().addRowAfter().run(),
  },
  {
    id: "row-above",
    label: "Add a row above",
    run: (editor) => editor.chain().focus().addRowBefore().run(),
  },
  {
    id: "column-after",
    label: "Add a column to the right",
    run: (editor) => editor.chain().focus().addColumnAfter().run(),
  },
  {
    id: "column-before",
    label: "Add a column to the left",
    run: (editor) => editor.chain().focus().addColumnBefore().run(),
  },
  {
    id: "no-row",
    label: "Take out this row",
    run: (editor) => editor.chain().focus().deleteRow().run(),
  },
  {
    id: "no-column",
    label: "Take out this column",
    run: (editor) => editor.chain().focus().deleteColumn().run(),
  },
  {
    id: "no-table",
    label: "Take out the table",
    run: (editor) => editor.chain().focus().deleteTable().run(),
  },
];

export const insertTable: TableCommand = {
  id: "table",
  label: "Put in a table",
  run: (editor) =>
    editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
};
