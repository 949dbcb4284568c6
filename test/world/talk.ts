/** The conversations of a statement as somebody has them beside the document, and what they do there. */
import { expect } from "vitest";
import type { Locator } from "playwright-core";
import { patience, type Person } from "./person.ts";

export class Talk {
  readonly #person: Person;

  constructor(person: Person) {
    this.#person = person;
  }

  get panel(): Locator {
    return this.#person.page.getByRole("region", { name: "Conversations" });
  }

  /** The conversation with that heading: "Objection to R-12". */
  card(heading: string): Locator {
    return this.panel.getByRole("article", { name: heading, exact: true });
  }

  /** Unfolds a conversation, as one does by pressing its heading. */
  async opens(heading: string): Promise<Locator> {
    const card = this.card(heading);
    const button = card.getByRole("button", { name: heading });
    if ((await button.getAttribute("aria-expanded")) === "false") await button.click();
    await expect.poll(() => button.getAttribute("aria-expanded"), patience).toBe("true");
    return card;
  }

  /** Begins a conversation about a whole item by its menu. @returns the card in which it is written */
  async begins(item: string): Promise<Locator> {
    const { page } = this.#person;
    await page.getByRole("button", { name: `Actions for ${item}` }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("menuitem", { name: "Comment" }).click();
    const composer = this.panel.getByRole("region", { name: /^New comment on/ });
    await composer.waitFor();
    return composer;
  }

  async shows(filter: "Open" | "Mine" | "Objections" | "Closed"): Promise<void> {
    await this.filter(filter).click();
    await expect
      .poll(() => this.filter(filter).getAttribute("aria-pressed"), patience)
      .toBe("true");
  }

  /** How many conversations a filter would show. */
  async counts(filter: "Open" | "Mine" | "Objections" | "Closed", count: number): Promise<void> {
    await expect.poll(() => this.filter(filter).textContent(), patience).toBe(`${filter} ${count}`);
  }

  filter(name: string): Locator {
    return this.panel.getByRole("button", { name: new RegExp(`^${name} \\d+$`) });
  }
}
