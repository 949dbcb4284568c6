/** Makes the words of one paragraph say something else, letter by letter and mark by mark. */
import * as Y from "yjs";
import { letterSteps } from "./letter-steps.ts";
import { markTypeOf, type RichNode } from "./rich-text.ts";

type Marks = Readonly<Record<string, unknown>>;

/** One letter (a UTF-16 unit) where it lies; an embedded object has no letter and is left alone. */
interface Letter {
  /** Which of the texts. */
  readonly text: number;
  readonly letter: string;
  readonly marks: Marks;
}

/** One operation of `applyDelta`. */
type Operation = (
  | { readonly does: "retain" | "delete"; readonly length: number }
  | { readonly does: "insert"; readonly words: string }
) & { readonly marks: Marks | null };

/**
 * @param texts all that the paragraph holds; it is usually one
 * @param wanted words with their marks
 */
export function writeWords(
  paragraph: Y.XmlElement,
  texts: readonly Y.XmlText[],
  wanted: readonly RichNode[],
): void {
  if (texts.length === 0) {
    paragraph.insert(0, [new Y.XmlText()]);
    writeWords(paragraph, paragraph.toArray() as Y.XmlText[], wanted);
    return;
  }
  const have = texts.flatMap(lettersOf);
  const want = wanted.flatMap((node) => [...unitsOf(node.text ?? "")].map(() => marksOf(node)));
  const operations = texts.map((): Operation[] => []);
  const steps = letterSteps(
    have.map(({ letter }) => letter).join(""),
    wanted.map(({ text }) => text ?? "").join(""),
  );
  let [at, wantedAt] = [0, 0];
  const add = (operation: Operation, text: number): void =>
    append(operations[text] ?? [], operation);
  const passObjects = (): void => {
    for (; have[at]?.letter === ""; at += 1)
      add({ does: "retain", length: 1, marks: null }, have[at]?.text ?? 0);
  };
  for (const step of steps) {
    if (step.state === "new") {
      // Behind the letter before, in the same text as that one.
      const text = have[at - 1]?.text ?? have[at]?.text ?? 0;
      for (const words of unitsOf(step.text))
        add({ does: "insert", words, marks: want[wantedAt++] ?? {} }, text);
      continue;
    }
    for (let count = 0; count < step.length; count += 1) {
      passObjects();
      const { text = 0, marks = {} } = have[at++] ?? {};
      if (step.state === "gone") add({ does: "delete", length: 1, marks: null }, text);
      else {
        const changes = changedMarks(marks, want[wantedAt++] ?? {});
        add({ does: "retain", length: 1, marks: changes }, text);
      }
    }
  }
  for (const [number, text] of texts.entries()) {
    const list = operations[number] ?? [];
    if (list.some(({ does, marks }) => does !== "retain" || marks))
      text.applyDelta(list.map(deltaOf));
  }
}

function lettersOf(node: Y.XmlText, text: number): Letter[] {
  const delta = node.toDelta() as { insert: unknown; attributes?: Marks }[];
  return delta.flatMap(({ insert, attributes: marks = {} }) =>
    typeof insert === "string"
      ? unitsOf(insert).map((letter) => ({ text, letter, marks }))
      : [{ text, letter: "", marks }],
  );
}

function unitsOf(text: string): string[] {
  return text.split("");
}

function marksOf({ marks = [] }: RichNode): Marks {
  return Object.fromEntries(marks.map(({ type, attrs }) => [type, attrs ?? {}]));
}

/** Puts an operation at the end of a list; letters that are treated alike are treated at once. */
function append(list: Operation[], next: Operation): void {
  const last = list.at(-1);
  const isAlike =
    last?.does === next.does && JSON.stringify(last.marks) === JSON.stringify(next.marks);
  if (!last || !isAlike) list.push(next);
  else if (last.does === "insert" && next.does === "insert")
    list[list.length - 1] = { ...last, words: last.words + next.words };
  else if (last.does !== "insert" && next.does !== "insert")
    list[list.length - 1] = { ...last, length: last.length + next.length };
}

function deltaOf(operation: Operation): Record<string, unknown> {
  const { does, marks } = operation;
  const what = operation.does === "insert" ? operation.words : operation.length;
  return { [does]: what, ...(marks ? { attributes: marks } : {}) };
}

/** What has to be said so that letters marked `before` are marked `after`, or null when nothing. */
function changedMarks(before: Marks, after: Marks): Marks | null {
  const changes: Record<string, unknown> = {};
  const staying = new Set<string>();
  for (const [name, value] of Object.entries(before)) {
    const type = markTypeOf(name);
    if (isSameMark(value, after[type])) staying.add(type);
    else changes[name] = null;
  }
  for (const [type, value] of Object.entries(after)) {
    if (!staying.has(type)) changes[type] = value;
  }
  return Object.keys(changes).length > 0 ? changes : null;
}

function isSameMark(a: unknown, b: unknown): boolean {
  const said = (value: unknown): string =>
    JSON.stringify(typeof value === "object" && value !== null ? value : {});
  return b !== undefined && said(a) === said(b);
}
