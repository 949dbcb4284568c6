/**
 * The paragraphs and tables of two Word files as one list with tracked changes: of the whole text, or of
 * one cell. Promises that accepting all gives the newer ones and rejecting all the older ones, and that
 * no paragraph is left over where one was.
 */
import { comparedLine } from "./compared-line.ts";
import type { KnownBlocks } from "./known-blocks.ts";
import { pairKnown, type BlockPair } from "./pair-known.ts";
import { endingWell, styleChanged, withMark, type Placed, type State } from "./paragraph-marks.ts";
import type { Tracks } from "./tracks.ts";
import {
  childOf,
  childrenOf,
  element,
  holding,
  type XmlElement,
  type XmlNode,
} from "./xml-tree.ts";

/** What is known while two files are compared. */
export interface Comparing {
  readonly older: KnownBlocks;
  readonly newer: KnownBlocks;
  readonly tracks: Tracks;
  /** The item in whose row one is. */
  readonly within: string | null;
}

/** @param older and `newer`: the whole text, or a cell */
export function comparedBlocks(
  older: XmlElement,
  newer: XmlElement,
  comparing: Comparing,
): XmlNode[] {
  const pairs = pairKnown(comparing.older(older), comparing.newer(newer));
  return endingWell(
    lastTogether(pairs).flatMap((pair) => placed(pair, comparing)),
    comparing.tracks,
  );
}

/**
 * What cannot go is the last paragraph of a cell or of the text, and in Word nor can one before a table:
 * it has none behind it to join. Where both sides have one there, they are one that says something else.
 */
function lastTogether(pairs: readonly BlockPair[]): readonly BlockPair[] {
  const together: BlockPair[] = [];
  let alone: BlockPair[] = [];
  const close = (): void => {
    const gone = alone.findLast(({ older }) => older !== null);
    const come = alone.findLast(({ newer }) => newer !== null);
    if (gone && come) {
      together.push(...alone.filter((pair) => pair !== gone && pair !== come));
      together.push({ older: gone.older, newer: come.newer });
    } else together.push(...alone);
    alone = [];
  };
  for (const pair of pairs) {
    const { node } = pair.newer ?? pair.older ?? {};
    if (node?.name === "w:p" && (pair.older === null || pair.newer === null)) alone.push(pair);
    else {
      if (node?.name === "w:tbl") close();
      together.push(...alone, pair);
      alone = [];
    }
  }
  close();
  return lastOverTables(together);
}

/** The last of both sides are one, too, where a table that only one side has stands between them. */
function lastOverTables(pairs: readonly BlockPair[]): readonly BlockPair[] {
  const gone = pairs.findLastIndex(({ older }) => older !== null);
  const come = pairs.findLastIndex(({ newer }) => newer !== null);
  const [older, newer] = [pairs[gone]?.older, pairs[come]?.newer];
  const [first, last] = [Math.min(gone, come), Math.max(gone, come)];
  const isTable = (pair: BlockPair): boolean => (pair.newer ?? pair.older)?.node.name === "w:tbl";
  if (older?.node.name !== "w:p" || newer?.node.name !== "w:p") return pairs;
  if (!pairs.slice(first, last).some(isTable)) return pairs;
  const left: BlockPair =
    gone < come
      ? { older: null, newer: pairs[gone]?.newer ?? null }
      : { older: pairs[come]?.older ?? null, newer: null };
  const isLeft = left.older !== null || left.newer !== null;
  return pairs.flatMap((pair, at) => {
    if (at === first) return isLeft ? [left] : [];
    return at === last ? [{ older, newer }] : [pair];
  });
}

function placed({ older, newer }: BlockPair, comparing: Comparing): Placed[] {
  const { tracks, within } = comparing;
  tracks.about((newer ?? older)?.itemId ?? within);
  const name = (newer ?? older)?.node.name;
  if (name === "w:p" && older && newer && older.sameness === newer.sameness)
    return [{ node: newer.node, state: "same" }];
  if (name === "w:p") return [paragraph(older?.node ?? null, newer?.node ?? null, tracks)];
  if (name === "w:tbl") return table(older?.node ?? null, newer?.node ?? null, comparing);
  // A contents list is made anew from what the text says: the newer one stands.
  return newer ? [{ node: newer.node, state: "same" }] : [];
}

