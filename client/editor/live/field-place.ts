/** Fields as they stand on the page: which one an element is, and the ones before and after it. */

/** A field of an item. */
export interface FieldPlace {
  readonly itemId: string;
  readonly field: string;
}

const selector = "[data-field]";

/** Those that the person may write in: not what differs for another borough. */
const ownSelector = "[data-field]:not([data-others])";

export function placeOfField(element: Element | null): FieldPlace | null {
  const found = element?.closest<HTMLElement>(selector);
  const { itemId, field } = found?.dataset ?? {};
  return itemId !== undefined && field !== undefined ? { itemId, field } : null;
}

export function fieldElement(root: ParentNode, { itemId, field }: FieldPlace): HTMLElement | null {
  return root.querySelector<HTMLElement>(
    `[data-item-id="${CSS.escape(itemId)}"][data-field="${CSS.escape(field)}"]`,
  );
}

/** The field that holds a node of the page. */
export function fieldAround(node: Node | null): HTMLElement | null {
  const element = node instanceof Element ? node : (node?.parentElement ?? null);
  return element?.closest<HTMLElement>(selector) ?? null;
}

/** All fields that the person may write in, in the order in which they are read. */
export function fieldsIn(root: ParentNode): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(ownSelector)];
}

export function isOwnField(element: HTMLElement): boolean {
  return element.matches(ownSelector);
}

export function fieldBeside(
  root: ParentNode,
  field: HTMLElement,
  direction: 1 | -1,
): HTMLElement | null {
  const fields = fieldsIn(root);
  return fields[fields.indexOf(field) + direction] ?? null;
}

/** The nearest line of words above or below a caret that lies in another field. */
export interface NearbyLine {
  readonly field: HTMLElement;
  readonly left: number;
  readonly top: number;
}

/**
 * Where the arrow up or down leads out of a field: several fields can share a line, as in the
 * sentence of a need, so it is found by where things stand on the page.
 * @param caret edges of the caret in the window
 */
export function lineBeside(
  root: ParentNode,
  from: HTMLElement,
  caret: { readonly left: number; readonly top: number; readonly bottom: number },
  direction: 1 | -1,
): NearbyLine | null {
  const fields = fieldsIn(root);
  const start = fields.indexOf(from);
  let line: { top: number; bottom: number } | null = null;
  let best: (NearbyLine & { readonly away: number }) | null = null;
  for (let at = start + direction; at >= 0 && at < fields.length; at += direction) {
    const field = fields[at];
    if (!field) break;
    for (const rect of rectsOf(field)) {
      const isPast = direction === 1 ? rect.top > caret.bottom - 4 : rect.bottom < caret.top + 4;
      if (!isPast) continue;
      const middle = (rect.top + rect.bottom) / 2;
      if (line && (middle < line.top || middle > line.bottom)) {
        const isNearer = direction === 1 ? middle < line.top : middle > line.bottom;
        if (!isNearer) continue;
        best = null;
      }
      line = { top: rect.top, bottom: rect.bottom };
      const left = Math.min(Math.max(caret.left, rect.left), rect.right);
      const away = Math.abs(left - caret.left);
      if (!best || away < best.away) best = { field, left, top: middle, away };
    }
    // A field further on can only share the line while it stands in the same item.
    if (best && best.field.dataset["itemId"] !== fields[at + direction]?.dataset["itemId"]) break;
  }
  return best;
}

function rectsOf(field: HTMLElement): DOMRect[] {
  const range = document.createRange();
  range.selectNodeContents(field);
  const rects = [...range.getClientRects()].filter(({ height }) => height > 0);
  return rects.length > 0 ? rects : [field.getBoundingClientRect()];
}
