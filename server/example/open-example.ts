/**
 * Opens a copy of the example: its items are written and its conversations held by its made-up people,
 * with the commands that real people use. Whoever opens it leads it.
 */
import type * as Y from "yjs";
import { assignThread } from "../../shared/commands/assign-thread.ts";
import { closeThread } from "../../shared/commands/close-thread.ts";
import type { Command } from "../../shared/commands/command.ts";
import { describeBorough } from "../../shared/commands/describe-borough.ts";
import { giveReferences } from "../../shared/commands/give-references.ts";
import { leaveOutNeed } from "../../shared/commands/leave-out-need.ts";
import { meetNeed } from "../../shared/commands/meet-need.ts";
import { needsNoNeed } from "../../shared/commands/needs-no-need.ts";
import { proposePosition } from "../../shared/commands/propose-position.ts";
import { proposeClosing } from "../../shared/commands/propose-closing.ts";
import { reply } from "../../shared/commands/reply.ts";
import { declineSuggestion } from "../../shared/commands/decline-suggestion.ts";
import { startThread } from "../../shared/commands/start-thread.ts";
import { suggestWording } from "../../shared/commands/suggest-wording.ts";
import { takePosition } from "../../shared/commands/take-position.ts";
import { makeAnchor, type Anchor } from "../../shared/anchors.ts";
import type { Entry, EntryDraft } from "../../shared/entry.ts";
import { textFingerprint } from "../../shared/even-text.ts";
import { mentionablesIn, mentionsIn } from "../../shared/mentions.ts";
import { markRead } from "../../shared/notice-reading.ts";
import { itemKinds, mainField } from "../../shared/item-kinds.ts";
import { addItem, addVariation, fragmentOf } from "../../shared/items.ts";
import { ordersBetween } from "../../shared/order.ts";
import { plainText } from "../../shared/plain-text.ts";
import { readRichText } from "../../shared/rich-text.ts";
import { fingerprintOf } from "../../shared/seen.ts";
import { variationKey } from "../../shared/variations.ts";
import { boroughFor } from "../access/boroughs.ts";
import { joinDraft } from "../access/join.ts";
import { makeStatement } from "../record/make-statement.ts";
import { runCommand } from "../record/run-command.ts";
import type { Resources } from "../resources.ts";
import type { Person } from "../store/people-store.ts";
import { richTextOf } from "./example-text.ts";
import type { ExampleItem, ExampleProposal, ExampleRichText } from "./example-types.ts";
import { housingRepairs as example } from "./housing-repairs.ts";
import { replaceInText, replaceWords } from "./replace-words.ts";

/**
 * @param statementId of one that is there already, because it was asked for before, nothing new is made
 * @param personId who opens it
 * @throws Refusal `not-allowed` for whoever may not start statements
 */
export async function openExample(
  resources: Resources,
  statementId: string,
  personId: string,
): Promise<void> {
  if (await resources.store.people.member(statementId, personId)) return;
  const people = await makePeople(resources);
  const itemIds = new Map(example.items.map((item) => [item.key, resources.newId()]));
  const isNew = await makeStatement(resources, {
    id: statementId,
    personId,
    title: example.title,
    drafts: [
      ...example.people.map(({ key, role, agrees = false }) =>
        // Made-up people never sign in, so none of them counts as a lead.
        joinDraft(valueAt(people, key), role === "lead" ? "editor" : role, agrees, null),
      ),
      referencesInOrder(itemIds),
    ],
  });
  if (!isNew) return;
  await writeItems(resources, { statementId, people, itemIds });
  await writeDifferences(resources, { statementId, people, itemIds });
  await holdConversations(resources, { statementId, people, itemIds });
  await sayPositions(resources, { statementId, people, itemIds });
  await editLater(resources, { statementId, people, itemIds });
  await suggestWordings(resources, { statementId, people, itemIds });
  await readAll(resources, statementId, personId);
}

interface Copy {
  readonly statementId: string;
  /** By the example's keys. */
  readonly people: ReadonlyMap<string, Person>;
  readonly itemIds: ReadonlyMap<string, string>;
}

