/** Somebody with a browser: what people do and see, in their words. Every wait is for something to be so. */
import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "vitest";
import type { BrowserContext, Page } from "playwright-core";
import { z } from "zod";
import type { Role } from "../../shared/access.ts";
import { bringAll, type Ask } from "../exchange/an-import.ts";

/** How long anything may take on a busy machine before it counts as not happening. */
export const patience = { timeout: 15_000 };

/** Where people meet: an address, and how somebody new comes there. */
export interface Place {
  readonly url: string;
  stranger(name: string, borough?: string): Promise<Person>;
}

export class Person {
  readonly name: string;
  readonly borough: string;
  readonly page: Page;
  /** What went wrong on this person's pages and nobody caught. */
  readonly pageErrors: string[] = [];
  readonly #place: Place;
  readonly #context: BrowserContext;
  #statementId: string | null = null;

  constructor(place: Place, name: string, borough: string, context: BrowserContext, page: Page) {
    this.#place = place;
    this.name = name;
    this.borough = borough;
    this.#context = context;
    this.page = page;
    page.setDefaultTimeout(patience.timeout);
    page.on("pageerror", (error) => this.pageErrors.push(`${name}: ${error.stack ?? error}`));
  }

  /** The statement that this person works in. */
  get statementId(): string {
    if (this.#statementId === null) throw new Error(`${this.name} has no statement yet.`);
    return this.#statementId;
  }

  /** This person goes on in another statement. */
  worksIn(statementId: string): void {
    this.#statementId = statementId;
  }

  /** Starts an empty statement. */
  async makes(title: string): Promise<void> {
    this.#statementId = idIn(await this.asks("POST", "/api/statements", { title }));
  }

  /** Takes a copy of the example. */
  async takesExample(): Promise<void> {
    this.#statementId = idIn(await this.asks("POST", "/api/statements/example"));
  }

  /** @returns the link for somebody */
  async makesLink(
    borough: string,
    role: Role,
    name: string | null = null,
    agrees = false,
  ): Promise<string> {
    const path = `/api/statements/${this.statementId}/invitations`;
    const made = await this.asks("POST", path, { borough, role, agrees, name });
    return z.object({ url: z.string() }).parse(made).url;
  }

  /** Somebody new comes into this person's statement by an invitation. */
  async invites(name: string, borough: string, role: Role, agrees = false): Promise<Person> {
    const link = await this.makesLink(borough, role, name, agrees);
    const person = await this.#place.stranger(name, borough);
    const joined = await person.asks("POST", "/api/join", { token: link.split("/").at(-1), name });
    person.#statementId = z.object({ statementId: z.string() }).parse(joined).statementId;
    return person;
  }

  /** Brings a file's items into the statement. */
  async brings(fileName: string, csv: string): Promise<void> {
    const ask: Ask = async (method, path, body) => {
      const sent = body instanceof FormData ? { multipart: body } : { data: body };
      const response = await this.#context.request.fetch(path, {
        method,
        ...(body === undefined ? {} : sent),
      });
      return { status: response.status(), body: await response.json() };
    };
    await bringAll(ask, this.statementId, csv, fileName);
  }

  /** Removes somebody from the statement. */
  async removes(other: Person): Promise<void> {
    const path = `/api/statements/${this.statementId}/people/${await other.id()}`;
    await this.asks("DELETE", path);
  }

  async changesRoleOf(other: Person, role: Role): Promise<void> {
    const path = `/api/statements/${this.statementId}/people/${await other.id()}`;
    await this.asks("PATCH", path, { role, agrees: false });
  }

  async id(): Promise<string> {
    const me = await this.asks("GET", "/api/me");
    return z.object({ person: z.object({ id: z.string() }) }).parse(me).person.id;
  }

  /** Opens the statement, on the page of that name, and waits until it is there. */
  async opens(
    page:
      | ""
      | "needs"
      | "to-look-at"
      | "agreement"
      | "people"
      | "import"
      | "export"
      | "changes"
      | "bring-in"
      | "looking-back"
      | "versions"
      | "compare" = "",
  ): Promise<void> {
    await this.goesTo(`/statements/${this.statementId}${page === "" ? "" : `/${page}`}`);
    await this.page.locator(".statement-top").waitFor();
  }

  async goesTo(address: string): Promise<void> {
    await this.page.goto(address);
    await this.page.locator("h1").first().waitFor({ state: "attached" });
  }

  /** Waits until the page shows these words. */
  async sees(words: string | RegExp): Promise<void> {
    try {
      await this.page.getByText(words).filter({ visible: true }).first().waitFor();
    } catch (error) {
      const shown = await this.page.locator("body").innerText();
      const focused = await this.page.evaluate(() => document.activeElement?.outerHTML ?? "");
      const place = focused.slice(0, 300);
      throw new Error(
        `${this.name} does not see “${words}”, but:\n${shown}\nThe focus is in ${place}`,
        { cause: error },
      );
    }
  }

  /** Waits until the page shows these words no more. */
  async seesNoMore(words: string | RegExp): Promise<void> {
    await expect
      .poll(() => this.page.getByText(words).filter({ visible: true }).count(), patience)
      .toBe(0);
  }

  async presses(name: string | RegExp): Promise<void> {
    await this.page.getByRole("button", { name }).first().click();
  }

  async follows(name: string | RegExp): Promise<void> {
    await this.page.getByRole("link", { name }).first().click();
  }

  async fillsIn(label: string | RegExp, words: string): Promise<void> {
    await this.page.getByLabel(label).first().fill(words);
  }

  /** Waits until everything this person wrote is kept by the server. */
  async isSaved(): Promise<void> {
    await this.page.locator('[data-saved="saved"]').waitFor();
  }

  /** Waits until the page says that changes are only on this computer. */
  async isNotSaved(): Promise<void> {
    await this.page.locator('[data-saved="not-saved"]').waitFor();
  }

  async goesOffline(): Promise<void> {
    await this.#context.setOffline(true);
    // The page hears of it a moment later: what is typed before that still goes out.
    await this.page.waitForFunction(() => !navigator.onLine);
  }

  async comesBack(): Promise<void> {
    await this.#context.setOffline(false);
  }

  /** No violations that axe-core can find in the page as it is now. */
  async axe(): Promise<void> {
    // Only what is wrong is described, in the page itself: there are no frames of other sites in it.
    const { violations } = await new AxeBuilder({ page: this.page })
      .options({ resultTypes: ["violations"] })
      .setLegacyMode()
      .analyze();
    const found = violations.map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.map((node) => `${node.html}\n${node.failureSummary ?? ""}`),
    }));
    expect(found, `axe-core on ${this.page.url()}`).toEqual([]);
  }

  /** Asks the server as this person's browser would. */
  async asks(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await this.#context.request.fetch(path, {
      method,
      ...(body === undefined ? {} : { data: body }),
    });
    const answer: unknown = await response.json();
    if (!response.ok()) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
    return answer;
  }
}

function idIn(answer: unknown): string {
  return z.object({ id: z.string() }).parse(answer).id;
}
