/**
 * What each paragraph, row and table of a Word file of ours is about, by the hidden bookmarks around the
 * words of each field: so that an item's words are compared with the same item's, wherever they stand.
 */
import { readMark } from "./marks.ts";
import { wordsOfLine } from "./compared-line.ts";
import { childrenOf, type XmlElement } from "./xml-tree.ts";

/** A paragraph, a table, a row, or something else that stands among them. */
export interface Block {
  readonly node: XmlElement;
  /** Whose words are in it: an item's or a variation's, or null. The first's where there are several. */
  readonly of: string | null;
  /** The item that they belong to. */
  readonly itemId: string | null;
  /** Which part of the item, where it is one. */
  readonly part: string | null;
  readonly words: string;
  /** The same for two blocks that look and read the same. */
  readonly sameness: string;
  /** All of whose words are in it. */
  readonly all: ReadonlySet<string>;
  /** It holds whole fields, rather than being a part of one. */
  readonly isApart: boolean;
}

/** Bookmarks that are open where one reads, by their number; those begun first come first. */
type Open = Map<string, Known>;

interface Known {
  readonly of: string;
  readonly itemId: string | null;
  readonly part: string;
}

export type KnownBlocks = (parent: XmlElement) => readonly Block[];

/** @param body walked once, in reading order: a bookmark may go on through many blocks */
export function knowBlocks(body: XmlElement): KnownBlocks {
  const about = new Map<XmlElement, About>();
  walk(body, { open: new Map(), about, itemId: null });
  return (parent) => childrenOf(parent).flatMap((node) => blockOf(node, about));
}

interface About {
  readonly first: Known | null;
  readonly all: ReadonlySet<string>;
  readonly isApart: boolean;
}

interface Walk {
  readonly open: Open;
  readonly about: Map<XmlElement, About>;
  /** Whose field came last: a variation behind it is that item's. */
  itemId: string | null;
}

/** Other children are properties. */
const kinds = new Set(["w:p", "w:tbl", "w:tr", "w:tc", "w:sdt", "w:sdtContent"]);

function walk(parent: XmlElement, on: Walk): About {
  const { open, about } = on;
  let first = [...open.values()][0] ?? null;
  let isApart = open.size === 0;
  const all = new Set<string>();
  for (const child of childrenOf(parent)) {
    if (child.name === "w:bookmarkStart") {
      const known = knownOf(child.attrs["w:name"] ?? "", on.itemId);
      if (!known) continue;
      on.itemId = known.itemId;
      open.set(child.attrs["w:id"] ?? "", known);
      first ??= known;
      all.add(known.of);
    } else if (child.name === "w:bookmarkEnd") open.delete(child.attrs["w:id"] ?? "");
    else if (kinds.has(child.name)) {
      const inside = walk(child, on);
      first ??= inside.first;
      for (const of of inside.all) all.add(of);
    }
  }
  isApart &&= open.size === 0;
  const known = { first, all, isApart };
  about.set(parent, known);
  return known;
}

function knownOf(name: string, lastId: string | null): Known | null {
  const mark = readMark(name);
  switch (mark?.of) {
    case "field":
      return { of: mark.itemId, itemId: mark.itemId, part: mark.field };
    case "variation":
      return { of: `variation ${mark.tail}`, itemId: lastId, part: "variation" };
    default:
      return null;
  }
}

function blockOf(node: XmlElement, about: ReadonlyMap<XmlElement, About>): Block[] {
  const known = about.get(node);
  if (!known) return [];
  const { first, all, isApart } = known;
  const [of, itemId, part] = [first?.of ?? null, first?.itemId ?? null, first?.part ?? null];
  // Most blocks are asked for one of these only, and a table's are as long as the table.
  let [words, sameness]: [string | null, string | null] = [null, null];
  return [
    {
      node,
      of,
      itemId,
      part,
      all,
      isApart,
      get words() {
        return (words ??= wordsInside(node));
      },
      get sameness() {
        return (sameness ??= samenessOf(node));
      },
    },
  ];
}

function wordsInside(node: XmlElement): string {
  if (node.name === "w:p") return wordsOfLine(node);
  return childrenOf(node).map(wordsInside).filter(Boolean).join("\n");
}

/** Numbers that only this file gives, and bookmarks, do not count. */
function samenessOf(node: XmlElement): string {
  if (node.name === "w:bookmarkStart" || node.name === "w:bookmarkEnd") return "";
  if (node.name === "w:numId") return "#";
  const inside = node.children.map((child) =>
    typeof child === "string" ? child : samenessOf(child),
  );
  return `<${node.name} ${JSON.stringify(node.attrs)}>${inside.join("")}<>`;
}
