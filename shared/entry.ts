/**
 * One entry of a statement's record: what somebody said or decided, when, chained to the entry before.
 *
 * The hash covers `facts` and a digest of `words`, not the words themselves: words that law says must
 * go can be erased and the chain still verifies.
 */
import { digestOf } from "./canonical.ts";

/** What a command hands over to be appended. */
export interface EntryDraft {
  /** The command's name: `start-thread`, `reply`, … */
  readonly type: string;
  /** Ids, numbers and choices. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** Everything people wrote, and their names. */
  readonly words: Readonly<Record<string, unknown>>;
}

export interface Entry extends EntryDraft {
  /** 1, 2, 3… without a gap in each statement. */
  readonly number: number;
  readonly statementId: string;
  /** ISO 8601, UTC, the server's clock; never earlier than the entry before. */
  readonly at: string;
  readonly personId: string;
  readonly boroughId: string;
  readonly wordsDigest: string;
  /** SHA-256 over this entry's other parts and the hash of the entry before. */
  readonly hash: string;
}

/** Who says it and when, for `sealEntry`. */
export interface Seal {
  readonly statementId: string;
  readonly at: string;
  readonly personId: string;
  readonly boroughId: string;
}

/** Where a chain stands: number and hash of its last entry. */
export interface ChainHead {
  readonly number: number;
  readonly hash: string;
  /** Time of the last entry, or "" before the first. */
  readonly at: string;
}

export const chainStart: ChainHead = { number: 0, hash: "", at: "" };

/** Gives a draft its number, time and hash: the next entry after `head`. */
export function sealEntry(head: ChainHead, draft: EntryDraft, seal: Seal): Entry {
  const { type, facts, words } = draft;
  const unsealed = {
    type,
    facts,
    words,
    number: head.number + 1,
    statementId: seal.statementId,
    at: seal.at > head.at ? seal.at : head.at,
    personId: seal.personId,
    boroughId: seal.boroughId,
    wordsDigest: digestOf(draft.words),
  };
  return { ...unsealed, hash: hashOf(unsealed, head.hash) };
}

/** What is wrong with `entry` as the next after `head`, or null when the chain holds. */
function findBreak(head: ChainHead, entry: Entry): string | null {
  if (entry.number !== head.number + 1) return `entry ${head.number + 1} is missing`;
  if (entry.at < head.at) return `entry ${entry.number} is earlier than the one before it`;
  const erased = Object.keys(entry.words).length === 0;
  if (!erased && digestOf(entry.words) !== entry.wordsDigest)
    return `the words of entry ${entry.number} were changed`;
  if (hashOf(entry, head.hash) !== entry.hash) return `entry ${entry.number} was changed`;
  return null;
}

/** The first thing that is wrong with a whole record, or null when its chain holds from the start. */
export function findFirstBreak(entries: readonly Entry[]): string | null {
  let head = chainStart;
  for (const entry of entries) {
    const broken = findBreak(head, entry);
    if (broken !== null) return broken;
    head = entry;
  }
  return null;
}

function hashOf(entry: Omit<Entry, "hash">, previousHash: string): string {
  const { number, statementId, at, personId, boroughId, type, facts, wordsDigest } = entry;
  return digestOf({
    number,
    statementId,
    at,
    personId,
    boroughId,
    type,
    facts,
    wordsDigest,
    previousHash,
  });
}
