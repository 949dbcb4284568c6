/** The outcomes, needs and requirements of a statement as the search keeps them: few words each, no document. Pure; never throws. */
import type * as Y from "yjs";
import { flatten } from "../../../shared/flatten.ts";
import { itemKinds, mainField, type Priority } from "../../../shared/item-kinds.ts";
import { itemHasWords, readItems, type Item } from "../../../shared/items.ts";
import { needSentence } from "../../../shared/need-sentence.ts";
import { plainText } from "../../../shared/plain-text.ts";
import { docOf, type StoredBytes } from "../../../shared/stored-doc.ts";
import type { StoredWords } from "../../store/text-store.ts";

export type FoundKind = "outcome" | "need" | "requirement";

export interface ElsewhereRow {
  readonly itemId: string;
  readonly kind: FoundKind;
  /** "R-12", or "" while it is new. */
  readonly reference: string;
  /** Its sentence, at most 1,000 characters of it. */
  readonly words: string;
  /** Title of the section it stands in, or "". */
  readonly section: string;
  readonly priority: Priority | null;
  /** Everything it says and the names it had, as `flatten` makes it. */
  readonly flat: string;
}

const longestWords = 1_000;
const longestFlat = 8_000;

/** In the order of the statement, without what was taken out; none when the stored text cannot be read. */
export function rowsOf({ snapshot, updates, references }: StoredWords): ElsewhereRow[] {
  const doc = docOrNull({ snapshot, updates });
  if (!doc) return [];
  const named = new Map(references);
  const rows: ElsewhereRow[] = [];
  let section = "";
  for (const item of readItems(doc)) {
    if (item.removed !== null || !itemHasWords(item)) continue;
    if (item.kind === "section") section = wordsOf(item, "title");
    const { kind } = item;
    if (kind !== "outcome" && kind !== "need" && kind !== "requirement") continue;
    const words = kind === "need" ? needSentence(item) : wordsOf(item, mainField(kind));
    rows.push({
      itemId: item.id,
      kind,
      reference: named.get(item.id) ?? "",
      words: words.slice(0, longestWords),
      section,
      priority: item.priority,
      flat: flatten(everything(item, words, named.get(item.id) ?? "")).slice(0, longestFlat),
    });
  }
  doc.destroy();
  return rows;
}

function everything(item: Item, words: string, reference: string): string {
  const others = itemKinds[item.kind].fields.map(({ name }) => wordsOf(item, name));
  const origin = item.origin ? [item.origin.title, item.origin.reference] : [];
  return [reference, words, ...others, ...item.aliases, ...origin].join("\n");
}

function wordsOf(item: Item, field: string): string {
  const text = item.fields[field];
  return text ? plainText(text).replace(/\s+/g, " ").trim() : "";
}

function docOrNull(stored: StoredBytes): Y.Doc | null {
  try {
    return docOf(stored);
  } catch {
    return null;
  }
}
