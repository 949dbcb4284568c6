/** Several things in one cell of our own tables, and back: links, names, what differs for boroughs. */
import { readCellText, writeCellText } from "../../../shared/cell-text.ts";
import type { RichText } from "../../../shared/rich-text.ts";
import type { How } from "../../../shared/thread.ts";

export interface LinkInCell {
  /** Reference of what is met. */
  readonly to: string;
  readonly how: How;
  readonly because: string;
}

/** A line for each: `N-4 fully`, `N-7 partly: because…`. */
export function writeLinks(links: readonly LinkInCell[]): string {
  return links
    .map(({ to, how, because }) => `${to} ${how}${because === "" ? "" : `: ${oneLine(because)}`}`)
    .join("\n");
}

/** @param unreadable told each line that names no link */
export function readLinks(cell: string, unreadable: (line: string) => void): LinkInCell[] {
  const links: LinkInCell[] = [];
  for (const line of cell.split("\n").map((written) => written.trim())) {
    if (line === "") continue;
    // A person who adds one may write several in a line: "N-4 fully; N-7 partly".
    const parts = /(?:fully|partly)\s*:/i.test(line) ? [line] : line.split(";");
    for (const part of parts) {
      const found = /^(\S.*?)[\s,]+(fully|partly)(?:\s*:\s?(.*))?$/i.exec(part.trim());
      if (part.trim() === "") continue;
      if (!found) {
        unreadable(part.trim());
        continue;
      }
      const how = found[2]?.toLowerCase() === "partly" ? "partly" : "fully";
      links.push({ to: found[1] ?? "", how, because: severalLines(found[3] ?? "") });
    }
  }
  return links;
}

/** Names on a line each, or with semicolons between. */
export function writeNames(names: readonly string[]): string {
  const isPlain = names.every((name) => !/[;\n\\]|^\s|\s$/.test(name));
  return isPlain ? names.join("; ") : names.map(oneLine).join("\n");
}

export function readNames(cell: string): string[] {
  const names = cell.includes("\n") ? cell.split("\n") : cell.split(/(?<!\\);/);
  return names.map((name) => severalLines(name.trim())).filter((name) => name !== "");
}

export interface DifferenceInCell {
  readonly borough: string;
  readonly text: RichText;
}

const differs = "Differs for ";

/** "Differs for Hackney: within one hour", one after the other. */
export function writeDifferences(differences: readonly DifferenceInCell[]): string {
  return differences
    .map(({ borough, text }) => {
      const lines = writeCellText(text).replaceAll(`\n${differs}`, `\n\\${differs}`);
      return `${differs}${oneLine(borough).replaceAll(":", "\\:")}: ${lines}`;
    })
    .join("\n");
}

export function readDifferences(cell: string): DifferenceInCell[] {
  return (
    cell
      .replace(/\r\n?/g, "\n")
      // Not with the flag m: it takes U+2028 for the end of a line.
      .split(/(?:^|\n)Differs for /)
      .flatMap((part) => {
        const found = /^((?:[^:\\\n]|\\.)*):(?: |$)/.exec(part);
        if (!found) return [];
        const words = part.slice(found[0].length).replace(/\n$/, "");
        return [{ borough: severalLines(found[1] ?? "").trim(), text: readCellText(words) }];
      })
  );
}

function oneLine(words: string): string {
  return words
    .replaceAll("\\", "\\\\")
    .replaceAll("\r", "\\r")
    .replaceAll("\n", "\\n")
    .replaceAll(";", "\\;")
    .replace(/^ | $/g, "\\s");
}

function severalLines(line: string): string {
  return line.replace(/\\(.)/g, (_, letter: string) =>
    letter === "n" ? "\n" : letter === "r" ? "\r" : letter === "s" ? " " : letter,
  );
}
