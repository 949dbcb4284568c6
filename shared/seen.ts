/**
 * What an item said when somebody linked it or agreed to it: kept as structure, so that words that
 * changed can be shown, and fingerprinted on both sides with today's code, so that a field added
 * later does not make everything look changed.
 */
import { z } from "zod";
import { digestOf } from "./canonical.ts";
import type { Item } from "./items.ts";
import { hasWords } from "./plain-text.ts";
import type { RichText } from "./rich-text.ts";

/** An item's own words and priority at one moment. */
export interface Seen {
  readonly priority: string | null;
  readonly removed: boolean;
  /** Only fields with words. */
  readonly fields: Readonly<Record<string, RichText>>;
}

export const seenSchema: z.ZodType<Seen> = z.object({
  priority: z.string().nullable(),
  removed: z.boolean(),
  fields: z.record(
    z.string(),
    z.custom<RichText>((value) => typeof value === "object" && value !== null),
  ),
});

export function seenOf(item: Item): Seen {
  const fields = Object.entries(item.fields).filter(([, text]) => hasWords(text));
  return {
    priority: item.priority,
    removed: item.removed !== null,
    fields: Object.fromEntries(fields),
  };
}

/** The same for two items that say the same, whoever computes it. */
export function fingerprint(...seen: readonly Seen[]): string {
  return digestOf(seen);
}

const known = new WeakMap<Item, string>();

/** The fingerprint of an item as it is. Items never change in place, so each is worked out once. */
export function fingerprintOf(item: Item): string {
  let value = known.get(item);
  if (value === undefined) {
    value = fingerprint(seenOf(item));
    known.set(item, value);
  }
  return value;
}