async function makePeople(resources: Resources): Promise<Map<string, Person>> {
  const people = new Map<string, Person>();
  for (const { key, name, borough } of example.people) {
    const { id: boroughId, name: boroughName } = await boroughFor(resources, borough);
    const person = { id: resources.newId(), name, boroughId, boroughName };
    await resources.store.people.addPerson({ ...person, at: resources.now() });
    people.set(key, person);
  }
  return people;
}

/** Items arrive person by person; their references are given beforehand, in the order of the document. */
function referencesInOrder(itemIds: ReadonlyMap<string, string>): EntryDraft {
  const last: Record<string, number> = {};
  const references = example.items.flatMap(({ key, kind }) => {
    const letter = itemKinds[kind].referenceLetter;
    if (letter === null) return [];
    const number = (last[letter] ?? 0) + 1;
    last[letter] = number;
    return [{ itemId: valueAt(itemIds, key), reference: `${letter}-${number}` }];
  });
  return { type: giveReferences.name, facts: { references }, words: {} };
}

async function writeItems(resources: Resources, copy: Copy): Promise<void> {
  const { itemIds } = copy;
  const tail = resources
    .newId()
    .replace(/[^0-9A-Za-z]/g, "")
    .slice(0, 6);
  const orders = ordersBetween(null, null, tail, example.items.length);
  const placed = example.items.map((item, place) => ({ item, order: orders[place] ?? "" }));
  for (const [by, theirs] of Map.groupBy(placed, ({ item }) => item.by)) {
    await write(resources, copy, by, (doc) => {
      for (const { item, order } of theirs) {
        addItem(doc, {
          id: valueAt(itemIds, item.key),
          kind: item.kind,
          order,
          fields: fieldsOf(item),
          ...("priority" in item ? { priority: item.priority } : {}),
          ...("raisedBy" in item ? { raisedBy: item.raisedBy } : {}),
          ...(item.notes === undefined ? {} : { notes: richTextOf(item.notes) }),
        });
      }
    });
  }
}

async function writeDifferences(resources: Resources, copy: Copy): Promise<void> {
  for (const { item, by, text } of example.differs) {
    const key = variationKey(valueAt(copy.people, by).boroughId, resources.newId());
    await write(resources, copy, by, (doc) =>
      addVariation(doc, valueAt(copy.itemIds, item), key, richTextOf(text)),
    );
  }
}

async function holdConversations(resources: Resources, copy: Copy): Promise<void> {
  const { statementId, people, itemIds } = copy;
  const idOf = (key: string) => valueAt(itemIds, key);
  const run = (by: string, command: Command, args: unknown): Promise<Entry> =>
    runCommand(resources, { statementId, personId: valueAt(people, by).id, command, args });
  const anchorOf = (key: string, field: string, quote: string | null): Promise<Anchor> =>
    resources.rooms.use(statementId, ({ doc }) => anchorIn(doc, idOf(key), field, quote));

  const mentioning = (text: string) =>
    resources.rooms.use(statementId, ({ record }) => ({
      text,
      mentions: mentionsIn(text, mentionablesIn(record)),
    }));

  for (const { requirement, need, quote, how, because, by } of example.links) {
    const anchor = await anchorOf(requirement, mainField("requirement"), quote);
    await run(by, meetNeed, { anchor, needId: idOf(need), how, because });
  }
  for (const { item, field, quote, type, assigned, comments, closed } of example.threads) {
    const [first, ...others] = comments;
    if (!first) continue;
    const anchor = await anchorOf(item, field, quote);
    const said = await mentioning(first.text);
    const { facts } = await run(first.by, startThread, { anchor, type, ...said });
    const { threadId } = facts;
    for (const { by, text } of others)
      await run(by, reply, { threadId, ...(await mentioning(text)) });
    if (assigned) {
      const personId = valueAt(people, assigned.to).id;
      await run(assigned.by, assignThread, { threadId, personId, due: assigned.due });
    }
    if (closed) await run(closed.by, closeThread, { threadId, note: closed.text });
  }
  for (const { need, why, by } of example.leftOut) {
    await run(by, leaveOutNeed, { needId: idOf(need), why });
  }
  for (const { requirement, why, by } of example.needsNone) {
    await run(by, needsNoNeed, { requirementId: idOf(requirement), why });
  }
}

