/**
 * What bringing a file into a statement would change, item by item. Pure: the same file and statement
 * give the same plan. Nothing is ever proposed to be deleted.
 */
import type { ChangedPart, ChangeState } from "../../../shared/import-changes.ts";
import { importLimits } from "../../../shared/import-columns.ts";
import { itemKinds, mainField } from "../../../shared/item-kinds.ts";
import type { Item } from "../../../shared/items.ts";
import { plainText } from "../../../shared/plain-text.ts";
import type { ProposedFile, ProposedItem } from "../../../shared/proposed-file.ts";
import type { WantedItem } from "../../../shared/write-item.ts";
import { compareItem, type Comparing } from "./compare-item.ts";
import { findHomes, type Home } from "./find-homes.ts";
import { boroughIdIn, evenWords, type ImportTarget } from "./import-target.ts";
import { matchItems } from "./match-items.ts";
import { ownWordsOf } from "./words-of.ts";

export interface PlannedChange {
  readonly state: Exclude<ChangeState, "missing">;
  readonly proposed: ProposedItem;
  readonly home: Home;
  /** The item that it is, where there is one. */
  readonly item: Item | null;
  /** What it may be; only where somebody is asked. */
  readonly likely: readonly Item[];
  readonly parts: readonly ChangedPart[];
  readonly wanted: WantedItem;
  readonly note: string;
}

export interface ImportPlan {
  readonly file: ProposedFile;
  readonly comparing: Comparing;
  /** In the file's order. */
  readonly changes: readonly PlannedChange[];
  /** In the statement and not in the file; only where the file holds some of the statement. */
  readonly missing: readonly Item[];
}

/** @param newId for what is made only to be compared: the same words give the same plan */
export function planImport(
  file: ProposedFile,
  target: ImportTarget,
  comparing: Comparing,
  newId: () => string,
): ImportPlan {
  const housed = findHomes(file.items, target);
  const reasons = reasonsOut(file.items);
  const matches = matchItems(
    housed.map(({ proposed }) => proposed).filter(({ key }) => !reasons.has(key)),
    target,
  );
  const changes = housed.map(({ proposed, home }): PlannedChange => {
    const nothing = { proposed, home, item: null, likely: [], parts: [], wanted: {} };
    const reason = reasons.get(proposed.key);
    if (reason !== undefined) return { ...nothing, state: "out", note: reason };
    const note = noteOn(proposed, target);
    const match = matches.get(proposed.key);
    if (match?.state === "ask") return { ...nothing, state: "ask", likely: match.likely, note };
    if (match?.state !== "found") return { ...nothing, state: "new", note };
    const compared = compareItem(proposed, match.item, target, comparing, newId);
    const state = compared.parts.length > 0 ? "changed" : "same";
    const standing = match.item.removed && proposed.removed === undefined;
    const told = standing ? "It is not taken forward in the statement, and stays so." : note;
    return { ...nothing, ...compared, state, item: match.item, note: told };
  });
  return { file, comparing, changes, missing: missingFrom(changes, target) };
}

function missingFrom(changes: readonly PlannedChange[], target: ImportTarget): Item[] {
  const found = new Set(
    changes.flatMap(({ item, likely }) => [item, ...likely]).map((item) => item?.id),
  );
  if (!changes.some(({ item }) => item !== null && item.kind !== "section")) return [];
  return target.items.filter(({ id, removed, kind }) => {
    const counts = itemKinds[kind].referenceLetter !== null && !removed;
    return counts && !found.has(id);
  });
}

/** What keeps an item out, by key. */
function reasonsOut(items: readonly ProposedItem[]): Map<string, string> {
  const reasons = new Map<string, string>();
  const wheres = new Map<string, string>();
  for (const item of items) {
    const reference = evenWords(item.reference);
    const first = reference === "" ? undefined : wheres.get(reference);
    const reason =
      first === undefined
        ? reasonOut(item)
        : `${item.reference} is the reference of ${first} too. Give each its own.`;
    if (reason !== null) reasons.set(item.key, reason);
    if (first === undefined && reference !== "") wheres.set(reference, lowerFirst(item.where));
  }
  return reasons;
}

function reasonOut({
  kind,
  fields,
  notes,
  reference,
  itemId,
  removed,
}: ProposedItem): string | null {
  const main = fields[mainField(kind)];
  // One of our own exports may have an item that is still empty.
  if (itemId === undefined && !removed && ownWordsOf({ kind, fields }) === "")
    return "The text is missing. Write it, or leave the row out.";
  if (kind === "section" && main && plainText(main).length > importLimits.name)
    return `The title is longer than ${importLimits.name} characters. Shorten it.`;
  if (reference.length > importLimits.name)
    return `The reference is longer than ${importLimits.name} characters. Shorten it.`;
  const long = [...Object.values(fields), ...(notes ? [notes] : [])].find(
    (text) => plainText(text).length > importLimits.text,
  );
  if (long)
    return `The text has ${plainText(long).length.toLocaleString("en-GB")} characters; at most ${importLimits.text.toLocaleString("en-GB")} fit. Shorten it or split the row.`;
  return null;
}

function noteOn({ raisedBy = [], variations = [] }: ProposedItem, target: ImportTarget): string {
  const names = [...raisedBy, ...variations.map(({ borough }) => borough)];
  const unknown = [...new Set(names)].filter((name) => boroughIdIn(target, name) === null);
  if (unknown.length === 0) return "";
  const called = unknown.map((name) => `“${name.slice(0, 60)}”`).join(" and ");
  const are =
    unknown.length === 1 ? "is not a London borough and takes" : "are not London boroughs and take";
  return `${called} ${are} no part in this statement, so that is left off.`;
}

function lowerFirst(where: string): string {
  return where.charAt(0).toLowerCase() + where.slice(1);
}
