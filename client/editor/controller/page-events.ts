/**
 * Presses and keys anywhere in the document: a click opens the field under it with the caret there,
 * a focus that came by key opens it too, a press on highlighted words opens their conversation.
 */
import { setActiveThread } from "../../connection/active-thread.ts";
import { fieldAround } from "../live/field-place.ts";
import type { DocumentController } from "./document-controller.ts";
import { chooseWords, type WhatToBegin } from "../bar/choose-words.ts";
import { selectionOnPage } from "./selection-on-page.ts";
import { takeBack } from "./take-back.ts";

/** With Ctrl and Alt. */
const beginKeys: Readonly<Record<string, WhatToBegin>> = { m: "comment", l: "meet", w: "suggest" };

/** @returns a function that stops listening */
export function listenToPage(controller: DocumentController, root: HTMLElement): () => void {
  let isPressing = false;

  const onPointerDown = (): void => {
    isPressing = true;
  };
  const onClick = (event: MouseEvent): void => {
    isPressing = false;
    const target = event.target instanceof Element ? event.target : null;
    const selection = getSelection();
    const isCollapsed = selection === null || selection.isCollapsed;
    const thread = target?.closest<HTMLElement>("[data-thread]")?.dataset["thread"];
    // Words that were selected over a highlight are to be commented on, not to lead away.
    if (thread !== undefined && isCollapsed) setActiveThread(thread);
    const link = target?.closest("a[href]");
    const isFollowed = !controller.mayWrite || event.ctrlKey || event.metaKey;
    if (link && fieldAround(link)) {
      event.preventDefault();
      if (isFollowed && link instanceof HTMLAnchorElement) open(link.href, "_blank", "noopener");
    }
    if (!controller.mayWrite || event.button !== 0 || event.shiftKey) return;
    const field = fieldUnder(target, event);
    if (!field || controller.live.isIn(field)) return;
    if (isCollapsed) {
      controller.openElement(field, { at: "point", left: event.clientX, top: event.clientY });
      return;
    }
    // Words of one field were selected before it was open: they stay selected, ready to be typed over.
    const words = selectionOnPage(controller.session.items, root);
    if (words) controller.open(words, { at: "offsets", from: words.from, to: words.to });
  };
  const onFocusIn = (event: FocusEvent): void => {
    const target = event.target instanceof HTMLElement ? event.target : null;
    if (isPressing || !controller.mayWrite || target?.dataset["field"] === undefined) return;
    if (!controller.live.isIn(target)) controller.openElement(target, { at: "end" });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || isTyping(event.target)) return;
    const isMod = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    const what = event.ctrlKey && event.altKey ? beginKeys[key] : undefined;
    if (what) {
      event.preventDefault();
      chooseWords(controller, what);
    }
    if (!controller.mayWrite) return;
    if (isMod && !event.altKey && (key === "z" || key === "y")) {
      event.preventDefault();
      takeBack(controller, key === "y" || event.shiftKey ? "redo" : "undo");
    }
  };
  const onRelease = (): void => {
    // A click, where there is one, comes right after.
    setTimeout(() => (isPressing = false));
  };

  root.addEventListener("pointerdown", onPointerDown);
  root.addEventListener("click", onClick);
  root.addEventListener("focusin", onFocusIn);
  addEventListener("pointerup", onRelease);
  addEventListener("keydown", onKeyDown);
  return () => {
    root.removeEventListener("pointerdown", onPointerDown);
    root.removeEventListener("click", onClick);
    root.removeEventListener("focusin", onFocusIn);
    removeEventListener("pointerup", onRelease);
    removeEventListener("keydown", onKeyDown);
  };
}

/** The field that was clicked, or in the sentence of a need the one nearest to the click. */
function fieldUnder(target: Element | null, { clientX, clientY }: MouseEvent): HTMLElement | null {
  const field = fieldAround(target);
  if (field || target?.closest("button, a, .quiet-line, .item-margin, .gap-line")) return field;
  const sentence = target?.closest(".item-sentence, .more-field");
  let nearest: HTMLElement | null = null;
  let least = Infinity;
  for (const one of sentence?.querySelectorAll<HTMLElement>("[data-field]") ?? []) {
    for (const rect of one.getClientRects()) {
      const x = Math.max(rect.left - clientX, 0, clientX - rect.right);
      const y = Math.max(rect.top - clientY, 0, clientY - rect.bottom);
      // Being on the right line counts more than being near.
      const away = x + 20 * y;
      if (away < least) [nearest, least] = [one, away];
    }
  }
  return nearest;
}

/** Whether keys go into a field of some kind, where undo is its own. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.closest("input, textarea, select, dialog") !== null;
}
