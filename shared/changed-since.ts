/**
 * Whether the text still says what somebody saw when they linked it, and which words changed.
 * Only what was seen counts: putting the words back heals it.
 */
import { equalityDeep } from "lib0/function";
import { fieldOf, itemKinds } from "./item-kinds.ts";
import type { Item } from "./items.ts";
import { plainText } from "./plain-text.ts";
import type { Meets } from "./thread.ts";
import type { RichText } from "./rich-text.ts";
import { fingerprint, fingerprintOf, seenOf, type Seen } from "./seen.ts";
import { differenceOf, type Piece } from "./text-difference.ts";

/** What one part of an item said and says: a field, its priority, or whether it is taken forward. */
export type Change =
  | {
      readonly part: "field";
      readonly field: string;
      /** The field's label on screen. */
      readonly label: string;
      /** Without anything gone or new when only the formatting changed. */
      readonly pieces: readonly Piece[];
    }
  | { readonly part: "variation"; readonly pieces: readonly Piece[] }
  | { readonly part: "priority"; readonly before: string | null; readonly after: string | null }
  | { readonly part: "removed"; readonly before: boolean; readonly after: boolean };

/** What changed on both sides of a link. An item that is no longer there at all counts as removed. */
export interface LinkChanges {
  readonly requirement: readonly Change[];
  readonly need: readonly Change[];
}

/** Whether requirement and need both say what they said when the link was last said to hold. */
export function linkHolds(
  meets: Pick<Meets, "seen">,
  requirement: Item | undefined,
  need: Item | undefined,
): boolean {
  return saysTheSame(meets.seen.requirement, requirement) && saysTheSame(meets.seen.need, need);
}

/** What changed since the link was last said to hold; nothing on either side while it holds. */
export function linkChanges(
  meets: Pick<Meets, "seen">,
  requirement: Item | undefined,
  need: Item | undefined,
): LinkChanges {
  return {
    requirement: changedSince(meets.seen.requirement, requirement),
    need: changedSince(meets.seen.need, need),
  };
}

/**
 * Whether an item says what was seen, with the same fingerprint.
 * @param boroughId of whoever saw it, where the borough's own variations count
 */
export function saysTheSame(seen: Seen, item: Item | undefined, boroughId?: string): boolean {
  if (item === undefined) return false;
  const last = lastSame.get(seen);
  if (last?.item === item && last.boroughId === boroughId) return true;
  // What is built alike has one fingerprint, and is found to be alike without working it out: on a
  // board of thousands of positions most are.
  const isSame =
    equalityDeep(seen, seenOf(item, boroughId)) ||
    fingerprintOf(item, boroughId) === seenFingerprint(seen);
  if (isSame) lastSame.set(seen, { item, boroughId });
  return isSame;
}

/** The item, as an object that never changes in place, which last said what was seen. */
const lastSame = new WeakMap<
  Seen,
  { readonly item: Item; readonly boroughId: string | undefined }
>();

/** What an item says differently from what was seen, in the order of its fields. */
export function changedSince(
  seen: Seen,
  item: Item | undefined,
  boroughId?: string,
): readonly Change[] {
  if (item === undefined)
    return seen.removed ? [] : [{ part: "removed", before: false, after: true }];
  if (saysTheSame(seen, item, boroughId)) return [];
  const names = itemKinds[item.kind].fields.map(({ name }) => name);
  const gone = Object.keys(seen.fields).filter((name) => !names.includes(name));
  const changes: Change[] = [...names, ...gone].flatMap((field) =>
    fieldChange(item, field, seen.fields[field], item.fields[field]),
  );
  if (boroughId !== undefined) changes.push(...variationChange(seen, seenOf(item, boroughId)));
  const { priority, removed } = item;
  if (priority !== seen.priority)
    changes.push({ part: "priority", before: seen.priority, after: priority });
  if ((removed !== null) !== seen.removed)
    changes.push({ part: "removed", before: seen.removed, after: removed !== null });
  return changes;
}

function fieldChange(
  item: Item,
  field: string,
  before: RichText | undefined,
  after: RichText | undefined,
): Change[] {
  const one = (text: RichText | undefined): Seen => ({
    ...nothingSeen,
    fields: text && wordsOf(text).trim() !== "" ? { [field]: text } : {},
  });
  if (fingerprint(one(before)) === fingerprint(one(after))) return [];
  const label = fieldOf(item.kind, field)?.label ?? field;
  const pieces = differenceOf(before ? wordsOf(before) : "", after ? wordsOf(after) : "");
  return [{ part: "field", field, label, pieces }];
}

function variationChange({ variations: before = [] }: Seen, now: Seen): Change[] {
  const after = now.variations ?? [];
  const one = (variations: readonly RichText[]): Seen => ({ ...nothingSeen, variations });
  if (fingerprint(one(before)) === fingerprint(one(after))) return [];
  const words = (texts: readonly RichText[]): string => texts.map(wordsOf).join("\n");
  return [{ part: "variation", pieces: differenceOf(words(before), words(after)) }];
}

const nothingSeen: Seen = { priority: null, removed: false, fields: {} };

/** What was seen came from the record: it may hold anything. */
function wordsOf(text: RichText): string {
  try {
    return plainText(text);
  } catch {
    return "";
  }
}

const known = new WeakMap<Seen, string>();

function seenFingerprint(seen: Seen): string {
  let value = known.get(seen);
  if (value === undefined) {
    value = fingerprint(seen);
    known.set(seen, value);
  }
  return value;
}
