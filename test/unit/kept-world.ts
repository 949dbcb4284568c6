/**
 * A statement in which anything happens, in a random order, and a page that hears of it late: text and
 * entries come in when they come in. A step is four numbers, so that a failing run can be told in a line.
 */
import * as Y from "yjs";
import { LiveItemStore } from "../../client/connection/item-store.ts";
import { LiveRecordStore } from "../../client/connection/record-store.ts";
import { changeRole } from "../../shared/commands/change-role.ts";
import { commandsByName } from "../../shared/commands/all.ts";
import { join } from "../../shared/commands/join.ts";
import { referencesDue } from "../../shared/commands/give-references.ts";
import { removePerson } from "../../shared/commands/remove-person.ts";
import { sealEntry, type Entry, type EntryDraft } from "../../shared/entry.ts";
import { allPriorities, mainField, type ItemKind } from "../../shared/item-kinds.ts";
import {
  addItem,
  addVariation,
  itemsOf,
  readItem,
  readItems,
  type Item,
  type ItemMap,
} from "../../shared/items.ts";
import { memberIn } from "../../shared/members.ts";
import { allStances } from "../../shared/position.ts";
import { foldEntries } from "../../shared/record.ts";
import { emptyRecord, type RecordState } from "../../shared/record-state.ts";
import { makeFragment, richTextFromPlain } from "../../shared/rich-text.ts";
import { fingerprintOf } from "../../shared/seen.ts";
import { pick, sayingOf } from "./kept-sayings.ts";
import { noTextToKeep } from "./no-text-to-keep.ts";

export type Step = readonly [what: number, a: number, b: number, c: number];

/** Two boroughs with two people each, and one who comes later. */
const people = [
  ["ada", "camden"],
  ["cleo", "camden"],
  ["ben", "hackney"],
  ["dan", "hackney"],
  ["eve", "lewisham"],
] as const;

const kinds: readonly ItemKind[] = [
  "section",
  "need",
  "requirement",
  "section",
  "outcome",
  "requirement",
  "section",
  "need",
  "requirement",
  "text",
];

/** Some give wording hints. */
const wordings = ["", "one", "two", "It must be fast.", "It must use Excel and it must be fast."];

export class KeptWorld {
  readonly items: LiveItemStore;
  readonly record = new LiveRecordStore();
  readonly #doc = new Y.Doc();
  readonly #page = new Y.Doc();
  #said: RecordState = emptyRecord;
  #updates: Uint8Array[] = [];
  #entries: Entry[] = [];
  #lastId = 0;

  constructor() {
    this.#doc.on("update", (update: Uint8Array) => this.#updates.push(update));
    for (const kind of kinds) this.#makeItem(kind, "one");
    for (const [personId, boroughId] of people.slice(0, 4)) this.#joins(personId, boroughId);
    for (let at = 0; at < 12; at += 1) {
      this.#raises(at, at);
      this.#links(at, at * 2, at);
      this.#takesPosition(at, at, at * 3);
    }
    Y.applyUpdate(this.#page, Y.encodeStateAsUpdate(this.#doc));
    this.#updates = [];
    this.items = new LiveItemStore(this.#page);
  }

  close(): void {
    this.items.close();
  }

  /** Does one thing, or nothing where it cannot be done. */
  take([what, a, b, c]: Step): void {
    const acts = [
      () => this.#writes(a, b),
      () => this.#writes(a, b),
      () => this.#set(a, "priority", pick([...allPriorities, null], b)),
      () => this.#set(a, "removed", b % 2 === 0 ? { why: "No." } : null),
      () => this.#set(a, "order", `a${b % 30}V${c % 3}`),
      () => this.#set(a, "level", 1 + (b % 3)),
      () => this.#raises(a, b),
      () => this.#raises(a, b),
      () => this.#differs(a, b, c),
      () => this.#makeItem(pick(kinds, a), pick(wordings, b)),
      ...Array.from({ length: 9 }, () => () => this.#says(a, b, c)),
      () => this.#takesPosition(a, b, c),
      () => this.#takesPosition(a, b, c),
      () => this.#links(a, b, c),
      () => this.#links(a, b, c),
      () => this.#comesOrGoes(a, b),
      () => this.#comesOrGoes(a, b),
      () => this.#hearText(1 + (a % 4)),
      () => this.#hearText(1 + (a % 4)),
      () => this.#hearEntries(1 + (a % 4)),
      () => this.#hearEntries(1 + (a % 4)),
      () => this.hearAll(),
    ];
    pick(acts, what)();
  }

  /** The page hears of everything that has happened. */
  hearAll(): void {
    this.#hearText(this.#updates.length);
    this.#hearEntries(this.#entries.length);
  }

  #hearText(count: number): void {
    for (const update of this.#updates.splice(0, count)) Y.applyUpdate(this.#page, update);
    this.items.flush();
  }

  #hearEntries(count: number): void {
    this.record.take(this.#entries.splice(0, count));
  }

  #makeItem(kind: ItemKind, words: string): void {
    this.#lastId += 1;
    const id = `${kind}-${this.#lastId}`;
    const fields = { [mainField(kind)]: richTextFromPlain(words) };
    addItem(this.#doc, { id, kind, order: `a${this.#lastId}V`, fields, level: 1 });
  }

  #itemAt(at: number): Item | undefined {
    const all = readItems(this.#doc);
    return all[at % all.length];
  }

  #item(id: string): Item | undefined {
    return readItem(id, itemsOf(this.#doc).get(id)) ?? undefined;
  }

  #mapOf(item: Item | undefined): ItemMap | undefined {
    return item && itemsOf(this.#doc).get(item.id);
  }

  #writes(a: number, b: number): void {
    const item = this.#itemAt(a);
    const fields: unknown = this.#mapOf(item)?.get("fields");
    if (item && fields instanceof Y.Map)
      fields.set(mainField(item.kind), makeFragment(richTextFromPlain(pick(wordings, b))));
  }

  #set(a: number, name: string, value: unknown): void {
    this.#mapOf(this.#itemAt(a))?.set(name, value);
  }

  #raises(a: number, b: number): void {
    const raisedBy: unknown = this.#mapOf(this.#itemAt(a))?.get("raisedBy");
    const [, boroughId] = pick(people, b);
    if (!(raisedBy instanceof Y.Map)) return;
    if (raisedBy.has(boroughId)) raisedBy.delete(boroughId);
    else raisedBy.set(boroughId, true);
  }

  #differs(a: number, b: number, c: number): void {
    const item = this.#itemAt(a);
    const [, boroughId] = pick(people, b);
    if (item && item.kind !== "section")
      addVariation(
        this.#doc,
        item.id,
        `${boroughId}:${c % 2}`,
        richTextFromPlain(pick(wordings, c)),
      );
  }

