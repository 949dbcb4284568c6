/**
 * What a file says of an item that is there, compared with what the item says: what would be another,
 * in words for people, and what would be written. Promises that what the file does not say stays.
 */
import { carryOver } from "../../../shared/carry-over.ts";
import { readTheSame } from "../../../shared/even-text.ts";
import type { ChangedPart } from "../../../shared/import-changes.ts";
import { fieldOf } from "../../../shared/item-kinds.ts";
import type { Item, Variation } from "../../../shared/items.ts";
import { hasWords, plainText } from "../../../shared/plain-text.ts";
import type { ProposedItem } from "../../../shared/proposed-file.ts";
import { emptyRichText, type RichNode, type RichText } from "../../../shared/rich-text.ts";
import { variationKey } from "../../../shared/variations.ts";
import type { WantedItem } from "../../../shared/write-item.ts";
import { asWordKeepsIt } from "../docx/as-word-keeps-it.ts";
import { boroughIdIn, boroughNameIn, type ImportTarget } from "./import-target.ts";

/**
 * `exact`: how words look counts too. `words`: the file's cells have no looks, so what looks like
 * something in the statement keeps its looks while the words are the same. `word-file`: a Word file
 * keeps everything but paragraphs without words and the widths of columns.
 */
export type Comparing = "exact" | "words" | "word-file";

export interface ComparedItem {
  readonly parts: readonly ChangedPart[];
  readonly wanted: WantedItem;
}

/** @param newId for what differs for a borough and is new */
export function compareItem(
  proposed: ProposedItem,
  item: Item,
  target: ImportTarget,
  comparing: Comparing,
  newId: () => string,
): ComparedItem {
  const parts: ChangedPart[] = [];
  const wanted: { -readonly [Name in keyof WantedItem]: WantedItem[Name] } = {};
  const compare = (label: string, before: RichText, after: RichText): RichText | null => {
    if (isSame(before, after, comparing)) return null;
    const text = comparing === "words" ? keepingLooks(before, after) : after;
    const [was, is] = [plainText(before), plainText(text)];
    parts.push({ label, before: was, after: is, isLook: was === is });
    return text;
  };
  const value = (label: string, before: string, after: string): void => {
    parts.push({ label, before, after, isLook: false });
  };

  const fields: Record<string, RichText> = {};
  for (const [name, text] of Object.entries(proposed.fields)) {
    const field = fieldOf(item.kind, name);
    const written = field && compare(field.label, item.fields[name] ?? emptyRichText, text);
    if (written) fields[name] = written;
  }
  if (Object.keys(fields).length > 0) wanted.fields = fields;

  const { priority, level, removed, raisedBy, notes } = proposed;
  if (priority !== undefined && priority !== item.priority) {
    wanted.priority = priority;
    const word = (one: typeof priority) => (one === null ? "" : target.priorityWords[one]);
    value("Priority", word(item.priority), word(priority));
  }
  if (level !== undefined && item.kind === "section" && level !== item.level) {
    wanted.level = level;
    value("Level", String(item.level), String(level));
  }
  if (removed !== undefined && removed?.why !== item.removed?.why) {
    wanted.removed = removed;
    const said = (one: typeof removed) => (one === null ? "" : one.why || "No reason");
    value("Not taken forward", said(item.removed), said(removed));
  }
  if (raisedBy) {
    const ids = boroughIdsOf(raisedBy, target);
    if (ids.join() !== item.raisedBy.join()) {
      wanted.raisedBy = ids;
      const names = (list: readonly string[]) =>
        list.map((id) => boroughNameIn(target, id)).join(", ");
      value("Raised by", names(item.raisedBy), names(ids));
    }
  }
  const written = notes && compare("Notes", item.notes, notes);
  if (written) wanted.notes = written;

  const variations: Variation[] = [];
  for (const { key, boroughId, text } of variationsOf(proposed, item, target, newId)) {
    const before = item.variations.find((one) => one.key === key)?.text ?? emptyRichText;
    const label = `Differs for ${boroughNameIn(target, boroughId)}`;
    const is = compare(label, before, text);
    if (is) variations.push({ key, boroughId, text: is });
  }
  if (variations.length > 0) wanted.variations = variations;
  // What only another tool knows counts too: an export has to give back what that tool said last.
  for (const [name, words] of Object.entries(proposed.extra ?? {})) {
    if (item.extra[name] === words) continue;
    wanted.extra = { ...item.extra, ...proposed.extra };
    value(name, item.extra[name] ?? "", words);
  }
  return { parts, wanted };
}

/** Ids of those that are known, sorted. */
export function boroughIdsOf(names: readonly string[], target: ImportTarget): string[] {
  const ids = names.flatMap((name) => boroughIdIn(target, name) ?? []);
  return [...new Set(ids)].toSorted();
}

/** What differs for boroughs, each under its key: the one that the file names, the next one of that borough, or a new one. */
export function variationsOf(
  { variations = [] }: ProposedItem,
  item: Pick<Item, "variations"> | null,
  target: ImportTarget,
  newId: () => string,
): Variation[] {
  const free = [...(item?.variations ?? [])].filter(({ text }) => hasWords(text));
  return variations.flatMap(({ borough, text, key }) => {
    const boroughId = boroughIdIn(target, borough);
    if (boroughId === null) return [];
    const at = free.findIndex((one) =>
      key === undefined ? one.boroughId === boroughId : one.key === key,
    );
    const [standing] = at < 0 ? [] : free.splice(at, 1);
    const own = standing?.key ?? key ?? variationKey(boroughId, newId());
    return [{ key: own, boroughId, text }];
  });
}

function isSame(before: RichText, after: RichText, comparing: Comparing): boolean {
  if (readTheSame(before, after)) return true;
  if (comparing === "word-file") return readTheSame(asWordKeepsIt(before), asWordKeepsIt(after));
  if (!hasWords(before) && !hasWords(after)) return true;
  if (comparing === "exact" || after.content.some(hasLooks)) return false;
  return evenLines(before) === evenLines(after);
}

/** Bold, a list or a table: more than paragraphs of words. */
function hasLooks({ type, marks = [], content = [] }: RichNode): boolean {
  return (type !== "paragraph" && type !== "text") || marks.length > 0 || content.some(hasLooks);
}

function evenLines(text: RichText): string {
  return linesOf(text).join("\n");
}

function linesOf(text: RichText): string[] {
  return plainText(text)
    .split("\n")
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter((line) => line !== "");
}

/** The new words with the looks of the old ones where those stay. */
function keepingLooks(before: RichText, after: RichText): RichText {
  if (!before.content.some(hasLooks) || after.content.some(hasLooks)) return after;
  const paragraphs = linesOf(before).map((text) => ({
    type: "paragraph",
    content: [{ type: "text", text }],
  }));
  const carried = carryOver({ type: "doc", content: paragraphs }, after, before);
  return carried.state === "fits" ? carried.text : after;
}
