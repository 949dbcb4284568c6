/**
 * What changed between two lines of words, marks too. Promises both lines exactly: what is not gone is
 * the one before, letter for letter, and what is not new is the other; no letter or emoji is cut in two.
 */
import { diffArrays } from "diff";
import type { Mark, RichNode } from "./rich-text.ts";

/** A stretch of words with the same marks. `restyled`: the same words with other marks. */
export type DiffRun =
  | {
      readonly state: "same" | "gone" | "new";
      readonly text: string;
      readonly marks: readonly Mark[];
    }
  | {
      readonly state: "restyled";
      readonly text: string;
      readonly before: readonly Mark[];
      readonly marks: readonly Mark[];
    };

/** Beyond this many changed words two lines count as different from end to end (it bounds the work). */
const mostChanges = 1_000;

/** Cuts into words, spaces and signs as a reader would: an emoji of several parts is one. */
const segmenter = new Intl.Segmenter("en", { granularity: "word" });

/**
 * @param before and `after`: the words of a paragraph each, evened out
 * @returns in reading order; what went stands before what came
 */
export function runDifference(before: readonly RichNode[], after: readonly RichNode[]): DiffRun[] {
  const [gone, come] = [new Reader(before), new Reader(after)];
  return changesBetween(gone.words, come.words).flatMap(({ state, length }): DiffRun[] => {
    if (state === "gone") return gone.take(length).map((run) => ({ state, ...run }));
    if (state === "new") return come.take(length).map((run) => ({ state, ...run }));
    return both(gone.take(length), come.take(length));
  });
}

/** All of a line in one state. */
export function runsIn(state: "same" | "gone" | "new", line: readonly RichNode[]): DiffRun[] {
  const reader = new Reader(line);
  return reader.take(reader.words.length).map((run) => ({ state, ...run }));
}

interface Stretch {
  readonly state: "same" | "gone" | "new";
  readonly length: number;
}

function changesBetween(before: string, after: string): Stretch[] {
  if (before === after) return [{ state: "same", length: before.length }];
  const changes = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: mostChanges });
  if (!changes) {
    return [
      { state: "gone", length: before.length },
      { state: "new", length: after.length },
    ];
  }
  return gather(
    changes.map(({ value, removed, added }) => ({
      state: removed ? "gone" : added ? "new" : "same",
      text: value.join(""),
    })),
  );
}

/**
 * Puts changes with nothing but space between them together: "two hours" became "four days", rather
 * than "two" became "four" and "hours" became "days".
 */
function gather(pieces: readonly { state: Stretch["state"]; text: string }[]): Stretch[] {
  const stretches: Stretch[] = [];
  let [gone, come, space] = ["", "", ""];
  const close = (): void => {
    if (gone !== "") stretches.push({ state: "gone", length: gone.length });
    if (come !== "") stretches.push({ state: "new", length: come.length });
    if (space !== "") stretches.push({ state: "same", length: space.length });
    [gone, come, space] = ["", "", ""];
  };
  for (const { state, text } of pieces) {
    if (state !== "same") {
      // A space between two changes that are both only gone, or both only new, is no change.
      if (space !== "" && (state === "gone" ? come === "" : gone === "")) close();
      if (state === "gone") [gone, come] = [gone + space + text, come + space];
      else [gone, come] = [gone + space, come + space + text];
      space = "";
    } else if (gone + come !== "" && space === "" && text.trim() === "") space = text;
    else {
      close();
      stretches.push({ state, length: text.length });
    }
  }
  close();
  return stretches;
}

function wordsOf(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

interface Run {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** Reads a line from its beginning, so many letters at a time. */
class Reader {
  readonly words: string;
  readonly #runs: readonly Run[];
  #run = 0;
  #offset = 0;

  constructor(line: readonly RichNode[]) {
    this.#runs = line.flatMap(({ text, marks = [] }) =>
      text === undefined || text === "" ? [] : [{ text, marks }],
    );
    this.words = this.#runs.map(({ text }) => text).join("");
  }

  take(length: number): Run[] {
    const taken: Run[] = [];
    let left = length;
    while (left > 0) {
      const run = this.#runs[this.#run];
      if (!run) break;
      const text = run.text.slice(this.#offset, this.#offset + left);
      taken.push({ text, marks: run.marks });
      left -= text.length;
      this.#offset += text.length;
      if (this.#offset < run.text.length) continue;
      this.#run += 1;
      this.#offset = 0;
    }
    return taken;
  }
}

/** The same words twice, cut where the marks of either change. */
function both(before: readonly Run[], after: readonly Run[]): DiffRun[] {
  const runs: DiffRun[] = [];
  const rest = [...before];
  for (const { text, marks } of after) {
    let from = 0;
    while (from < text.length) {
      const was = rest.shift();
      if (!was) break;
      const part = text.slice(from, from + was.text.length);
      if (part.length < was.text.length)
        rest.unshift({ text: was.text.slice(part.length), marks: was.marks });
      runs.push(
        isAlike(was.marks, marks)
          ? { state: "same", text: part, marks }
          : { state: "restyled", text: part, before: was.marks, marks },
      );
      from += part.length;
    }
  }
  return runs;
}

function isAlike(a: readonly Mark[], b: readonly Mark[]): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
