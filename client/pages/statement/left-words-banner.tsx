/** Offers words that were written here and can no longer be saved, as a copy to keep. */
import { useState, useSyncExternalStore, type ReactNode } from "react";
import { useRecord, useSession } from "../../connection/hooks.ts";
import { Button } from "../../controls/button.tsx";
import { CopyButton } from "../../controls/copy-button.tsx";
import { Dialog } from "../../controls/dialog.tsx";
import { Notice } from "../../controls/notice.tsx";

export function LeftWordsBanner(): ReactNode {
  const { leftWords } = useSession();
  const references = useRecord((record) => record.references);
  const [isOpen, setOpen] = useState(false);
  const passages = useSyncExternalStore(
    (listener) => leftWords.subscribe(listener),
    () => leftWords.passages(),
  );
  if (passages.length === 0) return null;
  const named = passages.map(({ itemId, where, text }) => {
    const reference = references.get(itemId);
    return { where: reference === undefined ? where : `${reference}, ${where}`, text };
  });
  const all = named.map(({ where, text }) => `${where}\n${text}`).join("\n\n");
  return (
    <>
      <Notice look="warn" action={<Button onClick={() => setOpen(true)}>Show these words</Button>}>
        Some words on this computer are not in the statement, and cannot be saved to it. Keep a copy
        of them.
      </Notice>
      {isOpen ? (
        <Dialog title="Words that are not in the statement" onClose={() => setOpen(false)}>
          <p>This is how these items stand on this computer. Copy them, then forget them here.</p>
          <dl className="left-words">
            {named.map(({ where, text }) => (
              <div key={`${where} ${text}`}>
                <dt>{where}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
          <div className="dialog-buttons">
            <CopyButton look="main" text={all}>
              Copy all
            </CopyButton>
            <Button
              onClick={() => {
                setOpen(false);
                void leftWords.discard();
              }}
            >
              I have kept them, forget them here
            </Button>
          </div>
        </Dialog>
      ) : null}
    </>
  );
}
