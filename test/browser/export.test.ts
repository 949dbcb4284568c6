/** Taking the statement out on the page: chosen in plain words, followed, downloaded, refused with what to do. */
import { expect, test } from "vitest";
import { readFile } from "node:fs/promises";
import { sheetsOf } from "../unit/sheets-of.ts";
import type { Person } from "../world/person.ts";
import { startWorld } from "../world/world.ts";

async function downloads(person: Person, press: () => Promise<void>): Promise<[string, Buffer]> {
  const [download] = await Promise.all([person.page.waitForEvent("download"), press()]);
  return [download.suggestedFilename(), await readFile(await download.path())];
}

test("a lead sends suppliers their workbook, and a reader takes what is for their borough", async () => {
  await using world = await startWorld();
  const priya = await world.lead("Priya", "Camden");
  await priya.takesExample();
  const rita = await priya.invites("Rita", "Hackney", "reader");

  await priya.opens();
  await priya.follows("Export");
  await priya.sees("What do you need?");
  await priya.axe();

  // By keyboard alone.
  await priya.page.getByRole("radio", { name: /Supplier response workbook/ }).focus();
  await priya.page.keyboard.press("Space");
  const [name, workbook] = await downloads(priya, () => priya.page.keyboard.press("Enter"));
  expect(name).toMatch(/^Housing repairs service - supplier response - \d{4}-\d\d-\d\d\.xlsx$/);
  await priya.sees(/is ready, with/);
  await expect
    .poll(() => priya.page.evaluate(() => document.activeElement?.textContent))
    .toContain("Look through it before you send it.");
  await priya.axe();
  const sheets = await sheetsOf(workbook);
  const asked = sheets.find((sheet) => sheet.name === "Requirements")?.rows.slice(1) ?? [];
  expect(asked.map(({ cells: [reference] }) => reference)).toContain("R-9");

  await priya.page.getByLabel("Only some of it").check();
  await priya.fillsIn("That say", "unicorns");
  await priya.axe();
  await priya.presses("Make the file");
  await priya.sees("Nothing in the statement is like that.");
  await priya.axe();

  // A large file takes a while: here the server's word of it is held back until she has cancelled.
  const { promise: cancelled, resolve: hasCancelled } = Promise.withResolvers<void>();
  await priya.page.route("**/works/*", async (route) => {
    if (route.request().method() === "GET") await cancelled;
    await route.continue();
  });
  await priya.page.getByLabel("All of it").check();
  await priya.presses("Make the file");
  await priya.sees("Beginning…");
  await priya.axe();
  await priya.presses("Cancel");
  await priya.sees("Cancelled. No file was made.");
  await priya.seesNoMore("Beginning…");
  await expect
    .poll(() => priya.page.evaluate(() => document.activeElement?.textContent))
    .toBe("Make the file");
  hasCancelled();

  await rita.opens("export");
  await rita.page.getByRole("radio", { name: /^CSV/ }).check();
  await rita.page.getByLabel("Read as").selectOption("Hackney’s");
  await rita.page.getByLabel("Only some of it").check();
  await rita.page.getByLabel("Requirements", { exact: true }).check();
  const [, csv] = await downloads(rita, () => rita.presses("Make the file"));
  expect(csv.toString("utf8")).toMatch(/^\ufeffkind,reference,section,/);
  expect(csv.toString("utf8")).toContain("Differs for Hackney: ");
  expect(csv.toString("utf8")).not.toMatch(/^need,/m);
});
