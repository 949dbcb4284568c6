/**
 * Our own Word file, come back: each item with its reference and id, in the words that the file has
 * without tracked changes; what somebody changed with tracking on becomes suggested wording.
 */
import { asWordKeepsIt } from "./as-word-keeps-it.ts";
import { defaultPriorityWords, itemKinds, type Priority } from "../../../shared/item-kinds.ts";
import { readTheSame } from "../../../shared/even-text.ts";
import { hasWords } from "../../../shared/plain-text.ts";
import type {
  ProposedItem,
  ProposedSuggestion,
  ProposedVariation,
} from "../../../shared/proposed-file.ts";
import type { Problem } from "../../../shared/refusal.ts";
import { emptyRichText, type RichText } from "../../../shared/rich-text.ts";
import { variationField } from "../../../shared/variations.ts";
import { richTextOf } from "./build-rich-text.ts";
import type { FoundItem, FoundVariation, Slot } from "./found-item.ts";
import { findOurWords, type FoundWords } from "./our-words.ts";
import { readBlocks } from "./read-blocks.ts";
import type { WordFile } from "./read-package.ts";
import { priorityNamed } from "./recognise-words.ts";
import { propertyNames } from "./style-names.ts";

export interface ReadOurs {
  readonly title: string;
  readonly items: readonly ProposedItem[];
  readonly suggestions: readonly ProposedSuggestion[];
  readonly notices: readonly Problem[];
  /** The item on which each comment of Word's stands, by the comment's id. */
  readonly commented: ReadonlyMap<string, string>;
}

export function readOurs(file: WordFile): ReadOurs {
  const about = readAbout(file.properties);
  const accepted = readBlocks(file, "accepted");
  const after = findOurWords(accepted.blocks);
  const isTracked = accepted.leftOut.trackedChanges > 0;
  const before = isTracked ? findOurWords(readBlocks(file, "rejected").blocks) : after;
  const notices: Problem[] = [];
  const items = uniqueItems(before.items, about, notices);
  const tracked = isTracked ? compareViews(before, after, about) : { suggestions: [], notices: [] };
  return {
    title: before.title,
    items: [...items, ...(isTracked ? addedItems(before, after, about) : [])],
    suggestions: tracked.suggestions,
    notices: [...notices, ...tracked.notices],
    commented: new Map(
      after.items.flatMap(({ comments, reference, where }) =>
        comments.map((id) => [id, reference === "" ? where : reference] as const),
      ),
    ),
  };
}

/** What the file says of itself. */
interface About {
  readonly priorities: ReadonlyMap<string, Priority>;
  readonly boroughIds: ReadonlyMap<string, string>;
}

function readAbout(properties: ReadonlyMap<string, string>): About {
  const words = parsed(properties.get(propertyNames.priorityWords));
  const boroughs = parsed(properties.get(propertyNames.boroughs));
  const named = Object.entries({ ...defaultPriorityWords, ...(isRecord(words) ? words : {}) });
  return {
    priorities: new Map(
      named.flatMap(([priority, word]) =>
        typeof word === "string" && Object.hasOwn(defaultPriorityWords, priority)
          ? [[word.trim().toLowerCase(), priority as Priority]]
          : [],
      ),
    ),
    boroughIds: new Map(
      (Array.isArray(boroughs) ? (boroughs as unknown[]) : []).flatMap((pair) =>
        Array.isArray(pair) && typeof pair[0] === "string" && typeof pair[1] === "string"
          ? [[pair[1], pair[0]]]
          : [],
      ),
    ),
  };
}

/** A row that somebody copied is another item. */
function uniqueItems(
  found: readonly FoundItem[],
  about: About,
  notices: Problem[],
): ProposedItem[] {
  const seen = new Set<string>();
  return found.map((item, at) => {
    const name = item.itemId ?? item.reference;
    const isCopy = name !== "" && seen.has(name);
    if (isCopy)
      notices.push({
        where: item.where,
        what: `${item.reference === "" ? "This" : item.reference} is in the file twice. The second comes in as a new item.`,
      });
    seen.add(name);
    const proposed = proposedItem(item, about, notices, at);
    if (!isCopy) return proposed;
    const { itemId: _, ...copy } = proposed;
    return { ...copy, key: `${item.where} (${at + 1})`, reference: "" };
  });
}

