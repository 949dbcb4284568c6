/** A large statement about which people have said much: a link and a position for each item, a conversation for every fifth. */
import { join } from "../../shared/commands/join.ts";
import { giveReferences, referencesDue } from "../../shared/commands/give-references.ts";
import { meetNeed } from "../../shared/commands/meet-need.ts";
import { startThread } from "../../shared/commands/start-thread.ts";
import { takePosition } from "../../shared/commands/take-position.ts";
import { chainStart, type Entry } from "../../shared/entry.ts";
import type { Item } from "../../shared/items.ts";
import { emptyRecord } from "../../shared/record-state.ts";
import { seenOf } from "../../shared/seen.ts";
import { aLargeStatement } from "../large-statement.ts";

export interface BusyStatement {
  readonly items: readonly Item[];
  readonly entries: readonly Entry[];
}

const boroughIds = ["camden", "hackney", "lewisham", "southwark"];

/** @param size how many items */
export function aBusyStatement(size: number): BusyStatement {
  const { items } = aLargeStatement(size);
  const entries: Entry[] = [];
  const say = (
    type: string,
    boroughId: string,
    facts: Entry["facts"],
    words: Entry["words"],
  ): void => {
    entries.push(anEntry(entries.length + 1, type, boroughId, facts, words));
  };
  for (const id of boroughIds) {
    const facts = { personId: id, boroughId: id, role: "editor", agrees: true, invitationId: null };
    say(join.name, id, facts, { name: id, boroughName: id });
  }
  const needs = items.filter(({ kind }) => kind === "need");
  const requirements = items.filter(({ kind }) => kind === "requirement");
  for (let at = 0; at < size; at += 1) {
    const requirement = requirements[at % requirements.length];
    const need = needs[(at * 7) % needs.length];
    const item = items[at];
    if (!requirement || !need || !item) continue;
    const how = at % 2 === 0 ? "fully" : "partly";
    const anchor = { itemId: requirement.id };
    say(
      meetNeed.name,
      "camden",
      { threadId: `link-${at}`, anchor, needId: need.id, how },
      { because: "", anchor: null, seen: { requirement: seenOf(requirement), need: seenOf(need) } },
    );
    if (item.kind !== "section") entries.push(aPosition(entries.length + 1, item, at));
    if (at % 5 === 0) entries.push(aComment(entries.length + 1, item, at));
  }
  const references = referencesDue(emptyRecord, items);
  if (references) say(giveReferences.name, "camden", references.facts, references.words);
  return { items, entries };
}

/** The entry by which a borough says what it thinks of an item as it is. */
export function aPosition(number: number, item: Item, at: number): Entry {
  const boroughId = boroughIds[at % boroughIds.length] ?? "";
  return anEntry(
    number,
    takePosition.name,
    boroughId,
    { itemId: item.id, stance: at % 3 === 0 ? "does-not-apply" : "agree", priority: null },
    { words: "", seen: seenOf(item, boroughId) },
  );
}

function aComment(number: number, item: Item, at: number): Entry {
  return anEntry(
    number,
    startThread.name,
    boroughIds[at % boroughIds.length] ?? "",
    {
      threadId: `talk-${at}`,
      commentId: `talk-${at}-1`,
      anchor: { itemId: item.id },
      type: "comment",
      mentions: [{ boroughId: "hackney" }],
    },
    { text: "Is that right for @hackney?", anchor: null },
  );
}

/** Not sealed: the fold looks at no hash. */
function anEntry(
  number: number,
  type: string,
  boroughId: string,
  facts: Entry["facts"],
  words: Entry["words"],
): Entry {
  return {
    number,
    type,
    facts,
    words,
    statementId: "bench-statement",
    at: "2026-05-14T09:30:00.000Z",
    personId: boroughId,
    boroughId,
    wordsDigest: "",
    hash: chainStart.hash,
  };
}
