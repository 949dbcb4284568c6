/**
 * What an item said when somebody linked it or agreed to it: kept as structure, so that words that
 * changed can be shown, and fingerprinted on both sides with today's code, so that a field added
 * later does not make everything look changed.
 */
import { z } from "zod";
import { digestOf } from "./canonical.ts";
import { evenOut } from "./even-text.ts";
import type { Item } from "./items.ts";
import { hasWords } from "./plain-text.ts";
import type { RichText } from "./rich-text.ts";
import { variationsShown } from "./variations.ts";

/** An item's own words and priority at one moment. */
export interface Seen {
  readonly priority: string | null;
  readonly removed: boolean;
  /** Only fields with words. */
  readonly fields: Readonly<Record<string, RichText>>;
  /** A borough's own variations with words, where the borough matters: for positions, not for links. */
  readonly variations?: readonly RichText[] | undefined;
}

const richTextSchema = z.custom<RichText>((value) => typeof value === "object" && value !== null);

export const seenSchema: z.ZodType<Seen> = z.object({
  priority: z.string().nullable(),
  removed: z.boolean(),
  fields: z.record(z.string(), richTextSchema),
  variations: z.array(richTextSchema).optional(),
});

/** @param boroughId whose own variations count as part of what was seen */
export function seenOf(item: Item, boroughId?: string): Seen {
  const fields = Object.entries(item.fields).filter(([, text]) => hasWords(text));
  return {
    priority: item.priority,
    removed: item.removed !== null,
    fields: Object.fromEntries(fields),
    ...(boroughId === undefined ? {} : { variations: variationsOf(item, boroughId) }),
  };
}

/** The same for two items that read the same, whoever computes it. */
export function fingerprint(...seen: readonly Seen[]): string {
  return digestOf(seen.map(asRead));
}

/** Without what nobody reads: how words lie in pieces, and white space at the end. */
function asRead({ fields, variations, ...rest }: Seen): Seen {
  const evened = Object.entries(fields).map(([name, text]) => [name, textAsRead(text)] as const);
  return {
    ...rest,
    fields: Object.fromEntries(evened),
    ...(variations === undefined ? {} : { variations: variations.map(textAsRead) }),
  };
}

/** A text without what nobody reads. */
export function textAsRead(text: RichText): RichText {
  try {
    return withoutEnd(evenOut(text));
  } catch {
    // What was seen came from the record: it may hold anything, and is then compared as it is.
    return text;
  }
}

function withoutEnd(text: RichText): RichText {
  const content = [...text.content];
  for (let last = content.at(-1); last?.type === "paragraph"; last = content.at(-1)) {
    content.pop();
    const words = last.content ?? [];
    const end = words.at(-1);
    if (end?.text === undefined) continue;
    const trimmed = end.text.trimEnd();
    const kept = trimmed === "" ? [] : [{ ...end, text: trimmed }];
    content.push({ ...last, content: [...words.slice(0, -1), ...kept] });
    if (trimmed !== "") break;
  }
  return { ...text, content };
}

const known = new WeakMap<Item, Map<string | undefined, string>>();

/**
 * The fingerprint of an item as it is. Items never change in place, so each is worked out once.
 * @param boroughId whose own variations count too
 */
export function fingerprintOf(item: Item, boroughId?: string): string {
  const values = known.get(item) ?? new Map<string | undefined, string>();
  known.set(item, values);
  // All boroughs without variations see the same, but what they saw says that they had none.
  const key =
    boroughId !== undefined && variationsOf(item, boroughId).length === 0 ? "" : boroughId;
  let value = values.get(key);
  if (value === undefined) values.set(key, (value = fingerprint(seenOf(item, boroughId))));
  return value;
}

function variationsOf(item: Item, boroughId: string): RichText[] {
  return variationsShown(item, boroughId).map(({ text }) => text);
}
