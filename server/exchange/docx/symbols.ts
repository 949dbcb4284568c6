/** Signs that Word takes from fonts of pictures. */
import type { XmlElement } from "./read-xml.ts";

/** Symbol fonts lie in a private part of Unicode; a tick and a cross are what tables hold. */
export function symbolOf(part: XmlElement): string {
  const code = Number.parseInt(part.attrs["w:char"] ?? "", 16);
  if (!Number.isInteger(code)) return "";
  const low = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  if (/wingdings/i.test(part.attrs["w:font"] ?? "")) {
    if ([0xfc, 0xfe, 0x50, 0x52].includes(low)) return "✓";
    if ([0xfb, 0xfd, 0x4f, 0x51].includes(low)) return "✗";
    return "";
  }
  return low >= 0x20 && low <= 0x10ffff ? String.fromCodePoint(low) : "";
}
