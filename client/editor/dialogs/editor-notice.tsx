/** Short messages at the foot of the window, and what can be done with a paste of several paragraphs. */
import { useEffect, type ReactNode } from "react";
import { itemKinds } from "../../../shared/item-kinds.ts";
import { Button } from "../../controls/button.tsx";
import { useObserved } from "../controller/observed.ts";
import { partPaste, type PasteOffer } from "../controller/paste-hands.ts";
import { useEditor } from "../rows/editor-context.tsx";

/** Long enough to read it and reach for the button. */
const stayMs = 20_000;

export function EditorNotice(): ReactNode {
  const { controller } = useEditor();
  const notice = useObserved(controller.notice);
  const offer = useObserved(controller.pasteOffer);

  useEffect(() => {
    if (!notice) return undefined;
    const timer = setTimeout(() => controller.notice.set(null), stayMs);
    return () => clearTimeout(timer);
  }, [controller, notice]);

  const close = (): void => controller.notice.set(null);
  return (
    <div className="editor-notices">
      {offer && <PasteChoice offer={offer} />}
      <output className="editor-notice-place">
        {notice && (
          <div className="editor-notice">
            <p>{notice.words}</p>
            {notice.action && (
              <Button
                onClick={() => {
                  close();
                  notice.action?.run();
                }}
              >
                {notice.action.label}
              </Button>
            )}
            <Button look="plain" onClick={close}>
              Close
            </Button>
          </div>
        )}
      </output>
    </div>
  );
}

/** What came in stays as it is unless one asks for more items. */
function PasteChoice({ offer }: { readonly offer: PasteOffer }): ReactNode {
  const { controller } = useEditor();
  const { pasteOffer, live } = controller;
  const kind = controller.kindOf(offer.itemId);

  useEffect(() => {
    // The next change of the words is an answer too.
    const { open } = live;
    const doc = live.view?.state.doc;
    return live.subscribe(() => {
      if (live.open !== open || live.view?.state.doc !== doc) pasteOffer.set(null);
    });
  }, [live, pasteOffer]);

  if (!kind) return null;
  const keep = (): void => {
    pasteOffer.set(null);
    live.view?.focus();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape from the buttons inside
    <fieldset
      className="editor-notice plain-group"
      aria-label="What was pasted"
      data-paste-offer=""
      onKeyDown={(event) => {
        if (event.key === "Escape") keep();
      }}
    >
      <Button look="main" onClick={() => partPaste(controller, offer)}>
        One {itemKinds[kind].label.toLowerCase()} each ({offer.parts.length})
      </Button>
      <Button onClick={keep}>Keep in this one</Button>
    </fieldset>
  );
}
