/** A real Chromium in which everybody has a browser of their own. Errors on any page fail the journey. */
import { chromium, type Browser } from "playwright-core";
import { chromiumFlags, findOrInstallChromium } from "../../scripts/chromium.ts";
import { Person, type Place } from "./person.ts";

export class Browsers implements AsyncDisposable {
  readonly #browser: Browser;
  readonly #people: Person[] = [];

  private constructor(browser: Browser) {
    this.#browser = browser;
  }

  static async start(): Promise<Browsers> {
    return new Browsers(
      await chromium.launch({ executablePath: findOrInstallChromium(), args: chromiumFlags }),
    );
  }

  /** Somebody who has never been there. */
  async stranger(place: Place, name: string, borough: string): Promise<Person> {
    const context = await this.#browser.newContext({
      baseURL: place.url,
      viewport: { width: 1480, height: 1000 },
      locale: "en-GB",
    });
    const person = new Person(place, name, borough, context, await context.newPage());
    this.#people.push(person);
    return person;
  }

  /** @throws when something went wrong on a page and nobody caught it */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.#browser.close();
    const errors = this.#people.flatMap((person) => person.pageErrors);
    if (errors.length > 0) throw new Error(`Errors on pages:\n${errors.join("\n")}`);
  }
}
