/**
 * Words as XML and HTML can hold them: without control characters, which no such file may have, and with
 * a sign in place of half a letter. Everything else stays, emoji and right-to-left words too.
 */

// eslint-disable-next-line no-control-regex -- these are the letters that XML 1.0 does not allow
const unwritable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** Line breaks are `\n` afterwards, whoever wrote them. */
export function printable(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(unwritable, "").toWellFormed();
}
