/** Beside an item: its reference, and what can be done with it, which shows on hover and focus. */
import type { PointerEvent, ReactNode } from "react";
import { itemKinds } from "../../../shared/item-kinds.ts";
import type { Item } from "../../../shared/items.ts";
import { startDrag } from "../controller/drag.ts";
import { useEditor } from "./editor-context.tsx";
import { ItemMenu } from "./item-menu.tsx";

interface ItemMarginProps {
  readonly item: Item;
  readonly reference: string | null;
  readonly name: string;
}

export function ItemMargin({ item, reference, name }: ItemMarginProps): ReactNode {
  const { controller, mayWrite } = useEditor();
  const hasReference = itemKinds[item.kind].referenceLetter !== null;
  const onPointerDown = (event: PointerEvent): void => {
    if (event.button === 0) startDrag(controller, item.id, event.nativeEvent);
  };
  return (
    <div className="item-margin">
      {mayWrite && (
        // The menu and the keys do the same; a pointer is only quicker.
        <span
          className="drag-handle"
          aria-hidden="true"
          title={item.kind === "section" ? "Drag to move the section" : "Drag to move"}
          onPointerDown={onPointerDown}
        />
      )}
      {hasReference && (
        <span className={reference === null ? "reference reference-new" : "reference"}>
          {reference ?? "new"}
        </span>
      )}
      <ItemMenu item={item} name={name} />
    </div>
  );
}
