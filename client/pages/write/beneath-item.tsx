/** What the panels say of an item, under its words: the needs it meets or what meets it, and how it is worded. */
import { memo, type ReactNode } from "react";
import { PositionsLine } from "../../agreement/positions-line.tsx";
import { useOfItem } from "../../connection/hooks.ts";
import { ItemOrigin } from "../../elsewhere/item-origin.tsx";
import { ItemHints } from "../../hints/item-hints.tsx";
import { ItemNotes } from "../../notes/item-notes.tsx";
import { useEditor } from "../../editor/rows/editor-context.tsx";
import { NeedLinks } from "../../record-panel/need-links.tsx";
import { RequirementLinks } from "../../record-panel/requirement-links.tsx";

interface ItemProps {
  readonly itemId: string;
}

/** Each of them is rendered when what it says is another, and not with every key in the item. */
export const BeneathItem = memo(function BeneathItem({ itemId }: ItemProps): ReactNode {
  return (
    <>
      <ItemLinks itemId={itemId} />
      <PositionsLine itemId={itemId} />
      <ItemOrigin itemId={itemId} />
      <ItemHints itemId={itemId} />
      <ItemNotes itemId={itemId} />
    </>
  );
});

function ItemLinks({ itemId }: ItemProps): ReactNode {
  const { controller, mayWrite, mayComment } = useEditor();
  const kind = useOfItem(itemId, (item) => item?.kind);
  if (kind === "requirement") {
    return (
      <RequirementLinks
        itemId={itemId}
        onMeet={mayComment ? () => controller.callbacks?.onMeet({ itemId }) : undefined}
      />
    );
  }
  return (
    <NeedLinks
      itemId={itemId}
      onWriteRequirement={mayWrite ? () => controller.addRequirementFor(itemId) : undefined}
    />
  );
}