async function sayPositions(resources: Resources, copy: Copy): Promise<void> {
  const { statementId, people, itemIds } = copy;
  const run = (by: string, command: Command, args: unknown): Promise<Entry> =>
    runCommand(resources, { statementId, personId: valueAt(people, by).id, command, args });
  const argsOf = ({ item, by, stance, words = "", priority }: ExampleProposal) =>
    resources.rooms.use(statementId, (room) => {
      const itemId = valueAt(itemIds, item);
      const read = room.item(itemId);
      if (!read) throw new Error(`The example says something about ${item} and does not have it.`);
      const seen = fingerprintOf(read, valueAt(people, by).boroughId);
      return { itemId, stance, words, priority: priority ?? null, seen };
    });

  for (const said of example.positions) {
    const { facts } = await run(said.by, takePosition, await argsOf(said));
    const { threadId } = facts;
    for (const { by, text } of said.answers ?? []) await run(by, reply, { threadId, text });
    const { askedToClose } = said;
    if (askedToClose)
      await run(askedToClose.by, proposeClosing, { threadId, note: askedToClose.text });
  }
  for (const proposed of example.proposals)
    await run(proposed.by, proposePosition, await argsOf(proposed));
  for (const { by, ...said } of example.contracts) await run(by, describeBorough, said);
}

async function suggestWordings(resources: Resources, copy: Copy): Promise<void> {
  const { statementId, people, itemIds } = copy;
  const run = (by: string, command: Command, args: unknown): Promise<Entry> =>
    runCommand(resources, { statementId, personId: valueAt(people, by).id, command, args });
  for (const { item, field, because, by, declined, ...words } of example.suggestions) {
    const itemId = valueAt(itemIds, item);
    const args = await resources.rooms.use(statementId, (room) => {
      const now = room.item(itemId)?.fields[field];
      if (!now) throw new Error(`The example suggests wording for ${item} and does not have it.`);
      const after = replaceInText(now, words.replace, words.with);
      const anchor = anchorIn(room.doc, itemId, field, words.replace);
      return { anchor, field, seen: textFingerprint(now), after, because };
    });
    const { facts } = await run(by, suggestWording, args);
    const { threadId } = facts;
    if (declined) await run(declined.by, declineSuggestion, { threadId, why: declined.text });
  }
}

/** Nothing in it is news to whoever opens it: it is all there from the first moment. */
async function readAll({ store, rooms }: Resources, id: string, personId: string): Promise<void> {
  const upTo = await rooms.use(id, ({ record }) => record.head.number);
  await store.notices.changeReading(id, personId, (before) => markRead(before, { upTo, keys: [] }));
}

async function editLater(resources: Resources, copy: Copy): Promise<void> {
  const idOf = (key: string): string => valueAt(copy.itemIds, key);
  for (const edit of example.laterEdits) {
    await write(resources, copy, edit.by, (doc) => {
      replaceWords(fragmentOf(doc, idOf(edit.item), edit.field), edit.replace, edit.with);
    });
  }
}

async function write(
  { rooms }: Resources,
  { statementId, people }: Copy,
  by: string,
  change: (doc: Y.Doc) => void,
): Promise<void> {
  const { id: personId, boroughId } = valueAt(people, by);
  await rooms.use(statementId, (room) =>
    room.act({ personId, boroughId }, () => ({ drafts: [], write: change })),
  );
}

function anchorIn(doc: Y.Doc, itemId: string, field: string, quote: string | null): Anchor {
  const fragment = fragmentOf(doc, itemId, field);
  if (quote === null || !fragment) return { itemId };
  const from = plainText(readRichText(fragment)).indexOf(quote);
  return makeAnchor(fragment, itemId, field, from, from + quote.length);
}

function fieldsOf(item: ExampleItem) {
  const fields: Readonly<Record<string, ExampleRichText>> = item.fields;
  return Object.fromEntries(
    Object.entries(fields).map(([name, text]) => [name, richTextOf(text)] as const),
  );
}

function valueAt<Value>(map: ReadonlyMap<string, Value>, key: string): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`The example names ${key} and does not have it.`);
  return value;
}
