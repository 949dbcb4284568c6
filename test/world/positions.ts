/** What boroughs say about items, as somebody sees it under an item and in its dialog, and says it there. */
import { expect } from "vitest";
import type { Locator } from "playwright-core";
import { Paper } from "./paper.ts";
import { patience, type Person } from "./person.ts";

export class Positions {
  readonly #person: Person;

  constructor(person: Person) {
    this.#person = person;
  }

  /** The words under the item of that reference. */
  line(reference: string): Locator {
    return new Paper(this.#person).item(reference).locator(".positions-line button");
  }

  /** Waits until the words under an item are these. */
  async reads(reference: string, words: string): Promise<void> {
    await expect.poll(() => this.line(reference).textContent(), patience).toBe(words);
  }

  get dialog(): Locator {
    return this.#person.page.getByRole("dialog", { name: /^What boroughs say about/ });
  }

  /** Opens what boroughs say about an item. */
  async opens(reference: string): Promise<void> {
    await this.line(reference).click();
    await this.dialog.waitFor();
  }

  async closes(): Promise<void> {
    await this.#person.page.keyboard.press("Escape");
    await this.dialog.waitFor({ state: "detached" });
  }

  async presses(button: string): Promise<void> {
    await this.dialog.getByRole("button", { name: button, exact: true }).click();
  }

  async fillsIn(label: string, words: string): Promise<void> {
    await this.dialog.getByLabel(label).fill(words);
  }

  /** Waits until the dialog says this. */
  async sees(words: string | RegExp): Promise<void> {
    await this.dialog.getByText(words).first().waitFor();
  }

  /** What the dialog says of the words that changed: gone ones in [-…-], new ones in [+…+]. */
  async changedWords(): Promise<string> {
    const differences = this.dialog.locator(".difference");
    await differences.first().waitFor();
    return differences.first().evaluate((element) =>
      [...element.children]
        .map((part) => {
          const words = part.cloneNode(true) as Element;
          for (const only of words.querySelectorAll(".only-read-out")) only.remove();
          const text = words.textContent;
          if (part.tagName === "DEL") return `[-${text}-]`;
          return part.tagName === "INS" ? `[+${text}+]` : text;
        })
        .join(""),
    );
  }
}
