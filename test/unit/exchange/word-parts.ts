/** The parts of a Word file that we wrote, taken apart for tests. */
import {
  elementsInside,
  readXml,
  type XmlElement,
} from "../../../server/exchange/docx/read-xml.ts";
import { readZip } from "../../../server/exchange/zip.ts";

export interface WordParts {
  readonly names: readonly string[];
  /** The text of a part: `word/document.xml`. */
  readonly textOf: (name: string) => string;
  /** The part as a tree. */
  readonly treeOf: (name: string) => XmlElement;
}

/** @throws when a part is not well-formed XML */
export async function wordParts(bytes: Uint8Array): Promise<WordParts> {
  const zip = await readZip(bytes);
  if (zip.state === "refused") throw new Error(zip.what);
  const textOf = (name: string): string => {
    const file = zip.files.get(name);
    if (!file) throw new Error(`There is no ${name} in the file.`);
    return new TextDecoder("utf-8", { fatal: true }).decode(file);
  };
  for (const name of zip.names) if (/\.(xml|rels)$/.test(name)) readXml(textOf(name));
  return { names: zip.names, textOf, treeOf: (name) => readXml(textOf(name)) };
}

/** The words of an element as people read them; a line break is one, and so is a tab. */
export function wordsOf(element: XmlElement): string {
  if (element.name === "w:t")
    return element.children.filter((child) => typeof child === "string").join("");
  if (element.name === "w:br") return "\n";
  if (element.name === "w:instrText") return "";
  return element.children
    .map((child) => (typeof child === "string" ? "" : wordsOf(child)))
    .join("");
}

/** All paragraphs, those in tables too, in order. */
export function paragraphsIn(tree: XmlElement): XmlElement[] {
  return elementsInside(tree, "w:p");
}
