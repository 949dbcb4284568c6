/**
 * Random statements with everything that can be in one, for round trips: every kind of item, rich text,
 * variations, links, origins, items that are not taken forward.
 */
import fc from "fast-check";
import { findBorough, londonBoroughs } from "../../shared/boroughs.ts";
import { allPriorities, defaultPriorityWords, itemKinds } from "../../shared/item-kinds.ts";
import { itemHasWords, type Item } from "../../shared/items.ts";
import type { ProposedFile, ProposedItem } from "../../shared/proposed-file.ts";
import { emptyRecord, type RecordedPerson, type RecordState } from "../../shared/record-state.ts";
import { emptyRichText } from "../../shared/rich-text.ts";
import { seenOf } from "../../shared/seen.ts";
import { newThread, type Thread } from "../../shared/thread.ts";
import type { WholeStatement } from "../../shared/whole-statement.ts";
import { variationsShown } from "../../shared/variations.ts";
import { anyLine, anyText } from "./any-text.ts";

const deed = { personId: "ada", boroughId: "camden", at: "2026-05-14T09:00:00.000Z", number: 1 };

/** Two of the list of boroughs, and two organisations of one name. */
const people: readonly RecordedPerson[] = [
  ["ada", "camden", "Camden"],
  ["ben", "hackney", "Hackney"],
  ["cy", "org-1", "Homes; and more"],
  ["di", "org-2", "Homes; and more"],
].map(([id = "", boroughId = "", boroughName = ""]) => ({
  id,
  name: id,
  boroughId,
  boroughName,
  role: "editor",
  agrees: true,
  joined: deed,
  removed: null,
}));
const boroughIds = ["camden", "hackney", "org-1", "org-2", "sutton"];
const someWords = fc.constantFrom(
  "Yes",
  "=1+1",
  "because: it; says",
  "two\nlines",
  "é 👩‍👧 שלום",
  "-x",
);

const anyVariation = fc.record({
  boroughId: fc.constantFrom(...boroughIds),
  text: anyText,
});

const anyItem: fc.Arbitrary<Item> = fc
  .record({
    kind: fc.constantFrom(...Object.values(itemKinds)),
    priority: fc.constantFrom(null, ...allPriorities),
    level: fc.integer({ min: 1, max: 3 }),
    raisedBy: fc.subarray(boroughIds),
    aliases: fc.uniqueArray(someWords, { maxLength: 2 }),
    removed: fc.option(fc.record({ why: fc.oneof(fc.constant(""), someWords) }), { freq: 5 }),
    texts: fc.array(anyText, { minLength: 5, maxLength: 5 }),
    lines: fc.array(anyLine, { minLength: 5, maxLength: 5 }),
    notes: fc.oneof(fc.constant(emptyRichText), anyText),
    variations: fc.array(anyVariation, { maxLength: 3 }),
    origin: fc.option(fc.record({ title: someWords, reference: someWords }), { freq: 3 }),
    extra: fc.dictionary(fc.constantFrom("Status", "Owner: x"), someWords),
  })
  .map(({ kind: { kind, fields, hasPriority, isRaised }, texts, lines, ...rest }) => ({
    ...rest,
    id: "",
    order: "",
    kind,
    level: kind === "section" ? rest.level : 1,
    priority: hasPriority ? rest.priority : null,
    raisedBy: isRaised ? rest.raisedBy.toSorted() : [],
    fields: Object.fromEntries(
      fields.map(({ name, lines: how }, at) => [
        name,
        (how === "one" ? lines[at] : texts[at]) ?? emptyRichText,
      ]),
    ),
    variations:
      kind === "section"
        ? []
        : rest.variations
            .map((variation, at) => ({ ...variation, key: `${variation.boroughId}:v${at}` }))
            .toSorted((a, b) => (a.key < b.key ? -1 : 1)),
  }));

const anyLink = fc.record({
  from: fc.nat(),
  to: fc.nat(),
  how: fc.constantFrom("fully", "partly"),
  because: fc.oneof(fc.constant(""), someWords),
});

