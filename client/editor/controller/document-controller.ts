/**
 * The document as one thing to work in: which field is open, where the focus is, and what is asked
 * of the person. Lives outside React, so that a key needs no rendering to be answered.
 */
import type { Extensions } from "@tiptap/core";
import type { ItemKind } from "../../../shared/item-kinds.ts";
import { mainField } from "../../../shared/item-kinds.ts";
import { activeThreadNow } from "../../connection/active-thread.ts";
import { isFieldSelection, type ChosenPlace } from "../../connection/field-selection.ts";
import { highlightsOf } from "../../connection/highlights.ts";
import { itemElementId } from "../../connection/item-address.ts";
import type { StatementSession } from "../../connection/statement-session.ts";
import { makeItem } from "../acts/make-items.ts";
import { makeRequirementFor } from "../acts/make-requirement-for.ts";
import { fieldKeys } from "../live/field-keys.ts";
import {
  fieldElement,
  fieldsIn,
  isOwnField,
  placeOfField,
  type FieldPlace,
} from "../live/field-place.ts";
import { LiveEditor, type Caret } from "../live/live-editor.ts";
import { paste } from "../live/paste.ts";
import { handsFor } from "./hands.ts";
import { HeldStructure } from "./held-structure.ts";
import { Observed } from "./observed.ts";
import { pasteHandsFor, type PasteOffer } from "./paste-hands.ts";
import type { Question } from "./question.ts";
import { RowsToCome } from "./rows-to-come.ts";
import { WrittenField } from "./written-field.ts";

/** What the page does with words, or a whole item, that someone chose. */
export interface Callbacks {
  /** Start a conversation about them. */
  onComment(about: ChosenPlace): void;
  /** Say which need they meet. */
  onMeet(about: ChosenPlace): void;
  /** Suggest other wording for them. */
  onSuggest(about: ChosenPlace): void;
  /** Bring items of another statement in below this one; null where there is none yet. */
  onBringIn(below: string | null): void;
}

/** A short message that goes away by itself or when it is answered. */
export interface Notice {
  readonly words: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

export class DocumentController {
  readonly session: StatementSession;
  readonly live: LiveEditor;
  readonly held: HeldStructure;
  readonly written: WrittenField;
  readonly rowsToCome: RowsToCome = new RowsToCome();
  readonly question: Observed<Question | null> = new Observed<Question | null>(null);
  readonly notice: Observed<Notice | null> = new Observed<Notice | null>(null);
  readonly pasteOffer: Observed<PasteOffer | null> = new Observed<PasteOffer | null>(null);
  /** Names of optional fields that were asked for, by item. */
  readonly askedFields: Observed<ReadonlyMap<string, readonly string[]>> = new Observed<
    ReadonlyMap<string, readonly string[]>
  >(new Map());
  #callbacks: Callbacks | null = null;
  #mayWrite = false;
  #root: HTMLElement | null = null;

  constructor(session: StatementSession) {
    this.session = session;
    this.live = new LiveEditor(session, (place, definition): Extensions => {
      const isOffered = place.field === mainField(this.kindOf(place.itemId) ?? "text");
      return [
        fieldKeys(definition, handsFor(this)),
        paste(pasteHandsFor(this), isOffered && this.kindOf(place.itemId) !== "text"),
      ];
    });
    this.held = new HeldStructure(this.live);
    this.written = new WrittenField(session, this.live);
  }

  get callbacks(): Callbacks | null {
    return this.#callbacks;
  }

  get mayWrite(): boolean {
    return this.#mayWrite;
  }

  /** The element that holds all items. */
  get root(): HTMLElement | null {
    return this.#root;
  }

  /** The document stands on the page. */
  enter(root: HTMLElement): void {
    this.#root = root;
  }

  /** It goes from the page. */
  leave(): void {
    this.live.close();
    this.#root = null;
  }

  allow(mayWrite: boolean, callbacks: Callbacks): void {
    this.#mayWrite = mayWrite;
    this.#callbacks = callbacks;
    if (!mayWrite) this.live.close();
  }

  kindOf(itemId: string): ItemKind | undefined {
    return this.session.items.item(itemId)?.kind;
  }

  /** Opens a field, when it is on the page. */
  open(place: FieldPlace, caret: Caret): boolean {
    const element = this.rowsToCome.among(
      () => this.root && fieldElement(this.root, place),
      place.itemId,
    );
    return element !== null && this.openElement(element, caret);
  }

