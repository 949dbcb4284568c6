/**
 * The one editor of the page. Promises that it opens at once in the element where the field's words
 * stand, moves nothing, and leaves them there as they are then when it closes.
 */
import { Editor, type Extensions } from "@tiptap/core";
import { TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import type { Field } from "../../../shared/item-kinds.ts";
import { readRichText } from "../../../shared/rich-text.ts";
import type { FieldSelection } from "../../connection/field-selection.ts";
import type { Highlight } from "../../connection/highlights.ts";
import { Listeners } from "../../connection/listeners.ts";
import type { StatementSession } from "../../connection/statement-session.ts";
import { drawText } from "../text/draw-text.ts";
import { definitionOf, fieldFragment } from "../text/item-fields.ts";
import { nodeOfRichText } from "../text/rich-text-node.ts";
import { textOffsets } from "../text/text-offsets.ts";
import { textExtensions } from "../text/text-schema.ts";
import { scrollToCaret } from "./caret-in-sight.ts";
import { caretPlugin } from "./caret-plugin.ts";
import { emptyPlugin } from "./empty-plugin.ts";
import { fieldBinding, toLasting } from "./field-binding.ts";
import { fieldLimits } from "./field-limits.ts";
import { placeOfField, type FieldPlace } from "./field-place.ts";
import { fillEmpty } from "./fill-empty.ts";
import { highlightPlugin, showHighlights } from "./highlight-plugin.ts";
import { placePlugin } from "./place-plugin.ts";

/** Where the caret goes when a field is opened. */
export type Caret =
  | { readonly at: "start" | "end" }
  /** In the window. */
  | { readonly at: "point"; readonly left: number; readonly top: number }
  /** Offsets in the field's plain text. */
  | { readonly at: "offsets"; readonly from: number; readonly to: number };

/** The field that is open. */
export interface OpenField extends FieldPlace {
  readonly definition: Field;
  readonly element: HTMLElement;
  /** Attributes of the element that the editor takes along when it goes. */
  readonly attributes: ReadonlyMap<string, string | null>;
  readonly editor: Editor;
}

export interface Drawn {
  readonly highlights: readonly Highlight[];
  readonly activeThread: string | null;
}

export class LiveEditor {
  readonly #session: StatementSession;
  readonly #keys: (place: FieldPlace, definition: Field) => Extensions;
  readonly #listeners = new Listeners();
  #open: OpenField | null = null;
  #drawn: Drawn = { highlights: [], activeThread: null };

  /** @param keys what keys, paste and the like do in a field */
  constructor(
    session: StatementSession,
    keys: (place: FieldPlace, definition: Field) => Extensions,
  ) {
    this.#session = session;
    this.#keys = keys;
  }

  get open(): OpenField | null {
    return this.#open;
  }

  get view(): EditorView | null {
    return this.#open?.editor.view ?? null;
  }

  /** Told after every change of the words, the selection, the focus, and of which field is open. */
  subscribe(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }

  isIn(element: HTMLElement): boolean {
    return this.#open?.element === element;
  }

  /**
   * Opens the editor in a field's element, with the caret there and the focus in it.
   * @returns false when the element is no field of an item that exists
   */
  enter(element: HTMLElement, caret: Caret, drawn: Drawn): boolean {
    const place = placeOfField(element);
    const item = place && this.#session.items.item(place.itemId);
    const definition = item && definitionOf(item.kind, place.field);
    const fragment = place && fieldFragment(this.#session.doc, place.itemId, place.field);
    if (!definition || !fragment) return false;
    if (!this.isIn(element)) {
      this.#take();
      // What is written in another field is another step of undo, however quickly.
      this.#session.undo.stopCapturing();
      this.#open = {
        ...place,
        definition,
        element,
        attributes: attributesOf(element),
        editor: this.#mount(element, place, definition),
      };
      // A press has given the element the focus already, of which the editor has to hear.
      if (document.activeElement === element) element.dispatchEvent(new FocusEvent("focus"));
      this.draw(drawn);
    }
    this.put(caret);
    this.#listeners.tell();
    return true;
  }

  /** Moves the caret, and the focus to it. */
  put(caret: Caret): void {
    const { view } = this;
    if (!view) return;
    const { doc, tr } = view.state;
    const [anchor, head] = positionsOf(caret, view);
    // Where there is no paragraph, `between` finds the nearest place for a caret.
    const selection = TextSelection.between(doc.resolve(anchor), doc.resolve(head));
    view.dispatch(tr.setSelection(selection).scrollIntoView());
    view.focus();
    forgetFocus(view);
    this.#tellPlace();
  }

  /** Shows the highlights and which of them is the open conversation's. */
  draw(drawn: Drawn): void {
    this.#drawn = drawn;
    if (this.view) showHighlights(this.view, drawn.highlights, drawn.activeThread);
  }

  /** What is selected, or null when nothing is open or selected. */
  selection(): FieldSelection | null {
    const { view } = this;
    if (!this.#open || !view || view.state.selection.empty) return null;
    const { itemId, field } = this.#open;
    const { from, to } = view.state.selection;
    const { offsetOf } = textOffsets(view.state.doc);
    return { itemId, field, from: offsetOf(from), to: offsetOf(to) };
  }

  /** Closes the editor; the words stay where they are. */
  close(): void {
    if (!this.#open) return;
    this.#take();
    this.#session.presence.setPlace(null);
    this.#listeners.tell();
  }

  #mount(element: HTMLElement, place: FieldPlace, definition: Field): Editor {
    const { doc, presence } = this.#session;
    const fragment = fieldFragment(doc, place.itemId, place.field);
    if (!fragment) throw new Error("The field that is opened does not exist.");
    const editor = new Editor({
      element: { mount: element },
      injectCSS: false,
      content: nodeOfRichText(readRichText(fragment)).toJSON() as Record<string, unknown>,
      // In a line, "- " stays what it is; bold and italic have keys, and asterisks are words.
      enableInputRules: definition.lines === "several" ? ["bulletList", "orderedList"] : false,
      enablePasteRules: false,
      // It compares the text before and after each key, for listeners that there are none of.
      enableCoreExtensions: { delete: false },
      extensions: [
        ...textExtensions,
        fieldBinding(fragment),
        fieldLimits(definition),
        fillEmpty(),
        emptyPlugin(),
        highlightPlugin(),
        caretPlugin(presence, place),
        placePlugin(presence, place),
        ...this.#keys(place, definition),
      ],
      editorProps: {
        handleScrollToSelection: scrollToCaret,
      },
      onTransaction: () => this.#listeners.tell(),
      onFocus: () => {
        markWriting(element, true);
        this.#listeners.tell();
      },
      onBlur: () => {
        markWriting(element, false);
        this.#listeners.tell();
      },
    });
    if (editor.state.doc.childCount === 0) {
      // Concurrent edits can leave a field without a paragraph to type in.
      editor.view.dispatch(
        editor.state.tr.insert(0, editor.schema.node("paragraph")).setMeta("addToHistory", false),
      );
    }
    return editor;
  }

  /** Takes the editor away and draws in its place what the text says now. */
  #take(): void {
    const open = this.#open;
    if (!open) return;
    this.#open = null;
    const { editor, element, attributes, itemId, field } = open;
    // What is being composed is written first.
    if (editor.view.composing) element.blur();
    editor.destroy();
    markWriting(element, false);
    restoreAttributes(element, attributes);
    const fragment = fieldFragment(this.#session.doc, itemId, field);
    if (!fragment) return;
    const { highlights, activeThread } = this.#drawn;
    drawText(element, nodeOfRichText(readRichText(fragment)), highlights, activeThread);
  }

  #tellPlace(): void {
    const { view } = this;
    if (!this.#open || !view) return;
    const { itemId, field } = this.#open;
    const { anchor, head } = view.state.selection;
    this.#session.presence.setPlace({
      itemId,
      field,
      from: toLasting(view.state, anchor),
      to: toLasting(view.state, head),
    });
  }
}

