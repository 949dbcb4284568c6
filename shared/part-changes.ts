/**
 * What putting a text back as it was would change, part by part: pure. A part is a field, what differs
 * for a borough, the priority, the place…, so that undoing a restore can leave alone just the parts
 * that somebody changed since.
 */
import { equalityDeep } from "lib0/function";
import { evenOut } from "./even-text.ts";
import type { Item } from "./items.ts";
import { emptyRichText, type RichText } from "./rich-text.ts";
import { variationField } from "./variations.ts";
import type { TextThen } from "./text-then.ts";

/** One part that reads otherwise in two texts. */
export interface PartChange {
  /** Null for what is of the statement itself. */
  readonly itemId: string | null;
  /** `field:NAME`, `variation:KEY`, `notes`; a value of the item or the statement by its name; `made`. */
  readonly part: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What is put back. */
export type Scope =
  | { readonly of: "all"; /** For items that came later. */ readonly whyRemoved: string }
  | { readonly of: "item"; readonly itemId: string };

/** Parts of an item that are values. */
const valueParts = [
  "order",
  "priority",
  "level",
  "raisedBy",
  "removed",
  "aliases",
  "origin",
  "extra",
] as const satisfies readonly (keyof Item)[];

/** What was found of items before, for one `then` and one scope: items never change in place. */
export type KnownChanges = WeakMap<Item, readonly PartChange[]>;

/** What makes the text `now` read as it did `then`. Items that came later are not taken forward. */
export function changesBetween(
  now: TextThen,
  then: TextThen,
  scope: Scope,
  known: KnownChanges = new WeakMap(),
): PartChange[] {
  const nowById = new Map(now.items.map((item) => [item.id, item]));
  if (scope.of === "item") {
    const wanted = then.items.find(({ id }) => id === scope.itemId);
    return wanted ? itemChanges(nowById.get(wanted.id), wanted, false) : [];
  }
  const thenIds = new Set(then.items.map(({ id }) => id));
  const later = now.items.filter(({ id, removed }) => !thenIds.has(id) && removed === null);
  return [
    ...valueChange(null, "title", now.title, then.title),
    ...valueChange(null, "priorityWords", now.priorityWords, then.priorityWords),
    ...then.items.flatMap((wanted) => knownChanges(nowById.get(wanted.id), wanted, known)),
    ...later.flatMap(({ id }) => valueChange(id, "removed", null, { why: scope.whyRemoved })),
  ];
}

/** What a part says now, in the shape of `before` and `after`. */
export function partOf(text: TextThen, { itemId, part }: PartChange, item?: Item): unknown {
  if (itemId === null) return part === "title" ? text.title : text.priorityWords;
  if (part === "made") return item ?? null;
  return item ? valueOf(item, part) : undefined;
}

/** What a part of an item says. */
export function valueOf(item: Item, part: string): unknown {
  return valueIn(partsOf(item), part);
}

/** Whether a part says the same in both; white space and how words lie in pieces do not matter. */
export function isSamePart(part: string, one: unknown, other: unknown): boolean {
  if (equalityDeep(one, other)) return true;
  if (!isText(part)) return false;
  const [a = emptyRichText, b = emptyRichText] = [one, other] as (RichText | undefined)[];
  return equalityDeep(evenOut(a), evenOut(b));
}

function isText(part: string): boolean {
  return part === "notes" || part.includes(":");
}

function knownChanges(
  now: Item | undefined,
  wanted: Item,
  known: KnownChanges,
): readonly PartChange[] {
  let changes = now && known.get(now);
  if (!changes) {
    changes = itemChanges(now, wanted, true);
    if (now) known.set(now, changes);
  }
  return changes;
}

function itemChanges(now: Item | undefined, wanted: Item, withPlace: boolean): PartChange[] {
  const itemId = wanted.id;
  if (!now) return [{ itemId, part: "made", before: null, after: wanted }];
  const [parts, wantedParts] = [partsOf(now), partsOf(wanted)];
  const names = new Set([...parts.keys(), ...wantedParts.keys()]);
  if (!withPlace) names.delete("order");
  return [...names].flatMap((part) => {
    const [before, after] = [valueIn(parts, part), valueIn(wantedParts, part)];
    return isSamePart(part, before, after) ? [] : [{ itemId, part, before, after }];
  });
}

function partsOf(item: Item): ReadonlyMap<string, unknown> {
  return new Map<string, unknown>([
    ...Object.entries(item.fields).map(([name, text]) => [`field:${name}`, text] as const),
    ...item.variations.map(({ key, text }) => [variationField(key), text] as const),
    ["notes", item.notes],
    ...valueParts.map((name) => [name, item[name]] as const),
  ]);
}

/** What differs for a borough and is not there is without words: it is never deleted. */
function valueIn(parts: ReadonlyMap<string, unknown>, part: string): unknown {
  return isText(part) ? (parts.get(part) ?? emptyRichText) : parts.get(part);
}

function valueChange(
  itemId: string | null,
  part: string,
  before: unknown,
  after: unknown,
): PartChange[] {
  return equalityDeep(before, after) ? [] : [{ itemId, part, before, after }];
}
