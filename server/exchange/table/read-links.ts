/** Reads a cell that says which needs a requirement meets: "N-4 fully; N-7 partly: because…". */
import type { How } from "../../../shared/thread.ts";

export interface ReadLink {
  readonly reference: string;
  readonly how: How;
  readonly because: string;
  /** The cell does not say how far. */
  readonly isGuess: boolean;
}

export function readLinks(cell: string): ReadLink[] {
  const links = new Map<string, ReadLink>();
  for (const part of cell.split(/[;\n]/).flatMap(apart)) {
    const found = /^(\S.*?)[\s,:]+\(?(fully|partly)\)?(?::\s*(.*))?$/i.exec(part);
    const reference = (found?.[1] ?? part).trim();
    if (reference === "" || links.has(reference.toLowerCase())) continue;
    links.set(reference.toLowerCase(), {
      reference,
      how: found?.[2]?.toLowerCase() === "fully" ? "fully" : "partly",
      because: found?.[3] ?? "",
      isGuess: !found,
    });
  }
  return [...links.values()];
}

/** Commas part references where nobody says how far. */
function apart(part: string): string[] {
  const parts = /\b(?:fully|partly)\b/i.test(part) ? [part] : part.split(",");
  return parts.map((words) => words.trim()).filter((words) => words !== "");
}
