/**
 * Where in the text a thread belongs, kept so that it is found again after edits: the words quoted,
 * what stood around them, and Yjs relative positions. Promises that resolving looks in no other item,
 * never throws whatever the anchor holds, and gives the same answer on every page.
 */
import * as Y from "yjs";
import { z } from "zod";
import { layOut, type FieldLayout } from "./field-layout.ts";
import { fragmentOf } from "./items.ts";
import { resembles } from "./resemblance.ts";

const longestQuote = 2_000;
const longestAround = 32;

/** A Yjs relative position by a letter, as Yjs writes it; nothing else is kept of what is sent. */
export const positionSchema = z.object({
  item: z.object({ client: z.int().nonnegative(), clock: z.int().nonnegative() }),
  assoc: z.int().default(0),
});

export const anchorSchema = z.object({
  itemId: z.string().min(1).max(64),
  /** Absent: the thread is about the whole item. */
  words: z
    .object({
      /** The name of a field, or of a variation with its borough's id in it. */
      field: z.string().min(1).max(200),
      /** The exact words. */
      quote: z.string().min(1).max(longestQuote),
      /** Up to 32 characters before and after. */
      prefix: z.string().max(longestAround),
      suffix: z.string().max(longestAround),
      from: positionSchema,
      to: positionSchema,
    })
    .optional(),
});

export type Anchor = z.infer<typeof anchorSchema>;
type AnchoredWords = NonNullable<Anchor["words"]>;

/** Where an anchor's words are today. */
export type ResolvedAnchor =
  | {
      readonly state: "found";
      readonly field: string;
      /** Offsets in the field's plain text. */
      readonly from: number;
      readonly to: number;
      /** What stands there now. */
      readonly now: string;
      /** Whether that differs from the words quoted. */
      readonly changed: boolean;
    }
  | {
      /** The thread is about the whole item, or its words are no longer there. */
      readonly state: "item";
      /** The anchor had words and they are gone. */
      readonly changed: boolean;
      /** What stands in their place now; "" when nothing does or it was the whole item. */
      readonly now: string;
    };

/**
 * Anchors the words between two offsets of a field's plain text.
 * White space at the ends is left out, letters of two units are kept whole, and a quote stops at
 * 2,000 characters; where no words are left, the anchor is the whole item.
 */
export function makeAnchor(
  fragment: Y.XmlFragment,
  itemId: string,
  field: string,
  from: number,
  to: number,
): Anchor {
  const layout = layOut(fragment);
  const { text } = layout;
  const range = tighten(text, from, to);
  const first = layout.placeOfLetter(range.from);
  const last = layout.placeOfLetter(range.to - 1);
  if (range.from >= range.to || !first || !last) return { itemId };
  return {
    itemId,
    words: {
      field,
      quote: text.slice(range.from, range.to),
      prefix: text.slice(wholeLetter(text, range.from - longestAround, 1), range.from),
      suffix: text.slice(range.to, wholeLetter(text, range.to + longestAround, -1)),
      // Each end holds on to the quote's own letter, so what is typed beside it stays outside.
      from: positionJson(Y.createRelativePositionFromTypeIndex(first.node, first.index, 0)),
      to: positionJson(Y.createRelativePositionFromTypeIndex(last.node, last.index + 1, -1)),
    },
  };
}

/**
 * Where the anchor's words are: what its relative positions cover while that resembles the quote;
 * else the exact quote in the same field; else the item, changed. White space does not count, so that
 * parting and joining paragraphs leaves a quote whole.
 */
export function resolveAnchor(doc: Y.Doc, anchor: Anchor): ResolvedAnchor {
  const { itemId, words } = anchor;
  if (!words) return { state: "item", changed: false, now: "" };
  const fragment = fragmentOf(doc, itemId, words.field);
  if (!fragment) return { state: "item", changed: true, now: "" };
  const layout = layOut(fragment);
  const covered = coveredByPositions(doc, layout, words);
  const now = covered ? layout.text.slice(covered.from, covered.to) : "";
  const range = resembles(now, words.quote)
    ? quoteWithin(layout.text, words, covered)
    : findQuote(layout.text, words, covered);
  if (!range) {
    const instead = now === "" ? between(layout.text, words.prefix, words.suffix) : now;
    return { state: "item", changed: true, now: instead };
  }
  const found = layout.text.slice(range.from, range.to);
  const changed = evenSpace(found) !== evenSpace(words.quote);
  return {
    state: "found",
    field: words.field,
    from: range.from,
    to: range.to,
    now: found,
    changed,
  };
}

interface Range {
  readonly from: number;
  readonly to: number;
}

function coveredByPositions(doc: Y.Doc, layout: FieldLayout, words: AnchoredWords): Range | null {
  const from = offsetOfPosition(doc, layout, words.from);
  const to = offsetOfPosition(doc, layout, words.to);
  if (from === null || to === null || from >= to) return null;
  const range = wholeWords(layout.text, { from, to }, words);
  return trimmed(layout.text, range.from, range.to);
}

