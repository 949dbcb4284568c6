/** Reads a cell that says which needs a requirement meets: "N-4 fully; N-7 partly: because…". */
import type { How } from "../../../shared/thread.ts";

export interface ReadLink {
  readonly reference: string;
  readonly how: How;
  readonly because: string;
  /** The cell does not say how far. */
  readonly isGuess: boolean;
  /** It is named twice, with another answer. */
  readonly isBoth: boolean;
}

export function readLinks(cell: string): ReadLink[] {
  const links = new Map<string, ReadLink>();
  for (const part of cell.split(/[;\n]/).flatMap(apart)) {
    const found = /^(\S.*?)[\s,:]+\(?(fully|partly)\)?(?::\s*(.*))?$/i.exec(part);
    const reference = (found?.[1] ?? part).trim();
    if (reference === "") continue;
    const how = found?.[2]?.toLowerCase() === "fully" ? "fully" : "partly";
    const before = links.get(reference.toLowerCase());
    if (before) {
      links.set(reference.toLowerCase(), {
        ...before,
        isBoth: before.isBoth || before.how !== how,
      });
      continue;
    }
    links.set(reference.toLowerCase(), {
      reference,
      how,
      because: found?.[3] ?? "",
      isGuess: !found,
      isBoth: false,
    });
  }
  return [...links.values()];
}

/** Commas part references where nobody says how far. */
function apart(part: string): string[] {
  const parts = /\b(?:fully|partly)\b/i.test(part) ? [part] : part.split(",");
  return parts.map((words) => words.trim()).filter((words) => words !== "");
}
