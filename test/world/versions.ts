/** Versions as somebody sees them: the list, one that is read, and the dialogs. */
import type { Locator } from "playwright-core";
import type { Person } from "./person.ts";

export class Versions {
  readonly #person: Person;

  constructor(person: Person) {
    this.#person = person;
  }

  /** The row of the version of that name. */
  row(name: string): Locator {
    return this.#person.page.locator("li.version", {
      has: this.#person.page.getByRole("link", { name }),
    });
  }

  /** What a borough says to the issued version that is shown. */
  saidBy(borough: string): Locator {
    return this.#person.page.locator(".sign-offs > li", { hasText: borough });
  }

  /** The item of that reference in the version that is read. */
  item(reference: string): Locator {
    return this.#person.page.locator(".item-then", {
      has: this.#person.page.locator(".item-then-reference", {
        hasText: new RegExp(`^${reference}$`),
      }),
    });
  }

  /** Presses a button of the open dialog, and waits until the dialog is gone. */
  async decides(button: string): Promise<void> {
    const dialog = this.#person.page.getByRole("dialog");
    await dialog.getByRole("button", { name: button, exact: true }).click();
    await dialog.waitFor({ state: "detached" });
  }
}
