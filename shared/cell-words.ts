/**
 * The words of a paragraph in a cell: `**bold**`, `*italic*`, `[words](address)`, and a `\` before a letter
 * that would mean something else. Stars turn a mark on and off, so that any two may overlap.
 * Promises to survive XML, UTF-8 and the loss of white space at both ends.
 */
import { isLinkAddress } from "./link-address.ts";
import type { Mark, RichNode } from "./rich-text.ts";

interface Run {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly href: string | null;
}

interface FoundLink {
  /** Null when it must not be followed: then only its words are kept. */
  readonly href: string | null;
  readonly closesAt: number;
  readonly goesOnAt: number;
}

const plain: Run = { bold: false, italic: false, href: null };

/** @param also letters that have a meaning where the words stand: `|` in a table */
export function writeWords(content: readonly RichNode[], also = ""): string {
  let written = "";
  let before = plain;
  for (const { text = "", marks = [] } of content) {
    const run = runOf(marks);
    written += between(before, run) + escape(text, also + (run.href === null ? "" : "]"));
    before = run;
  }
  return keepEnds(written + between(before, plain));
}

export function readWords(words: string): RichNode[] {
  // Whoever writes "5 * 3" in a spreadsheet means a star.
  return parse(words, true) ?? parse(words, false) ?? [];
}

function runOf(marks: readonly Mark[]): Run {
  const href = marks.find(({ type }) => type === "link")?.attrs?.["href"];
  return {
    bold: marks.some(({ type }) => type === "bold"),
    italic: marks.some(({ type }) => type === "italic"),
    href: typeof href === "string" ? href : null,
  };
}

function between(before: Run, run: Run): string {
  const isOther = before.href !== run.href;
  const closes = isOther && before.href !== null ? `](${escape(before.href, "()")})` : "";
  const stars = (before.bold === run.bold ? "" : "**") + (before.italic === run.italic ? "" : "*");
  return closes + stars + (isOther && run.href !== null ? "[" : "");
}

const named: Readonly<Record<string, string>> = { "\n": "n", "\r": "r", "\t": "t" };
const byName: ReadonlyMap<string, string> = new Map([
  ...Object.entries(named).map(([letter, name]) => [name, letter] as const),
  ["s", " "],
  ["e", ""],
]);

function escape(text: string, also: string): string {
  return (
    text
      .replace(/[\\*[]/g, String.raw`\$&`)
      .replace(/[\]()|]/g, (letter) => (also.includes(letter) ? `\\${letter}` : letter))
      .replace(/[\n\r\t]/g, (letter) => `\\${named[letter]}`)
      // What XML or UTF-8 cannot hold.
      // oxlint-disable-next-line no-control-regex -- these are meant
      .replace(/[\u0000-\u001f\ufffe\uffff]|\p{Cs}/gu, byNumber)
  );
}

function byNumber(letter: string): string {
  return `\\u{${(letter.codePointAt(0) ?? 0).toString(16)}}`;
}

/** White space at the ends of a line is lost on the way. */
function keepEnds(words: string): string {
  const kept = (letter: string): string => (letter === " " ? String.raw`\s` : byNumber(letter));
  return words.replace(/^\s/u, kept).replace(/\s$/u, kept);
}

/** Null when stars are left open. */
function parse(words: string, readsStars: boolean): RichNode[] | null {
  const nodes: RichNode[] = [];
  let text = "";
  let run = plain;
  let link = null as FoundLink | null;
  const finish = (next: Run): void => {
    if (text !== "") nodes.push(nodeOf(text, run));
    text = "";
    run = next;
  };
  let at = 0;
  while (at < words.length) {
    const letter = words.charAt(at);
    if (link?.closesAt === at) {
      finish({ ...run, href: null });
      at = link.goesOnAt;
      link = null;
      continue;
    }
    if (letter === "\\") {
      const escaped = readEscape(words, at);
      text += escaped.letter;
      at = escaped.next;
      continue;
    }
    if (letter === "*" && readsStars) {
      const stars = /^\*+/.exec(words.slice(at))?.[0] ?? "";
      const { length } = stars;
      if (length > 3) text += stars;
      else
        finish({
          ...run,
          bold: length > 1 ? !run.bold : run.bold,
          italic: length === 2 ? run.italic : !run.italic,
        });
      at += length;
      continue;
    }
    const opened: FoundLink | null = letter === "[" && link === null ? findLink(words, at) : null;
    if (opened) {
      finish({ ...run, href: opened.href });
      link = opened;
      at += 1;
      continue;
    }
    text += letter;
    at += 1;
  }
  const isOpen = run.bold || run.italic;
  finish(plain);
  return isOpen ? null : nodes;
}

function readEscape(words: string, at: number): { letter: string; next: number } {
  const numbered = /^\\u\{([0-9a-f]{1,6})\}/.exec(words.slice(at, at + 12));
  const code = Number.parseInt(numbered?.[1] ?? "", 16);
  if (numbered && code <= 0x10ffff)
    return { letter: String.fromCodePoint(code), next: at + numbered[0].length };
  const letter = words.charAt(at + 1);
  // A `\` at the very end stands for itself.
  return { letter: letter === "" ? "\\" : (byName.get(letter) ?? letter), next: at + 2 };
}

/** The link that begins at `at`: `[words](address)`. */
function findLink(words: string, at: number): FoundLink | null {
  const closesAt = findLetter(words, at + 1, "]");
  if (closesAt === -1 || words.charAt(closesAt + 1) !== "(") return null;
  const end = findLetter(words, closesAt + 2, ")");
  if (end === -1) return null;
  const href = unescapeAll(words.slice(closesAt + 2, end));
  return { href: isLinkAddress(href) ? href : null, closesAt, goesOnAt: end + 1 };
}

/** Where the letter stands with its meaning, or -1. */
export function findLetter(words: string, from: number, letter: string): number {
  let at = from;
  while (at < words.length && words.charAt(at) !== letter) at += words.charAt(at) === "\\" ? 2 : 1;
  return at < words.length ? at : -1;
}

function unescapeAll(words: string): string {
  let text = "";
  let at = 0;
  while (at < words.length) {
    if (words.charAt(at) === "\\") {
      const { letter, next } = readEscape(words, at);
      text += letter;
      at = next;
    } else {
      text += words.charAt(at);
      at += 1;
    }
  }
  return text;
}

function nodeOf(text: string, { bold, italic, href }: Run): RichNode {
  const marks: Mark[] = [
    ...(bold ? [{ type: "bold" }] : []),
    ...(italic ? [{ type: "italic" }] : []),
    ...(href === null ? [] : [{ type: "link", attrs: { href } }]),
  ];
  return { type: "text", text, ...(marks.length > 0 ? { marks } : {}) };
}
