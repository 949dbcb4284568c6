/** Everything that can be done with one item, behind one button. */
import type { ReactNode } from "react";
import { itemKinds } from "../../../shared/item-kinds.ts";
import type { Item } from "../../../shared/items.ts";
import { hasWords } from "../../../shared/plain-text.ts";
import { MenuButton, type MenuItem } from "../../controls/menu-button.tsx";
import { canDiffer } from "../../../shared/variations.ts";
import { moveByOne } from "../acts/move-items.ts";
import { setValue } from "../acts/act.ts";
import { variationOf } from "../acts/variation-of.ts";
import { addWords } from "../kinds-to-add.ts";
import { askForField } from "../controller/asked-fields.ts";
import { furtherFields, textOf } from "../text/item-fields.ts";
import { useEditor, type EditorSurroundings } from "./editor-context.tsx";

interface ItemMenuProps {
  readonly itemId: string;
  readonly name: string;
}

export function ItemMenu({ itemId, name }: ItemMenuProps): ReactNode {
  const surroundings = useEditor();
  const choices = (): readonly MenuItem[] => {
    const item = surroundings.controller.session.items.item(itemId);
    if (!item) return [];
    return [
      ...talkChoices(surroundings, item),
      ...surroundings.choicesFor(item),
      ...(surroundings.mayWrite ? writeChoices(surroundings, item) : []),
    ];
  };
  return (
    <MenuButton className="item-menu-button" name={`Actions for ${name}`} items={choices}>
      <span aria-hidden="true">⋯</span>
    </MenuButton>
  );
}

function talkChoices(surroundings: EditorSurroundings, item: Item): MenuItem[] {
  const { controller, mayComment, maySuggest } = surroundings;
  if (!mayComment) return [];
  const { id: itemId } = item;
  const choices: MenuItem[] = [
    {
      id: "comment",
      label: "Comment",
      onChoose: () => controller.callbacks?.onComment({ itemId }),
    },
  ];
  if (item.kind === "requirement") {
    choices.push({
      id: "meet",
      label: "Meets a need…",
      onChoose: () => controller.callbacks?.onMeet({ itemId }),
    });
  }
  if (maySuggest) {
    choices.push({
      id: "suggest",
      label: "Suggest wording…",
      onChoose: () => controller.callbacks?.onSuggest({ itemId }),
    });
  }
  return choices;
}

function writeChoices({ controller }: EditorSurroundings, item: Item): MenuItem[] {
  const { session, question } = controller;
  const { id: itemId, kind } = item;
  const { isRaised } = itemKinds[kind];
  const missing = furtherFields(kind).filter((field) => !hasWords(textOf(item, field.name)));
  const choices: MenuItem[] = [
    {
      id: "below",
      label: `${addWords(kind)} below`,
      hint: "Ctrl + Enter",
      onChoose: () => controller.add(kind, itemId),
    },
    {
      id: "other-below",
      label: "Add something else below…",
      onChoose: () => question.set({ ask: "add-below", itemId }),
    },
    ...missing.map((field) => ({
      id: `add-${field.name}`,
      label: `Add ${field.label.toLowerCase()}`,
      onChoose: () => askForField(controller, itemId, field.name),
    })),
  ];
  if (canDiffer(kind)) {
    choices.push({
      id: "differs",
      label: `What differs for ${session.me.boroughName}…`,
      onChoose: () => {
        const field = variationOf(session, itemId, session.me.boroughId);
        askForField(controller, itemId, field);
      },
    });
  }
  if (isRaised) {
    choices.push({
      id: "raised-by",
      label: "Raised by…",
      onChoose: () => question.set({ ask: "raised-by", itemId }),
    });
  }
  if (kind === "section") {
    for (const level of [1, 2, 3]) {
      if (level !== item.level)
        choices.push({
          id: `level-${level}`,
          label: ["Make it a main section", "Make it a subsection", "Make it a small subsection"][
            level - 1
          ] as string,
          onChoose: () => setValue(session, itemId, "level", level),
        });
    }
  }
  choices.push(
    {
      id: "up",
      label: "Move up",
      hint: "Alt + Shift + ↑",
      onChoose: () => moveByOne(session, itemId, -1),
    },
    {
      id: "down",
      label: "Move down",
      hint: "Alt + Shift + ↓",
      onChoose: () => moveByOne(session, itemId, 1),
    },
    {
      id: "to-section",
      label: "Move to section…",
      onChoose: () => question.set({ ask: "move-to-section", itemId }),
    },
    {
      id: "remove",
      label: kind === "section" ? "Take out this section…" : "Take out…",
      look: "danger",
      onChoose: () => question.set({ ask: "remove", itemId }),
    },
  );
  return choices;
}
