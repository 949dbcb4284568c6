/** A version is made, issued, signed off by one borough and not by another, read, and restored from. */
import { expect, test } from "vitest";
import { Paper } from "../world/paper.ts";
import { patience } from "../world/person.ts";
import { Versions } from "../world/versions.ts";
import { startWorld } from "../world/world.ts";

test("a version is issued, signed off or not, and puts words back as they were", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.takesExample();
  const ben = await ada.invites("Ben", "Hackney", "reviewer", true);
  const [hers, his] = [new Versions(ada), new Versions(ben)];

  // The first version, by the keyboard: a name is needed.
  await ben.opens("versions");
  await ben.sees("Leads and editors make versions.");
  await ben.axe();
  await ada.opens("versions");
  await ada.sees("No versions yet");
  await ada.axe();
  await ada.page.getByRole("button", { name: "Make a version" }).focus();
  await ada.page.keyboard.press("Enter");
  await ada.presses("Make the version");
  await ada.sees("There is a problem");
  await ada.axe();
  await ada.fillsIn("Name", "Draft for legal");
  await ada.page.keyboard.press("Enter");
  await hers.row("Draft for legal").waitFor();

  // Issued by the lead; every borough is asked.
  await hers.row("Draft for legal").getByRole("button", { name: "Issue" }).click();
  await ada.sees("Camden, Hackney and Southwark are asked to sign it off.");
  await ada.axe();
  await hers.decides("Issue");
  await hers.saidBy("Camden").getByRole("button", { name: "Sign off for Camden" }).click();
  await hers.decides("Sign off for Camden");
  await his.saidBy("Camden").getByText("Signed off", { exact: true }).waitFor();
  expect(await his.saidBy("Southwark").getByRole("button").count()).toBe(0);
  await ben.page.getByRole("link", { name: "Versions 1 to sign off" }).waitFor();

  // It is the first thing that waits for Ben to look at, and what he says there is said.
  await ben.opens("to-look-at");
  await ben.page
    .getByRole("heading", { name: "Issued version 1 waits for Hackney to sign it off" })
    .waitFor();
  await ben.axe();
  await his.saidBy("Hackney").getByRole("button", { name: "Say why not" }).click();
  await ben.axe();
  await ben.fillsIn("Why not", "R-3 says nothing of weekends.");
  await his.decides("Say why not");
  await ben.page.getByRole("link", { name: "Versions", exact: true }).waitFor();
  await ben.page.locator(".look-card h2:focus").waitFor();
  expect(await ben.page.getByText("waits for Hackney to sign it off").count()).toBe(0);
  await hers.saidBy("Hackney").getByText("Does not sign off").waitFor();
  await ada.sees("R-3 says nothing of weekends.");
  await ada.axe();
  await ada.presses("Notices");
  await ada.sees("does not sign off");
  await ada.axe();
  await ada.page.keyboard.press("Escape");

  // The text goes on; the version reads as it was.
  const paper = new Paper(ada);
  await paper.opens();
  const field = paper.field(paper.item("R-3"));
  const before = await paper.words(field);
  await paper.clicksBefore(field, "The ");
  await paper.types("At weekends too: ");
  await ada.isSaved();
  await ada.opens("versions");
  await ada.follows(/Draft for legal/);
  await hers.item("R-3").waitFor();
  expect(await hers.item("R-3").textContent()).toContain(before);
  expect(await hers.item("R-3").textContent()).not.toContain("At weekends too");
  await ada.axe();
  // Only what reads otherwise now can be put back.
  expect(await hers.item("R-2").getByRole("button").count()).toBe(0);

  // One item, and undone: the focus stays with what is said of it.
  await hers.item("R-3").getByRole("button", { name: "Restore R-3" }).click();
  await ada.axe();
  await hers.decides("Restore");
  await ada.sees("R-3 reads again as in version 1.");
  expect(await ada.page.evaluate(() => document.activeElement?.className)).toBe("restore-said");
  await ada.page.keyboard.press("Tab");
  await ada.page.keyboard.press("Enter");
  await ada.sees("The restore is undone: 1 item was put back.");
  await ada.axe();

  // The whole: Ben sees it at once, and the list tells what was kept before.
  await ben.opens();
  const bens = new Paper(ben);
  await bens.says(bens.field(bens.item("R-3")), `At weekends too: ${before}`);
  await ada.presses("Restore the whole text");
  await hers.decides("Restore");
  await ada.sees("The whole text reads again as in version 1. 1 item changed.");
  await bens.says(bens.field(bens.item("R-3")), before);
  await ada.follows("All versions");
  await ada.sees("Ada, Camden, restored the whole text from version 1 after this.");
  await expect.poll(() => ada.page.locator("li.version").count(), patience).toBe(3);
  await ada.axe();
});
