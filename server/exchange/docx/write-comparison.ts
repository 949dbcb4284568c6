/**
 * Two Word files of ours as one with tracked changes. Promises that accepting all of them gives the newer
 * file's text and rejecting all the older one's, word for word; styles, headers and settings are the newer one's.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { comparedBlocks } from "./compared-blocks.ts";
import { knowBlocks } from "./known-blocks.ts";
import { bringNumbering, bringLinks } from "./parts-of-both.ts";
import { Tracks, type TrackedBy, type WhoChanged } from "./tracks.ts";
import { childOf, holding, parseXml, writeXml, type XmlElement } from "./xml-tree.ts";

export interface ComparisonBy {
  /** Named where nobody knows who changed something: the newer version. */
  readonly otherwise: TrackedBy;
  readonly who: WhoChanged;
}

const documentPath = "word/document.xml";
const numberingPath = "word/numbering.xml";
const linksPath = "word/_rels/document.xml.rels";
const xmlStart = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** @param older and `newer`: files that we wrote ourselves */
export function writeComparison(
  older: Uint8Array,
  newer: Uint8Array,
  { otherwise, who }: ComparisonBy,
): Uint8Array {
  const [before, after] = [unzipSync(older), unzipSync(newer)];
  const part = (files: Files, path: string): XmlElement | null => {
    const bytes = files[path];
    return bytes ? parseXml(strFromU8(bytes)) : null;
  };
  const links = bringLinks(part(before, linksPath), part(after, linksPath));
  const numbering = bringNumbering(part(before, numberingPath), part(after, numberingPath));
  const wasDocument = part(before, documentPath);
  const document = part(after, documentPath);
  const is = childOf(document ?? undefined, "w:body");
  const was = wasDocument && childOf(numbering.renamed(links.renamed(wasDocument)), "w:body");
  if (!document || !is || !was) throw new Error("One of the files has no text.");
  const body = holding(is, [
    ...comparedBlocks(was, is, {
      older: knowBlocks(was),
      newer: knowBlocks(is),
      tracks: new Tracks(otherwise, who),
      within: null,
    }),
    ...is.children.filter((child) => typeof child !== "string" && child.name === "w:sectPr"),
  ]);
  const compared = holding(
    document,
    document.children.map((child) => (child === is ? body : child)),
  );
  const file = (root: XmlElement): Uint8Array => strToU8(xmlStart + writeXml(root));
  return zipSync({
    ...after,
    [documentPath]: file(compared),
    ...(links.part ? { [linksPath]: file(links.part) } : {}),
    ...(numbering.part ? { [numberingPath]: file(numbering.part) } : {}),
  });
}

type Files = Readonly<Record<string, Uint8Array>>;
