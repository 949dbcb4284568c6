/** Reads a cell of the column `meets`: "N-4 fully; N-7 partly". */
import type { ImportedLink } from "./import-rows.ts";

export interface ReadMeets {
  readonly links: readonly ImportedLink[];
  /** What cannot be read and what to do. */
  readonly problems: readonly string[];
}

export function readMeets(cell: string): ReadMeets {
  const links: ImportedLink[] = [];
  const problems: string[] = [];
  for (const part of cell.split(/[;\n]/).map((text) => text.trim())) {
    if (part === "") continue;
    const found = /^(\S.*?)[\s,:]+\(?(fully|partly)\)?$/i.exec(part);
    const reference = found?.[1]?.trim() ?? "";
    if (!found || reference === "") {
      problems.push(
        `“${part.slice(0, 60)}” does not say how far. Write the reference, then fully or partly: N-4 fully; N-7 partly.`,
      );
      continue;
    }
    const how = found[2]?.toLowerCase() === "fully" ? "fully" : "partly";
    const before = links.find((link) => link.reference.toLowerCase() === reference.toLowerCase());
    if (before && before.how !== how)
      problems.push(`${reference} is said to be met fully and partly. Keep one.`);
    if (!before) links.push({ reference, how });
  }
  return { links, problems };
}
