/** What others said since a moment ago, in sentences to be read out. */
import type { Deed } from "../../shared/deed.ts";
import type { RecordState } from "../../shared/record-state.ts";
import type { Thread } from "../../shared/thread.ts";

/** The sentences for everything that other people said in `after` and not in `before`. */
export function newsOf(before: RecordState, after: RecordState, myId: string): readonly string[] {
  if (before.threads === after.threads) return [];
  const news: { readonly number: number; readonly words: string }[] = [];
  const isNews = (deed: Deed | null): deed is Deed =>
    deed !== null && deed.number > before.head.number && deed.personId !== myId;
  for (const thread of after.threads.values()) {
    if (before.threads.get(thread.id) === thread) continue;
    const where = placeWords(thread, after);
    const tell = (deed: Deed | null, words: string): void => {
      if (isNews(deed))
        news.push({ number: deed.number, words: `${whoWords(deed, after)} ${words}` });
    };
    for (const comment of thread.comments)
      if (!comment.withdrawn) tell(comment, `commented on ${where}`);
    tell(thread.closed, `closed a conversation on ${where}`);
    if (thread.meets) {
      const need = referenceOf(after, thread.meets.needId, "a new need");
      tell(thread.started, `said that ${where} meets ${need}, ${thread.meets.how}`);
      tell(thread.meets.withdrawn, `took back that ${where} meets ${need}`);
    }
  }
  return news.toSorted((a, b) => a.number - b.number).map(({ words }) => words);
}

/** "Tom, Hackney". */
export function whoWords(deed: Pick<Deed, "personId">, record: RecordState): string {
  const person = record.people.get(deed.personId);
  return person ? `${person.name}, ${person.boroughName}` : "Someone";
}

function placeWords(thread: Thread, record: RecordState): string {
  return referenceOf(record, thread.anchor.itemId, "an item");
}

function referenceOf(record: RecordState, itemId: string, otherwise: string): string {
  return record.references.get(itemId) ?? otherwise;
}
