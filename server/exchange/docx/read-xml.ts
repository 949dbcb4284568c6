/**
 * From XML to a tree, strictly: what is not well-formed is refused instead of half read, and so is a
 * DOCTYPE, which is where entities that blow up come from. Promises names with the prefixes of
 * `prefixes` below, whatever a file calls its namespaces, and that nothing is ever fetched.
 */
import { SaxesParser } from "saxes";

export interface XmlElement {
  readonly name: string;
  readonly attrs: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

/** What keeps a file out, in words that say what to do. */
export class UnreadableXml extends Error {
  constructor(message: string) {
    super(message);
    this.name = "UnreadableXml";
  }
}

/** Word itself nests a few dozen deep; a tree this deep can still be walked by recursion. */
const deepest = 400;
/** About ten times what 2,000 items take. */
const mostElements = 2_000_000;

/** The last is for "strict" files, which Word writes when asked to. */
const prefixes: ReadonlyMap<string, string> = new Map([
  ["http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"],
  ["http://purl.oclc.org/ooxml/wordprocessingml/main", "w"],
  ["http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r"],
  ["http://purl.oclc.org/ooxml/officeDocument/relationships", "r"],
  ["http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"],
  ["http://schemas.openxmlformats.org/officeDocument/2006/math", "m"],
  ["http://purl.oclc.org/ooxml/officeDocument/math", "m"],
  ["http://schemas.microsoft.com/office/word/2010/wordprocessingShape", "wps"],
  ["http://schemas.openxmlformats.org/drawingml/2006/picture", "pic"],
  ["http://purl.oclc.org/ooxml/drawingml/picture", "pic"],
  ["urn:schemas-microsoft-com:vml", "v"],
  ["http://schemas.openxmlformats.org/package/2006/relationships", "rel"],
  ["http://schemas.openxmlformats.org/package/2006/metadata/core-properties", "cp"],
  ["http://purl.org/dc/elements/1.1/", "dc"],
  ["http://schemas.openxmlformats.org/officeDocument/2006/custom-properties", "op"],
  ["http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes", "vt"],
  ["http://www.w3.org/XML/1998/namespace", "xml"],
]);

/** @throws UnreadableXml */
export function readXml(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const open: OpenElement[] = [];
  let root: XmlElement | null = null;
  let count = 0;
  parser.on("error", () => {
    throw new UnreadableXml("The file is damaged: a part of it ends too early or is not XML.");
  });
  parser.on("doctype", () => {
    throw new UnreadableXml("The file declares a document type, which a Word file never does.");
  });
  parser.on("opentag", ({ uri, local, attributes }) => {
    count += 1;
    if (open.length >= deepest || count > mostElements)
      throw new UnreadableXml("The file is too large or too deeply nested to read. Split it.");
    const element = { name: nameOf(uri, local), attrs: attrsOf(attributes), children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
    root ??= element;
  });
  parser.on("closetag", () => void open.pop());
  const addText = (words: string): void => void open.at(-1)?.children.push(words);
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.write(text).close();
  if (root === null) throw new UnreadableXml("The file is damaged: a part of it is empty.");
  return root;
}

/** Children that are elements, of that name when one is said. */
export function elementsOf(parent: XmlElement | undefined, name?: string): XmlElement[] {
  return (parent?.children ?? []).filter(
    (child): child is XmlElement =>
      typeof child !== "string" && (name === undefined || child.name === name),
  );
}

/** The first child of that name; of several names, one inside the other. */
export function childOf(
  parent: XmlElement | undefined,
  ...names: readonly string[]
): XmlElement | undefined {
  let found = parent;
  for (const name of names) found = elementsOf(found, name)[0];
  return found;
}

/** All elements of that name anywhere inside, in order. */
export function elementsInside(parent: XmlElement, name: string): XmlElement[] {
  return elementsOf(parent).flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...elementsInside(child, name),
  ]);
}

/** All words inside. */
export function wordsIn(element: XmlElement | undefined): string {
  return (element?.children ?? [])
    .map((child) => (typeof child === "string" ? child : wordsIn(child)))
    .join("");
}

interface OpenElement extends XmlElement {
  readonly children: (XmlElement | string)[];
}

function nameOf(uri: string, local: string): string {
  if (uri === "") return local;
  const prefix = prefixes.get(uri);
  return prefix === undefined ? `other:${local}` : `${prefix}:${local}`;
}

function attrsOf(
  attributes: Readonly<Record<string, { uri: string; local: string; value: string }>>,
): Record<string, string> {
  const attrs: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const { uri, local, value } of Object.values(attributes)) attrs[nameOf(uri, local)] = value;
  return attrs;
}
