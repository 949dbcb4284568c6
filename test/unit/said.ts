/** A small statement whose people talk, with commands and their fold but without a server. */
import * as Y from "yjs";
import { LiveItemStore } from "../../client/connection/item-store.ts";
import { LiveRecordStore } from "../../client/connection/record-store.ts";
import type { Member } from "../../shared/access.ts";
import { makeAnchor, type Anchor } from "../../shared/anchors.ts";
import { commands } from "../../shared/commands/all.ts";
import { giveReferences } from "../../shared/commands/give-references.ts";
import { join } from "../../shared/commands/join.ts";
import { sealEntry, type Entry, type EntryDraft } from "../../shared/entry.ts";
import { addItem, fragmentOf, itemsOf, readItem, type NewItem } from "../../shared/items.ts";
import { plainText } from "../../shared/plain-text.ts";
import { readRichText, richTextFromPlain } from "../../shared/rich-text.ts";
import { noTextToKeep } from "./no-text-to-keep.ts";

export const ada: Member = person("ada", "Ada", "camden", "Camden");
export const ben: Member = person("ben", "Ben", "hackney", "Hackney");

export class Said {
  readonly doc = new Y.Doc();
  readonly items: LiveItemStore;
  readonly record = new LiveRecordStore();
  #ids = 0;

  /** Each item's main field, by item id; ids beginning with `n` are needs, others requirements. */
  constructor(texts: Readonly<Record<string, string>>) {
    for (const [number, [id, text]] of Object.entries(texts).entries())
      addItem(this.doc, itemOf(id, text, `a${number}V`));
    this.items = new LiveItemStore(this.doc);
    for (const { personId, name, boroughName, ...facts } of [ada, ben]) {
      this.#append(ada, {
        type: join.name,
        facts: {
          personId,
          boroughId: facts.boroughId,
          role: facts.role,
          agrees: false,
          invitationId: null,
        },
        words: { name, boroughName },
      });
    }
    const references = Object.keys(texts).map((itemId, number) => ({
      itemId,
      reference: `${itemId.startsWith("n") ? "N" : "R"}-${number + 1}`,
    }));
    this.#append(ada, { type: giveReferences.name, facts: { references }, words: {} });
  }

  anchor(itemId: string, quote: string | null = null): Anchor {
    if (quote === null) return { itemId };
    const field = itemId.startsWith("n") ? "iNeed" : "statement";
    const fragment = fragmentOf(this.doc, itemId, field);
    if (!fragment) throw new Error(`${itemId} has no ${field}`);
    const from = plainText(readRichText(fragment)).indexOf(quote);
    return makeAnchor(fragment, itemId, field, from, from + quote.length);
  }

  /** Runs a command as the server does. @returns the new thread's id, or "" */
  run(member: Member, name: string, args: unknown): string {
    const command = commands.find((one) => one.name === name);
    if (!command) throw new Error(`there is no command ${name}`);
    const draft = command.decide(args, {
      member,
      record: this.record.state(),
      item: (id) => readItem(id, itemsOf(this.doc).get(id)) ?? undefined,
      textToKeep: noTextToKeep,
      newId: () => `id-${(this.#ids += 1)}`,
    });
    const { facts } = this.#append(member, draft);
    return typeof facts["threadId"] === "string" ? facts["threadId"] : "";
  }

  comment(member: Member, itemId: string, quote: string | null = null): string {
    return this.run(member, "start-thread", {
      anchor: this.anchor(itemId, quote),
      text: `Word ${(this.#ids += 1)}.`,
    });
  }

  meet(member: Member, itemId: string, needId: string, more: object = {}): string {
    return this.run(member, "meet-need", {
      anchor: this.anchor(itemId),
      needId,
      how: "fully",
      ...more,
    });
  }

  /** Writes over words of an item's main field. */
  write(itemId: string, before: string, after: string): void {
    const fragment = fragmentOf(this.doc, itemId, itemId.startsWith("n") ? "iNeed" : "statement");
    const block = fragment?.get(0);
    const text = block instanceof Y.XmlElement ? block.get(0) : null;
    if (!(text instanceof Y.XmlText)) throw new Error(`${itemId} has no text`);
    const at = text.toJSON().indexOf(before);
    this.doc.transact(() => {
      text.delete(at, before.length);
      text.insert(at, after);
    });
    this.items.flush();
  }

  remove(itemId: string): void {
    itemsOf(this.doc).get(itemId)?.set("removed", { why: "not now" });
    this.items.flush();
  }

  #append(by: Member, draft: EntryDraft): Entry {
    const entry = sealEntry(this.record.state().head, draft, {
      statementId: "s",
      at: "2026-05-14T09:00:00.000Z",
      personId: by.personId,
      boroughId: by.boroughId,
    });
    const sent = JSON.parse(JSON.stringify(entry)) as Entry;
    this.record.take([sent]);
    return sent;
  }
}

function itemOf(id: string, text: string, order: string): NewItem {
  const [kind, field] = id.startsWith("n")
    ? (["need", "iNeed"] as const)
    : (["requirement", "statement"] as const);
  return { id, kind, order, priority: "must", fields: { [field]: richTextFromPlain(text) } };
}

function person(personId: string, name: string, boroughId: string, boroughName: string): Member {
  return { personId, name, boroughId, boroughName, role: "editor", agrees: false };
}
