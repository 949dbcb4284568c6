/**
 * The text of a statement: how it lies in the `Y.Doc`, and reading and shaping it.
 * Promises that reading never throws, whatever is in the document, and that an item is made whole:
 * two people who made a missing fragment at once would lose one's words.
 */
import * as Y from "yjs";
import {
  defaultPriorityWords,
  isItemKind,
  isPriority,
  itemKinds,
  type ItemKind,
  type Priority,
} from "./item-kinds.ts";
import { compareOrder } from "./order.ts";
import { hasWords } from "./plain-text.ts";
import { emptyRichText, makeFragment, readRichText, type RichText } from "./rich-text.ts";
import { boroughOfVariation, variationKeyOf } from "./variations.ts";

/** The number a page names when it connects; an older page is asked to reload. */
export const schemaNumber = 1;

/** An item read out of the document: plain data, never changed in place. */
export interface Item {
  readonly id: string;
  readonly kind: ItemKind;
  readonly order: string;
  readonly priority: Priority | null;
  /** Depth of a section, 1 to 3; 1 for everything else. */
  readonly level: number;
  /** Ids of the boroughs whose need or wish it is, sorted. */
  readonly raisedBy: readonly string[];
  /** References it had elsewhere, found by search. */
  readonly aliases: readonly string[];
  /** Why it is not taken forward, or null. Items are never deleted. */
  readonly removed: { readonly why: string } | null;
  readonly fields: Readonly<Record<string, RichText>>;
  readonly notes: RichText;
  /** What differs for a borough, by key. Those with words are shown, all of them. */
  readonly variations: readonly Variation[];
  /** Where it was brought in from, or null when it was written here. */
  readonly origin: Origin | null;
  /** What another tool says of it that Needline does not know, by name: kept, and given back. */
  readonly extra: Readonly<Record<string, string>>;
}

/** Another statement or a file, and what the item was called there. */
export interface Origin {
  /** Of the statement, or the name of the file. */
  readonly title: string;
  /** Its reference there, or "". */
  readonly reference: string;
  /** Where it still is, for a statement of this server. */
  readonly statementId?: string;
  readonly itemId?: string;
}

/** "Differs for Hackney: …", kept on the common item. A borough may have several. */
export interface Variation {
  /** `${boroughId}:${nanoid}`. */
  readonly key: string;
  readonly boroughId: string;
  readonly text: RichText;
}

/** What a new item starts with. Fields that are not named are empty. */
export interface NewItem {
  readonly id: string;
  readonly kind: ItemKind;
  readonly order: string;
  readonly priority?: Priority | null;
  readonly level?: number;
  readonly raisedBy?: readonly string[];
  readonly aliases?: readonly string[];
  readonly fields?: Readonly<Record<string, RichText>>;
  readonly notes?: RichText;
  readonly variations?: readonly Variation[];
  readonly removed?: { readonly why: string } | null;
  readonly origin?: Origin | null;
  readonly extra?: Readonly<Record<string, string>>;
}

/** An item as it lies in the document. */
export type ItemMap = Y.Map<unknown>;

export function aboutOf(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap("about");
}

export function itemsOf(doc: Y.Doc): Y.Map<ItemMap> {
  return doc.getMap("items");
}

export function titleOf(doc: Y.Doc): string {
  const title = aboutOf(doc).get("title");
  return typeof title === "string" ? title : "";
}

/** What this statement prints for each priority: its own word, or the usual one. */
export function priorityWordsOf(doc: Y.Doc): Readonly<Record<Priority, string>> {
  const own: unknown = aboutOf(doc).get("priorityWords");
  if (typeof own !== "object" || own === null) return defaultPriorityWords;
  const words = own as Partial<Record<Priority, unknown>>;
  const word = (priority: Priority): string => {
    const chosen = words[priority];
    return typeof chosen === "string" && chosen.trim() !== ""
      ? chosen
      : defaultPriorityWords[priority];
  };
  return { must: word("must"), should: word("should"), could: word("could"), wont: word("wont") };
}

/** Adds an item with all fields of its kind, in the caller's transaction. */
export function addItem(doc: Y.Doc, item: NewItem): ItemMap {
  const map: ItemMap = new Y.Map();
  const fields = itemKinds[item.kind].fields.map(
    ({ name }) => [name, item.fields?.[name] ?? emptyRichText] as const,
  );
  map.set("kind", item.kind);
  map.set("order", item.order);
  map.set("priority", item.priority ?? null);
  map.set("level", item.level ?? 1);
  map.set("raisedBy", new Y.Map((item.raisedBy ?? []).map((boroughId) => [boroughId, true])));
  map.set("aliases", [...(item.aliases ?? [])]);
  map.set("removed", item.removed ?? null);
  map.set("fields", makeFragments(fields));
  map.set("notes", makeFragment(item.notes ?? emptyRichText));
  map.set("variations", makeFragments((item.variations ?? []).map(({ key, text }) => [key, text])));
  if (item.origin) map.set("origin", { ...item.origin });
  if (item.extra && Object.keys(item.extra).length > 0) map.set("extra", { ...item.extra });
  itemsOf(doc).set(item.id, map);
  return map;
}

