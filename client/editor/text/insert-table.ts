/** A new table of three rows and columns, the first row its head, with a paragraph after it to go on in. */
import type { Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { TextSelection } from "@tiptap/pm/state";

const size = 3;

export function insertTableIn({ state, view }: Editor): void {
  const { schema, tr } = state;
  const paragraph = (): Node => schema.node("paragraph");
  const row = (cell: string): Node => {
    const cells = Array.from({ length: size }, () => schema.node(cell, null, paragraph()));
    return schema.node("tableRow", null, cells);
  };
  const rows = [row("tableHeader"), ...Array.from({ length: size - 1 }, () => row("tableCell"))];
  const table = schema.node("table", null, rows);
  tr.replaceSelectionWith(table);
  let start: number | null = null;
  tr.doc.descendants((node, position) => {
    if (node === table) start = position;
    return start === null;
  });
  if (start === null) return;
  const end = start + table.nodeSize;
  if (tr.doc.resolve(end).nodeAfter === null) tr.insert(end, paragraph());
  tr.setSelection(TextSelection.near(tr.doc.resolve(start + 1)));
  view.dispatch(tr.scrollIntoView());
}
