/**
 * Moves among the cells of a table by arrow keys, so that a board of hundreds of cells is one stop on the
 * way through the page. Promises that exactly one of the elements marked `data-cell` takes the focus by Tab.
 */
import { useCallback, useEffect, useRef, type KeyboardEvent, type RefObject } from "react";

/** Rows that a filter hides stay in the table for a moment (`GroupedRows`). */
const inSight = "tbody:not([data-leaving])";

interface CellKeys {
  readonly table: RefObject<HTMLTableElement | null>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: (event: { readonly target: EventTarget }) => void;
}

export function useCellKeys(): CellKeys {
  const table = useRef<HTMLTableElement>(null);
  const stop = useRef<HTMLElement | null>(null);
  const become = useCallback((cell: HTMLElement | undefined) => {
    if (!cell || cell === stop.current) return;
    // Set on the element and not by React: two of thousands of cells change.
    if (stop.current) stop.current.tabIndex = -1;
    cell.tabIndex = 0;
    stop.current = cell;
  }, []);
  useEffect(() => {
    // After each rendering: the row that had the stop may be filtered out.
    if (!stop.current?.isConnected || stop.current.closest("[data-leaving]"))
      become(table.current?.querySelector<HTMLElement>(`${inSight} [data-cell]`) ?? undefined);
  });
  return {
    table,
    onFocus: ({ target }) => {
      if (target instanceof HTMLElement && target.dataset["cell"] !== undefined) become(target);
    },
    onKeyDown: (event) => {
      if (event.altKey || event.metaKey || event.shiftKey || !table.current) return;
      const to = cellTo(
        table.current,
        event.target,
        event.ctrlKey ? `Control+${event.key}` : event.key,
      );
      if (!to) return;
      event.preventDefault();
      // At once: while the page is still gliding to one cell, the way to the next would be reckoned wrongly.
      to.focus({ preventScroll: true });
      to.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
    },
  };
}

function cellTo(table: HTMLTableElement, from: EventTarget, key: string): HTMLElement | undefined {
  const row = from instanceof HTMLElement ? from.closest("tr") : null;
  if (!(from instanceof HTMLElement) || !row) return undefined;
  const across = cellsOf(row);
  const at = across.indexOf(from);
  const rows = [...table.querySelectorAll<HTMLTableRowElement>(`${inSight} tr`)];
  const down = (by: number): HTMLElement | undefined => {
    const place = Math.min(Math.max(rows.indexOf(row) + by, 0), rows.length - 1);
    const to = rows[place];
    return to && cellsOf(to)[at];
  };
  switch (key) {
    case "ArrowRight":
      return across[at + 1];
    case "ArrowLeft":
      return across[at - 1];
    case "ArrowDown":
      return down(1);
    case "ArrowUp":
      return down(-1);
    case "PageDown":
      return down(10);
    case "PageUp":
      return down(-10);
    case "Home":
      return across[0];
    case "End":
      return across.at(-1);
    case "Control+Home":
      return down(-rows.length);
    case "Control+End":
      return down(rows.length);
    default:
      return undefined;
  }
}

function cellsOf(row: HTMLElement): HTMLElement[] {
  return [...row.querySelectorAll<HTMLElement>("[data-cell]")];
}
