/** The document as somebody has it before them: where they put the caret, what they type and read. */
import { expect } from "vitest";
import type { Locator } from "playwright-core";
import { patience, type Person } from "./person.ts";

export class Paper {
  readonly #person: Person;

  constructor(person: Person) {
    this.#person = person;
  }

  /** Opens the page where the statement is written, and waits for its first item or first step. */
  async opens(): Promise<void> {
    await this.#person.opens();
    await this.#person.page.locator("[data-document]").waitFor();
  }

  /** Items in order, without what was taken out. */
  get items(): Locator {
    return this.#person.page.locator("[data-document] [data-item]");
  }

  /** The item with that reference. */
  item(reference: string): Locator {
    return this.items.filter({
      has: this.#person.page.locator(".reference", { hasText: new RegExp(`^${reference}$`) }),
    });
  }

  /** A field of an item; the first one unless it is named. */
  field(item: Locator, name?: string): Locator {
    return item.locator(name === undefined ? "[data-field]" : `[data-field="${name}"]`).first();
  }

  /** The field in which the editor is open. */
  get open(): Locator {
    return this.#person.page.locator('[data-field][contenteditable="true"]');
  }

  /** Clicks right before the first of these words in a field. */
  async clicksBefore(field: Locator, words: string): Promise<void> {
    await field.scrollIntoViewIfNeeded();
    const point = await field.evaluate((element, wanted) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const at = walker.currentNode.textContent?.indexOf(wanted) ?? -1;
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(walker.currentNode, at);
        range.setEnd(walker.currentNode, at + 1);
        const { left, top, height } = range.getBoundingClientRect();
        return { x: left + 1, y: top + height / 2 };
      }
      throw new Error(`The field does not say “${wanted}”.`);
    }, words);
    await this.#person.page.mouse.click(point.x, point.y);
  }

  async types(words: string): Promise<void> {
    await this.#person.page.keyboard.type(words);
  }

  /** Presses keys one right after the other, faster than anybody can: `End`, `Control+Z`. */
  async presses(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.#person.page.keyboard.press(key);
  }

  /** What the field with the caret says before and behind it: `"the |date"`. */
  async caret(): Promise<string> {
    return this.#person.page.evaluate(() => {
      const selection = getSelection();
      const field = document.activeElement?.closest<HTMLElement>("[data-field]");
      if (!selection?.focusNode || !field?.contains(selection.focusNode)) return "";
      const before = document.createRange();
      before.setStart(field, 0);
      before.setEnd(selection.focusNode, selection.focusOffset);
      const after = document.createRange();
      after.setStart(selection.focusNode, selection.focusOffset);
      after.setEnd(field, field.childNodes.length);
      return `${before.toString()}|${after.toString()}`;
    });
  }

  /** Waits until a field says exactly this; paragraphs parted by " / ". */
  async says(field: Locator, words: string): Promise<void> {
    await expect.poll(() => this.words(field), patience).toBe(words);
  }

  async words(field: Locator): Promise<string> {
    const paragraphs = await field.locator("p").allTextContents();
    return paragraphs.join(" / ");
  }

  /** Puts something on the clipboard and pastes it. */
  async pastes(content: { readonly text: string; readonly html?: string }): Promise<void> {
    await this.#person.page.evaluate(({ text, html }) => {
      const data = new DataTransfer();
      data.setData("text/plain", text);
      if (html !== undefined) data.setData("text/html", html);
      const event = new ClipboardEvent("paste", {
        clipboardData: data,
        bubbles: true,
        cancelable: true,
      });
      document.activeElement?.dispatchEvent(event);
    }, content);
  }
}
