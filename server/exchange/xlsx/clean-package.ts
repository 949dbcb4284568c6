/**
 * The parts of a workbook that are read, without what could make a reader run away: macros, pictures,
 * named and merged areas of millions of cells, document types and their entities. Promises that a
 * supplier's answers are refused before anything of them is read.
 */
import { strToU8, zipSync } from "fflate";
import { Refusal, type Problem } from "../../../shared/refusal.ts";
import { readZip } from "../zip.ts";

export interface CleanWorkbook {
  /** The workbook anew, unpacked: nothing in it is larger than it says. */
  readonly bytes: Uint8Array;
  readonly notices: readonly Problem[];
}

/** What no cell comes from. */
const leftOut =
  /^xl\/(?:media|embeddings|activeX|ctrlProps|printerSettings|drawings|charts|pivot|externalLinks|theme|diagrams)|vba|\.bin$|^customXml/i;

/** Cells in a merged area; a title across a page has a dozen. */
const mostMerged = 20_000;

/** @throws Refusal `bad-input`, `too-large` */
export async function cleanWorkbook(bytes: Uint8Array): Promise<CleanWorkbook> {
  const zip = await readZip(bytes, (name) => !leftOut.test(name));
  if (zip.state === "refused") throw new Refusal("bad-input", zip.what);
  const files: Record<string, Uint8Array> = {};
  for (const [name, content] of zip.files) {
    if (!/\.(?:xml|rels)$/i.test(name)) continue;
    const xml = new TextDecoder().decode(content);
    if (/<!DOCTYPE|<!ENTITY/i.test(xml)) throw new Refusal("bad-input", hasEntities);
    refuseSupplierResponse(name, xml);
    files[name] = cleanPart(name, xml) ?? content;
  }
  const hasMacros = zip.names.some((name) => /vbaProject/i.test(name));
  return {
    bytes: zipSync(files, { level: 0 }),
    notices: hasMacros ? [{ where: "The file", what: macrosLeftOut }] : [],
  };
}

/** The part without what is left out of it, or null when nothing is. */
function cleanPart(name: string, xml: string): Uint8Array | null {
  if (name === "xl/workbook.xml")
    return strToU8(xml.replace(/<(\w+:)?definedNames\b[^]*?<\/(\w+:)?definedNames>/g, ""));
  if (name === "[Content_Types].xml") return null;
  if (!/^xl\/worksheets\/[^/]+\.xml$/.test(name)) return null;
  const cleaned = xml.replace(
    /<(?:\w+:)?mergeCell\s[^>]*ref="([^"]*)"[^>]*>/g,
    (whole, ref: string) => (cellsIn(ref) > mostMerged ? "" : whole),
  );
  return cleaned === xml ? null : strToU8(cleaned);
}

function cellsIn(ref: string): number {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i.exec(ref);
  if (!found) return Infinity;
  const [, left = "A", top = "1", right = left, bottom = top] = found;
  return (
    (Math.abs(columnOf(right) - columnOf(left)) + 1) * (Math.abs(Number(bottom) - Number(top)) + 1)
  );
}

function columnOf(letters: string): number {
  return letters
    .toUpperCase()
    .split("")
    .reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function refuseSupplierResponse(name: string, xml: string): void {
  const isMarked =
    (name === "xl/workbook.xml" && xml.includes("NEEDLINE_SUPPLIER_RESPONSE")) ||
    (name === "docProps/core.xml" && xml.includes("Needline supplier response"));
  if (isMarked) throw new Refusal("bad-input", supplierResponse);
}

const supplierResponse =
  "This is a supplier’s response workbook. Responses do not belong in the statement: nothing was brought in. Keep it with your tender evaluation.";
const hasEntities =
  "The file holds definitions that a workbook never has, so it was not opened. Open it in Excel, save it again, then choose it.";
const macrosLeftOut = "The file has macros. They were not read: only what stands in its cells.";
