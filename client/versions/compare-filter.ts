/** Which of the items that differ are shown. */
import type { ItemComparison } from "../../shared/comparison.ts";
import type { ItemKind } from "../../shared/item-kinds.ts";
import type { DiffBlock } from "../../shared/rich-difference.ts";
import { changesOf, type ChangeOfItem } from "./compare-words.ts";

/** "" is any. */
export interface CompareFilter {
  readonly change: ChangeOfItem | "";
  readonly kind: ItemKind | "";
  /** A borough for which something differs in another way than before. */
  readonly variationOf: string;
  readonly words: string;
}

export const noCompareFilter: CompareFilter = { change: "", kind: "", variationOf: "", words: "" };

export function isCompareFiltering(filter: CompareFilter): boolean {
  return filter.words.trim() !== "" || filter.change + filter.kind + filter.variationOf !== "";
}

export function fitsFilter(item: ItemComparison, filter: CompareFilter): boolean {
  const words = filter.words.trim().toLowerCase();
  return (
    (filter.kind === "" || item.kind === filter.kind) &&
    (filter.change === "" || changesOf(item).includes(filter.change)) &&
    (filter.variationOf === "" ||
      item.variations.some(
        ({ boroughId, fate }) => boroughId === filter.variationOf && fate !== "same",
      )) &&
    (words === "" || wordsIn(item).includes(words))
  );
}

/** Boroughs for which something differs in another way than before, by id. */
export function boroughsWithVariations(items: readonly ItemComparison[]): string[] {
  const changed = items.flatMap(({ variations }) =>
    variations.flatMap(({ boroughId, fate }) => (fate === "same" ? [] : [boroughId])),
  );
  return [...new Set(changed)];
}

const known = new WeakMap<ItemComparison, string>();

/** Everything it says, in lower case. A comparison never changes. */
function wordsIn(item: ItemComparison): string {
  const words = known.get(item) ?? allWords(item).toLowerCase();
  known.set(item, words);
  return words;
}

/** Its reference and its words, as they were and as they are. */
function allWords({ reference, fields, variations }: ItemComparison): string {
  const sides = (["gone", "new"] as const).map((without) =>
    [...fields, ...variations].map(({ blocks }) => wordsOf(blocks, without)).join("\n"),
  );
  return [reference ?? "", ...sides].join("\n");
}

function wordsOf(blocks: readonly DiffBlock[], without: "gone" | "new"): string {
  return blocks
    .map((block): string => {
      switch (block.type) {
        case "paragraph":
          return block.runs
            .filter(({ state }) => state !== without)
            .map(({ text }) => text)
            .join("");
        case "table":
          return block.rows
            .flatMap(({ cells }) => cells.map((cell) => wordsOf(cell.blocks, without)))
            .join("\n");
        default:
          return block.items.map((item) => wordsOf(item.blocks, without)).join("\n");
      }
    })
    .join("\n");
}