  openElement(element: HTMLElement, caret: Caret): boolean {
    const place = placeOfField(element);
    if (!place || !isOwnField(element)) return false;
    return this.live.enter(element, caret, {
      highlights: highlightsOf(this.session, place.itemId, place.field),
      activeThread: activeThreadNow(),
    });
  }

  /** Opens the field that carries the item's own words; the first one of a sentence. */
  openItem(itemId: string, caret: Caret = { at: "end" }): boolean {
    const field = this.itemElement(itemId)?.querySelector<HTMLElement>("[data-field]");
    return field !== null && field !== undefined && this.openElement(field, caret);
  }

  itemElement(itemId: string): HTMLElement | null {
    const selector = `#${CSS.escape(itemElementId(itemId))}`;
    return this.rowsToCome.among(
      () => this.root?.querySelector<HTMLElement>(selector) ?? null,
      itemId,
    );
  }

  /** Puts the focus on the item as a whole. */
  focusItem(itemId: string): boolean {
    const element = this.itemElement(itemId);
    if (!element) return false;
    this.live.close();
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: "nearest" });
    this.session.presence.setPlace({ itemId, field: null, from: null, to: null });
    return true;
  }

  /** The item before or after one, of those on the page. */
  itemBeside(itemId: string, direction: 1 | -1): string | null {
    return this.rowsToCome.among(() => {
      const all = [...(this.root?.querySelectorAll<HTMLElement>("[data-item]") ?? [])];
      const at = all.findIndex((element) => element.dataset["item"] === itemId);
      return at < 0 ? null : (all[at + direction]?.dataset["item"] ?? null);
    });
  }

  /** The first or last field of the section after or before the one that is shown, which is shown from now on. */
  fieldBeyond(direction: 1 | -1): HTMLElement | null {
    const { root, rowsToCome } = this;
    if (!root || !rowsToCome.beyond(direction)) return null;
    if (direction === -1) rowsToCome.bring();
    return fieldsIn(root).at(direction === 1 ? 0 : -1) ?? null;
  }

  /** The first or last item of the section after or before the one that is shown. */
  itemBeyond(direction: 1 | -1): string | null {
    if (!this.rowsToCome.beyond(direction)) return null;
    if (direction === -1) this.rowsToCome.bring();
    const all = this.root?.querySelectorAll<HTMLElement>("[data-item]") ?? [];
    return [...all].at(direction === 1 ? 0 : -1)?.dataset["item"] ?? null;
  }

  /**
   * Brings an item into view and puts the focus on it; one that was taken out, in its list.
   * @returns false when it is not on the page: a filter hides it
   */
  show(itemId: string): boolean {
    const element = this.rowsToCome.among(
      () => document.getElementById(itemElementId(itemId)),
      itemId,
    );
    if (!element) return false;
    const list = element.closest("details");
    if (list) list.open = true;
    this.live.close();
    element.scrollIntoView({ block: "center" });
    element.focus({ preventScroll: true });
    element.classList.remove("item-shown");
    // Read once, so that the animation begins again.
    void element.offsetWidth;
    element.classList.add("item-shown");
    return true;
  }

  /** Makes an item and puts the caret in it. Needs and wishes begin as one's own borough's. */
  add(kind: ItemKind, after: string | null): void {
    const { me } = this.session;
    const isRaised = kind === "need" || kind === "requirement" || kind === "outcome";
    const id = makeItem(this.session, after, kind, isRaised ? [me.boroughId] : []);
    this.whenShown(() => this.openItem(id, { at: "start" }));
  }

  /** Begins a requirement for a need and puts the caret in it. */
  addRequirementFor(needId: string): void {
    const id = makeRequirementFor(this.session, needId);
    this.whenShown(() => this.openItem(id, { at: "start" }));
  }

  /** Puts the focus back on words, or on an item, that something was written about. */
  focusChosen(place: ChosenPlace): void {
    const isOpened =
      this.mayWrite &&
      isFieldSelection(place) &&
      this.open(place, { at: "offsets", from: place.from, to: place.to });
    if (!isOpened) this.focusItem(place.itemId);
  }

  /** Does something once the rows that were just made stand on the page. */
  whenShown(then: () => void): void {
    // A store tells React at once and React renders at the latest in the next microtask.
    queueMicrotask(() => queueMicrotask(then));
  }
}
