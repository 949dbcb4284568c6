/**
 * What a person is told: what others said or did that is about them, their borough or what they
 * wrote. Derived from the record and the text, so that nothing has to be kept but what was read and
 * what the person does not want to hear of; a sender of email can work out the same.
 */
import { can, type Member } from "./access.ts";
import { saysTheSame } from "./changed-since.ts";
import { wordsOfDay } from "./day.ts";
import type { Deed } from "./deed.ts";
import type { Item } from "./items.ts";
import { KeptRows, workOut, type Kept, type Placed, type StatementNow } from "./kept-rows.ts";
import { linkedWith } from "./links.ts";
import type { RecordState } from "./record-state.ts";
import { fingerprintOf } from "./seen.ts";
import type { Comment, Thread } from "./thread.ts";
import type { Version } from "./version.ts";

/** What a person can choose to hear of or not, in the order of the choices. */
export const allNoticeKinds = [
  "mention",
  "answer",
  "assigned",
  "objection",
  "suggestion",
  "met",
  "changed",
  "version",
  "other",
] as const;

export type NoticeKind = (typeof allNoticeKinds)[number];

/** What each kind is called where it is chosen. */
export const noticeKindWords: Readonly<Record<NoticeKind, string>> = {
  mention: "Somebody mentions you or your borough",
  answer: "Somebody answers you, or closes a conversation you started",
  assigned: "Something is given to you to see to",
  objection: "Somebody objects to what your borough raised, or asks to close your objection",
  suggestion: "New wording is suggested, or yours is accepted or declined",
  met: "A requirement meets a need that your borough raised",
  changed: "The text changes after your borough agreed to it",
  version: "A version is issued; for those who issue them, also what boroughs say to it",
  other: "Anything else that others say or decide (only read out, never listed)",
};

export interface Notice {
  /** The same for the same thing, today and tomorrow. */
  readonly key: string;
  readonly kind: NoticeKind;
  /** What was done, to follow a name: "mentioned you on", "answered you on". */
  readonly did: string;
  /** Null for what is about a version. */
  readonly itemId: string | null;
  /** Number of the version that it is about, or null. */
  readonly version: number | null;
  /** The need that the item is said to meet, for a link. */
  readonly needId: string | null;
  readonly threadId: string | null;
  /** Who and when; null for what nobody did in one moment: a text that changed. */
  readonly by: Deed | null;
  /** What they wrote, or "". */
  readonly words: string;
}

/**
 * Everything a member is told, newest first; texts that changed stand before what was said, since
 * they hold until somebody does something about them. Nothing from before they joined.
 * @param items all items, removed ones too
 */
export function noticesFor(
  member: Member,
  record: RecordState,
  items: readonly Item[],
  off: readonly NoticeKind[] = [],
): readonly Notice[] {
  const all = workOut(new KeptNotices(member), items, record);
  return all.filter(({ kind }) => !off.includes(kind));
}

/** The same, kept up, whatever is turned off. Notices that say what they said are the same objects. */
export class KeptNotices implements Kept<readonly Notice[]> {
  readonly #member: Member;
  readonly #rows = new KeptRows<Notice>();
  /** Ids of all items that there are or that something was said about. */
  readonly #ids = new Set<string>();
  #joined = 0;
  #versions: RecordState["versions"] | null = null;

  constructor(member: Member) {
    this.#member = member;
  }

