/** Asks for a note about an item that only one's own borough sees. */
import type { ReactNode } from "react";
import { useItem, useMe, useRecord, useSession } from "../connection/hooks.ts";
import { noteStoreOf } from "../connection/note-store.ts";
import { sendNote } from "../connection/notes-api.ts";
import { Dialog } from "../controls/dialog.tsx";
import { itemName } from "../words/item-words.ts";
import { NoteForm } from "./note-form.tsx";

interface NoteDialogProps {
  readonly itemId: string;
  readonly onClose: () => void;
}

export function NoteDialog({ itemId, onClose }: NoteDialogProps): ReactNode {
  const session = useSession();
  const { boroughName } = useMe();
  const item = useItem(itemId);
  const name = useRecord((record) => itemName(item, record, itemId));
  return (
    <Dialog title={`Note on ${name} for ${boroughName} only`} onClose={onClose}>
      <p>
        Only people of {boroughName} in this statement see it. It is in no export and no record that
        others read.
      </p>
      <NoteForm
        label="Note"
        draftKey={`note ${itemId}`}
        onSave={async (words) => {
          await sendNote(session.statementId, itemId, words);
          await noteStoreOf(session).refresh();
        }}
        onDone={onClose}
      />
    </Dialog>
  );
}
