/** What the text of an older Word file refers to, brought over into a newer one under names of its own. */
import { changed, childOf, childrenOf, holding, writeXml, type XmlElement } from "./xml-tree.ts";

/** A part of the file, and how the older text names what is in it. */
interface Brought {
  readonly part: XmlElement | null;
  renamed(text: XmlElement): XmlElement;
}

/** Addresses of links. */
export function bringLinks(older: XmlElement | null, newer: XmlElement | null): Brought {
  const names = new Map<string, string>();
  const known = new Map(childrenOf(newer ?? undefined).map((one) => [meaning(one), idOf(one)]));
  const brought = childrenOf(older ?? undefined).flatMap((one) => {
    const same = known.get(meaning(one));
    const name = same ?? `older${idOf(one)}`;
    names.set(idOf(one), name);
    // Parts of the file itself, as pictures, are not brought over: no text of ours refers to one.
    const isLink = one.attrs["TargetMode"] === "External";
    return same === undefined && isLink ? [{ ...one, attrs: { ...one.attrs, Id: name } }] : [];
  });
  return {
    part: newer && holding(newer, [...newer.children, ...brought]),
    renamed: (text) => renamed(text, "r:id", names),
  };
}

function idOf({ attrs }: XmlElement): string {
  return attrs["Id"] ?? "";
}

function meaning({ attrs }: XmlElement): string {
  const { Type, Target, TargetMode } = attrs;
  return JSON.stringify([Type, Target, TargetMode]);
}

/** Lists, each with its counting. */
export function bringNumbering(older: XmlElement | null, newer: XmlElement | null): Brought {
  if (!newer || !older) return { part: newer ?? older, renamed: (text) => text };
  const [kindOffset, offset] = [
    1 + highest(newer, "w:abstractNum", "w:abstractNumId"),
    1 + highest(newer, "w:num", "w:numId"),
  ];
  const kinds = new Map<string, string>();
  const known = new Map(
    childrenOf(newer, "w:abstractNum").map((kind) => [looks(kind), numberOf(kind)]),
  );
  const newKinds = childrenOf(older, "w:abstractNum").flatMap((kind) => {
    const same = known.get(looks(kind));
    const number = same ?? String(kindOffset + Number(numberOf(kind)));
    kinds.set(numberOf(kind), number);
    return same === undefined
      ? [{ ...kind, attrs: { ...kind.attrs, "w:abstractNumId": number } }]
      : [];
  });
  const names = new Map<string, string>();
  const lists = childrenOf(older, "w:num").map((list) => {
    const number = list.attrs["w:numId"] ?? "";
    names.set(number, String(offset + Number(number)));
    const kind = childOf(list, "w:abstractNumId")?.attrs["w:val"] ?? "";
    return renumbered(list, names.get(number) ?? "", kinds.get(kind) ?? kind);
  });
  // Word wants all kinds before all lists.
  const part = holding(newer, [
    ...childrenOf(newer, "w:abstractNum"),
    ...newKinds,
    ...childrenOf(newer, "w:num"),
    ...lists,
    ...childrenOf(newer).filter(({ name }) => name !== "w:abstractNum" && name !== "w:num"),
  ]);
  return {
    part,
    renamed: (text) => {
      const now = changed(text, (one) => {
        const name = one.name === "w:numId" ? names.get(one.attrs["w:val"] ?? "") : undefined;
        return name === undefined ? one : { ...one, attrs: { "w:val": name } };
      });
      return now ?? text;
    },
  };
}

function renumbered(list: XmlElement, number: string, kind: string): XmlElement {
  return {
    ...list,
    attrs: { ...list.attrs, "w:numId": number },
    children: list.children.map((child) =>
      typeof child !== "string" && child.name === "w:abstractNumId"
        ? { ...child, attrs: { "w:val": kind } }
        : child,
    ),
  };
}

function highest(part: XmlElement, name: string, attribute: string): number {
  return Math.max(0, ...childrenOf(part, name).map(({ attrs }) => Number(attrs[attribute]) || 0));
}

function numberOf({ attrs }: XmlElement): string {
  return attrs["w:abstractNumId"] ?? "";
}

/** The same for two kinds of list that look alike. */
function looks(kind: XmlElement): string {
  const levels = childrenOf(kind).filter(({ name }) => name !== "w:nsid" && name !== "w:tmpl");
  return levels.map(writeXml).join("");
}

function renamed(
  text: XmlElement,
  attribute: string,
  names: ReadonlyMap<string, string>,
): XmlElement {
  const now = changed(text, (one) => {
    const name = names.get(one.attrs[attribute] ?? "");
    return name === undefined ? one : { ...one, attrs: { ...one.attrs, [attribute]: name } };
  });
  return now ?? text;
}
