/** The statement that a file is to come into, as it is committed now. */
import type * as Y from "yjs";
import { londonBoroughs } from "../../../shared/boroughs.ts";
import { priorityWordsOf, readItems } from "../../../shared/items.ts";
import type { RecordState } from "../../../shared/record-state.ts";
import { readStored } from "../../record/read-stored.ts";
import type { ReadStore } from "../../store/store.ts";
import { linkKey, type ImportTarget } from "./import-target.ts";

export interface ReadTarget {
  /** A copy of the text, to be written on. */
  readonly doc: Y.Doc;
  readonly target: ImportTarget;
  readonly record: RecordState;
}

/** @throws Refusal `not-found` */
export async function readTarget(
  store: Pick<ReadStore, "text">,
  statementId: string,
): Promise<ReadTarget> {
  const { doc, record } = await readStored(store, statementId);
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
  const target = {
    items: readItems(doc),
    references: record.references,
    links: new Set(links),
    boroughs: [...londonBoroughs, ...members],
    priorityWords: priorityWordsOf(doc),
  };
  return { doc, target, record };
}