/**
 * Takes in the rest of a word that was edited at its edge: "two-hour" made "four-hour" leaves the
 * position after "four". Only where the quote itself began and ended with a whole word.
 */
function wholeWords(text: string, range: Range, { quote, prefix, suffix }: AnchoredWords): Range {
  let { from, to } = range;
  if (!/[\p{L}\p{N}]$/u.test(prefix) && /^[\p{L}\p{N}]/u.test(quote))
    from -= (/[\p{L}\p{N}]*$/u.exec(text.slice(0, from))?.[0] ?? "").length;
  if (!/^[\p{L}\p{N}]/u.test(suffix) && /[\p{L}\p{N}]$/u.test(quote))
    to += (/^[\p{L}\p{N}]*/u.exec(text.slice(to))?.[0] ?? "").length;
  return { from, to };
}

/**
 * The quote itself where it stands, as whole words, in or over what the positions cover: a paragraph
 * was parted in it, or its first words were typed again. Else what they cover.
 */
function quoteWithin(text: string, words: AnchoredWords, covered: Range | null): Range | null {
  const quote = findQuote(text, words, covered);
  if (!covered || !quote) return covered;
  const whole = wholeWords(text, quote, words);
  const overlaps = quote.from < covered.to && covered.from < quote.to;
  return overlaps && whole.from === quote.from && whole.to === quote.to ? quote : covered;
}

/** The occurrence of the quote whose surroundings are most alike; of those, the one nearest to `near`. */
function findQuote(text: string, words: AnchoredWords, near: Range | null): Range | null {
  const quote = evenSpace(words.quote);
  if (quote === "") return null;
  const pattern = new RegExp(
    quote.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&").replaceAll(" ", "\\s+"),
    "g",
  );
  let best: (Range & { readonly alike: number; readonly away: number }) | null = null;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [from, to] = [match.index, match.index + match[0].length];
    const alike =
      sharedEnd(text.slice(0, from), words.prefix) + sharedStart(text.slice(to), words.suffix);
    const away = near ? Math.abs(from - near.from) : from;
    if (!best || alike > best.alike || (alike === best.alike && away < best.away))
      best = { from, to, alike, away };
    // Occurrences may overlap.
    pattern.lastIndex = from + 1;
  }
  return best;
}

/** What stands between the words that stood around the quote, while both are there. */
function between(text: string, prefix: string, suffix: string): string {
  const before = text.indexOf(prefix);
  const from = before + prefix.length;
  const to = suffix === "" ? text.length : text.indexOf(suffix, from);
  return before === -1 || to === -1 ? "" : text.slice(from, to).trim();
}

function evenSpace(text: string): string {
  return text.trim().replace(/\s+/g, " ");
}

function sharedStart(a: string, b: string): number {
  let count = 0;
  while (count < a.length && count < b.length && a[count] === b[count]) count += 1;
  return count;
}

function sharedEnd(a: string, b: string): number {
  let count = 0;
  while (count < a.length && count < b.length && a.at(-1 - count) === b.at(-1 - count)) count += 1;
  return count;
}

/** The part of the range that can be quoted. */
function tighten(text: string, from: number, to: number): Range {
  const range = trimmed(text, wholeLetter(text, from, -1), wholeLetter(text, to, 1));
  const end = Math.min(range.to, range.from + longestQuote);
  return { from: range.from, to: wholeLetter(text, end, -1) };
}

/** The range without white space at its ends. */
function trimmed(text: string, from: number, to: number): Range {
  const words = text.slice(from, to);
  const start = from + (words.length - words.trimStart().length);
  return { from: start, to: Math.max(start, from + words.trimEnd().length) };
}

/** An offset in the text that does not cut a letter of two UTF-16 units, moved by `step` if it would. */
function wholeLetter(text: string, offset: number, step: 1 | -1): number {
  const at = Math.min(Math.max(Math.trunc(offset) || 0, 0), text.length);
  const cuts =
    /^[\uDC00-\uDFFF]/.test(text.slice(at)) && /[\uD800-\uDBFF]$/.test(text.slice(0, at));
  return cuts ? at + step : at;
}

/** As plain data: what Yjs gives holds objects of its own classes. */
function positionJson(position: Y.RelativePosition): z.infer<typeof positionSchema> {
  return positionSchema.parse(Y.relativePositionToJSON(position));
}

function offsetOfPosition(doc: Y.Doc, layout: FieldLayout, json: unknown): number | null {
  // Only positions by a letter: one by the name of a root type would make that type.
  const parsed = positionSchema.safeParse(json);
  if (!parsed.success) return null;
  const position = Y.createRelativePositionFromJSON({ ...parsed.data });
  // Without following undone deletions, which only the page that undid them could (yjs#638).
  const place = Y.createAbsolutePositionFromRelativePosition(position, doc, false);
  return place ? layout.offsetOf(place.type, place.index) : null;
}
