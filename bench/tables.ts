/** What a measurement prints, as Markdown that reads well in a terminal too; kept, to be written to `results/`. */
import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

export class Report {
  readonly #printed: string[] = [];

  constructor(title: string) {
    this.say([`# ${title}`, ""]);
  }

  say(lines: readonly string[]): void {
    this.#printed.push(...lines);
    if (lines.length > 0) console.log(lines.join("\n"));
  }

  /** The first column is words, the others are figures. */
  table(head: readonly string[], rows: readonly (readonly string[])[]): void {
    this.say(["", ...aligned(head, rows), ""]);
  }

  /** @param name what the file is about; undefined for none */
  async write(name: string | undefined): Promise<void> {
    if (name === undefined) return;
    const folder = fileURLToPath(new URL("results/", import.meta.url));
    const file = `${folder}${new Date().toISOString().slice(0, 10)}-${name}.md`;
    await mkdir(folder, { recursive: true });
    await writeFile(file, `${this.#printed.join("\n").trimEnd()}\n`);
    console.log(`Written to ${file}`);
  }
}

/** The middle one; of an even number the mean of the middle two. Null when there is none. */
export function medianOf(values: readonly (number | null)[]): number | null {
  const sorted = values.filter((value) => value !== null).toSorted((one, other) => one - other);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? upper) + upper) / 2;
}

export function figure(value: number | null, digits: number): string {
  return value === null ? "–" : value.toFixed(digits);
}

function aligned(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0), 3),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(" | ")} |`;
  const rule = widths.map((width, column) =>
    column === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`,
  );
  return [line(head), line(rule), ...rows.map(line)];
}