export const anyStatement: fc.Arbitrary<WholeStatement> = fc
  .record({
    title: someWords,
    items: fc.array(anyItem, { minLength: 1, maxLength: 8 }),
    links: fc.array(anyLink, { maxLength: 4 }),
    priorityWords: fc.constantFrom(defaultPriorityWords, {
      must: "Essential",
      should: "Desirable",
      could: "Could",
      wont: "Not now",
    }),
  })
  .map(({ title, items: made, links, priorityWords }) => {
    const items = made.map((item, at) => ({ ...item, id: `item-${at}`, order: `a${at}` }));
    return {
      statementId: "s",
      title,
      priorityWords,
      items,
      record: recordOf(items, links),
      at: "2026-05-14T10:00:00.000Z",
      version: null,
    };
  });

interface AnyLink {
  readonly from: number;
  readonly to: number;
  readonly how: "fully" | "partly";
  readonly because: string;
}

function recordOf(items: readonly Item[], links: readonly AnyLink[]): RecordState {
  const references = new Map<string, string>();
  for (const [at, item] of items.entries()) {
    const letter = itemKinds[item.kind].referenceLetter;
    if (letter !== null && itemHasWords(item)) references.set(item.id, `${letter}-${at + 1}`);
  }
  const named = items.filter(({ id }) => references.has(id));
  const requirements = named.filter(({ kind }) => kind === "requirement");
  const met = named.filter(({ kind }) => kind !== "requirement");
  const threads = new Map<string, Thread>();
  for (const [at, link] of links.entries()) {
    const requirement = requirements[link.from % Math.max(1, requirements.length)];
    const need = met[link.to % Math.max(1, met.length)];
    if (!requirement || !need) continue;
    const isThere = [...threads.values()].some(
      ({ anchor, meets }) => anchor.itemId === requirement.id && meets?.needId === need.id,
    );
    if (isThere) continue;
    threads.set(`link-${at}`, {
      ...newThread,
      id: `link-${at}`,
      anchor: { itemId: requirement.id },
      started: deed,
      meets: {
        needId: need.id,
        how: link.how,
        because: link.because,
        seen: { requirement: seenOf(requirement), need: seenOf(need) },
        confirmed: deed,
        withdrawn: null,
      },
    });
  }
  const group = (of: (thread: Thread) => string) =>
    new Map(
      [...Map.groupBy(threads.values(), of)].map(([id, list]) => [
        id,
        list.map((thread) => thread.id),
      ]),
    );
  return {
    ...emptyRecord,
    people: new Map(people.map((person) => [person.id, person])),
    references,
    itemsByReference: new Map([...references].map(([id, reference]) => [reference, id])),
    threads,
    threadsByItem: group(({ anchor }) => anchor.itemId),
    linksByNeed: group(({ meets }) => meets?.needId ?? ""),
  };
}

/** What a file should propose of a statement so that nothing of it is lost. */
export function expectedOf({ items, record }: WholeStatement): unknown {
  return items.map((item) => ({
    kind: item.kind,
    itemId: item.id,
    reference: record.references.get(item.id) ?? "",
    level: item.kind === "section" ? item.level : undefined,
    priority: itemKinds[item.kind].hasPriority ? item.priority : undefined,
    fields: item.fields,
    notes: item.notes,
    raisedBy: itemKinds[item.kind].isRaised ? item.raisedBy : undefined,
    aliases: item.aliases,
    variations: variationsShown(item),
    removed: item.removed,
    origin: item.origin ?? undefined,
    extra: Object.keys(item.extra).length > 0 ? item.extra : undefined,
    meets: [...record.threads.values()].flatMap(({ anchor, meets }) =>
      anchor.itemId === item.id && meets?.withdrawn === null
        ? [{ to: record.references.get(meets.needId), how: meets.how, because: meets.because }]
        : [],
    ),
  }));
}

/** The same of what a file proposes. */
export function proposedOf({ items, links }: ProposedFile): unknown {
  const here = people.map(({ boroughId: id, boroughName: name }) => ({ id, name }));
  const idOf = (name: string): string =>
    findBorough([...here, ...londonBoroughs], name)?.id ?? name;
  return items.map((item: ProposedItem) => ({
    kind: item.kind,
    itemId: item.itemId,
    reference: item.reference,
    level: item.level,
    priority: item.priority,
    fields: item.fields,
    notes: item.notes,
    raisedBy: item.raisedBy?.map(idOf),
    aliases: item.aliases,
    variations: (item.variations ?? []).map(({ borough, text, key }) => ({
      boroughId: idOf(borough),
      text,
      key,
    })),
    removed: item.removed,
    origin: item.origin,
    extra: item.extra,
    meets: links
      .filter(({ from }) => from === item.key)
      .map(({ to, how, because }) => ({ to, how, because })),
  }));
}
