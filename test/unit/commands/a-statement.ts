/** A statement without a server: items, people with roles, and a record that grows by their commands. */
import * as Y from "yjs";
import type { Member, Role } from "../../../shared/access.ts";
import { commandsByName } from "../../../shared/commands/all.ts";
import { changeRole } from "../../../shared/commands/change-role.ts";
import type { Write } from "../../../shared/commands/command.ts";
import { join } from "../../../shared/commands/join.ts";
import { sealEntry, type Entry, type EntryDraft } from "../../../shared/entry.ts";
import type { ItemKind } from "../../../shared/item-kinds.ts";
import { addItem, readItems, type Item } from "../../../shared/items.ts";
import { memberIn, membersIn, memberWhoMay } from "../../../shared/members.ts";
import type { Position, Stance } from "../../../shared/position.ts";
import { emptyRecord, type RecordState } from "../../../shared/record-state.ts";
import type { Meets, Thread } from "../../../shared/thread.ts";
import { textFingerprint } from "../../../shared/even-text.ts";
import { foldEntries } from "../../../shared/record.ts";
import { Refusal, type RefusalCode } from "../../../shared/refusal.ts";
import { versionIn, type TextToKeep, type Version } from "../../../shared/version.ts";
import { digestOf } from "../../../shared/canonical.ts";
import { emptyRichText, richTextFromPlain } from "../../../shared/rich-text.ts";
import { fingerprintOf } from "../../../shared/seen.ts";

export function anItem(id: string, kind: ItemKind, words: string): Item {
  const field = kind === "need" ? "iNeed" : kind === "requirement" ? "statement" : "body";
  return {
    id,
    kind,
    order: id,
    priority: null,
    level: 1,
    raisedBy: [],
    aliases: [],
    removed: null,
    fields: { [field]: richTextFromPlain(words) },
    notes: emptyRichText,
    variations: [],
    origin: null,
    extra: {},
  };
}

export class AStatement {
  readonly entries: Entry[] = [];
  record: RecordState = emptyRecord;
  #items = new Map<string, Item>();
  #lastId = 0;
  #minutes = 0;

  /** Ada leads, Cleo edits, Ben reviews, Dan reads. N-1 is a need, O-1 an outcome, R-1 and R-2 requirements. */
  constructor() {
    this.says(anItem("N-1", "need", "report a leak by phone"));
    this.says(anItem("O-1", "outcome", "fewer missed visits"));
    this.says(anItem("R-1", "requirement", "The service answers calls within two minutes."));
    this.says(anItem("R-2", "requirement", "The service follows the council's policy."));
    this.joins("ada", "lead", "camden");
    this.joins("cleo", "editor", "camden");
    this.joins("ben", "reviewer", "hackney");
    this.joins("dan", "reader", "hackney");
  }

  /** Writes an item, or writes it anew. */
  says(item: Item): void {
    this.#items.set(item.id, item);
  }

  item(id: string): Item {
    const item = this.#items.get(id);
    if (!item) throw new Error(`no item ${id}`);
    return item;
  }

  joins(personId: string, role: Role, boroughId: string, agrees = false): void {
    const facts = { personId, boroughId, role, agrees, invitationId: null };
    const draft = { type: join.name, facts, words: { name: personId, boroughName: boroughId } };
    this.append(draft, personId, boroughId);
  }

  /** Runs a person's command and keeps its entry. */
  does(personId: string, name: string, args: unknown): Entry {
    const command = commandsByName.get(name);
    if (!command) throw new Error(`no command ${name}`);
    const member = memberWhoMay(this.record, personId, command.action);
    const draft = command.decide(args, {
      member,
      record: this.record,
      item: (id) => this.#items.get(id),
      textToKeep: () => this.#textToKeep(),
      newId: () => `id-${(this.#lastId += 1)}`,
    });
    if (draft.write) this.#write(draft.write);
    return this.append(draft, personId, member.boroughId);
  }

