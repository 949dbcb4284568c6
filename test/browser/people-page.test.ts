/** Who takes part: inviting, joining, changing roles, withdrawing links, leaving. */
import { expect, test } from "vitest";
import { startWorld } from "../world/world.ts";

test("a lead makes a link, somebody joins by it with a name, and both see each other at once", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.makes("Housing repairs");
  await ada.opens("people");
  await ada.sees("1 person from 1 borough");
  await ada.axe();

  await ada.presses("Invite somebody");
  await ada.axe();
  await ada.presses("Make a link");
  await ada.sees("Enter the name of the person it is for");
  await ada.axe();
  await ada.fillsIn("Borough or organisation", "Hackney");
  await ada.fillsIn("Name", "Ben Okri");
  await ada.presses("Make a link");
  const link = await ada.page.getByLabel("Link for Ben Okri, Hackney").inputValue();
  await ada.axe();
  await ada.presses("Close");
  await ada.sees("Editor · made by Ada");
  await ada.axe();

  const ben = await world.stranger("Ben", "Hackney");
  await ben.goesTo(link);
  await ben.page.getByRole("heading", { name: "Join “Housing repairs”" }).waitFor();
  await ben.axe();
  expect(await ben.page.getByLabel("Your name").inputValue()).toBe("Ben Okri");
  await ben.presses("Join");
  await ben.page.locator(".statement-top").waitFor();

  await ada.sees("2 people from 2 boroughs");
  await ada.sees("Here now");
  await ada.sees("No link is open. Those you make appear here.");
  await ada.page.getByRole("button", { name: /Here now: Ben, Hackney/ }).click();
  await ada.axe();
  await ada.page.keyboard.press("Escape");

  const late = await world.stranger("Late");
  await late.goesTo(link);
  await late.page.getByRole("heading", { name: "This link works no more" }).waitFor();
});

test("a link for reviewers is listed, used by several, and withdrawn", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.makes("Housing repairs");
  const link = await ada.makesLink("Southwark", "reviewer");
  await ada.opens("people");
  await ada.sees("Southwark");

  for (const name of ["Rem", "Ola"]) {
    const guest = await world.stranger(name, "Southwark");
    await guest.goesTo(link);
    await guest.fillsIn("Your name", name);
    await guest.presses("Join");
    await guest.page.locator(".statement-top").waitFor();
  }
  await ada.sees(/used by Rem and Ola/);
  await ada.presses("Withdraw the link for Southwark");
  await ada.sees("No link is open. Those you make appear here.");

  const late = await world.stranger("Late");
  await late.goesTo(link);
  await late.page.getByRole("heading", { name: "This link works no more" }).waitFor();
});

test("a changed role takes effect on the open page at once", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.makes("Housing repairs");
  const ben = await ada.invites("Ben", "Hackney", "reviewer");
  await ben.opens("people");
  await ben.sees("2 people from 2 boroughs");
  expect(await ben.page.getByLabel("Title of the statement").count()).toBe(0);
  expect(await ben.page.getByRole("button", { name: "Invite somebody" }).count()).toBe(0);
  await ben.presses("Share");
  await ben.sees(/ask Ada \(Camden\) for an invitation link/);
  await ben.axe();
  await ben.presses("Close");

  await ada.opens("people");
  await ada.presses("Change Ben");
  await ada.axe();
  await ada.page.getByRole("menuitem", { name: "Change role" }).click();
  await ada.axe();
  await ada.page
    .getByRole("dialog")
    .getByRole("radio", { name: /^Editor/ })
    .check();
  await ada.presses("Save");

  await ben.page.getByLabel("Title of the statement").waitFor();
  await ben.sees("Editor: writes and comments");
  // The dialog is gone and the focus is back on the button that opened its menu.
  await expect
    .poll(() => ada.page.evaluate(() => document.activeElement?.getAttribute("aria-label")))
    .toBe("Change Ben");
});

test("a sign-in link opens the statement on another device, once", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.makes("Housing repairs");
  await ada.invites("Ben", "Hackney", "editor");
  await ada.opens("people");
  await ada.presses("Change Ben");
  await ada.page.getByRole("menuitem", { name: /Make a sign-in link/ }).click();
  await ada.presses("Make the link");
  const link = await ada.page.getByRole("textbox", { name: "Sign-in link" }).inputValue();
  await ada.axe();

  const phone = await world.stranger("Ben on the phone");
  await phone.page.setViewportSize({ width: 390, height: 844 });
  await phone.goesTo(link);
  await phone.axe();
  await phone.presses("Sign in");
  await phone.page.getByRole("heading", { name: "Your statements" }).waitFor();
  await phone.follows("Housing repairs");
  await phone.page.locator(".statement-top").waitFor();
  await phone.axe();

  const other = await world.stranger("Eve");
  await other.goesTo(link);
  await other.presses("Sign in");
  await other.sees(/This sign-in link was used already/);
});
