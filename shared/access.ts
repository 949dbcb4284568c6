/**
 * Who may do what: the one table. Asked when a socket opens, when a command runs, and by the page to
 * show or hide a control.
 */

export type Role = "lead" | "editor" | "reviewer" | "reader";

export const allRoles: readonly Role[] = ["lead", "editor", "reviewer", "reader"];

/** What each role is called and what it lets a person do, in words for the page. */
export const roleWords: Readonly<Record<Role, { readonly label: string; readonly may: string }>> = {
  lead: { label: "Lead", may: "writes, comments, invites people and changes their roles" },
  editor: { label: "Editor", may: "writes and comments" },
  reviewer: { label: "Reviewer", may: "comments and links needs, and cannot change the text" },
  reader: { label: "Reader", may: "reads" },
};

export type Action =
  /** See the text, the record and who takes part. */
  | "read"
  /** Change the text. */
  | "write"
  /** Start and answer threads. */
  | "comment"
  /** Say what conversations that others started are for. */
  | "sort-conversations"
  /** Close an objection of a borough that has nobody left to close it. */
  | "close-for-absent"
  /** Say that words meet a need, how far, and take it back. */
  | "link"
  /** Leave a need out on purpose; say that a requirement needs no need. */
  | "settle"
  /** Say for the borough whether it agrees. Asks for the flag as well as for the role. */
  | "take-position"
  /** Say what the own borough should say. */
  | "propose-position"
  /** Propose new wording. */
  | "suggest"
  /** Accept or decline proposed wording. */
  | "decide-suggestion"
  /** Say what the borough is like: when its contract ends, how it would buy. */
  | "describe-borough"
  /** Write notes that only the own borough sees. */
  | "note"
  /** Keep a version of text and record. */
  | "make-version"
  /** Issue a version to be signed off. */
  | "issue-version"
  /** Sign an issued version off for the borough, or say why not. */
  | "sign-off"
  /** Put text back as it was in a version, and undo that. */
  | "restore"
  /** Bring items in from a file. */
  | "import"
  /** Make, list and withdraw invitation links. */
  | "invite"
  /** Change roles and remove people. */
  | "manage-people";

/** A person in a statement. */
export interface Member {
  readonly personId: string;
  readonly name: string;
  readonly boroughId: string;
  readonly boroughName: string;
  readonly role: Role;
  /** Agrees for the borough. */
  readonly agrees: boolean;
}

const allowed: Readonly<Record<Action, readonly Role[]>> = {
  read: ["lead", "editor", "reviewer", "reader"],
  write: ["lead", "editor"],
  comment: ["lead", "editor", "reviewer"],
  "sort-conversations": ["lead", "editor"],
  "close-for-absent": ["lead"],
  link: ["lead", "editor", "reviewer"],
  settle: ["lead", "editor"],
  "take-position": ["lead", "editor", "reviewer"],
  "propose-position": ["lead", "editor", "reviewer"],
  suggest: ["lead", "editor", "reviewer"],
  "decide-suggestion": ["lead", "editor"],
  "describe-borough": ["lead", "editor", "reviewer"],
  note: ["lead", "editor", "reviewer"],
  "make-version": ["lead", "editor"],
  "issue-version": ["lead"],
  "sign-off": ["lead", "editor", "reviewer"],
  restore: ["lead", "editor"],
  import: ["lead", "editor"],
  invite: ["lead"],
  "manage-people": ["lead"],
};

/** What only those may do who agree for their borough, besides what their role says. */
const forTheBorough: ReadonlySet<Action> = new Set(["take-position", "sign-off"]);

export function can(member: Pick<Member, "role" | "agrees">, action: Action): boolean {
  if (forTheBorough.has(action) && !member.agrees) return false;
  return allowed[action].includes(member.role);
}
