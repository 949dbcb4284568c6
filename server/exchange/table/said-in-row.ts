/** What the cells of a row say, by what somebody said that their columns mean. */
import type { RichNode, RichText } from "../../../shared/rich-text.ts";
import type { ColumnUse, TableMapping } from "../../../shared/table-mapping.ts";
import { cellWords, type Cell } from "./sheet.ts";

export class Said {
  readonly #cells = new Map<ColumnUse, { readonly cell: Cell; readonly heading: string }[]>();

  constructor(
    cells: readonly Cell[],
    columns: TableMapping["columns"],
    headings: readonly string[],
  ) {
    for (const [at, use] of columns.entries()) {
      const cell = cells[at];
      if (use === null || cell === undefined || cellWords(cell) === "") continue;
      const list = this.#cells.get(use) ?? [];
      list.push({ cell, heading: headings[at] ?? "" });
      this.#cells.set(use, list);
    }
  }

  /** Nothing but where it belongs. */
  get isEmpty(): boolean {
    return [...this.#cells.keys()].every((use) => use === "section" || use === "kind");
  }

  words(use: ColumnUse): string {
    return this.#list(use)
      .map(({ cell }) => cellWords(cell))
      .join("\n");
  }

  text(use: ColumnUse, lines: "one" | "several" = "several"): RichText | null {
    const cells = this.#list(use).map(({ cell }) => cell);
    return cells.length === 0 ? null : richFrom(cells, lines);
  }

  heading(use: ColumnUse): string {
    return this.#list(use)[0]?.heading ?? "";
  }

  extra(): Record<string, string> | null {
    const entries = this.#list("extra").map(
      ({ cell, heading }) => [heading, cellWords(cell)] as const,
    );
    return entries.length === 0 ? null : Object.fromEntries(entries);
  }

  #list(use: ColumnUse): readonly { readonly cell: Cell; readonly heading: string }[] {
    return this.#cells.get(use) ?? [];
  }
}

/** Each line a paragraph; formatted cells keep their looks. */
export function richFrom(cells: readonly Cell[], lines: "one" | "several"): RichText {
  if (lines === "one") {
    const text = cells
      .map((cell) => cellWords(cell))
      .join(" ")
      .replace(/\s+/g, " ")
      .trim();
    return {
      type: "doc",
      content: [{ type: "paragraph", content: text === "" ? [] : [{ type: "text", text }] }],
    };
  }
  const content = cells.flatMap((cell): RichNode[] =>
    typeof cell === "string"
      ? cell
          .split("\n")
          .map((line) => line.replace(/\s+/g, " ").trim())
          .filter((line) => line !== "")
          .map((text) => ({ type: "paragraph", content: [{ type: "text", text }] }))
      : [...cell.content],
  );
  return { type: "doc", content: content.length === 0 ? [{ type: "paragraph" }] : content };
}
