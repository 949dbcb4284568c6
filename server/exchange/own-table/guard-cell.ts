/**
 * Cells that a spreadsheet would run as a formula: those that begin with `=`, `+`, `-`, `@`, a tab or a
 * line break. An apostrophe in front makes them words, and reading takes it away again.
 */

const runs = /^'*[=+\-@\t\r\n]/;
const guarded = /^''*[=+\-@\t\r\n]/;

export function guardCell(cell: string): string {
  return runs.test(cell) ? `'${cell}` : cell;
}

/** What a guarded cell says. */
export function unguardCell(cell: string): string {
  return guarded.test(cell) ? cell.slice(1) : cell;
}
