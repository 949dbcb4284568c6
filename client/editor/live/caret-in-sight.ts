/**
 * Keeps the caret where it can be seen while somebody writes: clear of the window's edges, and of what covers the
 * top of the window.
 */
import type { EditorView } from "@tiptap/pm/view";

/** A caret nearer to an edge of the window than this is scrolled away from it. */
const nearEdgePx = 80;
/** How far from there it is scrolled. */
const roomPx = 10;

/**
 * Scrolls the window to the caret where need be. ProseMirror would ask every element around it where it stands and
 * move what is inside it, at each key; only a caret beside the window is left to it.
 * @returns whether nothing is left to scroll
 */
export function scrollToCaret(view: EditorView): boolean {
  const { left, right, top, bottom } = view.coordsAtPos(view.state.selection.head, 1);
  const highest = Math.max(nearEdgePx, coveredPx());
  const lowest = innerHeight - nearEdgePx;
  if (left < 0 || right > document.documentElement.clientWidth) return false;
  if (top < highest) scrollBy(0, top - highest - roomPx);
  else if (bottom > lowest) scrollBy(0, Math.min(bottom - lowest + roomPx, top - highest));
  return true;
}

/** How much of the window's top the header or the strip covers, as the page tells whoever scrolls to anything. */
function coveredPx(): number {
  const padding = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop);
  return Number.isNaN(padding) ? 0 : padding;
}
