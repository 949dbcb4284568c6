/**
 * From the bytes of a text file to its words. Promises never to guess wrong silently: UTF-8 and
 * Windows-1252 (what Excel on Windows writes as plain "CSV") are told apart, anything else is refused
 * with what to do.
 */

export type DecodedText =
  | { readonly state: "text"; readonly text: string; readonly encoding: "UTF-8" | "Windows-1252" }
  | { readonly state: "unreadable"; readonly what: string };

const saveAsCsv = "In Excel, choose File, Save As, “CSV UTF-8”, then bring that file in.";

/** Bytes that mean nothing in Windows-1252; a file that has one is something else. */
const meaningless = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes.length === 0) return unreadable(`The file is empty. ${saveAsCsv}`);
  if (startsWith(bytes, [0x50, 0x4b]))
    return unreadable(`This is a workbook, not a CSV file. ${saveAsCsv}`);
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]))
    return unreadable(`The file is saved as UTF-16 (“Unicode text”). ${saveAsCsv}`);
  if (bytes.includes(0)) return unreadable(`This is not a text file. ${saveAsCsv}`);
  const utf8 = decode(bytes, "utf-8");
  if (utf8 !== null) return { state: "text", text: utf8, encoding: "UTF-8" };
  const text = decode(bytes, "windows-1252");
  if (text === null || bytes.some((byte) => meaningless.has(byte)))
    return unreadable(
      `The letters of the file cannot be told apart: its encoding is unknown. ${saveAsCsv}`,
    );
  return { state: "text", text, encoding: "Windows-1252" };
}

function unreadable(what: string): DecodedText {
  return { state: "unreadable", what };
}

/** The words without a byte order mark, or null when the bytes are not of that encoding. */
function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}
