/**
 * Random whole statements for round trips of files: every kind of item, every field, sections in sections,
 * removed items, variations, links, conversations, suggestions and positions, with real anchors.
 */
import fc from "fast-check";
import * as Y from "yjs";
import { makeAnchor } from "../../../shared/anchors.ts";
import { emptyRichText, type RichText } from "../../../shared/rich-text.ts";
import {
  allPriorities,
  itemKinds,
  mainField,
  type Field,
  type ItemKind,
} from "../../../shared/item-kinds.ts";
import { addItem, fragmentOf, type Item } from "../../../shared/items.ts";
import { plainText } from "../../../shared/plain-text.ts";
import { emptyRecord, type Decision, type RecordedPerson } from "../../../shared/record-state.ts";
import type { RecordState } from "../../../shared/record-state.ts";
import { seenOf } from "../../../shared/seen.ts";
import { newThread, type Comment, type Thread } from "../../../shared/thread.ts";
import { takesPositions, type Position } from "../../../shared/position.ts";
import { canDiffer, variationKey } from "../../../shared/variations.ts";
import type { WholeStatement } from "../../../shared/whole-statement.ts";
import { oneLine, severalLines, someWords, withTables } from "./generated-text.ts";

const at = "2026-05-14T09:30:00.000Z";
const later = "2026-06-02T15:05:00.000Z";
const boroughIds = ["camden", "hackney", "tower-hamlets"];

/** People of three boroughs; everybody's names are made up. */
const somePeople: readonly RecordedPerson[] = [
  person("p1", "Priya Shah", "camden", "Camden", "lead"),
  person("p2", "Sam O’Neill", "hackney", "Hackney", "editor"),
  person("p3", "Zoë <Q> & Co", "tower-hamlets", "Tower Hamlets", "reviewer"),
];

/** As nanoid makes them; one of nothing but `_` and `-`, which fast-check likes best, comes once in a universe. */
const someId = fc.stringMatching(/^[A-Za-z0-9]{15}[_-][A-Za-z0-9]{4}[_-]$/);

function fieldText(field: Field, mayBeEmpty: boolean): fc.Arbitrary<RichText> {
  const written = field.tables ? withTables : field.lines === "one" ? oneLine : severalLines;
  return mayBeEmpty
    ? fc.oneof(
        { weight: 1, arbitrary: fc.constant(emptyRichText) },
        { weight: 1, arbitrary: written },
      )
    : written;
}

function someItem(kind: ItemKind): fc.Arbitrary<Item> {
  const { fields, hasPriority, isRaised } = itemKinds[kind];
  const texts = Object.fromEntries(
    fields.map((field) => [field.name, fieldText(field, field.name !== mainField(kind))]),
  );
  const priority = fc.constantFrom(null, ...allPriorities);
  const variation = fc.tuple(fc.constantFrom(...boroughIds), someId, severalLines);
  return fc
    .record({
      id: someId,
      priority: hasPriority ? priority : fc.constant(null),
      level: kind === "section" ? fc.constantFrom(1, 2, 3) : fc.constant(1),
      raisedBy: fc.subarray(isRaised ? boroughIds : []),
      aliases: fc.subarray(kind === "section" ? [] : ["REQ/7", "alt-2"]),
      isRemoved: fc.constantFrom(false, false, false, false, true),
      fields: fc.record(texts),
      notes: fc.oneof(fc.constant(emptyRichText), severalLines),
      variations: fc.array(variation, { maxLength: canDiffer(kind) ? 2 : 0 }),
    })
    .map(({ isRemoved, variations, ...rest }) => ({
      ...rest,
      kind,
      order: "",
      removed: isRemoved ? { why: "Not needed now" } : null,
      variations: variations.map(([boroughId, id, text]) => ({
        key: variationKey(boroughId, id),
        boroughId,
        text,
      })),
      origin: null,
      extra: {},
    }));
}

const someKind = fc.constantFrom<ItemKind>(
  ...(["section", "text", "outcome", "need", "need", "requirement", "requirement"] as const),
);

/** A whole statement as it is now, with a record that fits its text. */
export const generatedStatement: fc.Arbitrary<WholeStatement> = fc
  .record({
    title: someWords,
    items: fc.uniqueArray(someKind.chain(someItem), {
      minLength: 1,
      maxLength: 10,
      selector: ({ id }) => id,
    }),
    says: fc.array(someWords, { minLength: 3, maxLength: 3 }),
    seed: fc.nat(1_000),
  })
  .map(({ title, items, says, seed }) => {
    const ordered = items.map((item, place) => ({
      ...item,
      order: `a${String(place).padStart(3, "0")}V`,
    }));
    return {
      statementId: "generated-statement",
      title,
      priorityWords: { must: "Essential", should: "Should", could: "Could", wont: "Won’t" },
      items: ordered,
      record: recordFor(ordered, says, seed),
      at: later,
      version: null,
    };
  });

/** The text of a statement in a document of its own, as the server holds it. */
export function docOf(items: readonly Item[]): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = 1;
  for (const item of items) addItem(doc, item);
  return doc;
}

