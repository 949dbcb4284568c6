/** A statement as it goes to the thread that works on an import, and what the thread makes of it. */
import * as Y from "yjs";
import { londonBoroughs, type Borough } from "../../../shared/boroughs.ts";
import { priorityWordsOf, readItems } from "../../../shared/items.ts";
import type { Room } from "../../sync/room.ts";
import { linkKey, type ImportTarget } from "./import-target.ts";

/** Copied between threads: bytes and a few lists, because copying thousands of items takes longer. */
export interface TargetSource {
  /** The text, as one Yjs update. */
  readonly text: Uint8Array;
  readonly references: ReadonlyMap<string, string>;
  readonly links: ReadonlySet<string>;
  readonly boroughs: readonly Borough[];
}

/** As it is committed now. */
export function targetSourceOf(room: Room): TargetSource {
  const { record, doc } = room;
  const links = [...record.linksByNeed].flatMap(([needId, threadIds]) =>
    threadIds.flatMap((threadId) => {
      const thread = record.threads.get(threadId);
      const stands = thread?.meets && !thread.meets.withdrawn;
      return stands ? linkKey(thread.anchor.itemId, needId) : [];
    }),
  );
  const members = [...record.people.values()].map(({ boroughId, boroughName }) => ({
    id: boroughId,
    name: boroughName,
  }));
  return {
    text: Y.encodeStateAsUpdate(doc),
    references: new Map(record.references),
    links: new Set(links),
    boroughs: [...londonBoroughs, ...members],
  };
}

/** @returns a copy of the text, to be written on, beside what the import compares with */
export function openTarget({ text, references, links, boroughs }: TargetSource): {
  readonly doc: Y.Doc;
  readonly target: ImportTarget;
} {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, text);
  const target = {
    items: readItems(doc),
    references,
    links,
    boroughs,
    priorityWords: priorityWordsOf(doc),
  };
  return { doc, target };
}