  /** The code with which a command is refused, or what it threw, or null when it is done. */
  answer(personId: string, name: string, args: unknown): RefusalCode | "not-parsed" | null {
    try {
      this.does(personId, name, args);
      return null;
    } catch (error) {
      return error instanceof Refusal ? error.code : "not-parsed";
    }
  }

  #textToKeep(): TextToKeep {
    const json = JSON.stringify([...this.#items.values()]);
    return { json, digest: digestOf(json), itemCount: this.#items.size };
  }

  #write(write: Write): void {
    const doc = new Y.Doc();
    for (const item of this.#items.values()) addItem(doc, item);
    write(doc);
    for (const item of readItems(doc)) this.#items.set(item.id, item);
  }

  append(draft: EntryDraft, personId: string, boroughId: string): Entry {
    this.#minutes += 1;
    const at = new Date(Date.UTC(2026, 4, 14, 9, this.#minutes)).toISOString();
    const seal = { statementId: "s", at, personId, boroughId };
    const entry = sealEntry(this.record.head, draft, seal);
    this.entries.push(entry);
    this.record = foldEntries(this.record, [entry]);
    return entry;
  }

  member(personId: string): Member | null {
    return memberIn(this.record, personId);
  }

  /** Ids of the thread and of its first comment. */
  startsThread(personId: string, itemId = "R-1"): { threadId: string; commentId: string } {
    const { facts } = this.does(personId, "start-thread", {
      anchor: { itemId },
      text: "Is two minutes right?",
    });
    return { threadId: String(facts["threadId"]), commentId: String(facts["commentId"]) };
  }

  links(personId: string, how: "fully" | "partly" = "fully"): string {
    const entry = this.does(personId, "meet-need", {
      anchor: { itemId: "R-1" },
      needId: "N-1",
      how,
    });
    return String(entry.facts["threadId"]);
  }

  /** New wording for R-1's statement, or for another part. @returns the thread's id */
  suggests(personId: string, words: string, field = "statement"): string {
    const now = this.item("R-1").fields[field] ?? emptyRichText;
    const { facts } = this.does(personId, "suggest-wording", {
      anchor: { itemId: "R-1" },
      field,
      seen: textFingerprint(now),
      after: richTextFromPlain(words),
    });
    return String(facts["threadId"]);
  }

  thread(id: string): Thread {
    const thread = this.record.threads.get(id);
    if (!thread) throw new Error(`no thread ${id}`);
    return thread;
  }

  /** What a person's page shows of an item: their borough's own variations count too. */
  shown(personId: string, itemId = "R-1"): string {
    return fingerprintOf(this.item(itemId), this.member(personId)?.boroughId);
  }

  /** Ada makes a version. @returns its number */
  keeps(name = "For legal"): number {
    return Number(this.does("ada", "make-version", { name }).facts["number"]);
  }

  version(number: number): Version {
    const version = versionIn(this.record, number);
    if (!version) throw new Error(`no version ${number}`);
    return version;
  }

  /** Lets everybody agree for their borough. */
  letAllAgree(): void {
    for (const { personId, role, boroughId } of membersIn(this.record)) {
      const facts = { personId, role, agrees: true };
      this.append({ type: changeRole.name, facts, words: {} }, personId, boroughId);
    }
  }

  /** Takes a position on the text as it is. */
  takes(personId: string, stance: Stance, words = "", itemId = "R-1"): Entry {
    const seen = this.shown(personId, itemId);
    return this.does(personId, "take-position", { itemId, stance, words, seen });
  }

  position(boroughId: string, itemId = "R-1"): Position {
    const position = this.record.positions.get(itemId)?.get(boroughId);
    if (!position) throw new Error(`${boroughId} says nothing about ${itemId}`);
    return position;
  }

  link(id: string): Meets {
    const { meets } = this.thread(id);
    if (!meets) throw new Error(`thread ${id} links nothing`);
    return meets;
  }
}
