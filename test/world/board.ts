/** The board of agreement as somebody sees it: cells by item and borough, the line on top, what is shown. */
import { expect } from "vitest";
import type { Locator } from "playwright-core";
import { patience, type Person } from "./person.ts";

export class Board {
  readonly #person: Person;

  constructor(person: Person) {
    this.#person = person;
  }

  async opens(): Promise<void> {
    await this.#person.opens("agreement");
  }

  /** What a borough says about an item: the cell. */
  cell(reference: string, borough: string): Locator {
    const name = new RegExp(`^${reference}, ${borough}: `);
    return this.#person.page.getByRole("button", { name });
  }

  /** Waits until a borough's cell says this. */
  async says(reference: string, borough: string, words: string): Promise<void> {
    const cell = this.cell(reference, borough);
    await expect
      .poll(async () => (await cell.count()) === 1 && (await cell.textContent()), patience)
      .toBe(words);
  }

  /** Waits until the line on top reads so, its parts joined by " · ". */
  async reads(words: string): Promise<void> {
    const parts = this.#person.page.locator(".board-line > span");
    await expect
      .poll(async () => (await parts.allTextContents()).join(" · "), patience)
      .toBe(words);
  }

  /** References of the rows that are shown. */
  async shows(...references: readonly string[]): Promise<void> {
    const links = this.#person.page.locator(".board-table tbody th a");
    await expect.poll(() => links.allTextContents(), patience).toEqual(references);
  }

  /** Names of the boroughs across. */
  async hasBoroughs(...names: readonly string[]): Promise<void> {
    const heads = this.#person.page.locator(".board-table thead th:not(.board-item)");
    const read = async (): Promise<string[]> =>
      heads.evaluateAll((all) => all.map(({ firstChild }) => firstChild?.textContent ?? ""));
    await expect.poll(read, patience).toEqual(names);
  }

  async chooses(filter: string, option: string): Promise<void> {
    await this.#person.page.getByLabel(filter, { exact: true }).selectOption({ label: option });
  }

  /** The name of what has the focus. */
  async focus(): Promise<string> {
    return this.#person.page.evaluate(() => {
      const at = document.activeElement;
      return at?.getAttribute("aria-label") ?? at?.textContent ?? "";
    });
  }
}
