/**
 * The marks at the ends of paragraphs as tracked changes. In Word a paragraph that is taken out joins
 * the one behind it, and has that one's style: so which mark is tracked matters where there is no
 * paragraph behind it, at the end of a cell and before a table.
 */
import type { Tracks } from "./tracks.ts";
import { childOf, element, holding, writeXml, type XmlElement, type XmlNode } from "./xml-tree.ts";

/** `same`: it is in both, whatever changed inside. */
export type State = "same" | "gone" | "new";

/** A paragraph, a table or something else, and what became of it. */
export interface Placed {
  readonly node: XmlElement;
  readonly state: State;
}

/** The paragraph with its mark as one that came or went. */
export function withMark(paragraph: XmlElement, state: "gone" | "new", tracks: Tracks): XmlElement {
  const properties = childOf(paragraph, "w:pPr") ?? element("w:pPr");
  const look = childOf(properties, "w:rPr") ?? element("w:rPr");
  const mark = element(state === "new" ? "w:ins" : "w:del", tracks.attributes());
  return withProperties(
    paragraph,
    ordered(properties, { "w:rPr": holding(look, [mark, ...look.children]) }),
  );
}

/** The newer properties, with the older ones as a tracked change where they differ. */
export function styleChanged(
  older: XmlElement | undefined,
  newer: XmlElement | undefined,
  tracks: Tracks,
): XmlElement | undefined {
  if (styleOf(older) === styleOf(newer)) return newer;
  const before = holding(older ?? element("w:pPr"), plain(older));
  const change = element("w:pPrChange", tracks.attributes(), [before]);
  return ordered(newer ?? element("w:pPr"), { "w:pPrChange": change });
}

/**
 * Hands the mark of each paragraph that comes or goes to the one before it, wherever none is behind it
 * for it to join: what is taken out there is the end of the one before, and all of this one but its end.
 */
export function endingWell(blocks: readonly Placed[], tracks: Tracks): XmlNode[] {
  const ended = [...blocks];
  for (let first = 0, next = 1; first < blocks.length; first = next, next += 1) {
    const state = blocks[first]?.state ?? "same";
    while (blocks[next]?.state === state) next += 1;
    const before = ended[first - 1];
    if (state === "same" || before?.state !== "same" || !isParagraph(before)) continue;
    const run = blocks.slice(first, next);
    // Those up to the first table among them: ends are not joined over a table.
    const table = run.findIndex((block) => !isParagraph(block));
    if (table === -1 && isParagraph(blocks[next])) continue;
    const at = (table === -1 ? run.length : table) - 1;
    const last = run[at];
    if (!last) continue;
    ended[first - 1] = { ...before, node: withMark(before.node, state, tracks) };
    ended[first + at] = { ...last, node: handedOn(last, before.node, tracks) };
  }
  return ended.map(({ node }) => node);
}

function isParagraph(block: Placed | undefined): boolean {
  return block?.node.name === "w:p";
}

/** The last paragraph with an end of its own that stays, and the style that the end has on each side. */
function handedOn({ node, state }: Placed, before: XmlElement, tracks: Tracks): XmlElement {
  const own = withoutMark(childOf(node, "w:pPr"));
  const others = childOf(before, "w:pPr");
  const formerly = childOf(childOf(others, "w:pPrChange"), "w:pPr") ?? others;
  const [older, newer] =
    state === "gone" ? [own, withoutMark(others)] : [withoutMark(formerly), own];
  return withProperties(node, styleChanged(older, newer, tracks));
}

function withoutMark(properties: XmlElement | undefined): XmlElement | undefined {
  if (!properties) return undefined;
  const look = childOf(properties, "w:rPr");
  const kept = (look?.children ?? []).filter((child) => !isNamed(child, ["w:ins", "w:del"]));
  const others = properties.children.filter((child) => !isNamed(child, ["w:rPr", "w:pPrChange"]));
  const own = holding(properties, others);
  return look && kept.length > 0 ? ordered(own, { "w:rPr": holding(look, kept) }) : own;
}

function withProperties(paragraph: XmlElement, properties: XmlElement | undefined): XmlElement {
  const content = paragraph.children.filter((child) => !isNamed(child, ["w:pPr"]));
  return holding(paragraph, [...(properties ? [properties] : []), ...content]);
}

/** What of the properties is tracked: not the mark's own formatting, which nobody sees. */
function plain(properties: XmlElement | undefined): readonly XmlNode[] {
  return (properties?.children ?? []).filter(
    (child) => !isNamed(child, ["w:rPr", "w:sectPr", "w:pPrChange"]),
  );
}

/** Numbers of lists are each file's own. */
function styleOf(properties: XmlElement | undefined): string {
  return plain(properties)
    .map((child) => writeXml(child).replace(/<w:numId [^>]*>/g, ""))
    .join("");
}

/** The properties with these, in the places where Word wants them: at the end, in this order. */
function ordered(
  properties: XmlElement,
  last: Readonly<Partial<Record<(typeof lastOnes)[number], XmlElement>>>,
): XmlElement {
  const kept = properties.children.filter((child) => !isNamed(child, lastOnes));
  const placed = lastOnes.flatMap((name) => last[name] ?? childOf(properties, name) ?? []);
  return holding(properties, [...kept, ...placed]);
}

const lastOnes = ["w:rPr", "w:sectPr", "w:pPrChange"] as const;

function isNamed(node: XmlNode, names: readonly string[]): boolean {
  return typeof node !== "string" && names.includes(node.name);
}
