/** Words as XML writes them down. Promises that whatever anybody typed comes out well-formed and reads back the same. */

/** What XML 1.0 cannot say at all, not even escaped: control characters and halves of characters. */
const unsayable =
  // oxlint-disable-next-line no-control-regex -- these are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const names: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  // A parser would make a space or a line feed of these.
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/** Between tags. */
export function xmlText(words: string): string {
  return words.replace(unsayable, "").replace(/[&<>\r]/g, (letter) => names[letter] ?? "");
}

/** Between quotes. */
export function xmlValue(words: string): string {
  return words.replace(unsayable, "").replace(/[&<>"\t\n\r]/g, (letter) => names[letter] ?? "");
}

/** ` NAME="value"` for each that is there. */
export function xmlAttributes(values: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(values)
    .map(([name, value]) => (value === undefined ? "" : ` ${name}="${xmlValue(value)}"`))
    .join("");
}

/** A part of an id that XML takes (an NCName once a letter stands before it), another one for other words. */
export function idPart(words: string): string {
  return words.replace(
    /[^A-Za-z0-9_-]/gu,
    (letter) => `.${(letter.codePointAt(0) ?? 0).toString(16)}.`,
  );
}

/** The words that `idPart` was made of. */
export function wordsOfIdPart(part: string): string {
  return part.replace(/\.([0-9a-f]{1,6})\./g, (_, code: string) =>
    String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff)),
  );
}
