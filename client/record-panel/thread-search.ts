/** Whether a conversation fits what somebody looks for: what was said in it, who said it, and where. */
import { plainText } from "../../shared/plain-text.ts";
import type { RecordState } from "../../shared/record-state.ts";
import type { Thread } from "../../shared/thread.ts";
import { boroughName } from "../connection/borough-names.ts";

interface Known {
  readonly people: RecordState["people"];
  readonly references: RecordState["references"];
  readonly words: string;
}

/** Conversations are never changed in place, so that each is read once, not at every key. */
const known = new WeakMap<Thread, Known>();

/** @param looked each of its words has to be in the conversation; all conversations fit no words */
export function fitsSearch(thread: Thread, looked: string, record: RecordState): boolean {
  const wanted = looked.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return true;
  const words = wordsOf(thread, record);
  return wanted.every((word) => words.includes(word));
}

function wordsOf(thread: Thread, record: RecordState): string {
  const { people, references } = record;
  const before = known.get(thread);
  if (before?.people === people && before.references === references) return before.words;
  const { anchor, comments, closed, closingProposed, meets, suggests, position, assigned } = thread;
  const deeds = [thread.started, ...comments, closed, closingProposed, meets?.withdrawn];
  const words = [
    thread.type,
    references.get(anchor.itemId),
    meets && references.get(meets.needId),
    anchor.words?.quote,
    meets?.because,
    meets?.withdrawn?.why,
    suggests?.because,
    suggests && plainText(suggests.after),
    closed?.note,
    closingProposed?.note,
    assigned && people.get(assigned.to)?.name,
    position && boroughName(record, position.boroughId),
    ...comments.map(({ text }) => text),
    ...deeds.map((deed) => deed && people.get(deed.personId)?.name),
    ...deeds.map((deed) => deed && boroughName(record, deed.boroughId)),
  ];
  const all = words.filter(Boolean).join("\n").toLowerCase();
  known.set(thread, { people, references, words: all });
  return all;
}
