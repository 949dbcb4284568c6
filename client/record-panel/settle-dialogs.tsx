/** Settling on purpose what would otherwise count as forgotten, each with a reason. */
import type { ReactNode } from "react";
import { useItem, useRecord } from "../connection/hooks.ts";
import { Dialog } from "../controls/dialog.tsx";
import { itemName, itemSentence } from "../words/item-words.ts";
import { WordsForm } from "../words/words-form.tsx";

interface SettleDialogProps {
  readonly itemId: string;
  readonly onClose: () => void;
}

/** For a need or outcome. */
export function LeaveOutDialog({ itemId, onClose }: SettleDialogProps): ReactNode {
  const name = useName(itemId);
  return (
    <Dialog title={`Leave ${name} out on purpose`} onClose={onClose}>
      <ItemWords itemId={itemId} />
      <WordsForm
        label="Because"
        hint="Everybody can read this. It can be put back at any time."
        draftKey={`leave out ${itemId}`}
        saveLabel="Leave it out"
        emptyMessage="Say why it is left out."
        command="leave-out-need"
        args={(why) => ({ needId: itemId, why })}
        onDone={onClose}
      />
    </Dialog>
  );
}

/** For a requirement. */
export function NeedsNoNeedDialog({ itemId, onClose }: SettleDialogProps): ReactNode {
  const name = useName(itemId);
  return (
    <Dialog title={`${name} needs no need`} onClose={onClose}>
      <ItemWords itemId={itemId} />
      <WordsForm
        label="Because"
        hint="For a requirement that law or policy asks for: name it."
        draftKey={`needs none ${itemId}`}
        saveLabel="It needs none"
        emptyMessage="Say why it needs none."
        command="needs-no-need"
        args={(why) => ({ requirementId: itemId, why })}
        onDone={onClose}
      />
    </Dialog>
  );
}

function useName(itemId: string): string {
  const item = useItem(itemId);
  return useRecord((record) => itemName(item, record, itemId));
}

function ItemWords({ itemId }: { readonly itemId: string }): ReactNode {
  const item = useItem(itemId);
  return item ? <p>{itemSentence(item)}</p> : null;
}
