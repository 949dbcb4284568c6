/** One report over statements of several sizes, in one Chromium that shows the page as it is built now. */
import { chromium, type Browser } from "playwright-core";
import { chromiumFlags, findOrInstallChromium } from "../../scripts/chromium.ts";
import { buildPageIfStale } from "../../scripts/page-build.ts";
import { describeMachine } from "../machine.ts";
import { Report } from "../tables.ts";
import type { PageOptions } from "./options.ts";

interface SizesReport {
  readonly title: string;
  /** What the figures are, beside the machine and the browser. */
  readonly about: readonly string[];
  /** Measures a statement of so many items, and says what came of it. */
  measure(browser: Browser, size: number, report: Report): Promise<void>;
}

/** Prints it, and writes it where the options say. */
export async function reportSizes(
  { items, write }: PageOptions,
  { title, about, measure }: SizesReport,
): Promise<void> {
  await buildPageIfStale();
  const report = new Report(title);
  const browser = await chromium.launch({
    executablePath: findOrInstallChromium(),
    args: chromiumFlags,
  });
  try {
    report.say([
      ...(await describeMachine()).slice(0, 3),
      `- Chromium ${browser.version()}, headless, without a graphics processor`,
      ...about.map((line) => `- ${line}`),
    ]);
    for (const size of items) await measure(browser, size, report);
  } finally {
    await browser.close();
  }
  await report.write(write);
}