function paragraph(older: XmlElement | null, newer: XmlElement | null, tracks: Tracks): Placed {
  const state: State = older && newer ? "same" : older ? "gone" : "new";
  const [was, is] = [childOf(older ?? undefined, "w:pPr"), childOf(newer ?? undefined, "w:pPr")];
  const properties = older && newer ? styleChanged(was, is, tracks) : (is ?? was);
  const node = element("w:p", {}, [
    ...(properties ? [properties] : []),
    ...comparedLine(older, newer, tracks),
  ]);
  return { node: state === "same" ? node : withMark(node, state, tracks), state };
}

function table(older: XmlElement | null, newer: XmlElement | null, comparing: Comparing): Placed[] {
  // Word tracks rows that come and go, not columns: a table of another shape takes the old one's place.
  if (older && newer && columnsOf(older) !== columnsOf(newer))
    return [...table(older, null, comparing), ...table(null, newer, comparing)];
  const whole = newer ?? older;
  if (!whole) return [];
  const rows = pairKnown(
    older ? comparing.older(older) : [],
    newer ? comparing.newer(newer) : [],
  ).flatMap((pair) => comparedRow(pair, comparing));
  const properties = childrenOf(whole).filter(({ name }) => name !== "w:tr");
  const state: State = older && newer ? "same" : older ? "gone" : "new";
  return [{ node: holding(whole, [...properties, ...rows]), state }];
}

function comparedRow({ older, newer }: BlockPair, around: Comparing): XmlElement[] {
  if (older && newer && older.sameness === newer.sameness) return [newer.node];
  const within = (newer ?? older)?.itemId ?? around.within;
  const comparing = { ...around, within };
  around.tracks.about(within);
  if (older && newer && cellsOf(older.node) === cellsOf(newer.node)) {
    const before = childrenOf(older.node, "w:tc");
    let at = 0;
    const children = newer.node.children.map((child) => {
      if (typeof child === "string" || child.name !== "w:tc") return child;
      const was = before[at];
      at += 1;
      return was ? comparedCell(was, child, comparing) : child;
    });
    return [holding(newer.node, children)];
  }
  return [
    ...(older ? [wholeRow(older.node, "gone", comparing)] : []),
    ...(newer ? [wholeRow(newer.node, "new", comparing)] : []),
  ];
}

function comparedCell(older: XmlElement, newer: XmlElement, comparing: Comparing): XmlElement {
  const properties = childOf(newer, "w:tcPr");
  return holding(newer, [
    ...(properties ? [properties] : []),
    ...comparedBlocks(older, newer, comparing),
  ]);
}

function wholeRow(row: XmlElement, state: "gone" | "new", comparing: Comparing): XmlElement {
  const { tracks } = comparing;
  const track = element(state === "new" ? "w:ins" : "w:del", tracks.attributes());
  const properties = childOf(row, "w:trPr") ?? element("w:trPr");
  return holding(row, [
    ...childrenOf(row, "w:tblPrEx"),
    holding(properties, [...properties.children, track]),
    ...childrenOf(row, "w:tc").map((cell) => wholeCell(cell, state, comparing)),
  ]);
}

function wholeCell(cell: XmlElement, state: "gone" | "new", comparing: Comparing): XmlElement {
  const content = childrenOf(cell).flatMap((child): XmlElement[] => {
    const [older, newer] = state === "gone" ? [child, null] : [null, child];
    if (child.name === "w:p") return [paragraph(older, newer, comparing.tracks).node];
    if (child.name === "w:tbl") return table(older, newer, comparing).map(({ node }) => node);
    return [child];
  });
  return holding(cell, content);
}

function columnsOf(table: XmlElement): number {
  return childrenOf(childOf(table, "w:tblGrid")).length;
}

/** Spans of a row's cells: rows are compared cell by cell only where these are the same. */
function cellsOf(row: XmlElement): string {
  return childrenOf(row, "w:tc")
    .map((cell) => {
      const properties = childOf(cell, "w:tcPr");
      const wide = childOf(properties, "w:gridSpan")?.attrs["w:val"] ?? "1";
      const tall = childOf(properties, "w:vMerge");
      return `${wide}${tall ? (tall.attrs["w:val"] ?? "continue") : ""}`;
    })
    .join(" ");
}
