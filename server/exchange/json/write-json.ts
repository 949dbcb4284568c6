/** A statement as JSON, in the form of `statement-shape.ts`. Promises that `readJson` makes the same items of it. */
import { itemKinds } from "../../../shared/item-kinds.ts";
import type { Item } from "../../../shared/items.ts";
import { plainText } from "../../../shared/plain-text.ts";
import { positionState } from "../../../shared/position-state.ts";
import type { Deed } from "../../../shared/deed.ts";
import type { RecordState } from "../../../shared/record-state.ts";
import { emptyRichText, type RichText } from "../../../shared/rich-text.ts";
import { evenOut } from "../../../shared/even-text.ts";
import { isOpenThread } from "../../../shared/thread-state.ts";
import type { Thread } from "../../../shared/thread.ts";
import { variationsShown } from "../../../shared/variations.ts";
import type { WholeStatement } from "../../../shared/whole-statement.ts";
import { linksFrom } from "../export/links-from.ts";
import { jsonFormat, jsonFormatNumber, type StatementInJson } from "./statement-shape.ts";

export function writeJson(whole: WholeStatement): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(describe(whole), null, 1)}\n`);
}

function describe(whole: WholeStatement): StatementInJson {
  const { statementId, title, priorityWords, items, record, at, version } = whole;
  return {
    format: jsonFormat,
    formatNumber: jsonFormatNumber,
    statement: { id: statementId, title, priorityWords: { ...priorityWords } },
    at,
    version,
    boroughs: describeBoroughs(record),
    people: [...record.people.values()].map(({ id, name, boroughId, role, agrees, removed }) => ({
      id,
      name,
      boroughId,
      role,
      agrees,
      hasLeft: removed !== null,
    })),
    items: items.map((item) => describeItem(item, record)),
    links: items.flatMap(({ id }) => describeLinks(id, record)),
    leftOut: [...record.leftOut].map(([needId, decision]) => ({
      ...plainDeed(decision),
      needId,
      why: decision.why,
    })),
    needsNone: [...record.needsNone].map(([requirementId, decision]) => ({
      ...plainDeed(decision),
      requirementId,
      why: decision.why,
    })),
    positions: [
      ...describePositions(items, record.positions, false),
      ...describePositions(items, record.proposedPositions, true),
    ],
    threads: [...record.threads.values()].filter(({ meets }) => !meets).map(describeThread),
  };
}

function describeBoroughs({ people, boroughs }: RecordState): StatementInJson["boroughs"] {
  const names = new Map(
    [...people.values()].map((person) => [person.boroughId, person.boroughName]),
  );
  return [...names].map(([id, name]) => {
    const about = boroughs.get(id);
    return {
      id,
      name,
      contractEnds: about?.contractEnds ?? null,
      extendableUntil: about?.extendableUntil ?? null,
      team: about?.team ?? "",
      takingPart: about?.takingPart ?? null,
    };
  });
}

function describeItem(item: Item, { references }: RecordState): StatementInJson["items"][number] {
  const { id, kind, level, priority, raisedBy, aliases, removed, fields, notes, origin, extra } =
    item;
  return {
    id,
    kind,
    reference: references.get(id) ?? null,
    level,
    priority,
    raisedBy,
    aliases,
    removed,
    fields: Object.fromEntries(
      itemKinds[kind].fields.map(({ name }) => [name, both(fields[name] ?? emptyRichText)]),
    ),
    notes: both(notes),
    variations: variationsShown(item).map(({ key, boroughId, text }) => ({
      key,
      boroughId,
      ...both(text),
    })),
    origin,
    extra: { ...extra },
  };
}

function both(text: RichText): { text: string; content: RichText } {
  return { text: plainText(text), content: evenOut(text) };
}

function describeLinks(requirementId: string, record: RecordState): StatementInJson["links"] {
  return linksFrom(requirementId, record).flatMap(({ threadId, needId, how, because }) => {
    const thread = record.threads.get(threadId);
    if (!thread) return [];
    return [{ ...plainDeed(thread.started), id: threadId, requirementId, needId, how, because }];
  });
}

function describePositions(
  items: readonly Item[],
  positions: RecordState["positions"],
  isProposed: boolean,
): StatementInJson["positions"] {
  return items.flatMap((item) =>
    [...(positions.get(item.id) ?? [])].map(([boroughId, position]) => ({
      ...plainDeed(position),
      itemId: item.id,
      boroughId,
      stance: position.stance,
      words: position.words,
      priority: position.priority,
      isProposed,
      isOnTheseWords: positionState(item, boroughId, position) === "current",
    })),
  );
}

function describeThread(thread: Thread): StatementInJson["threads"][number] {
  const { id, type, anchor, started, comments, closed, suggests } = thread;
  return {
    ...plainDeed(started),
    id,
    itemId: anchor.itemId,
    field: anchor.words?.field ?? null,
    quote: anchor.words?.quote ?? null,
    type,
    isOpen: isOpenThread(thread),
    comments: comments.map((comment) => ({
      ...plainDeed(comment),
      text: comment.withdrawn ? "" : comment.text,
      isWithdrawn: comment.withdrawn !== null,
    })),
    closed: closed ? { ...plainDeed(closed), note: closed.note } : null,
    suggests: suggests
      ? {
          field: suggests.field,
          before: evenOut(suggests.before),
          after: evenOut(suggests.after),
          because: suggests.because,
          outcome: suggests.outcome?.state ?? null,
        }
      : null,
  };
}

function plainDeed({ personId, boroughId, at }: Deed): Pick<Deed, "personId" | "boroughId" | "at"> {
  return { personId, boroughId, at };
}
