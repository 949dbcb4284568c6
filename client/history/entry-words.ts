/** What an entry of the record says, to follow a person's name, and the words that were written in it. */
import type { Entry } from "../../shared/entry.ts";
import { stanceWords, type Stance } from "../../shared/position.ts";
import type { RecordState } from "../../shared/record-state.ts";
import { boroughName } from "../connection/borough-names.ts";

export interface EntryWords {
  /** "linked this to N-3, partly". */
  readonly did: string;
  /** What they wrote, or "". */
  readonly said: string;
}

type Say = (entry: Entry, record: RecordState) => string;

const plainly: Readonly<Record<string, string | Say>> = {
  reply: "answered",
  "edit-comment": "changed a comment",
  "withdraw-comment": "took a comment back",
  "close-thread": "closed a conversation",
  "reopen-thread": "opened a conversation again",
  "propose-closing": "asked to close a conversation",
  "withdraw-closing-proposal": "took back asking to close a conversation",
  "keep-open": "kept a conversation open",
  "assign-thread": "gave a conversation to somebody to see to",
  "change-thread-type": "said what a conversation is",
  "change-how": (entry) => `said that it is met ${textIn(entry.facts["how"])}`,
  confirm: "said that a link still holds",
  "withdraw-link": "took a link back",
  "leave-out-need": "left it out on purpose",
  "put-back-need": "put it back among the needs to meet",
  "needs-no-need": "said that it needs no need",
  "needs-a-need": "said that it needs a need after all",
  "dismiss-hint": "dismissed a hint about the wording",
  "restore-hint": "let a hint about the wording be given again",
  "withdraw-position": (entry, record) => `took back what ${boroughIn(entry, record)} said`,
  "withdraw-proposal": (entry, record) =>
    `took back what was proposed for ${boroughIn(entry, record)}`,
  "renew-positions": (entry, record) =>
    `said that ${boroughIn(entry, record)} still says the same of the text as it is now`,
  "suggest-wording": "suggested wording",
  "accept-suggestion": "accepted suggested wording",
  "decline-suggestion": "declined suggested wording",
  "withdraw-suggestion": "took suggested wording back",
  "describe-borough": (entry, record) => `said how ${boroughIn(entry, record)} would take part`,
  "start-thread": (entry) => startWords[textIn(entry.facts["type"])] ?? "commented",
  "meet-need": (entry, record) =>
    `said that it meets ${referenceIn(entry.facts["needId"], record)}, ${textIn(entry.facts["how"])}`,
  "take-position": (entry, record) => `said for ${boroughIn(entry, record)}: ${stanceIn(entry)}`,
  "propose-position": (entry, record) =>
    `proposed that ${boroughIn(entry, record)} says: ${stanceIn(entry)}`,
  "make-version": "made a version",
  "keep-version": "kept a version",
  "issue-version": (entry) => `issued it as issued version ${String(entry.facts["issue"])}`,
  "sign-off-version": (entry, record) =>
    `signed the issued version off for ${boroughIn(entry, record)}`,
  "decline-version": (entry, record) =>
    `said why ${boroughIn(entry, record)} does not sign the issued version off`,
  "restore-version": (entry) => `restored version ${String(entry.facts["version"])}`,
  "undo-restore": "undid a restore",
  "give-references": "gave references to items with words",
  import: "brought items in from a file",
  "begin-from": (entry) =>
    entry.facts["outline"] === null
      ? "began with the items of an earlier statement"
      : "began with an outline",
  "undo-import": "undid bringing items in from a file",
  join: "came into the statement",
  "change-role": "changed what somebody may do",
  "remove-person": "removed somebody",
};

const startWords: Readonly<Record<string, string>> = {
  question: "asked",
  objection: "objected",
  decision: "noted a decision",
};

/** Never throws: an entry of a later Needline is told by its name. */
export function entryWords(entry: Entry, record: RecordState): EntryWords {
  const say = plainly[entry.type];
  const did =
    say === undefined
      ? entry.type.replaceAll("-", " ")
      : typeof say === "string"
        ? say
        : say(entry, record);
  const { words } = entry;
  const said = ["text", "words", "because", "why", "name", "note", "fileName", "title"]
    .map((name) => textIn(words[name]))
    .find((text) => text !== "");
  return { did, said: said ?? "" };
}

function textIn(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function referenceIn(itemId: unknown, record: RecordState): string {
  return record.references.get(textIn(itemId)) ?? "a need";
}

function stanceIn({ facts }: Entry): string {
  const stance = textIn(facts["stance"]);
  return Object.hasOwn(stanceWords, stance)
    ? stanceWords[stance as Stance].label.toLowerCase()
    : stance;
}

function boroughIn({ boroughId }: Entry, record: RecordState): string {
  return boroughName(record, boroughId);
}
