/** From last time's statement to this time's: beginning with it, looking back on it, and bringing more in. */
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import type { Person } from "../world/person.ts";
import { startWorld } from "../world/world.ts";

const lastTime = [
  "kind,reference,section,text,priority,meets,borough,notes",
  'need,U-1,User needs,"As a resident, I need to renew my permit on my phone",must,,Camden,',
  'need,U-2,User needs,"As a carer, I need to park near the person I care for",must,,Hackney,',
  'need,U-3,User needs,"As an officer, I need to see whether a vehicle has a permit",should,,Hackney,',
  "requirement,S-1,The service,The supplier lets residents renew permits on any phone.,must,U-1 fully,Camden,",
  "requirement,S-2,The service,Carers are given permits to park near a person they care for.,must,,Camden,",
].join("\n");

async function begins(person: Person, way: string, title: string): Promise<void> {
  await person.goesTo("/");
  await person.presses(way);
  await person.fillsIn("What is it for?", title);
  await person.axe();
  await person.page.getByRole("button", { name: "Start", exact: true }).click();
  await person.page.locator(".statement-top").waitFor();
  person.worksIn(/statements\/([^/#?]+)/.exec(person.page.url())?.[1] ?? "");
}

test("last time's statement begins this one, is looked back on and shared, and more comes in from it", async () => {
  await using world = await startWorld();
  const priya = await world.lead("Priya", "Camden");
  await priya.makes("Permits 2025");
  await priya.brings("permits.csv", lastTime);

  // Beginning with it: everything is there with its links, and says where it is from.
  await priya.goesTo("/");
  await priya.axe();
  await begins(priya, "Begin with an earlier statement", "Permits 2026");
  await priya.sees("renew my permit on my phone");
  await priya.sees("From Permits 2025, N-1");
  await priya.opens("needs");
  await priya.sees(/1 covered/);

  // Looking back: what was wanted and not written, and help to find what was not linked.
  await priya.follows("Looking back");
  await priya.sees("2 of 3 needs are met by no requirement; 1 of them is a must-have.");
  await priya.axe();
  await priya.page.getByRole("button", { name: "Find requirements that may meet" }).press("Enter");
  const hiding = priya.page.getByRole("button", { name: "Hide requirements that may meet them" });
  expect(await hiding.evaluate((button) => button === document.activeElement)).toBe(true);
  await priya.axe();
  await priya.page.getByRole("button", { name: "Meets it partly: N-2 by R-2" }).press("Enter");
  await priya.sees("1 of 3 needs is met by no requirement.");
  expect(await priya.page.evaluate(() => document.activeElement?.textContent)).toContain("N-3");
  const saving = priya.page.waitForEvent("download");
  await priya.presses("Save as a page");
  const page = await readFile(await (await saving).path(), "utf8");
  expect(page).toContain("1 of 3 needs is met by no requirement.");
  expect(page).toContain("park near the person I care for");
  expect(page).not.toContain("Save as a page");

  await priya.presses("Share with a reader");
  await priya.fillsIn("Borough or organisation", "Hackney");
  await priya.page.keyboard.press("Escape");
  await priya.presses("Make a link");
  const link = await priya.page.getByLabel("Link for Hackney").inputValue();
  const tom = await world.stranger("Tom", "Hackney");
  await tom.goesTo(link);
  await tom.fillsIn("Your name", "Tom");
  await tom.presses("Join");
  await tom.sees("1 of 3 needs is met by no requirement.");
  expect(await tom.page.getByText("Find requirements that may meet them").count()).toBe(0);

  // An outline, and more from last time: with its link, told when it is there already, taken back.
  await begins(priya, "A digital service", "Visitor permits");
  await priya.sees("What should be different");
  await priya.page.getByRole("button", { name: "From another statement" }).click();
  await priya.fillsIn("Search for", "renew phone");
  await priya.page.getByLabel("In", { exact: true }).selectOption({ label: "Permits 2025" });
  await priya.sees("2 items found.");
  await priya.page.getByRole("checkbox", { name: /N-1/ }).check();
  await priya.page.getByRole("checkbox", { name: /R-1/ }).check();
  await priya.axe();
  await priya.presses("Bring 2 items in");
  await priya.sees("2 items brought in, with 1 link.");
  await priya.sees(/In this statement already, as N-11\./);
  await priya.axe();
  await priya.presses("Undo");
  await priya.sees("2 items taken back out.");
  await priya.seesNoMore(/In this statement already/);
});
