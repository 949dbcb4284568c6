/** One byte-for-byte way to write JSON (keys sorted, as RFC 8785 does) and its SHA-256 digest. */
import { toHexString } from "lib0/buffer";
import { digest } from "lib0/hash/sha256";
import { encodeUtf8 } from "lib0/string";

/** JSON with the keys of every object sorted and undefined left out. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const pairs = Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`);
    return `{${pairs.join(",")}}`;
  }
  return JSON.stringify(value) ?? "null";
}

/** SHA-256 of the canonical JSON, in hexadecimal. The same on the server and in the page. */
export function digestOf(value: unknown): string {
  return toHexString(digest(encodeUtf8(canonicalJson(value))));
}
