/** What is read from a file to bring in, and how problems with it are said. */
import type { ItemKind, Priority } from "../../shared/item-kinds.ts";
import type { Problem } from "../../shared/refusal.ts";

/** "This requirement meets the need with that reference." */
export interface ImportedLink {
  /** Reference as the file says it. */
  readonly reference: string;
  readonly how: "fully" | "partly";
}

/** A row that says something, read but not yet compared with the statement. */
export interface ImportRow {
  /** Line of the file on which the row begins; the headings are on line 1. */
  readonly line: number;
  readonly kind: ItemKind;
  /** Its own reference in the file, or "". */
  readonly reference: string;
  /** Title of the section it belongs in, or "" for that of the row above. */
  readonly section: string;
  readonly text: string;
  readonly priority: Priority | null;
  readonly meets: readonly ImportedLink[];
  /** Names of boroughs. */
  readonly boroughs: readonly string[];
  readonly notes: string;
}

/** A file as read. Nothing is brought in while there is a problem; a notice says what was done about something. */
export interface ImportFile {
  readonly rows: readonly ImportRow[];
  readonly problems: readonly Problem[];
  readonly notices: readonly Problem[];
}

export function atLine(line: number, what: string): Problem {
  return { where: `Line ${line}`, what };
}

/** A file of which nothing can be read. */
export function unreadable(what: string): ImportFile {
  return { rows: [], problems: [{ where: "The file", what }], notices: [] };
}

export function formatCount(count: number): string {
  return count.toLocaleString("en-GB");
}

/** The beginning of what was written, to quote it in a message. */
export function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