  update(touched: Iterable<string>, now: StatementNow): readonly Notice[] {
    const ids = new Set(touched);
    // Whether a link is news hangs on whose the need is.
    for (const id of touched) for (const other of linkedWith(id, now.record)) ids.add(other);
    for (const id of ids) this.#ids.add(id);
    const joined = now.record.people.get(this.#member.personId)?.joined.number ?? 0;
    const isAllOther = joined !== this.#joined;
    this.#joined = joined;
    this.#rows.change(isAllOther ? this.#ids : ids, (id, before) => this.#rowsOf(id, before, now));
    const { versions } = now.record;
    if (isAllOther || versions !== this.#versions) {
      this.#versions = versions;
      this.#rows.change([ofVersions], (_, before) => this.#versionRows(before, versions));
    }
    return this.#rows.all();
  }

  #rowsOf(
    itemId: string,
    before: readonly Placed<Notice>[],
    { item: itemOf, record }: StatementNow,
  ): readonly Placed<Notice>[] {
    const kept = keptFrom(before);
    const placed: Placed<Notice>[] = [];
    for (const threadId of record.threadsByItem.get(itemId) ?? []) {
      const thread = record.threads.get(threadId);
      if (!thread) continue;
      for (const [at, notice] of ofThread(thread, this.#member, itemOf).entries()) {
        const { by } = notice;
        if (!by || !this.#isNews(by)) continue;
        const id = `${threadId} ${String(at).padStart(6, "0")}`;
        placed.push({ row: kept(id, notice), rank: -by.number, order: "", id });
      }
    }
    const item = itemOf(itemId);
    const changed = item && ofChangedText(this.#member, record, item);
    if (changed)
      placed.push({ row: kept(itemId, changed), rank: first, order: item.order, id: itemId });
    return placed;
  }

  #versionRows(
    before: readonly Placed<Notice>[],
    versions: RecordState["versions"],
  ): readonly Placed<Notice>[] {
    const kept = keptFrom(before);
    return [...versions.values()].flatMap((version) =>
      ofVersion(version, this.#member).flatMap((notice) => {
        const { by, key } = notice;
        if (!by || !this.#isNews(by)) return [];
        return [{ row: kept(key, notice), rank: -by.number, order: "", id: key }];
      }),
    );
  }

  /** Others did it, after the member had joined. */
  #isNews({ number, personId }: Deed): boolean {
    return number > this.#joined && personId !== this.#member.personId;
  }
}

const first = Number.MIN_SAFE_INTEGER;

/** Where the rows are kept that are about no item. No item has an id with a space. */
const ofVersions = "about versions";

/** What was said of it before, where it says the same: the same object. */
function keptFrom(before: readonly Placed<Notice>[]): (id: string, now: Notice) => Notice {
  const known = new Map(before.map(({ id, row }) => [id, row]));
  return (id, now) => {
    const last = known.get(id);
    return last && JSON.stringify(last) === JSON.stringify(now) ? last : now;
  };
}

function ofVersion({ number, issued, signOffs }: Version, member: Member): readonly Notice[] {
  if (!issued) return [];
  const tell = (by: Deed, did: string, words: string): Notice => ({
    key: `version ${by.number}`,
    kind: "version",
    did,
    itemId: null,
    version: number,
    needId: null,
    threadId: null,
    by,
    words,
  });
  const answers = can(member, "issue-version") ? [...signOffs.values()] : [];
  return [
    tell(issued, "asks for the sign-off of", ""),
    ...answers.map((said) =>
      tell(said, said.state === "signed-off" ? "signed off" : "does not sign off", said.words),
    ),
  ];
}

function ofThread(thread: Thread, member: Member, itemOf: StatementNow["item"]): readonly Notice[] {
  const { itemId } = thread.anchor;
  const tell = (kind: NoticeKind, by: Deed, did: string, words = ""): Notice => ({
    key: `${kind} ${by.number}`,
    kind,
    did,
    itemId,
    version: null,
    needId: null,
    threadId: thread.id,
    by,
    words,
  });
  const isTheirs = (id: string): boolean =>
    itemOf(id)?.raisedBy.includes(member.boroughId) === true;
  return [
    ...ofComments(thread, member, tell),
    ...ofClosing(thread, member, tell),
    ...ofObjection(thread, member, isTheirs(itemId), tell),
    ...ofSuggestion(thread, member, tell),
    ...ofLink(thread, isTheirs, tell),
  ];
}

type Tell = (kind: NoticeKind, by: Deed, did: string, words?: string) => Notice;

function ofComments(thread: Thread, { personId, boroughId }: Member, tell: Tell): Notice[] {
  const notices: Notice[] = [];
  // What is answered: a comment, a link or new wording of one's own.
  let takesPart = thread.started.personId === personId;
  for (const comment of thread.comments) {
    if (comment.personId === personId) takesPart = true;
    if (comment.withdrawn) continue;
    const [how] = mentionsOf(comment, personId, boroughId);
    if (how !== undefined) notices.push(tell("mention", comment, how, comment.text));
    else if (takesPart && comment.number !== thread.started.number)
      notices.push(tell("answer", comment, "answered on", comment.text));
  }
  return notices;
}

function mentionsOf({ mentions }: Comment, personId: string, boroughId: string): string[] {
  const person = mentions.some((one) => "personId" in one && one.personId === personId);
  const borough = mentions.some((one) => "boroughId" in one && one.boroughId === boroughId);
  return [
    ...(person ? ["mentioned you on"] : []),
    ...(borough ? ["mentioned your borough on"] : []),
  ];
}

function ofClosing({ started, closed, ...thread }: Thread, member: Member, tell: Tell): Notice[] {
  const notices: Notice[] = [];
  const { assigned, closingProposed, position, type } = thread;
  if (assigned?.to === member.personId)
    notices.push(
      tell(
        "assigned",
        assigned,
        "gave you to see to",
        assigned.due ? `By ${wordsOfDay(assigned.due)}` : "",
      ),
    );
  const isOurs = (position?.boroughId ?? started.boroughId) === member.boroughId;
  if (closingProposed && type === "objection" && isOurs)
    notices.push(
      tell("objection", closingProposed, "asks to close your objection to", closingProposed.note),
    );
  if (closed && started.personId === member.personId && !position)
    notices.push(tell("answer", closed, "closed your conversation on", closed.note));
  return notices;
}

function ofObjection(thread: Thread, member: Member, isTheirs: boolean, tell: Tell): Notice[] {
  const boroughId = thread.position?.boroughId ?? thread.started.boroughId;
  if (thread.type !== "objection" || !isTheirs || boroughId === member.boroughId) return [];
  return [tell("objection", thread.started, "objects to", thread.comments[0]?.text)];
}

function ofSuggestion({ started, suggests }: Thread, member: Member, tell: Tell): Notice[] {
  if (!suggests) return [];
  const { outcome } = suggests;
  if (!outcome && can(member, "decide-suggestion"))
    return [tell("suggestion", started, "suggests wording for", suggests.because)];
  if (!outcome || started.personId !== member.personId || outcome.state === "withdrawn") return [];
  return outcome.state === "accepted"
    ? [tell("suggestion", outcome, "accepted your wording for")]
    : [tell("suggestion", outcome, "declined your wording for", outcome.why)];
}

function ofLink(thread: Thread, isTheirs: (id: string) => boolean, tell: Tell): Notice[] {
  const { meets, started } = thread;
  if (!meets || meets.withdrawn || !isTheirs(meets.needId)) return [];
  return [{ ...tell("met", started, "says that", meets.because), needId: meets.needId }];
}

function ofChangedText(member: Member, record: RecordState, item: Item): Notice | null {
  if (!can(member, "take-position")) return null;
  const position = record.positions.get(item.id)?.get(member.boroughId);
  if (!position || saysTheSame(position.seen, item, member.boroughId)) return null;
  return {
    key: `changed ${item.id} ${fingerprintOf(item, member.boroughId)}`,
    kind: "changed",
    did: "changed since your borough agreed",
    itemId: item.id,
    version: null,
    needId: null,
    threadId: null,
    by: null,
    words: "",
  };
}