function proposedItem(item: FoundItem, about: About, notices: Problem[], at: number): ProposedItem {
  const { where, kind, itemId, level, reference, fields, variations } = item;
  const priority = priorityOf(item, about);
  if (priority === "unknown")
    notices.push({
      where: reference === "" ? where : reference,
      what: `“${(item.priority ?? "").slice(0, 40)}” is not a priority of this statement, so the priority stays as it is.`,
    });
  return {
    key: itemId ?? `${where} (${at + 1})`,
    where,
    kind,
    reference,
    ...(itemId === null ? {} : { itemId }),
    ...(kind === "section" ? { level } : {}),
    ...(priority === undefined || priority === "unknown" ? {} : { priority }),
    fields: Object.fromEntries([...fields].map(([name, slot]) => [name, textOf(slot)])),
    ...(variations.length > 0
      ? { variations: variations.map((each) => proposedVariation(each, about)) }
      : {}),
  };
}

function proposedVariation(found: FoundVariation, about: About): ProposedVariation {
  const key = keyOf(found, about);
  return { borough: found.borough, text: textOf(found), ...(key === null ? {} : { key }) };
}

function keyOf({ tail, borough }: FoundVariation, { boroughIds }: About): string | null {
  const id = boroughIds.get(borough);
  return tail === null || id === undefined ? null : `${id}:${tail}`;
}

/** undefined: there is no column for it, or nothing in it. */
function priorityOf(
  { kind, priority }: FoundItem,
  { priorities }: About,
): Priority | null | undefined | "unknown" {
  if (priority === null || priority === "" || !itemKinds[kind].hasPriority) return undefined;
  if (/^not set$/i.test(priority)) return null;
  return priorities.get(priority.toLowerCase()) ?? priorityNamed(priority) ?? "unknown";
}

function textOf({ blocks }: Slot): RichText {
  const text = asWordKeepsIt(richTextOf(blocks, "ours"));
  return hasWords(text) ? text : emptyRichText;
}

function compareViews(
  before: FoundWords,
  after: FoundWords,
  about: About,
): Pick<ReadOurs, "suggestions" | "notices"> {
  const suggestions: ProposedSuggestion[] = [];
  const notices: Problem[] = [];
  const wordsAfter = new Map(after.items.map((item) => [nameOf(item), item]));
  for (const item of before.items) {
    const now = wordsAfter.get(nameOf(item));
    const where = item.reference === "" ? item.where : item.reference;
    if (nameOf(item) === "") continue;
    if (!now) {
      notices.push({
        where,
        what: "A tracked change takes it out. Nothing is taken out: remove it on the page, with a reason.",
      });
      continue;
    }
    for (const [field, was, is] of changedSlots(item, now, about)) {
      const [old, wanted] = [textOf(was), textOf(is)];
      if (readTheSame(old, wanted)) continue;
      const by = [...is.authors, ...[...was.authors].filter((name) => !is.authors.has(name))];
      suggestions.push({
        where,
        reference: item.reference,
        ...(item.itemId === null ? {} : { itemId: item.itemId }),
        field,
        before: old,
        after: wanted,
        by: by.join(", "),
      });
    }
    if (item.priority !== now.priority)
      notices.push({
        where,
        what: `A tracked change makes its priority “${now.priority ?? ""}”. It stays as it is: change it on the page.`,
      });
  }
  return { suggestions, notices };
}

const nobodys: Slot = { blocks: [], authors: new Set() };

function changedSlots(was: FoundItem, is: FoundItem, about: About): [string, Slot, Slot][] {
  const names = new Set([...was.fields.keys(), ...is.fields.keys()]);
  const fields = [...names].map((name): [string, Slot, Slot] => [
    name,
    was.fields.get(name) ?? nobodys,
    is.fields.get(name) ?? nobodys,
  ]);
  const variations = was.variations.flatMap((variation): [string, Slot, Slot][] => {
    const key = keyOf(variation, about);
    const now = is.variations.find(({ tail }) => tail === variation.tail);
    return key === null ? [] : [[variationField(key), variation, now ?? nobodys]];
  });
  return [...fields, ...variations];
}

/** Items that stand in the file only with its tracked changes: somebody added them. */
function addedItems(before: FoundWords, after: FoundWords, about: About): ProposedItem[] {
  const had = new Set(before.items.map(nameOf));
  const added = after.items.filter((item) => item.itemId === null && !had.has(nameOf(item)));
  return added.map((item, at) => ({
    ...proposedItem(item, about, [], at),
    key: `added ${item.where} (${at + 1})`,
  }));
}

function nameOf({ itemId, reference, kind, fields }: FoundItem): string {
  if (itemId !== null) return itemId;
  if (reference !== "") return reference;
  const [main] = fields.values();
  return main ? `${kind} ${JSON.stringify(textOf(main))}` : "";
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "null") as unknown;
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
