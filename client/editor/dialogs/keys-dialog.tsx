/** What keys do in the document. */
import type { ReactNode } from "react";
import { Dialog } from "../../controls/dialog.tsx";

interface Row {
  readonly keys: string;
  readonly does: string;
}

const groups: readonly { readonly title: string; readonly rows: readonly Row[] }[] = [
  {
    title: "Moving around",
    rows: [
      { keys: "Arrow keys", does: "go on into the next field and the next item" },
      { keys: "Tab", does: "the next field or button" },
      { keys: "Esc", does: "from the words to the item; then ↑ and ↓ walk from item to item" },
      { keys: "Enter, on an item", does: "write in it" },
      { keys: "Ctrl + Home, Ctrl + End", does: "the start or end of the statement" },
      { keys: "Alt + Enter", does: "open the conversation about the words at the caret" },
    ],
  },
  {
    title: "Writing",
    rows: [
      { keys: "Enter, at the end", does: "a new item of the same kind; in a need, the next part" },
      { keys: "Ctrl + Enter", does: "a new item below, from anywhere" },
      { keys: "Shift + Enter", does: "a new paragraph" },
      { keys: "Backspace, in an empty item", does: "takes it away" },
      { keys: "Ctrl + Z, Ctrl + Y", does: "undo and redo what you did yourself" },
      { keys: "Ctrl + B, Ctrl + I, Ctrl + K", does: "bold, italic, link" },
      { keys: "Alt + F10", does: "the bar above the document" },
    ],
  },
  {
    title: "Items",
    rows: [
      { keys: "Alt + Shift + ↑ or ↓", does: "move the item, or a section with its items" },
      { keys: "Delete, on an item", does: "take it out, with a reason" },
      { keys: "Ctrl + Alt + M", does: "comment on the selected words" },
      { keys: "Ctrl + Alt + L", does: "say which need the selected words meet" },
      { keys: "Ctrl + Alt + W", does: "suggest other wording" },
    ],
  },
];

export function KeysDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  return (
    <Dialog title="Keys" onClose={onClose}>
      {groups.map(({ title, rows }) => (
        <section key={title} className="keys-group">
          <h3>{title}</h3>
          <dl>
            {rows.map(({ keys, does }) => (
              <div key={keys}>
                <dt>{keys}</dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}
