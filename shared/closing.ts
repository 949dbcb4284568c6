/**
 * Who may close a conversation, open it again, and say what it is for. Asked by the commands and by
 * the page, so that a control that is shown works and a refusal says the same words.
 */
import { can, type Member } from "./access.ts";
import { membersIn } from "./members.ts";
import type { RecordState } from "./record-state.ts";
import type { Thread, ThreadType } from "./thread.ts";

/** `bad-input`: nobody may, with a conversation of that sort. */
export interface MayNot {
  readonly state: "may-not";
  readonly code: "not-allowed" | "bad-input";
  readonly because: string;
}

export type Allowed = { readonly state: "may" } | MayNot;

export type Closing =
  | {
      readonly state: "may";
      /** The borough that could close it has nobody left: it takes a reason. */
      readonly needsReason: boolean;
    }
  | (MayNot & {
      /** They can ask those who may. */
      readonly mayPropose: boolean;
    });

/**
 * Anybody who comments closes a conversation; an objection is closed by its borough alone, and what
 * a borough says about an item by its saying something else. Where that borough has nobody left who
 * comments, a lead closes it and says why.
 */
export function closingOf(member: Member, thread: Thread, record: RecordState): Closing {
  if (!can(member, "comment")) return mayNot(roleWords(member));
  if (thread.meets)
    return nobody("This conversation links a need. Take the link back if it no longer holds.");
  if (thread.suggests)
    return nobody(
      "This conversation suggests wording. It closes when the wording is accepted, declined or withdrawn.",
    );
  const owner = ownerOf(thread);
  if (owner === null) return { state: "may", needsReason: false };
  const isTheirs = owner === member.boroughId;
  if (isTheirs && !thread.position) return { state: "may", needsReason: false };
  const name = boroughNameIn(record, owner);
  if (!isTheirs && !hasSomebody(record, owner)) {
    if (can(member, "close-for-absent")) return { state: "may", needsReason: true };
    return mayNot(`Nobody of ${name} can close this any more. A lead can, and says why.`, true);
  }
  if (thread.position)
    return nobody(
      `This conversation is what ${name} says about the item. It closes when ${name} says something else.`,
      !isTheirs,
    );
  return mayNot(`Only ${name} can close this objection. You can propose to close it.`, true);
}

/** Who may close it may open it again: nobody else says that a borough still objects. */
export function reopeningOf(member: Member, thread: Thread, record: RecordState): Allowed {
  const { position, anchor } = thread;
  if (position) {
    const standing = record.positions.get(anchor.itemId)?.get(position.boroughId);
    if (standing?.threadId !== thread.id)
      return nobody(
        "This conversation closed because the borough says something else now. Start a new one.",
      );
  }
  if (mayKeepOpen(member, thread, record)) return { state: "may" };
  const owner = ownerOf(thread);
  if (owner === null || !can(member, "comment")) return mayNot(roleWords(member));
  return mayNot(
    `Only ${boroughNameIn(record, owner)} can open this again. Start a new conversation.`,
  );
}

/** Who may say that a conversation should stay open when somebody proposes to close it. */
export function mayKeepOpen(member: Member, thread: Thread, record: RecordState): boolean {
  if (closingOf(member, thread, record).state === "may") return true;
  return thread.position?.boroughId === member.boroughId && can(member, "comment");
}

/**
 * Whoever started it, and editors, who keep the conversations in order. What is or becomes an
 * objection speaks for a borough, so that only those of that borough may say so.
 */
export function changingTypeOf(
  member: Member,
  thread: Thread,
  type: ThreadType,
  record: RecordState,
): Allowed {
  if (!can(member, "comment")) return mayNot(roleWords(member));
  if (thread.meets || thread.suggests || thread.position)
    return nobody(
      "This conversation is about a link, a suggestion or what a borough says. It stays that.",
    );
  if (thread.closed) return nobody("This conversation was closed. Reopen it first.");
  const { boroughId, personId } = thread.started;
  if (thread.type === "objection" || type === "objection") {
    if (boroughId === member.boroughId) return { state: "may" };
    const name = boroughNameIn(record, boroughId);
    return mayNot(
      thread.type === "objection"
        ? `Only ${name} can say that this is no longer an objection.`
        : `Only ${name} can say that this is an objection. Start a conversation to object yourself.`,
    );
  }
  if (personId === member.personId || can(member, "sort-conversations")) return { state: "may" };
  return mayNot("Only whoever started a conversation, an editor or a lead can change what it is.");
}

/** The borough that alone may close it, or null when anybody who comments may. */
function ownerOf({ position, type, started }: Thread): string | null {
  if (position) return position.boroughId;
  return type === "objection" ? started.boroughId : null;
}

function hasSomebody(record: RecordState, boroughId: string): boolean {
  return membersIn(record).some(
    (member) => member.boroughId === boroughId && can(member, "comment"),
  );
}

function boroughNameIn({ people }: RecordState, boroughId: string): string {
  const known = [...people.values()].find((person) => person.boroughId === boroughId);
  return known?.boroughName ?? "its borough";
}

function roleWords({ role }: Member): string {
  return `Your role in this statement is ${role}, which does not let you do that.`;
}

function mayNot(because: string, mayPropose = false): MayNot & { readonly mayPropose: boolean } {
  return { state: "may-not", code: "not-allowed", because, mayPropose };
}

function nobody(because: string, mayPropose = false): MayNot & { readonly mayPropose: boolean } {
  return { ...mayNot(because, mayPropose), code: "bad-input" };
}
