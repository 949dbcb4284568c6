/** The dialog that the document has open, if any. */
import type { ReactNode } from "react";
import { useObserved } from "../controller/observed.ts";
import { useEditor } from "../rows/editor-context.tsx";
import { AddBelowDialog } from "./add-below-dialog.tsx";
import { KeysDialog } from "./keys-dialog.tsx";
import { LinkDialog } from "./link-dialog.tsx";
import { MoveDialog } from "./move-dialog.tsx";
import { RaisedByDialog } from "./raised-by-dialog.tsx";
import { RemoveDialog } from "./remove-dialog.tsx";

export function Questions(): ReactNode {
  const { controller } = useEditor();
  const question = useObserved(controller.question);
  const close = (): void => controller.question.set(null);
  switch (question?.ask) {
    case undefined:
      return null;
    case "remove":
      return <RemoveDialog itemId={question.itemId} onClose={close} />;
    case "move-to-section":
      return <MoveDialog itemId={question.itemId} onClose={close} />;
    case "raised-by":
      return <RaisedByDialog itemId={question.itemId} onClose={close} />;
    case "add-below":
      return <AddBelowDialog itemId={question.itemId} onClose={close} />;
    case "link":
      return <LinkDialog onClose={close} />;
    case "keys":
      return <KeysDialog onClose={close} />;
  }
}