/** Which item is written in, for the style sheet: to ask for the focus in it (`:has`) would cost every item. */
function markWriting(element: HTMLElement, isWriting: boolean): void {
  element.closest("[data-item]")?.toggleAttribute("data-writing", isWriting);
}

/**
 * For 200 ms after it got the focus, ProseMirror takes a caret at the start for a browser's mistake and
 * puts it back (`DOMObserver.flush`): whoever goes into a field by an arrow and presses Home would stay.
 */
function forgetFocus(view: EditorView): void {
  (view as unknown as { readonly input: { lastFocus: number } }).input.lastFocus = 0;
}

/** Not all: what React writes meanwhile, such as a new reference in the label, stays. */
const editorsAttributes = ["class", "role", "tabindex", "contenteditable", "translate"];

function attributesOf(element: HTMLElement): OpenField["attributes"] {
  return new Map(editorsAttributes.map((name) => [name, element.getAttribute(name)]));
}

/** Who may no longer write has no text box any more: React has taken its label, and the rest goes too. */
function restoreAttributes(element: HTMLElement, attributes: OpenField["attributes"]): void {
  const isTextbox = element.hasAttribute("aria-label");
  for (const [name, value] of attributes) {
    if (value === null || (!isTextbox && ["role", "tabindex"].includes(name)))
      element.removeAttribute(name);
    else element.setAttribute(name, value);
  }
}

function positionsOf(caret: Caret, view: EditorView): [number, number] {
  const { doc } = view.state;
  switch (caret.at) {
    case "start":
      return [0, 0];
    case "end":
      return [doc.content.size, doc.content.size];
    case "point": {
      const position = view.posAtCoords(caret)?.pos ?? doc.content.size;
      return [position, position];
    }
    case "offsets": {
      const { positionOf } = textOffsets(doc);
      return [positionOf(caret.from), positionOf(caret.to)];
    }
  }
}
