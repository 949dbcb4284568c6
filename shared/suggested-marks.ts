/**
 * How a text would change, as marks over what it says today: words that would go, and words that would
 * come, each at its place. For drawing over the text; nothing of it is in the text.
 */
import { evenOut } from "./even-text.ts";
import { wordSteps } from "./letter-steps.ts";
import { pairBlocks } from "./pair-blocks.ts";
import { plainText } from "./plain-text.ts";
import type { RichNode, RichText } from "./rich-text.ts";

/** Offsets count characters of the field's plain text as it is. */
export type SuggestedMark =
  | { readonly state: "gone"; readonly from: number; readonly to: number }
  /** The words stay and their marks (bold, a link) change. */
  | { readonly state: "restyled"; readonly from: number; readonly to: number }
  | {
      readonly state: "new";
      readonly at: number;
      readonly words: string;
      /** In the line; or a paragraph, a list or a table of its own before or after the one at `at`. */
      readonly as: "words" | "block-before" | "block-after";
    };

export function suggestedMarks(now: RichText, wanted: RichText): readonly SuggestedMark[] {
  return marksOfBlocks(evenOut(now).content, evenOut(wanted).content, 0);
}

function marksOfBlocks(
  now: readonly RichNode[],
  wanted: readonly RichNode[],
  start: number,
): SuggestedMark[] {
  const marks: SuggestedMark[] = [];
  const starts: number[] = [];
  let offset = start;
  for (const node of now) {
    starts.push(offset);
    offset += wordsOf(node).length + 1;
  }
  // Where the block before ends; null before the first.
  let end: number | null = null;
  for (const { from, to } of pairBlocks(now, wanted)) {
    const [have, want] = [
      from === null ? undefined : now[from],
      to === null ? undefined : wanted[to],
    ];
    const at = (from === null ? undefined : starts[from]) ?? start;
    if (have) end = at + wordsOf(have).length;
    if (have && want) marks.push(...marksOfBlock(have, want, at));
    else if (have && end !== null && end > at) marks.push({ state: "gone", from: at, to: end });
    else if (want) {
      const words = linesOf(want, "");
      if (words.trim() === "") continue;
      marks.push(
        end === null
          ? { state: "new", at: start, words, as: "block-before" }
          : { state: "new", at: end, words, as: "block-after" },
      );
    }
  }
  return marks;
}

function marksOfBlock(have: RichNode, want: RichNode, at: number): SuggestedMark[] {
  if (JSON.stringify(have) === JSON.stringify(want)) return [];
  const [before, after] = [have.content ?? [], want.content ?? []];
  if (isLine(before) && isLine(after)) return marksOfLine(before, after, at);
  if (isLine(before) === isLine(after)) return marksOfBlocks(before, after, at);
  const words = wordsOf(have);
  return [
    ...(words === "" ? [] : [{ state: "gone", from: at, to: at + words.length } as const]),
    { state: "new", at: at + words.length, words: linesOf(want, ""), as: "block-after" },
  ];
}

function marksOfLine(
  before: readonly RichNode[],
  after: readonly RichNode[],
  start: number,
): SuggestedMark[] {
  const marks: SuggestedMark[] = [];
  const [styles, wantedStyles] = [stylesOf(before), stylesOf(after)];
  let [at, wantedAt] = [0, 0];
  for (const step of wordSteps(lineOf(before), lineOf(after))) {
    if (step.state === "new") {
      marks.push({ state: "new", at: start + at, words: step.text, as: "words" });
      wantedAt += step.text.length;
    } else if (step.state === "gone") {
      marks.push({ state: "gone", from: start + at, to: start + at + step.length });
      at += step.length;
    } else {
      for (const end = at + step.length; at < end; at += 1, wantedAt += 1) {
        if (styles[at] === wantedStyles[wantedAt]) continue;
        const last = marks.at(-1);
        const from = last?.state === "restyled" && last.to === start + at ? last.from : start + at;
        if (from < start + at) marks.pop();
        marks.push({ state: "restyled", from, to: start + at + 1 });
      }
    }
  }
  return marks;
}

/** How each letter is marked. */
function stylesOf(line: readonly RichNode[]): string[] {
  return line.flatMap(({ text = "", marks }) => {
    const style = JSON.stringify(marks ?? []);
    return text.split("").map(() => style);
  });
}

function isLine(content: readonly RichNode[]): boolean {
  return content.every(({ text }) => text !== undefined);
}

function lineOf(content: readonly RichNode[]): string {
  return content.map(({ text = "" }) => text).join("");
}

function wordsOf(node: RichNode): string {
  return plainText({ type: "doc", content: [node] });
}

/** A new block as it can be read in one string: a line for each paragraph, points with their signs. */
function linesOf(node: RichNode, sign: string): string {
  const content = node.content ?? [];
  if (node.text !== undefined || isLine(content)) return `${sign}${wordsOf(node)}`;
  const isList = node.type === "bulletList" || node.type === "orderedList";
  const isSide = node.type === "tableRow";
  return content
    .map((child, at) => {
      const own = !isList
        ? at === 0
          ? sign
          : ""
        : node.type === "bulletList"
          ? "• "
          : `${at + 1}. `;
      return linesOf(child, own);
    })
    .join(isSide ? " | " : "\n");
}
