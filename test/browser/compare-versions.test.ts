/** What changed since a version: seen on a page, found by filters, and saved as a Word file with tracked changes. */
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { Paper } from "../world/paper.ts";
import { patience, type Person } from "../world/person.ts";
import { authorsIn, linesAfter } from "../world/tracked-word.ts";
import { startWorld } from "../world/world.ts";

test("a lead sees what two boroughs changed since a version, and saves it for legal review", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.takesExample();
  await ada.opens("compare");
  await ada.sees(/There is no version to compare with yet/);
  await ada.axe();
  await ada.asks("POST", `/api/statements/${ada.statementId}/commands/make-version`, {
    name: "For legal",
  });
  const ben = await ada.invites("Ben", "Hackney", "editor");
  const [hers, his] = [new Paper(ada), new Paper(ben)];

  // Words, priority, place; one taken out; a new one.
  await hers.opens();
  await hers.clicksBefore(hers.field(hers.item("R-12"), "statement"), "When a visit");
  await hers.types("At weekends too: ");
  await hers.presses("Escape", "Alt+Shift+ArrowUp", "Escape");
  await takesOut(ada, "R-3", "It is in R-2.");
  await his.opens();
  await his.clicksBefore(his.field(his.item("R-13"), "statement"), "For each repair");
  await his.presses("Control+Enter");
  await his.types("The service prints a letter for those who ask for one.");
  await ada.isSaved();
  await ben.isSaved();

  await ada.opens("compare");
  await ada.page.getByRole("heading", { name: "1 added, 1 removed, 1 changed, 1 moved" }).waitFor();
  const changed = ada.page.getByRole("article", { name: "R-12" });
  expect(await changed.locator("ins").allTextContents()).toEqual([
    expect.stringContaining("At weekends too: "),
  ]);
  expect(await changed.locator(".tag").allTextContents()).toEqual(["Changed", "Moved"]);
  await ada.sees("Not taken forward: It is in R-2.");
  await ada.axe();

  await ada.page.getByLabel("What happened").selectOption({ label: "Removed" });
  await ada.sees("1 of 3 shown.");
  await ada.fillsIn("Words or reference", "nobody says this");
  await ada.sees("Nothing fits.");
  await ada.axe();
  await ada.presses("Show everything");
  await changed.waitFor();

  const word = await saves(ada, "Save as Word with tracked changes");
  expect(word.name).toMatch(/ - changes since version 1 - \d{4}-\d\d-\d\d\.docx$/);
  expect(authorsIn(word.bytes)).toEqual(expect.arrayContaining(["Ada (Camden)", "Ben (Hackney)"]));
  const [accepted, rejected] = [linesAfter(word.bytes, "accept"), linesAfter(word.bytes, "reject")];
  const says = (lines: readonly string[], words: string): boolean =>
    lines.some((line) => line.includes(words));
  expect(says(accepted, "At weekends too: When a visit")).toBe(true);
  expect(says(rejected, "At weekends too: ")).toBe(false);
  expect(says(accepted, "The service prints a letter")).toBe(true);
  expect(says(rejected, "The service prints a letter")).toBe(false);
  await ada.page.getByRole("button", { name: "Save as Word with tracked changes" }).waitFor();
  await ada.axe();

  // A narrow window, as at 400 %: nothing is wider than it.
  await ada.page.setViewportSize({ width: 320, height: 640 });
  expect(await ada.page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await changed.getByRole("link", { name: "R-12" }).click();
  await expect.poll(() => ada.page.url(), patience).toContain("#item-");
});

async function takesOut(person: Person, reference: string, why: string): Promise<void> {
  const item = person.page.getByRole("article", { name: `Requirement ${reference}`, exact: true });
  await item.scrollIntoViewIfNeeded();
  await item.getByRole("button", { name: /^Actions/ }).click();
  await person.page.getByRole("menuitem", { name: "Take out…" }).click();
  await person.fillsIn("Why is it not taken forward?", why);
  await person.page.getByRole("dialog").getByRole("button", { name: "Take out" }).click();
}

async function saves(
  person: Person,
  button: string,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const coming = person.page.waitForEvent("download");
  await person.presses(button);
  const download = await coming;
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test("of very many items that differ the others come when they are asked for, and one goes on reading there", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.makes("Lists");
  await ada.asks("POST", `/api/statements/${ada.statementId}/commands/make-version`, {
    name: "Empty",
  });
  const rows = Array.from({ length: 480 }, (_, n) => `requirement,List ${n + 1} is shown.`);
  await ada.brings("lists.csv", ["kind,text", ...rows].join("\n"));
  await ada.opens("compare");
  const items = ada.page.getByRole("article");
  await ada.page.getByRole("heading", { name: "480 added" }).waitFor();
  await expect.poll(() => items.count(), patience).toBe(300);
  await ada.page.getByRole("button", { name: "Show the other 180" }).focus();
  // All 180 at once would keep the page from answering.
  const seen = await ada.page.evaluateHandle(watchItems);
  await ada.page.keyboard.press("Enter");
  await ada.page.locator("article:focus", { hasText: "List 301 is shown." }).waitFor();
  await expect.poll(() => items.count(), patience).toBe(480);
  expect(await seen.evaluate(({ mostAtOnce }) => mostAtOnce)).toBeLessThanOrEqual(60);
});

/** From now on, how many items came into the page at once at most. */
function watchItems(): { mostAtOnce: number } {
  const count = (): number => document.querySelectorAll("article.compared").length;
  const seen = { mostAtOnce: 0 };
  let before = count();
  new MutationObserver(() => {
    seen.mostAtOnce = Math.max(seen.mostAtOnce, count() - before);
    before = count();
  }).observe(document.body, { childList: true, subtree: true });
  return seen;
}
