/**
 * Where the letters of a field lie: from an offset in its plain text to the `Y.XmlText` that holds
 * the letter, and back. Promises that its text is exactly what `plainText` gives for the field, for
 * lists, tables and several texts in one paragraph too, and that it never throws.
 */
import * as Y from "yjs";

/** Letters that stand together in one text. */
interface Run {
  readonly node: Y.XmlText;
  /** Index of the first letter in `node`. */
  readonly at: number;
  /** Offset of the first letter in the field's plain text. */
  readonly start: number;
  readonly length: number;
}

/** A place in one text. */
export interface Place {
  readonly node: Y.XmlText;
  readonly index: number;
}

export interface FieldLayout {
  /** The field's plain text; blocks parted by one line break. */
  readonly text: string;
  /** Where the letter at `offset` lies, or null for a line break between blocks and past the end. */
  placeOfLetter(offset: number): Place | null;
  /** The offset of an index in a text, or null when that text is not part of this field. */
  offsetOf(node: unknown, index: number): number | null;
}

/** How a field lies at this moment; read again after an edit. */
export function layOut(fragment: Y.XmlFragment): FieldLayout {
  const runs: Run[] = [];
  let text = "";

  // What `readRichText` and `plainText` do one after the other, keeping hold of the texts.
  const read = (parts: readonly Part[], parted: boolean) => {
    for (const [number, part] of parts.entries()) {
      if (parted && number > 0) text += "\n";
      if (part.state === "block") read(part.parts, !part.parts.every((one) => one.state === "run"));
      else {
        const { node, at, words } = part;
        runs.push({ node, at, start: text.length, length: words.length });
        text += words;
      }
    }
  };
  read(partsOf(fragment), true);

  return {
    text,
    placeOfLetter(offset) {
      const run = runs.find(({ start, length }) => start <= offset && offset < start + length);
      return run ? { node: run.node, index: run.at + offset - run.start } : null;
    },
    offsetOf(node, index) {
      const own = runs.filter((run) => run.node === node);
      const last = own.at(-1);
      if (!last) return null;
      const run = own.find(({ at, length }) => index <= at + length) ?? last;
      return run.start + Math.min(Math.max(index - run.at, 0), run.length);
    },
  };
}

type Part =
  | { readonly state: "run"; readonly node: Y.XmlText; readonly at: number; readonly words: string }
  | { readonly state: "block"; readonly parts: readonly Part[] };

function partsOf(parent: Y.XmlFragment): Part[] {
  return parent.toArray().flatMap((child): Part[] => {
    if (child instanceof Y.XmlText) return runsOf(child);
    return child instanceof Y.XmlElement ? [{ state: "block", parts: partsOf(child) }] : [];
  });
}

function runsOf(node: Y.XmlText): Part[] {
  const runs: Part[] = [];
  let at = 0;
  for (const { insert } of node.toDelta() as { insert?: unknown }[]) {
    // Anything but a string is an embedded object: one index, no letters.
    if (typeof insert === "string" && insert !== "")
      runs.push({ state: "run", node, at, words: insert });
    at += typeof insert === "string" ? insert.length : 1;
  }
  return runs;
}
