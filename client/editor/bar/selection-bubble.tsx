/** Beside selected words: comment on them, say which need they meet, suggest others. For reviewers too, who have no editor. */
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from "react";
import type { FieldSelection } from "../../connection/field-selection.ts";
import { selectionOnPage } from "../controller/selection-on-page.ts";
import { useEditor } from "../rows/editor-context.tsx";
import { BarButton } from "./bar-button.tsx";
import { canSuggestFor, chooseWords, type WhatToBegin } from "./choose-words.ts";

interface Selected extends FieldSelection {
  /** In the document's own coordinates. */
  readonly left: number;
  readonly top: number;
}

export function SelectionBubble(): ReactNode {
  const { controller, mayComment, maySuggest } = useEditor();
  const [selected, setSelected] = useState<Selected | null>(null);
  const bubble = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let isPressing = false;
    const look = (): void => {
      if (isPressing) return;
      setSelected((before) => {
        // Going into the bubble by key does not close it.
        if (bubble.current?.contains(document.activeElement) === true) return before;
        const now = whereSelected(controller.live.selection(), controller.root, controller);
        return before && now && isSamePlace(before, now) ? before : now;
      });
    };
    const press = (event: PointerEvent): void => {
      isPressing = event.target instanceof Node && !bubble.current?.contains(event.target);
      if (isPressing) setSelected(null);
    };
    const release = (): void => {
      isPressing = false;
      // The browser selects, and the page opens the field, right after this.
      setTimeout(look);
    };
    const stop = controller.live.subscribe(look);
    document.addEventListener("selectionchange", look);
    document.addEventListener("pointerdown", press);
    document.addEventListener("pointerup", release);
    return () => {
      stop();
      document.removeEventListener("selectionchange", look);
      document.removeEventListener("pointerdown", press);
      document.removeEventListener("pointerup", release);
    };
  }, [controller]);

  useLayoutEffect(() => {
    const { current } = bubble;
    if (!current || !selected) return;
    const width = current.offsetWidth;
    const most = document.documentElement.clientWidth - width - 8;
    current.style.left = `${Math.max(8, Math.min(selected.left - width / 2, most))}px`;
    current.style.top = `${selected.top - current.offsetHeight - 8}px`;
  }, [selected]);

  if (!selected || !mayComment) return null;
  const begin = (what: WhatToBegin): void => {
    chooseWords(controller, what);
    setSelected(null);
  };
  return (
    <div
      ref={bubble}
      className="selection-bubble"
      role="toolbar"
      aria-label="Selected words"
      data-bubble=""
    >
      <BarButton
        name="Comment on these words"
        hint="Ctrl + Alt + M"
        onPress={() => begin("comment")}
      >
        Comment
      </BarButton>
      {controller.kindOf(selected.itemId) === "requirement" && (
        <BarButton
          name="Meets a need… (these words)"
          hint="Ctrl + Alt + L"
          onPress={() => begin("meet")}
        >
          Meets a need…
        </BarButton>
      )}
      {maySuggest && canSuggestFor(controller, selected.itemId, selected.field) && (
        <BarButton
          name="Suggest wording for these words"
          hint="Ctrl + Alt + W"
          onPress={() => begin("suggest")}
        >
          Suggest wording
        </BarButton>
      )}
    </div>
  );
}

function isSamePlace(a: Selected, b: Selected): boolean {
  return (
    a.itemId === b.itemId &&
    a.field === b.field &&
    a.from === b.from &&
    a.to === b.to &&
    a.left === b.left &&
    a.top === b.top
  );
}

function whereSelected(
  live: FieldSelection | null,
  root: HTMLElement | null,
  { session, live: editor }: Parameters<typeof chooseWords>[0],
): Selected | null {
  const selection = getSelection();
  const words = live ?? (editor.open || !root ? null : selectionOnPage(session.items, root));
  if (!words || !selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const [line] = selection.getRangeAt(0).getClientRects();
  if (!line) return null;
  return { ...words, left: line.left + line.width / 2 + scrollX, top: line.top + scrollY };
}
