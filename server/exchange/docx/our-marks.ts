/** Parts a paragraph of our own Word file at its marks and at the labels that we print. */
import { itemKinds, type ItemKind } from "../../../shared/item-kinds.ts";
import { paragraphsOf, type Block, type Paragraph, type Piece } from "./blocks.ts";
import { readMark, type MarkOf } from "./marks.ts";

/** Words of a paragraph from a mark or a label on. */
export interface Part {
  readonly mark: MarkOf | null;
  /** Our words right before it. */
  readonly label: string;
  readonly words: Paragraph;
}

export function partsOf(block: Paragraph): Part[] {
  const parts: { mark: MarkOf | null; label: string; pieces: Piece[] }[] = [
    { mark: null, label: "", pieces: [] },
  ];
  for (const piece of block.pieces) {
    const last = parts.at(-1);
    const mark = piece.bookmark === undefined ? null : readMark(piece.bookmark);
    const isBare = last?.mark === null && last.pieces.length === 0;
    if (mark) {
      if (last && isBare) last.mark = mark;
      else parts.push({ mark, label: "", pieces: [] });
    } else if (piece.label === true) {
      if (last && isBare) last.label += piece.text;
      else parts.push({ mark: null, label: piece.text, pieces: [] });
    } else if (piece.text !== "") last?.pieces.push(piece);
  }
  return parts.map(({ mark, label, pieces }, at) => ({
    mark,
    label,
    words: { ...block, pieces, list: at === 0 ? block.list : null },
  }));
}

/** The marks of ours that begin in a block, in its cells too. */
export function marksOf(block: Block): MarkOf[] {
  return bookmarksOf(block).flatMap((name) => readMark(name) ?? []);
}

function bookmarksOf(block: Block): string[] {
  const between = block.type === "table" ? block.bookmarks : [];
  return [
    ...between,
    ...paragraphsOf(block).flatMap(({ pieces }) =>
      pieces.flatMap(({ bookmark }) => bookmark ?? []),
    ),
  ];
}

/** "Measure:", ", I need to": which field's words come next. */
export function fieldOfLabel(kind: ItemKind, label: string): string | null {
  const words = label.replace(/^[\s,]+|[\s:,]+$/g, "").toLowerCase();
  if (words === "") return null;
  if (kind === "need" && words === "as an") return "asA";
  return (
    itemKinds[kind].fields.find(({ label: name }) => name.toLowerCase() === words)?.name ?? null
  );
}

export function isDiffers(label: string): boolean {
  return boroughIn(label) !== "";
}

/** The borough of "Differs for Hackney:", or "". */
export function boroughIn(label: string): string {
  return /Differs for (.+?):?\s*$/.exec(label.trim())?.[1] ?? "";
}
