/** The HTML export in a real browser: nothing for axe to find, no script, and it fits a narrow window. */
import { AxeBuilder } from "@axe-core/playwright";
import { chromium } from "playwright-core";
import { expect, test } from "vitest";
import { chromiumFlags, findOrInstallChromium } from "../../scripts/chromium.ts";
import { writeHtml } from "../../server/exchange/html/write-html.ts";
import { smallStatement } from "../unit/exchange/small-statement.ts";

const all = { asBoroughId: null, withNeeds: true, withComments: true, withDecisions: true };

test("the HTML export can be read by everybody, also at 320 pixels", async () => {
  await using browser = await chromium.launch({
    executablePath: findOrInstallChromium(),
    args: chromiumFlags,
  });
  const context = await browser.newContext({ viewport: { width: 320, height: 800 } });
  const page = await context.newPage();
  const failed: string[] = [];
  page.on("request", (request) => failed.push(request.url()));
  await page.setContent(new TextDecoder().decode(writeHtml(smallStatement, all)));
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBe(320);
  await page.getByRole("link", { name: "N-12" }).first().click();
  expect(await page.evaluate(() => document.querySelector(":target")?.id)).toBe("N-12");
  expect(failed).toEqual([]);
});
