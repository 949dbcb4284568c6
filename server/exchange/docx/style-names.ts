/**
 * Names in our Word files that writer and reader both go by: styles, which tell our words from the
 * statement's, and the file's own properties.
 */

/** Properties of the file that say whose export it is. */
export const propertyNames = {
  statement: "NeedlineStatement",
  version: "NeedlineVersion",
  /** JSON: `[[id, name], …]` of the boroughs that the file names. */
  boroughs: "NeedlineBoroughs",
  /** JSON: the words that the statement prints for priorities, by priority. */
  priorityWords: "NeedlinePriorityWords",
  format: "NeedlineFormat",
} as const;

/** Styles by which the reader tells our words from the statement's. */
export const styleIds = {
  /** Words within a line that we print: "Measure:", ", I need to". */
  label: "NeedlineLabel",
  /** Lines that we print: "Meets N-12". */
  note: "NeedlineNote",
  /** Paragraphs in the tables of items. */
  cell: "NeedlineCell",
  /** A table of items, and one that somebody put in a text. */
  items: "NeedlineItems",
  table: "NeedlineTable",
  /** Paragraphs of a header cell in a table that somebody put in a text. */
  tableHead: "NeedlineTableHead",
} as const;

/** A later paragraph of a list item, by how deep the list is: 0, 1, 2. */
export function continuedStyle(depth: number): string {
  return depth === 0 ? "ListContinue" : `ListContinue${Math.min(depth, 4) + 1}`;
}
