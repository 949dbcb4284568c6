/** What a file is, by what is in it and never by its name. */
import { isZip, readZip } from "../zip.ts";

export type Recognised =
  | { readonly state: "csv" | "xlsx" | "docx" | "reqif" | "reqifz" | "json" }
  /** What to do instead. */
  | { readonly state: "unknown"; readonly what: string };

export async function recogniseFile(bytes: Uint8Array): Promise<Recognised> {
  if (bytes.length === 0) return unknown("The file is empty. Choose another one.");
  if (isZip(bytes)) return recogniseZip(bytes);
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return unknown(oldOffice);
  if (begins(bytes, [0x25, 0x50, 0x44, 0x46])) return unknown(pdf);
  const start = startOf(bytes);
  if (/^<(?:\?xml|[\w:-]+)/.test(start))
    return /<(?:[\w-]+:)?REQ-IF[\s>]/.test(start) ? { state: "reqif" } : unknown(otherXml);
  if (/^\{\s*"/.test(start)) return { state: "json" };
  return { state: "csv" };
}

async function recogniseZip(bytes: Uint8Array): Promise<Recognised> {
  const zip = await readZip(bytes, () => false);
  if (zip.state === "refused") return unknown(zip.what);
  const has = (test: (name: string) => boolean) => zip.names.some(test);
  if (has((name) => name === "xl/workbook.xml")) return { state: "xlsx" };
  if (has((name) => name === "word/document.xml")) return { state: "docx" };
  if (has((name) => /\.(?:reqif|xml)$/i.test(name))) return { state: "reqifz" };
  if (has((name) => name === "content.xml")) return unknown(openDocument);
  return unknown(otherZip);
}

function begins(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}

/** Enough to see what it is, whether it is UTF-8 or UTF-16. */
function startOf(bytes: Uint8Array): string {
  const encoding = begins(bytes, [0xff, 0xfe])
    ? "utf-16le"
    : begins(bytes, [0xfe, 0xff])
      ? "utf-16be"
      : "utf-8";
  return new TextDecoder(encoding).decode(bytes.subarray(0, 4_096)).trimStart();
}

function unknown(what: string): Recognised {
  return { state: "unknown", what };
}

const forms = "Word (.docx), Excel (.xlsx), CSV, ReqIF and Needline’s own JSON can come in.";
const oldOffice = `This is an old Word or Excel file, or one with a password. Save it without a password as .docx or .xlsx, then choose it. ${forms}`;
const pdf = `This is a PDF. Ask for the Word or Excel file that it was made from. ${forms}`;
const otherXml = `This is XML of another kind. ${forms}`;
const otherZip = `This is a zip of other files. Unpack it, then choose one of them. ${forms}`;
const openDocument = `This is a LibreOffice file. Save it as .docx or .xlsx, then choose it. ${forms}`;
