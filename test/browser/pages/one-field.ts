/**
 * Runs in the page: several people in one field, each with a real editor and a document of their own.
 * Every letter ever typed is another one, so that each can be told from all others.
 */
import { Editor } from "@tiptap/core";
import { TextSelection } from "@tiptap/pm/state";
import * as Y from "yjs";
import { fieldBinding, fromLasting, toLasting } from "../../../client/editor/live/field-binding.ts";
import { textExtensions } from "../../../client/editor/text/text-schema.ts";
import { makeFragment, richTextFromPlain } from "../../../shared/rich-text.ts";

export interface Outcome {
  readonly steps: number;
  readonly carets: number;
  /** Carets that were no longer beside the letter they had been beside. */
  readonly movedCarets: readonly string[];
  readonly lostLetters: number;
  readonly typedLetters: number;
  readonly doubledLetters: number;
  readonly errors: readonly string[];
  readonly haveConverged: boolean;
}

/** A small random generator (mulberry32), the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Person {
  readonly doc: Y.Doc;
  readonly editor: Editor;
  readonly undo: Y.UndoManager;
  /** What has not reached them yet, from each of the others in order. */
  readonly inbox: Map<Person, Uint8Array[]>;
}

/** @param calm only typing at the caret: no word may be lost then */
export function runField(seed: number, size: number, steps: number, calm: boolean): Outcome {
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const errors: string[] = [];
  const onError = (event: ErrorEvent): void => void errors.push(event.message);
  addEventListener("error", onError);
  let letter = 0x4e00;
  const typed: string[] = [];
  const deleted = new Set<string>();

  const first = new Y.Doc();
  first
    .getMap("fields")
    .set("field", makeFragment(richTextFromPlain("The service shows a date\n\nand a time")));
  const people: Person[] = [];
  for (let number = 0; number < size; number += 1) people.push(makePerson(first, number + 1));
  for (const person of people) {
    for (const other of people) if (other !== person) person.inbox.set(other, []);
    person.doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin === "network") return;
      for (const other of people) other.inbox.get(person)?.push(update);
    });
  }

  const act = ({ editor, undo }: Person): void => {
    const { state, view } = editor;
    const roll = random();
    const { selection } = state;
    if (calm || roll < 0.55) {
      const letters = Array.from({ length: 1 + (letter % 3) }, () => String.fromCharCode(letter++));
      const word = letters.join("");
      typed.push(...letters);
      for (const one of state.doc.textBetween(selection.from, selection.to)) deleted.add(one);
      view.dispatch(state.tr.insertText(word));
    } else if (roll < 0.75) {
      const at = Math.floor(random() * state.doc.content.size);
      const near = TextSelection.near(state.doc.resolve(at));
      view.dispatch(state.tr.setSelection(near));
    } else if (roll < 0.85) {
      const to = selection.from;
      const from = Math.max(selection.$from.start(), to - 1 - Math.floor(random() * 4));
      if (from < to) {
        for (const one of state.doc.textBetween(from, to)) deleted.add(one);
        view.dispatch(state.tr.delete(from, to));
      }
    } else if (roll < 0.9) {
      editor.commands.splitBlock();
    } else if (roll < 0.95) {
      const end = selection.$from.end();
      view.dispatch(
        state.tr.addMark(
          selection.from,
          Math.min(end, selection.from + 4),
          state.schema.mark("bold"),
        ),
      );
    } else if (undo.undoStack.length > 0) {
      const before = new Set(state.doc.textContent);
      undo.undo();
      const now = new Set(editor.state.doc.textContent);
      for (const one of before) if (!now.has(one)) deleted.add(one);
      for (const one of now) deleted.delete(one);
    }
  };

  const movedCarets: string[] = [];
  let carets = 0;
  const deliver = (person: Person, from: Person): void => {
    const update = person.inbox.get(from)?.shift();
    if (!update) return;
    const { state } = person.editor;
    const before = letterBefore(person);
    const lasting = toLasting(state, state.selection.head);
    Y.applyUpdate(person.doc, update, "network");
    const isStillThere =
      before !== null &&
      person.editor.state.doc.textContent.includes(before) &&
      isKept(person, lasting);
    if (!isStillThere) return;
    carets += 1;
    const now = letterBefore(person);
    if (now !== before) movedCarets.push(`${before} became ${now} (seed ${seed})`);
  };

  for (let step = 0; step < steps; step += 1) {
    const person = pick(people);
    try {
      if (random() < 0.55) act(person);
      else deliver(person, pick(people.filter((other) => other !== person)));
    } catch (error) {
      errors.push(`seed ${seed}, step ${step}: ${String(error)}`);
    }
  }
  for (let round = 0; round < 10; round += 1)
    for (const person of people)
      for (const other of person.inbox.keys())
        while ((person.inbox.get(other)?.length ?? 0) > 0) deliver(person, other);

  const texts = people.map(({ editor }) => JSON.stringify(editor.getJSON()));
  const fragments = people.map(({ doc }) => fieldOf(doc).toJSON());
  const all = people[0]?.editor.state.doc.textContent ?? "";
  const outcome: Outcome = {
    steps,
    carets,
    movedCarets,
    typedLetters: typed.length,
    lostLetters: typed.filter((one) => !deleted.has(one) && !all.includes(one)).length,
    doubledLetters: typed.filter((one) => all.split(one).length > 2).length,
    errors,
    haveConverged: new Set(texts).size === 1 && new Set(fragments).size === 1,
  };
  for (const { editor } of people) editor.destroy();
  removeEventListener("error", onError);
  return outcome;
}

function makePerson(first: Y.Doc, clientId: number): Person {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(first), "network");
  const element = document.createElement("div");
  document.body.append(element);
  const editor = new Editor({
    element: { mount: element },
    injectCSS: false,
    content: { type: "doc", content: [{ type: "paragraph" }] },
    extensions: [...textExtensions, fieldBinding(fieldOf(doc))],
  });
  const undo = new Y.UndoManager(doc.getMap("fields"), {
    trackedOrigins: new Set([editor.state.plugins[0]?.spec.key]),
    captureTimeout: 0,
  });
  return { doc, editor, undo, inbox: new Map() };
}

function fieldOf(doc: Y.Doc): Y.XmlFragment {
  const field: unknown = doc.getMap("fields").get("field");
  if (!(field instanceof Y.XmlFragment)) throw new Error("There is no field.");
  return field;
}

/** The letter that the caret stands behind, or null at the start of a paragraph. */
function letterBefore({ editor: { state } }: Person): string | null {
  const { $head } = state.selection;
  return $head.parentOffset === 0 ? null : state.doc.textBetween($head.pos - 1, $head.pos);
}

/** Whether the letter that a lasting position holds on to was not deleted (splitting deletes and writes anew). */
function isKept({ doc, editor }: Person, lasting: unknown): boolean {
  if (fromLasting(editor.state, lasting) === null) return false;
  const { item } = lasting as { item?: { client: number; clock: number } };
  if (!item) return false;
  return !Y.getItem(doc.store, Y.createID(item.client, item.clock)).deleted;
}

Object.assign(window, { runField });
