/** From how many rows on a table is laid out group by group (`grouped-rows.css`): what nobody sees costs nothing then. */

/** Below, a browser lays out all of it in some hundredths of a second. */
const longFrom = 500;

export function isLongTable(rows: number): boolean {
  return rows >= longFrom;
}

/** The class of the `table` element. */
export function tableClass(name: string, rows: number): string {
  return isLongTable(rows) ? `${name} long-table` : name;
}