/** Reads one item, or null when what lies there is no item. */
export function readItem(id: string, map: unknown): Item | null {
  if (!(map instanceof Y.Map)) return null;
  const kind: unknown = map.get("kind");
  if (!isItemKind(kind)) return null;
  const order: unknown = map.get("order");
  const priority: unknown = map.get("priority");
  const level: unknown = map.get("level");
  return {
    id,
    kind,
    order: typeof order === "string" ? order : "",
    priority: isPriority(priority) ? priority : null,
    level: typeof level === "number" && level >= 1 && level <= 3 ? Math.floor(level) : 1,
    raisedBy: readKeys(map.get("raisedBy")),
    aliases: readStrings(map.get("aliases")),
    removed: readRemoved(map.get("removed")),
    fields: readFields(kind, map.get("fields")),
    notes: readFragment(map.get("notes")),
    variations: readVariations(map.get("variations")),
    origin: readOrigin(map.get("origin")),
    extra: readExtra(map.get("extra")),
  };
}

/** All items in the order of the statement, removed ones too. */
export function readItems(doc: Y.Doc): Item[] {
  const read: Item[] = [];
  for (const [id, map] of itemsOf(doc)) {
    const item = readItem(id, map);
    if (item) read.push(item);
  }
  return read.toSorted(compareOrder);
}

/** The fragment of a field, or of a variation by its field's name; null when the item has none of that name. */
export function fragmentOf(doc: Y.Doc, itemId: string, field: string): Y.XmlFragment | null {
  const key = variationKeyOf(field);
  const holder = key === null ? "fields" : "variations";
  const fragments: unknown = itemsOf(doc).get(itemId)?.get(holder);
  const fragment: unknown = fragments instanceof Y.Map ? fragments.get(key ?? field) : null;
  return fragment instanceof Y.XmlFragment ? fragment : null;
}

/** What a field says, or a variation by its field's name; undefined when the item has none of that name. */
export function textOf(item: Item, field: string): RichText | undefined {
  const key = variationKeyOf(field);
  if (key === null) return item.fields[field];
  return item.variations.find((variation) => variation.key === key)?.text;
}

/**
 * Adds a variation, unless the item has it already, in the caller's transaction.
 * @returns false when there is no such item
 */
export function addVariation(
  doc: Y.Doc,
  itemId: string,
  key: string,
  text: RichText = emptyRichText,
): boolean {
  const variations: unknown = itemsOf(doc).get(itemId)?.get("variations");
  if (!(variations instanceof Y.Map)) return false;
  if (!variations.has(key)) variations.set(key, makeFragment(text));
  return true;
}

/** Whether anybody has written anything in any field of the item, or what differs for a borough. */
export function itemHasWords(item: Item): boolean {
  return (
    Object.values(item.fields).some(hasWords) || item.variations.some(({ text }) => hasWords(text))
  );
}

function makeFragments(texts: readonly (readonly [string, RichText])[]): Y.Map<Y.XmlFragment> {
  return new Y.Map(texts.map(([name, text]) => [name, makeFragment(text)]));
}

function readFields(kind: ItemKind, map: unknown): Record<string, RichText> {
  const fields: Record<string, RichText> = {};
  for (const field of itemKinds[kind].fields) {
    fields[field.name] = readFragment(map instanceof Y.Map ? map.get(field.name) : null);
  }
  return fields;
}

function readFragment(fragment: unknown): RichText {
  return fragment instanceof Y.XmlFragment ? readRichText(fragment) : emptyRichText;
}

function readVariations(map: unknown): Variation[] {
  return readKeys(map).map((key) => ({
    key,
    boroughId: boroughOfVariation(key),
    text: readFragment((map as Y.Map<unknown>).get(key)),
  }));
}

function readRemoved(removed: unknown): { why: string } | null {
  if (typeof removed !== "object" || removed === null) return null;
  const why: unknown = (removed as { why?: unknown }).why;
  return { why: typeof why === "string" ? why : "" };
}

function readKeys(map: unknown): string[] {
  return map instanceof Y.Map ? [...map.keys()].toSorted() : [];
}

function readStrings(list: unknown): string[] {
  return Array.isArray(list) ? list.filter((value) => typeof value === "string") : [];
}

function readOrigin(origin: unknown): Origin | null {
  if (typeof origin !== "object" || origin === null) return null;
  const { title, reference, statementId, itemId } = origin as Record<string, unknown>;
  if (typeof title !== "string") return null;
  return {
    title,
    reference: typeof reference === "string" ? reference : "",
    ...(typeof statementId === "string" ? { statementId } : {}),
    ...(typeof itemId === "string" ? { itemId } : {}),
  };
}

function readExtra(extra: unknown): Record<string, string> {
  if (typeof extra !== "object" || extra === null) return {};
  return Object.fromEntries(
    Object.entries(extra).filter(
      (entry): entry is [string, string] => typeof entry[1] === "string",
    ),
  );
}
