/** Conversations where there is little room beside the document, and on what is not in the document any more. */
import { expect, test } from "vitest";
import type { Locator, Page } from "playwright-core";
import { selectWords } from "../world/select-words.ts";
import { startWorld } from "../world/world.ts";

test("in a narrow window conversations are read, answered and begun in a sheet", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.takesExample();
  await ada.page.setViewportSize({ width: 800, height: 900 });
  await ada.opens();
  const { page } = ada;
  const sheet = page.getByRole("dialog", { name: "Conversations" });

  // Read and answered in the list; Escape folds the conversation, then closes the sheet.
  await ada.presses(/^Conversations$/);
  const card = sheet.getByRole("article", { name: "Comment on O-3" });
  await card.getByRole("button", { name: "Reply" }).click();
  await ada.fillsIn("Reply", "We should ask the contractors.");
  await ada.axe();
  await page.keyboard.press("Control+Enter");
  await card.locator(".said", { hasText: "We should ask the contractors." }).waitFor();
  await expect.poll(() => focusedIn(page, "[data-card]")).toBe(true);
  await page.keyboard.press("Escape");
  await card
    .locator(".said", { hasText: "We should ask the contractors." })
    .waitFor({ state: "detached" });
  await page.keyboard.press("Escape");
  await sheet.waitFor({ state: "detached" });

  // A link under an item opens its conversation in the sheet; from there to the need.
  await page.getByRole("button", { name: "R-11 (changed since)" }).click();
  await sheet.getByRole("article", { name: "R-11 meets N-5, fully" }).waitFor();
  await expect.poll(() => focusedIn(page, "[data-card][data-open]")).toBe(true);
  await ada.axe();
  await sheet.getByRole("link", { name: "Go to N-5" }).click();
  await sheet.waitFor({ state: "detached" });
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label")))
    .toBe("Need N-5");

  // Begun from words, and back at the words when it is saved.
  await selectWords(page, "the service records why");
  await ada.presses("Comment on these words");
  await ada.fillsIn("Your comment", "In which words?");
  await ada.axe();
  await page.keyboard.press("Control+Enter");
  await sheet.waitFor({ state: "detached" });
  await page.locator("mark", { hasText: "the service records why" }).waitFor();
  await expect.poll(() => focusedIn(page, ".ProseMirror")).toBe(true);
});

test("conversations on an item that is taken out are listed, and what is being written stays in sight", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.takesExample();
  const ben = await ada.invites("Ben", "Hackney", "editor");
  await ada.opens();
  await ben.opens();

  await selectWords(ben.page, "the service records why");
  await ben.presses("Comment on these words");
  await ben.fillsIn("Your comment", "In which words?");
  await ada.page.getByRole("button", { name: "Actions for Requirement R-12" }).focus();
  await ada.page.keyboard.press("Enter");
  await ada.page.getByRole("menuitem", { name: "Take out…" }).click();
  await ada.fillsIn("Why is it not taken forward?", "We do this by hand.");
  await ada.page.keyboard.press("Enter");

  await ben.page.getByRole("article", { name: "Requirement R-12" }).waitFor({ state: "detached" });
  const text = ben.page.getByLabel("Your comment");
  expect(await text.inputValue()).toBe("In which words?");
  await expect.poll(() => isInWindow(text)).toBe(true);
  await ben.page.keyboard.press("Control+Enter");
  const group = ben.page.locator("details", { hasText: "On items not taken forward" });
  const card = group.getByRole("article", { name: "Comment on R-12" });
  await card.getByText("Not taken forward: We do this by hand.").waitFor();
  await card.getByText("the service records why").waitFor();
  await ben.axe();
  await ada.page.locator("summary", { hasText: "On items not taken forward" }).click();
  await ada.page
    .getByRole("article", { name: "Comment on R-12" })
    .getByText("In which words?")
    .waitFor();
});

function focusedIn(page: Page, selector: string): Promise<boolean> {
  return page.evaluate((wanted) => document.activeElement?.closest(wanted) !== null, selector);
}

function isInWindow(element: Locator): Promise<boolean> {
  return element.evaluate((node) => {
    const { top, bottom } = node.getBoundingClientRect();
    return node.checkVisibility({ visibilityProperty: true }) && top >= 0 && bottom <= innerHeight;
  });
}