function recordFor(items: readonly Item[], says: readonly string[], seed: number): RecordState {
  const references = referencesFor(items);
  const threads = threadsFor(items, says, seed);
  const needs = items.filter(({ kind }) => kind === "need");
  const requirements = items.filter(({ kind }) => kind === "requirement");
  const why = (item: Item | undefined): Map<string, Decision> =>
    new Map(item && seed % 3 === 0 ? [[item.id, { ...deed("p1"), why: says[0] ?? "" }]] : []);
  return {
    ...emptyRecord,
    threads: new Map(threads.map((thread) => [thread.id, thread])),
    threadsByItem: idsBy(threads, ({ anchor }) => anchor.itemId),
    linksByNeed: idsBy(
      threads.filter(({ meets }) => meets),
      ({ meets }) => meets?.needId ?? "",
    ),
    references,
    itemsByReference: new Map([...references].map(([id, reference]) => [reference, id])),
    leftOut: why(needs.at(-1)),
    needsNone: why(requirements.at(-1)),
    positions: positionsFor(items, threads),
    people: new Map(somePeople.map((one) => [one.id, one])),
  };
}

/** In the order of the statement, with gaps: numbers are never reused. */
function referencesFor(items: readonly Item[]): Map<string, string> {
  const references = new Map<string, string>();
  for (const [place, { id, kind }] of items.entries()) {
    const letter = itemKinds[kind].referenceLetter;
    if (letter !== null) references.set(id, `${letter}-${2 * place + 1}`);
  }
  return references;
}

function threadsFor(items: readonly Item[], says: readonly string[], seed: number): Thread[] {
  const doc = docOf(items);
  const threads: Thread[] = [];
  const aims = items.filter(({ kind }) => kind === "need" || kind === "outcome");
  for (const [place, item] of items.entries()) {
    const turn = (place + seed) % 5;
    const field = mainField(item.kind);
    const fragment = fragmentOf(doc, item.id, field);
    const text = item.fields[field] ?? emptyRichText;
    if (!fragment) continue;
    const anchor = makeAnchor(fragment, item.id, field, 0, 1 + (seed % plainText(text).length));
    const thread = { ...newThread, anchor, started: deed("p2") };
    const comments = [
      comment(`c${place}`, "p2", says[0] ?? ""),
      comment(`d${place}`, "p1", says[1] ?? ""),
    ];
    const aim = aims[place % Math.max(1, aims.length)];
    if (item.kind === "requirement" && aim)
      threads.push({ ...thread, id: `m${place}`, meets: meetsOf(item, aim, says[2] ?? "", seed) });
    if (turn === 0) threads.push({ ...thread, id: `t${place}`, comments });
    if (turn === 1)
      threads.push({
        ...thread,
        id: `t${place}`,
        type: "objection",
        comments,
        closed: { ...deed("p2", later), note: says[2] ?? "" },
      });
    if (turn === 2)
      threads.push({
        ...thread,
        id: `t${place}`,
        suggests: {
          field,
          before: text,
          after: itemsText(items, seed, text),
          because: says[1] ?? "",
          outcome: { ...deed("p1", later), state: "declined", why: says[2] ?? "" },
        },
      });
    if (turn === 3 && takesPositions(item.kind)) {
      threads.push({
        ...thread,
        id: `t${place}`,
        type: "objection",
        anchor: { itemId: item.id },
        comments,
        position: { boroughId: "hackney", stance: "object", commentId: `c${place}` },
      });
    }
  }
  return threads;
}

function meetsOf(requirement: Item, need: Item, because: string, seed: number): Thread["meets"] {
  return {
    needId: need.id,
    how: seed % 2 === 0 ? "fully" : "partly",
    because,
    seen: { requirement: seenOf(requirement), need: seenOf(need) },
    confirmed: deed("p1"),
    withdrawn: null,
  };
}

/** Some other wording of this statement, to be suggested. */
function itemsText(items: readonly Item[], seed: number, otherwise: RichText): RichText {
  const other = items[seed % items.length];
  return (other && other.fields[mainField(other.kind)]) ?? otherwise;
}

function positionsFor(
  items: readonly Item[],
  threads: readonly Thread[],
): RecordState["positions"] {
  const positions = new Map<string, ReadonlyMap<string, Position>>();
  for (const item of items) {
    if (!takesPositions(item.kind)) continue;
    const objects = threads.find(({ anchor, position }) => position && anchor.itemId === item.id);
    const said = (boroughId: string, more: Partial<Position>): [string, Position] => [
      boroughId,
      {
        ...deed("p1"),
        boroughId,
        stance: "agree",
        words: "",
        priority: null,
        threadId: null,
        seen: seenOf(item, boroughId),
        confirmed: deed("p1"),
        ...more,
      },
    ];
    positions.set(
      item.id,
      new Map([
        said("camden", {}),
        ...(objects
          ? [
              said("hackney", {
                stance: "object",
                words: objects.comments[0]?.text ?? "",
                threadId: objects.id,
              }),
            ]
          : []),
      ]),
    );
  }
  return positions;
}

function comment(id: string, personId: string, text: string): Comment {
  return { ...deed(personId), id, text, mentions: [], edited: null, withdrawn: null };
}

function deed(personId: string, when = at) {
  const boroughId = somePeople.find(({ id }) => id === personId)?.boroughId ?? "";
  return { personId, boroughId, at: when, number: 1 };
}

function person(
  id: string,
  name: string,
  boroughId: string,
  boroughName: string,
  role: RecordedPerson["role"],
): RecordedPerson {
  const joined = { personId: id, boroughId, at, number: 1 };
  return { id, name, boroughId, boroughName, role, agrees: true, joined, removed: null };
}

function idsBy(threads: readonly Thread[], key: (thread: Thread) => string): Map<string, string[]> {
  return new Map(
    [...Map.groupBy(threads, key)].map(([name, group]) => [name, group.map(({ id }) => id)]),
  );
}
