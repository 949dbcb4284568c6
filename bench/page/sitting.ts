/** Somebody at a page with the caret in a field, and others who type as long as they are told to. */
import type { Browser, BrowserContext, CDPSession, Page } from "playwright-core";
import { watchKeys } from "./keys.ts";
import type { Typists } from "./typists.ts";

export interface Sitting {
  readonly name: string;
  readonly page: Page;
  readonly client: CDPSession;
  /** Null where there is nobody else. */
  readonly others: Typists | null;
  close(): Promise<void>;
}

/** How long a page with everything in it may take to be there. */
const patienceMs = 180_000;

export async function openContext(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: 1480, height: 1000 },
    locale: "en-GB",
  });
  context.setDefaultTimeout(patienceMs);
  return context;
}

/** @returns a new page of whoever has that session */
export async function signedIn(
  context: BrowserContext,
  url: string,
  cookie: string,
): Promise<Page> {
  const [name = "", value = ""] = cookie.split("=");
  await context.addCookies([{ name, value, url }]);
  return context.newPage();
}

/** The editor of one field, alone on an empty page. */
export async function sitAlone(browser: Browser, pagesUrl: string): Promise<Sitting> {
  const context = await openContext(browser);
  const page = await context.newPage();
  await page.goto(`${pagesUrl}/alone.html`);
  await page.locator("[data-field]").click();
  await page.locator('[data-field][contenteditable="true"]').waitFor();
  return sit("one field alone", page, null, () => Promise.resolve());
}

/** From here on its keys are watched. */
export async function sit(
  name: string,
  page: Page,
  others: Typists | null,
  close: () => Promise<void>,
): Promise<Sitting> {
  await watchKeys(page);
  const client = await page.context().newCDPSession(page);
  return {
    name,
    page,
    client,
    others,
    async close() {
      await others?.close();
      await page.context().close();
      await close();
    },
  };
}
