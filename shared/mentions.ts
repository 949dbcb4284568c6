/**
 * Mentions: calling on a person or a borough with `@` and their name. The words stay as they were
 * written and the record keeps who was meant; which letters those are is found again by the name.
 */
import { membersIn } from "./members.ts";
import type { RecordState } from "./record-state.ts";
import type { Mention } from "./thread.ts";

/** Who can be called on, and how they are written after the `@`. */
export interface Mentionable {
  readonly mention: Mention;
  readonly name: string;
  /** The name; with the borough where two people have it: "Tom Whitfield (Hackney)". */
  readonly handle: string;
  /** A person's borough; null for a borough. */
  readonly boroughName: string | null;
}

/** A piece of a text, and whether it calls on somebody. */
export interface TextPiece {
  readonly text: string;
  readonly isMention: boolean;
}

type People = Pick<RecordState, "people">;

/** The people who take part, in the order in which they joined, then their boroughs. */
export function mentionablesIn(record: RecordState): readonly Mentionable[] {
  const members = membersIn(record);
  const boroughs = new Map(members.map(({ boroughId, boroughName }) => [boroughId, boroughName]));
  const shared = sharedNames(members.map(({ name }) => name));
  return [
    ...members.map(({ personId, name, boroughName }) => ({
      mention: { personId },
      name,
      handle: shared.has(name.toLowerCase()) ? `${name} (${boroughName})` : name,
      boroughName,
    })),
    ...[...boroughs].map(([boroughId, name]) => ({
      mention: { boroughId },
      name,
      handle: name,
      boroughName: null,
    })),
  ];
}

/** Whom a text calls on, each once, in the order in which they are named. A name that two share calls both. */
export function mentionsIn(text: string, mentionables: readonly Mentionable[]): Mention[] {
  const byHandle = new Map<string, Mentionable[]>();
  for (const one of mentionables)
    for (const handle of new Set([one.handle.toLowerCase(), one.name.toLowerCase()]))
      byHandle.set(handle, [...(byHandle.get(handle) ?? []), one]);
  const called = handlesIn(text, [...byHandle.keys()]).flatMap(
    ({ handle }) => byHandle.get(handle) ?? [],
  );
  return [...new Map(called.map(({ mention }) => [keyOfMention(mention), mention])).values()];
}

/** The text in pieces, in order; together they are the text. People who left are found too. */
export function piecesOf(text: string, mentions: readonly Mention[], record: People): TextPiece[] {
  const pieces: TextPiece[] = [];
  let done = 0;
  for (const { from, to } of handlesIn(text, handlesOf(mentions, record))) {
    if (from > done) pieces.push({ text: text.slice(done, from), isMention: false });
    pieces.push({ text: text.slice(from, to), isMention: true });
    done = to;
  }
  if (done < text.length) pieces.push({ text: text.slice(done), isMention: false });
  return pieces;
}

/** Whether a text names them, however long ago they took part. */
export function isWritten(text: string, mention: Mention, record: People): boolean {
  return piecesOf(text, [mention], record).some(({ isMention }) => isMention);
}

/** The same for the same person or borough. */
export function keyOfMention(mention: Mention): string {
  return "personId" in mention ? `person ${mention.personId}` : `borough ${mention.boroughId}`;
}

/** However they may have been written: a name that two have now may have been one's alone then. */
function handlesOf(mentions: readonly Mention[], { people }: People): string[] {
  return mentions.flatMap((mention) => {
    if ("personId" in mention) {
      const person = people.get(mention.personId);
      return person ? [person.name, `${person.name} (${person.boroughName})`] : [];
    }
    const of = [...people.values()].find(({ boroughId }) => boroughId === mention.boroughId);
    return of ? [of.boroughName] : [];
  });
}

interface Place {
  readonly from: number;
  readonly to: number;
  /** In lower case. */
  readonly handle: string;
}

/** Where a handle stands after an `@` that begins a word: the `@` of an address does not. The longest that fits. */
function handlesIn(text: string, handles: readonly string[]): Place[] {
  if (!text.includes("@") || handles.length === 0) return [];
  const longestFirst = handles.toSorted((a, b) => b.length - a.length).map(escaped);
  const called = new RegExp(
    String.raw`(?<![\p{L}\p{N}@_-])@(${longestFirst.join("|")})(?![\p{L}\p{N}])`,
    "giu",
  );
  return [...text.matchAll(called)].map(({ index, 0: all, 1: handle = "" }) => ({
    from: index,
    to: index + all.length,
    handle: handle.toLowerCase(),
  }));
}

function escaped(words: string): string {
  return words.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}

function sharedNames(names: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const name of names.map((one) => one.toLowerCase()))
    (seen.has(name) ? shared : seen).add(name);
  return shared;
}
