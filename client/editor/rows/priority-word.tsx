/** An item's priority as a small word before its text; whoever may write chooses it there. */
import { memo, type ReactNode } from "react";
import { allPriorities } from "../../../shared/item-kinds.ts";
import type { Item } from "../../../shared/items.ts";
import { MenuButton } from "../../controls/menu-button.tsx";
import { setValue } from "../acts/act.ts";
import { useEditor } from "./editor-context.tsx";

interface PriorityWordProps {
  readonly itemId: string;
  readonly priority: Item["priority"];
  readonly name: string;
}

export const PriorityWord = memo(function PriorityWord({
  itemId,
  priority,
  name,
}: PriorityWordProps): ReactNode {
  const { controller, mayWrite, priorityWords } = useEditor();
  const word = priority === null ? "" : priorityWords[priority];
  const look = `priority priority-${priority ?? "none"}`;
  if (!mayWrite) {
    return word === "" ? null : (
      <span className="priority-place">
        <span className={look}>{word}</span>
      </span>
    );
  }
  const choices = [...allPriorities, null].map((choice) => ({
    id: choice ?? "none",
    label: choice === null ? "No priority" : priorityWords[choice],
    onChoose: () => setValue(controller.session, itemId, "priority", choice),
  }));
  return (
    <span className="priority-place">
      <MenuButton
        className={look}
        name={`Priority of ${name}: ${word === "" ? "none" : word}`}
        items={choices}
      >
        {word === "" ? "Priority" : word}
      </MenuButton>
    </span>
  );
});
