/**
 * What the elements of a table are, said again: where a style sheet lays them out as blocks (long tables, narrow
 * windows), some browsers no longer tell assistive technology that they are a table. Spread into the element.
 */
export const tableRoles = {
  table: { role: "table" },
  group: { role: "rowgroup" },
  row: { role: "row" },
  columnHead: { role: "columnheader", scope: "col" },
  rowHead: { role: "rowheader", scope: "row" },
  cell: { role: "cell" },
} as const;
