/**
 * Which section each item of a file belongs in. Promises a section for every title that a column
 * names: the one in the file, the one in the statement, or one to be made.
 */
import type { ProposedItem } from "../../../shared/proposed-file.ts";
import { richTextFromPlain } from "../../../shared/rich-text.ts";
import { evenWords, titleOfSection, type ImportTarget } from "./import-target.ts";

/** A section in the file by its key, one of the statement by its id, or what stands above the first. */
export type Home =
  | { readonly state: "file"; readonly key: string }
  | { readonly state: "there"; readonly itemId: string }
  | { readonly state: "top" };

export interface HousedItem {
  readonly proposed: ProposedItem;
  /** Of a section: itself. */
  readonly home: Home;
}

/** In the file's order, each section that has to be made before what first names it. */
export function findHomes(items: readonly ProposedItem[], target: ImportTarget): HousedItem[] {
  const inFile = new Map<string, string>();
  const there = new Map<string, string>();
  for (const item of items) {
    const title = item.kind === "section" ? evenWords(titleOfSection(item)) : "";
    if (title !== "" && !inFile.has(title)) inFile.set(title, item.key);
  }
  for (const item of target.items) {
    const title = item.kind === "section" && !item.removed ? evenWords(titleOfSection(item)) : "";
    if (title !== "" && !there.has(title)) there.set(title, item.id);
  }
  const housed: HousedItem[] = [];
  const named = (title: string): Home => {
    const name = evenWords(title);
    const key = inFile.get(name);
    if (key !== undefined) return { state: "file", key };
    const itemId = there.get(name);
    if (itemId !== undefined) return { state: "there", itemId };
    const made = madeSection(title);
    inFile.set(name, made.key);
    housed.push({ proposed: made, home: { state: "file", key: made.key } });
    return { state: "file", key: made.key };
  };
  let home: Home = { state: "top" };
  for (const proposed of items) {
    if (proposed.kind === "section") home = { state: "file", key: proposed.key };
    else if (proposed.section !== undefined && proposed.section.trim() !== "")
      home = named(proposed.section);
    housed.push({ proposed, home });
  }
  return housed;
}

function madeSection(title: string): ProposedItem {
  const words = title.replace(/\s+/g, " ").trim();
  return {
    key: `section: ${words}`,
    where: "",
    kind: "section",
    reference: "",
    fields: { title: richTextFromPlain(words) },
  };
}
