import { useState } from "react";

/** From how many rows on a table is laid out group by group (`grouped-rows.css`): what nobody sees costs nothing then. */

/** Below, a browser lays out all of it in some hundredths of a second. */
const longFrom = 500;

export function isLongTable(rows: number): boolean {
  return rows >= longFrom;
}

/** The class of the `table` element. One that was long stays so: a filter does not lay out all of it anew. */
export function useTableClass(name: string, rows: number): string {
  const [wasLong, setWasLong] = useState(false);
  const isLong = wasLong || isLongTable(rows);
  if (isLong !== wasLong) setWasLong(isLong);
  return isLong ? `${name} long-table` : name;
}
