/**
 * Moving an item with a pointer: a line shows where it would go, the page scrolls at its edges,
 * Escape gives up. Promises that a section takes its items along.
 */
import { moveBelow } from "../acts/move-items.ts";
import { blockOf } from "../acts/section-block.ts";
import type { DocumentController } from "./document-controller.ts";

/** So near to the edge of the window the page begins to scroll. */
const edgePx = 70;
const stepPx = 14;

/** Begins when a handle is pressed; ends by itself. */
export function startDrag(
  controller: DocumentController,
  itemId: string,
  start: PointerEvent,
): void {
  const { root, session } = controller;
  if (!root) return;
  start.preventDefault();
  const moving = new Set(blockOf(session.items, itemId));
  const rows = [...root.querySelectorAll<HTMLElement>("[data-item]")];
  const staying = rows.filter((row) => !moving.has(row.dataset["item"] ?? ""));
  const dragged = rows.filter((row) => moving.has(row.dataset["item"] ?? ""));
  const line = document.createElement("div");
  line.className = "drop-line";
  root.append(line);
  for (const row of dragged) row.classList.add("item-dragged");

  let y = start.clientY;
  let target: string | null | undefined;
  let frame = 0;

  const look = (): void => {
    const below = staying.findLast((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      return (top + bottom) / 2 <= y;
    });
    target = below?.dataset["item"] ?? null;
    const rect = below?.getBoundingClientRect();
    const first = staying[0]?.getBoundingClientRect();
    const at = rect?.bottom ?? first?.top ?? y;
    line.style.top = `${at - root.getBoundingClientRect().top}px`;
  };
  const scroll = (): void => {
    const away = y < edgePx ? -1 : y > innerHeight - edgePx ? 1 : 0;
    if (away !== 0) {
      scrollBy({ top: away * stepPx, behavior: "instant" });
      look();
    }
    frame = requestAnimationFrame(scroll);
  };
  const onMove = (event: PointerEvent): void => {
    y = event.clientY;
    look();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    target = undefined;
    finish();
  };
  const finish = (): void => {
    cancelAnimationFrame(frame);
    line.remove();
    for (const row of dragged) row.classList.remove("item-dragged");
    removeEventListener("pointermove", onMove);
    removeEventListener("pointerup", finish);
    removeEventListener("pointercancel", giveUp);
    removeEventListener("keydown", onKey, true);
    if (target !== undefined) moveBelow(session, itemId, target);
  };
  const giveUp = (): void => {
    target = undefined;
    finish();
  };
  addEventListener("pointermove", onMove);
  addEventListener("pointerup", finish);
  addEventListener("pointercancel", giveUp);
  addEventListener("keydown", onKey, true);
  frame = requestAnimationFrame(scroll);
}