  #joins(personId: string, boroughId: string): void {
    const facts = { personId, boroughId, role: "lead", agrees: true, invitationId: null };
    const words = { name: personId, boroughName: boroughId };
    this.#append({ type: join.name, facts, words }, personId, boroughId);
  }

  #comesOrGoes(a: number, b: number): void {
    const [personId, boroughId] = pick(people, a);
    const role = pick(["lead", "editor", "reviewer", "reader"], b);
    const facts = { personId, role, agrees: b % 2 === 0 };
    if (!memberIn(this.#said, personId)) this.#joins(personId, boroughId);
    else if (b % 3 === 2 && personId !== "ada")
      this.#append({ type: removePerson.name, facts: { personId }, words: {} }, "ada", "camden");
    else this.#append({ type: changeRole.name, facts, words: {} }, "ada", "camden");
  }

  #takesPosition(a: number, b: number, c: number): void {
    const [personId, boroughId] = pick(people, b);
    const said = readItems(this.#doc).filter(({ id }) =>
      this.#said.positions.get(id)?.has(boroughId),
    );
    const isRenewed = a % 3 === 0 && said.length > 0;
    const item = isRenewed ? pick(said, c) : this.#itemAt(a);
    if (!item) return;
    const seen = fingerprintOf(item, boroughId);
    const args = { itemId: item.id, stance: pick(allStances, c), words: "Because.", seen };
    if (isRenewed) this.#does(personId, "renew-positions", { items: [{ itemId: item.id, seen }] });
    else this.#does(personId, pick(["take-position", "propose-position"], a + c), args);
  }

  #links(a: number, b: number, c: number): void {
    const all = readItems(this.#doc);
    const requirements = all.filter(({ kind }) => kind === "requirement");
    const needs = all.filter(({ kind }) => kind === "need" || kind === "outcome");
    const anchor = { itemId: pick(requirements, a).id };
    const how = pick(["fully", "partly"] as const, c);
    this.#does(pick(people, c)[0], "meet-need", { anchor, needId: pick(needs, b).id, how });
  }

  #says(a: number, b: number, c: number): void {
    const [personId] = pick(people, c);
    const item = this.#itemAt(b);
    const itemOf = (id: string): Item | undefined => this.#item(id);
    const [name, args] = sayingOf({ personId, item, record: this.#said, itemOf }, a, b);
    this.#does(personId, name, args);
  }

  /** What is refused, or makes no sense, is not said. */
  #does(personId: string, name: string, args: object): void {
    const command = commandsByName.get(name);
    const member = memberIn(this.#said, personId);
    if (!command || !member) return;
    try {
      const { write, ...draft } = command.decide(args, {
        member,
        record: this.#said,
        item: (id) => this.#item(id),
        textToKeep: noTextToKeep,
        newId: () => `id-${(this.#lastId += 1)}`,
      });
      if (write) write(this.#doc);
      this.#append(draft, personId, member.boroughId);
      this.done.add(name);
    } catch {
      return;
    }
    const due = referencesDue(this.#said, readItems(this.#doc));
    if (due) this.#append(due, "ada", "camden");
  }

  /** Names of the commands that were not refused. */
  readonly done = new Set<string>();

  #append(draft: EntryDraft, personId: string, boroughId: string): void {
    const at = "2026-05-14T09:00:00.000Z";
    const entry = sealEntry(this.#said.head, draft, { statementId: "s", at, personId, boroughId });
    this.#said = foldEntries(this.#said, [entry]);
    this.#entries.push(entry);
  }
}
