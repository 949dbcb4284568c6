/** Differences as a reader would mark them on paper, and each side of one as a text of its own, for tests. */
import type { Mark, RichNode, RichText } from "../../../shared/rich-text.ts";
import type { DiffBlock, Whole } from "../../../shared/rich-difference.ts";
import type { DiffRun } from "../../../shared/run-difference.ts";

/** `The [-tenant-]{+resident+} calls`; what only looks different is in `<>`. */
export function marked(runs: readonly DiffRun[]): string {
  return runs
    .map(({ state, text }) => {
      if (state === "gone") return `[-${text}-]`;
      if (state === "new") return `{+${text}+}`;
      return state === "restyled" ? `<${text}>` : text;
    })
    .join("");
}

/** Blocks one a line, with a sign before those that come and go whole. */
export function markedBlocks(blocks: readonly DiffBlock[], depth = 0): string[] {
  const indent = "  ".repeat(depth);
  return blocks.flatMap((block): string[] => {
    const sign = signs[block.state];
    switch (block.type) {
      case "paragraph":
        return [`${indent}${sign}${marked(block.runs)}`];
      case "table":
        return [
          `${indent}${sign}table`,
          ...block.rows.map(
            ({ state, cells }) =>
              `${indent}  ${signs[state]}${cells.map((cell) => markedBlocks(cell.blocks).join(" / ")).join(" | ")}`,
          ),
        ];
      default:
        return block.items.flatMap(({ state, blocks: inside }) => {
          const [first = "", ...rest] = markedBlocks(inside, depth + 1);
          const bullet = block.type === "bulletList" ? "* " : "1. ";
          return [`${indent}${signs[state]}${bullet}${first.trimStart()}`, ...rest];
        });
    }
  });
}

const signs = { same: "", gone: "- ", new: "+ " } as const;

/** What one side said: without what came, or without what went. */
export function sideOf(blocks: readonly DiffBlock[], without: "gone" | "new"): RichText {
  return { type: "doc", content: blocks.flatMap((block) => blockOf(block, without)) };
}

function blockOf(block: DiffBlock, without: Whole): RichNode[] {
  if (block.state === without) return [];
  switch (block.type) {
    case "paragraph":
      return [{ type: "paragraph", content: wordsOf(block.runs, without) }];
    case "table":
      return [
        {
          type: "table",
          content: block.rows
            .filter(({ state }) => state !== without)
            .map(({ cells }) => ({
              type: "tableRow",
              content: cells.map((cell) => ({
                type: cell.isHeader ? "tableHeader" : "tableCell",
                attrs: { colspan: cell.colspan, rowspan: cell.rowspan },
                content: cell.blocks.flatMap((inside) => blockOf(inside, without)),
              })),
            })),
        },
      ];
    default:
      return [
        {
          type: block.type,
          content: block.items
            .filter(({ state }) => state !== without)
            .map(({ blocks }) => ({
              type: "listItem",
              content: blocks.flatMap((inside) => blockOf(inside, without)),
            })),
        },
      ];
  }
}

function wordsOf(runs: readonly DiffRun[], without: Whole): RichNode[] {
  return runs
    .filter(({ state }) => state !== without)
    .map((run) => {
      const isBefore = run.state === "restyled" && without === "new";
      const marks: readonly Mark[] = isBefore ? run.before : run.marks;
      return { type: "text", text: run.text, marks };
    });
}
