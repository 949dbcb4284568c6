/** Everything by keyboard: from opening the statement to a link, a comment, and back to the words. No mouse is touched. */
import { expect, test } from "vitest";
import type { Page } from "playwright-core";
import { startWorld } from "../world/world.ts";

test("an editor opens the statement and links a requirement to a need by keyboard only", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.takesExample();
  await ada.opens();
  const { page } = ada;
  const { keyboard } = page;

  // By the outline to a section, then from item to item.
  const section = await page.getByRole("link", { name: "Appointments" }).getAttribute("href");
  await tabTo(page, `a[href="${section}"]`);
  await keyboard.press("Enter");
  await walkTo(page, "Requirement R-12");
  await ada.axe();
  await keyboard.press("Enter");
  await expect.poll(() => focusedIn(page, ".ProseMirror")).toBe(true);
  await keyboard.press("Home");
  for (let word = 0; word < 3; word += 1) await keyboard.press("Control+Shift+ArrowRight");
  await expect.poll(() => selectedWords(page)).toMatch(/^\S+ \S+ \S+/);
  await keyboard.press("Control+Alt+l");

  const composer = page.getByRole("region", { name: "Link R-12 to a need" });
  await composer.waitFor();
  await expect.poll(() => focusedIn(page, "[role=combobox]")).toBe(true);
  await keyboard.type("n6");
  await keyboard.press("ArrowDown");
  await keyboard.press("Enter");
  await expect.poll(() => focusedIn(page, ".chosen-need")).toBe(true);
  await keyboard.press("Tab");
  await keyboard.press("ArrowDown");
  expect(await composer.getByRole("radio", { name: /Partly/ }).isChecked()).toBe(true);
  await keyboard.press("Tab");
  await keyboard.type("They can share it.");
  await ada.axe();
  await keyboard.press("Tab");
  await keyboard.press("Enter");
  await page
    .getByRole("article", { name: "Need N-6" })
    .getByRole("button", { name: "R-12 (partly)" })
    .waitFor();

  // The focus is back in the words; from there to the conversation about them, and back again.
  await expect.poll(() => focusedIn(page, ".ProseMirror")).toBe(true);
  const link = page.getByRole("article", { name: "Meets N-6, partly" });
  const linkId = (await link.getAttribute("data-card")) ?? "";
  await page.locator(`.ProseMirror mark[data-thread="${linkId}"]`).first().waitFor();
  await page.locator('mark[data-thread="being written"]').waitFor({ state: "detached" });
  await keyboard.press("ArrowLeft");
  await expect.poll(() => selectedWords(page)).toBe("");
  await keyboard.press("ArrowRight");
  await keyboard.press("Alt+Enter");
  await expect.poll(() => focusedIn(page, "[data-card][data-open]")).toBe(true);
  await ada.axe();
  await keyboard.press("Escape");
  await expect.poll(() => focusedIn(page, ".ProseMirror")).toBe(true);
});

test("a reviewer, who cannot write in the text, comments on words by keyboard only", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.takesExample();
  const rem = await ada.invites("Rem", "Southwark", "reviewer");
  await rem.opens();
  const { page } = rem;
  const { keyboard } = page;

  await tabTo(page, "#" + (await itemId(page, "Requirement R-12")) + " [aria-haspopup=menu]");
  await keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "Comment" }).waitFor();
  await keyboard.type("c");
  await keyboard.press("Enter");
  const composer = page.getByRole("region", { name: "New comment on R-12" });
  await composer.getByText("About the whole of R-12.").waitFor();
  await keyboard.press("Shift+Tab");
  await keyboard.press("Enter");
  await page.getByRole("dialog", { name: "Choose words of R-12" }).waitFor();
  await expect.poll(() => focusedIn(page, "textarea")).toBe(true);
  // Nothing can be typed into the words.
  await keyboard.type("x");
  await keyboard.press("Home");
  for (let word = 0; word < 3; word += 1) await keyboard.press("Control+Shift+ArrowRight");
  await rem.axe();
  await keyboard.press("Tab");
  await keyboard.press("Enter");
  await composer.locator("blockquote", { hasText: "When a visit" }).waitFor();
  await keyboard.press("Tab");
  await keyboard.type("Which visit?");
  await keyboard.press("Control+Enter");
  await page.getByRole("article", { name: "Comment on R-12" }).getByText("Which visit?").waitFor();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label")))
    .toBe("Requirement R-12");
});

/** Presses Tab until the focus is on something that fits. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let count = 0; count < 400; count += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  throw new Error(`Tab does not lead to ${selector}`);
}

/** Walks down from item to item until the focus is on the one of that name. */
async function walkTo(page: Page, name: string): Promise<void> {
  for (let count = 0; count < 100; count += 1) {
    const now = await page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
    if (now === name) return;
    await page.keyboard.press("ArrowDown");
  }
  throw new Error(`the arrow keys do not lead to ${name}`);
}

async function itemId(page: Page, name: string): Promise<string> {
  return (await page.getByRole("article", { name }).getAttribute("id")) ?? "";
}

function selectedWords(page: Page): Promise<string> {
  return page.evaluate(() => getSelection()?.toString() ?? "");
}

function focusedIn(page: Page, selector: string): Promise<boolean> {
  return page.evaluate((wanted) => document.activeElement?.closest(wanted) !== null, selector);
}
