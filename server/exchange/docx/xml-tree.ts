/**
 * The XML of a Word file that we wrote ourselves, as a tree that can be taken apart and put together.
 * Promises that what is read and written again says the same. Names keep their prefixes.
 */
import { SaxesParser } from "saxes";

export interface XmlElement {
  readonly name: string;
  readonly attrs: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}

export type XmlNode = XmlElement | string;

export function element(
  name: string,
  attrs: XmlElement["attrs"] = {},
  children: readonly XmlNode[] = [],
): XmlElement {
  return { name, attrs, children };
}

/** @throws when it is not well-formed */
export function parseXml(xml: string): XmlElement {
  const root: Growing = { name: "", attrs: {}, children: [] };
  const open: Growing[] = [root];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const one: Growing = { name, attrs: attributes, children: [] };
    open.at(-1)?.children.push(one);
    open.push(one);
  });
  parser.on("closetag", () => void open.pop());
  parser.on("text", (text) => void open.at(-1)?.children.push(text));
  parser.write(xml).close();
  const [first] = childrenOf(root);
  if (!first) throw new Error("There is no XML.");
  return first;
}

export function writeXml(node: XmlNode): string {
  if (typeof node === "string") return escaped(node);
  const attrs = Object.entries(node.attrs).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  const tag = `${node.name}${attrs.join("")}`;
  if (node.children.length === 0) return `<${tag}/>`;
  return `<${tag}>${node.children.map(writeXml).join("")}</${node.name}>`;
}

/** Elements inside, of that name when one is said. */
export function childrenOf(parent: XmlElement | undefined, name?: string): XmlElement[] {
  return (parent?.children ?? []).filter(
    (child): child is XmlElement =>
      typeof child !== "string" && (name === undefined || child.name === name),
  );
}

export function childOf(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return childrenOf(parent, name)[0];
}

/** The same element with other children. */
export function holding(parent: XmlElement, children: readonly XmlNode[]): XmlElement {
  return { ...parent, children };
}

/** The whole tree with each element as `change` gives it; what it gives nothing for goes. */
export function changed(
  node: XmlElement,
  change: (element: XmlElement) => XmlElement | null,
): XmlElement | null {
  const now = change(node);
  if (!now) return null;
  return holding(
    now,
    now.children.flatMap((child) => {
      const kept = typeof child === "string" ? child : changed(child, change);
      return kept === null ? [] : [kept];
    }),
  );
}

interface Growing extends XmlElement {
  readonly children: XmlNode[];
}

/** Line ends and tabs in attributes would be read as spaces. */
function escaped(text: string): string {
  return text.replace(/[&<>"\r\n\t]/g, (sign) => entities[sign] ?? `&#${sign.charCodeAt(0)};`);
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};
