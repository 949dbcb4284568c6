/** The columns of a CSV file that can be brought in, and how large it may be. docs/import.md describes them. */

/** By their names, in the order of the example file. */
export const importColumns = [
  "kind",
  "reference",
  "section",
  "text",
  "priority",
  "meets",
  "borough",
  "notes",
] as const;

export type ImportColumn = (typeof importColumns)[number];

/** How large a file may be, and what is in it. */
export const importLimits = {
  bytes: 10 * 1024 * 1024,
  /** Characters in one cell of text or notes. */
  text: 10_000,
  /** Characters in a section's title, a reference or a borough's name. */
  name: 200,
} as const;
