/** An item as parts that change one by one, and what changed between two moments. Pure. */
import type { Item } from "../../shared/items.ts";
import { hasWords } from "../../shared/plain-text.ts";
import { emptyRichText, type RichText } from "../../shared/rich-text.ts";

/** One part of an item that changed. Values are plain JSON: rich text for words, `null` where there was nothing. */
export interface PartChange {
  /** `made`, `removed`, `place`, `priority`, `level`, `raisedBy`, `notes`, `field:NAME` or `variation:KEY`. */
  readonly part: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** The parts of an item by name, or null while it is not there for anybody. */
export type ItemParts = ReadonlyMap<string, unknown>;

/**
 * The page makes items taken out without a reason and then brings them in (so that taking back the
 * making takes nobody's words): until then there is nothing to tell of.
 */
export function partsOf(item: Item | null): ItemParts | null {
  if (!item || item.removed?.why === "") return null;
  return new Map<string, unknown>([
    ["made", item.kind],
    ["removed", item.removed?.why ?? null],
    ["place", item.order],
    ["priority", item.priority],
    ["level", item.level],
    ["raisedBy", item.raisedBy],
    ["notes", item.notes],
    ...Object.entries(item.fields).map(([name, text]) => [`field:${name}`, text] as const),
    ...item.variations.map(({ key, text }) => [`variation:${key}`, text] as const),
  ]);
}

/**
 * The part that lies in an item by these keys: what is changed there shows in that part alone.
 * @returns null for the item as a whole, and for what may show in several parts
 */
export function partAt([key, name]: readonly string[]): string | null {
  switch (key) {
    case "fields":
      return name === undefined ? null : `field:${name}`;
    case "variations":
      return name === undefined ? null : `variation:${name}`;
    case "notes":
      return key;
    default:
      return null;
  }
}

export function changesBetween(before: ItemParts | null, after: ItemParts | null): PartChange[] {
  if (!after) return before ? [{ part: "removed", before: null, after: "" }] : [];
  if (!before) {
    const made = { part: "made", before: null, after: after.get("made") };
    const words = [...after].flatMap(([part, value]) =>
      isWords(part) && hasWords(value as RichText)
        ? [{ part, before: emptyRichText, after: value }]
        : [],
    );
    return [made, ...words];
  }
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].flatMap((part) => {
    const [was, is] = [before.get(part), after.get(part)];
    if (was === is || sameJson(was, is)) return [];
    const empty = isWords(part) ? emptyRichText : null;
    return [{ part, before: was ?? empty, after: is ?? empty }];
  });
}

/** Whether a part is rich text. */
function isWords(part: string): boolean {
  return part === "notes" || part.startsWith("field:") || part.startsWith("variation:");
}

export function sameJson(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
