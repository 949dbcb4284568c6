/** Fills a statement on a running Needline, as people would: items over a socket, comments by commands. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as Y from "yjs";
import { z } from "zod";
import { makeAnchor } from "../../shared/anchors.ts";
import { mainField } from "../../shared/item-kinds.ts";
import { addItem, fragmentOf } from "../../shared/items.ts";
import { plainText } from "../../shared/plain-text.ts";
import { dialectOf } from "../driver/dialects.ts";
import { ticketSchema, type Ticket } from "../driver/plan.ts";
import { aLargeStatement } from "../large-statement.ts";
import { Caller } from "../exchange/caller.ts";
import type { Ready } from "../servers/tell-ready.ts";
import { invite } from "./invite.ts";
import { openLine } from "./line.ts";

const seededSchema = z.object({
  size: z.int(),
  statementId: z.string(),
  /** The session of whoever has the page open. */
  cookie: z.string(),
  /** Sessions of those who type elsewhere. */
  others: z.array(z.string()),
});

export type Seeded = z.infer<typeof seededSchema>;

/** Items sent at once: an update has a largest size. */
const together = 100;
const commenters = 8;

export interface Wanted {
  readonly size: number;
  readonly comments: number;
  readonly others: number;
}

/** What an earlier run left in the folder, or null. */
export function readSeed(dataDir: string): Seeded | null {
  try {
    return seededSchema.parse(JSON.parse(readFileSync(join(dataDir, "seed.json"), "utf8")));
  } catch {
    return null;
  }
}

export async function seed(
  { url, startLink }: Ready,
  dataDir: string,
  { size, comments, others }: Wanted,
): Promise<Seeded> {
  const ada = await Caller.start(url, startLink ?? "");
  const statementId = await ada.makes("Housing repairs");
  const cookies: string[] = [];
  for (let number = 0; number < others; number += 1)
    cookies.push(await invite(url, ada.cookie, statementId, number));
  const doc = new Y.Doc();
  await writeItems(doc, ticketOf(url, statementId, ada.cookie), size);
  await comment(doc, { url, statementId, size, comments, cookies });
  const seeded = { size, statementId, cookie: ada.cookie, others: cookies };
  writeFileSync(join(dataDir, "seed.json"), JSON.stringify(seeded));
  return seeded;
}

export function ticketOf(url: string, statementId: string, cookie: string): Ticket {
  return ticketSchema.parse({
    url: `${url.replace(/^http/, "ws")}/sync/${statementId}?schema=1`,
    headers: { Cookie: cookie, Origin: url },
  });
}

async function writeItems(doc: Y.Doc, ticket: Ticket, size: number): Promise<void> {
  const line = await openLine(doc, ticket, dialectOf("needline", ""));
  const { items } = aLargeStatement(size);
  for (let at = 0; at < size; at += together) {
    const updates: Uint8Array[] = [];
    const keep = (update: Uint8Array): number => updates.push(update);
    doc.on("update", keep);
    doc.transact(() => {
      for (const item of items.slice(at, at + together)) addItem(doc, item);
    });
    doc.off("update", keep);
    for (const update of updates) line.text(update);
    await line.saved();
  }
  line.close();
}

interface Comments {
  readonly url: string;
  readonly statementId: string;
  readonly size: number;
  readonly comments: number;
  readonly cookies: readonly string[];
}

/** Each about words in the middle of an item, spread over the whole statement. */
async function comment(doc: Y.Doc, asked: Comments): Promise<void> {
  const { url, statementId, size, comments, cookies } = asked;
  const { items } = aLargeStatement(size);
  const path = `${url}/api/statements/${statementId}/commands/start-thread`;
  let next = 0;
  const one = async (cookie: string): Promise<void> => {
    while (next < comments) {
      const number = next;
      next += 1;
      const item = items[Math.floor((number * size) / comments)];
      if (!item) return;
      const field = mainField(item.kind);
      const fragment = fragmentOf(doc, item.id, field);
      const length = item.fields[field] ? plainText(item.fields[field]).length : 0;
      if (!fragment || length === 0) continue;
      const anchor = makeAnchor(fragment, item.id, field, 11, Math.min(26, length));
      const text = `Do we all mean the same by this? (${number})`;
      const answer = await fetch(path, {
        method: "POST",
        headers: { "Content-Type": "application/json", cookie },
        body: JSON.stringify({ anchor, text }),
      });
      if (!answer.ok) throw new Error(`A comment was refused: ${await answer.text()}`);
    }
  };
  await Promise.all(cookies.slice(0, commenters).map(one));
}
