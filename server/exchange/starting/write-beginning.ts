/**
 * Makes the first act of a statement that begins with something, in a process of its own: its text as one
 * update and its entries, numbered and chained. A long statement takes half a second, in which others are typing.
 */
import { nanoid } from "nanoid";
import * as Y from "yjs";
import type { Member } from "../../../shared/access.ts";
import type { OutlineId } from "../../../shared/outlines.ts";
import { chainStart, sealEntry, type Entry, type EntryDraft } from "../../../shared/entry.ts";
import { aboutOf, addItem, schemaNumber } from "../../../shared/items.ts";
import { readWhole } from "../../record/read-stored.ts";
import type { TaskMeans } from "../work/tasks.ts";
import { earlierPoint, outlinePoint } from "./starting-points.ts";
import { beginFromPoint } from "./starting-point.ts";

export interface BeginningToWrite {
  readonly from:
    | { readonly statementId: string; readonly readerBoroughId: string }
    | { readonly outline: OutlineId };
  readonly statementId: string;
  readonly title: string;
  readonly maker: Member;
  /** The maker's own entry, the first. */
  readonly joining: EntryDraft;
  /** Of the server in this statement. */
  readonly clientId: number;
  /** ISO 8601, UTC. */
  readonly at: string;
}

export interface WrittenBeginning {
  /** The text: a Yjs update. */
  readonly bytes: Uint8Array;
  readonly entries: readonly Entry[];
  readonly itemCount: number;
}

export async function writeBeginning(
  asked: BeginningToWrite,
  means: TaskMeans,
): Promise<WrittenBeginning> {
  const { from, statementId, title, maker, joining, clientId, at } = asked;
  const point =
    "outline" in from
      ? outlinePoint(from.outline)
      : earlierPoint(await readWhole(means, from.statementId), from.readerBoroughId);
  const { items, drafts, priorityWords } = beginFromPoint(point, maker, nanoid);
  const doc = new Y.Doc();
  doc.clientID = clientId;
  doc.transact(() => {
    aboutOf(doc).set("title", title);
    aboutOf(doc).set("schema", schemaNumber);
    if (priorityWords) aboutOf(doc).set("priorityWords", { ...priorityWords });
    for (const item of items) addItem(doc, item);
  });
  const { personId, boroughId } = maker;
  const entries: Entry[] = [];
  for (const draft of [joining, ...drafts]) {
    const head = entries.at(-1) ?? chainStart;
    entries.push(sealEntry(head, draft, { statementId, at, personId, boroughId }));
  }
  return { bytes: Y.encodeStateAsUpdate(doc), entries, itemCount: items.length };
}
