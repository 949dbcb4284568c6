/**
 * What people said, as Word's own comments: on the words they are about, with who and when, answers as
 * replies, and those that were settled marked as done.
 */
import { CommentRangeEnd, CommentRangeStart, CommentReference, Paragraph, TextRun } from "docx";
import type { ICommentOptions, ParagraphChild } from "docx";
import { printable } from "../printable.ts";
import type { Said } from "../document/said.ts";
import type { Range } from "./write-text.ts";

export interface WordComments {
  /** For the file. */
  readonly comments: readonly ICommentOptions[];
  /** On words of that field of that item. */
  readonly ranges: (itemId: string, field: string) => readonly Range[];
  /** On the item as a whole: around its reference or its first words. */
  readonly whole: (itemId: string) => {
    readonly start: ParagraphChild[];
    readonly end: ParagraphChild[];
  };
}

export function wordComments(said: readonly Said[]): WordComments {
  const comments: ICommentOptions[] = [];
  const ranges = new Map<string, Range[]>();
  const wholes = new Map<string, Range[]>();
  for (const { itemId, label, place, closed, words } of said) {
    const ids = words.map((one, at) => {
      const id = comments.length;
      comments.push({
        id,
        author: one.who,
        initials: initialsOf(one.who),
        date: new Date(one.at),
        children: linesOf(at === 0 && label !== "" ? `${label}: ${one.text}` : one.text),
        ...(at > 0 ? { parentId: id - at } : {}),
        resolved: closed,
      });
      return id;
    });
    const range = {
      from: place?.from ?? 0,
      to: place?.to ?? 0,
      start: ids.map((id) => new CommentRangeStart(id)),
      end: ids.flatMap((id) => [
        new CommentRangeEnd(id),
        new TextRun({ children: [new CommentReference(id)] }),
      ]),
    };
    const [holder, key] = place ? [ranges, `${itemId} ${place.field}`] : [wholes, itemId];
    holder.set(key, [...(holder.get(key) ?? []), range]);
  }
  return {
    comments,
    ranges: (itemId, field) => ranges.get(`${itemId} ${field}`) ?? [],
    whole: (itemId) => {
      const all = wholes.get(itemId) ?? [];
      return { start: all.flatMap(({ start }) => start), end: all.flatMap(({ end }) => end) };
    },
  };
}

function linesOf(text: string): Paragraph[] {
  const lines = printable(text)
    .split("\n")
    .filter((line) => line.trim() !== "");
  return (lines.length > 0 ? lines : ["(no words)"]).map(
    (line) => new Paragraph({ style: "CommentText", children: [new TextRun(line)] }),
  );
}

/** "PS" of "Priya Shah (Camden)". */
function initialsOf(who: string): string {
  const name = who.replace(/\s*\(.*$/, "");
  const letters = name.split(/\s+/).flatMap((word) => /\p{L}/u.exec(word)?.[0] ?? []);
  return [letters.at(0), letters.length > 1 ? letters.at(-1) : ""].join("").toUpperCase();
}
