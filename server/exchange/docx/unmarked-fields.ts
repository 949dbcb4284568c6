/** The fields of an item in our own table when marks and styles are gone, as after Google Docs: by the labels that we print. */
import { itemKinds, mainField } from "../../../shared/item-kinds.ts";
import { takeNeedApart } from "../../../shared/need-sentence.ts";
import { lineOf, type Block, type Paragraph } from "./blocks.ts";
import { withoutStart, wordsOfPieces } from "./cut-pieces.ts";
import { addTo, slotOf, type FoundItem, type Slot } from "./found-item.ts";

/** @param blocks the cell of the item's words */
export function unmarkedFields(blocks: readonly Block[], item: FoundItem): void {
  let slot: Slot | null = null;
  for (const block of blocks) {
    if (block.type === "table") {
      slot?.blocks.push(block);
      continue;
    }
    const line = lineOf(block);
    if (line === "" || isNote(block.style, line)) continue;
    const label = labelOf(wordsOfPieces(block.pieces), item);
    if (label) {
      const rest = { ...block, pieces: withoutStart(block.pieces, label.letters) };
      slot =
        label.field === null ? variationOf(item, label.borough) : slotOf(item, label.field, block);
      addTo(slot, rest, block);
    } else if (item.kind === "need" && !slot && takeNeedApart(line).asA !== "") {
      addSentence(block, line, item);
      slot = item.fields.get("iNeed") ?? null;
    } else {
      slot ??= slotOf(item, mainField(item.kind), block);
      addTo(slot, block, block);
    }
  }
}

/** "Meets N-12", "Raised by Hackney": printed beneath an item, and none of its text. */
function isNote(style: string, line: string): boolean {
  return style === "needlinenote" || /^(?:Meets [A-Z]-\d|Raised by \p{Lu})/u.test(line);
}

interface Label {
  /** Null for what differs for a borough. */
  readonly field: string | null;
  readonly borough: string;
  readonly letters: number;
}

function labelOf(words: string, item: FoundItem): Label | null {
  const differs = /^\s*Differs for ([^:]{1,80}):\s*/.exec(words);
  if (differs) return { field: null, borough: differs[1] ?? "", letters: differs[0].length };
  const found = /^\s*([^:]{1,30}):\s*/.exec(words);
  const field = itemKinds[item.kind].fields.find(({ label }) => label === found?.[1]);
  return found && field ? { field: field.name, borough: "", letters: found[0].length } : null;
}

function variationOf(item: FoundItem, borough: string): Slot {
  const found = { tail: null, borough, blocks: [], authors: new Set<string>() };
  item.variations.push(found);
  return found;
}

function addSentence(block: Paragraph, line: string, item: FoundItem): void {
  const { asA, iNeed, soThat } = takeNeedApart(line);
  for (const [field, text] of Object.entries({ asA, iNeed, soThat })) {
    if (text !== "")
      addTo(slotOf(item, field, block), { ...block, pieces: [{ text, marks: [] }] }, block);
  }
}
