/** What others said or did since a moment ago, in sentences to be read out. */
import type { Deed } from "../../shared/deed.ts";
import type { NoticeKind } from "../../shared/notices.ts";
import { stanceWords } from "../../shared/position.ts";
import type { RecordState } from "../../shared/record-state.ts";
import type { Thread } from "../../shared/thread.ts";
import { versionIn, type Version } from "../../shared/version.ts";
import { whoWords } from "../words/who-words.ts";

export interface News {
  /** Of the entry. */
  readonly number: number;
  readonly words: string;
}

/** Everything that other people said in `after` and not in `before`, oldest first. */
export function newsOf(before: RecordState, after: RecordState, myId: string): readonly News[] {
  const news: News[] = [];
  const tell = (deed: Deed | null, words: string): void => {
    if (deed !== null && deed.number > before.head.number && deed.personId !== myId)
      news.push({ number: deed.number, words: `${whoWords(deed, after)} ${words}` });
  };
  if (before.threads !== after.threads) {
    for (const thread of after.threads.values())
      if (before.threads.get(thread.id) !== thread) tellOfThread(thread, after, tell);
  }
  if (before.positions !== after.positions) {
    for (const [itemId, ofItem] of after.positions) {
      if (before.positions.get(itemId) === ofItem) continue;
      const where = referenceOf(after, itemId, "an item");
      // Those that carry words are told as the conversation that they begin.
      for (const position of ofItem.values())
        if (position.threadId === null)
          tell(position, `${stanceWords[position.stance].says}: ${where}`);
    }
  }
  if (before.versions !== after.versions) {
    for (const version of after.versions.values())
      if (versionIn(before, version.number) !== version) tellOfVersion(version, tell);
  }
  return news.toSorted((a, b) => a.number - b.number);
}

function tellOfVersion(
  { issued, signOffs }: Version,
  tell: (deed: Deed | null, words: string) => void,
): void {
  if (!issued) return;
  const name = `issued version ${issued.issue}`;
  tell(issued, `asks for the sign-off of ${name}`);
  for (const said of signOffs.values())
    tell(said, `${said.state === "signed-off" ? "signed off" : "does not sign off"} ${name}`);
}

function tellOfThread(
  thread: Thread,
  record: RecordState,
  tell: (deed: Deed | null, words: string) => void,
): void {
  const where = referenceOf(record, thread.anchor.itemId, "an item");
  const { position, suggests, meets } = thread;
  for (const comment of thread.comments) {
    if (comment.withdrawn) continue;
    const isFirst = comment.number === thread.started.number;
    if (isFirst && position) tell(comment, `${stanceWords[position.stance].says}: ${where}`);
    else if (isFirst && thread.type === "objection") tell(comment, `objects to ${where}`);
    else tell(comment, `commented on ${where}`);
  }
  tell(thread.closed, `closed a conversation on ${where}`);
  if (suggests) {
    tell(thread.started, `suggested wording for ${where}`);
    if (suggests.outcome) tell(suggests.outcome, `${suggests.outcome.state} wording for ${where}`);
  }
  if (meets) {
    const need = referenceOf(record, meets.needId, "a new need");
    tell(thread.started, `said that ${where} meets ${need}, ${meets.how}`);
    tell(meets.withdrawn, `took back that ${where} meets ${need}`);
  }
}

/**
 * What of the news a person wants to hear, as words to read out; null for nothing.
 * @param kindOf the kind of notice that an entry is to them, if it is one
 * @param off kinds that they turned off; `other` for what is no notice to them
 */
export function newsInWords(
  news: readonly News[],
  kindOf: (number: number) => NoticeKind | undefined,
  off: readonly NoticeKind[],
): string | null {
  const wanted = news.filter(({ number }) => !off.includes(kindOf(number) ?? "other"));
  if (wanted.length === 0) return null;
  if (wanted.length > mostReadOut) return `${wanted.length} new comments, links and answers`;
  return `${wanted.map(({ words }) => words).join(". ")}.`;
}

/** When more comes at once, only how much. */
const mostReadOut = 3;

function referenceOf(record: RecordState, itemId: string, otherwise: string): string {
  return record.references.get(itemId) ?? otherwise;
}
