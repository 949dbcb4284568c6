/**
 * What differs for a borough, kept on the common item so that the common text stays one text. Each
 * variation is a rich text of its own and can be named like a field: `variation:hackney:V1StGXR8…`.
 *
 * None is ever deleted: deleting one would take away what somebody else types into it at that moment.
 * One without words is not there, neither on the page nor in answers, and is there again with its
 * first letter.
 */
import type { ItemKind } from "./item-kinds.ts";
import type { Item, Variation } from "./items.ts";
import { hasWords } from "./plain-text.ts";

const prefix = "variation:";

/** @param id 21 characters, random: two made at once both stay */
export function variationKey(boroughId: string, id: string): string {
  return `${boroughId}:${id}`;
}

/** Whose variation a key names. */
export function boroughOfVariation(key: string): string {
  return key.slice(0, Math.max(0, key.lastIndexOf(":")));
}

/** The name by which anchors, carets and the page know a variation beside the fields. */
export function variationField(key: string): string {
  return `${prefix}${key}`;
}

/** The key of the variation that a field's name stands for, or null when it is a field of the kind. */
export function variationKeyOf(field: string): string | null {
  return field.startsWith(prefix) ? field.slice(prefix.length) : null;
}

/** A section is only a title. */
export function canDiffer(kind: ItemKind): boolean {
  return kind !== "section";
}

/** Those with words: of one borough, or of all. */
export function variationsShown(item: Item, boroughId?: string): readonly Variation[] {
  return item.variations.filter(
    (variation) =>
      (boroughId === undefined || variation.boroughId === boroughId) && hasWords(variation.text),
  );
}
