/** Seeing who else has the statement open, and going to where they work. */
import { expect, test } from "vitest";
import { Paper } from "../world/paper.ts";
import { startWorld } from "../world/world.ts";

test("from any page one goes to the words that somebody else is writing", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.makes("Housing repairs");
  const tom = await ada.invites("Tom Baker", "Hackney", "editor");
  const his = new Paper(tom);
  await ada.opens("people");
  await ada.sees("Only you are here");

  await his.opens();
  await tom.presses("Add a requirement");
  await his.types("Show the date of every visit");
  await ada.presses(/Here now: Tom, Hackney/);
  await ada.follows("Go to R-1");
  await ada.page.locator("[data-document] [data-item]").first().waitFor();
  expect(new URL(ada.page.url()).hash).toMatch(/^#item-/);
  await ada.axe();

  await tom.page.close();
  await ada.sees("Only you are here");
});

test("somebody with two tabs is one person, and nobody to themselves", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.makes("Housing repairs");
  const tom = await ada.invites("Tom Baker", "Hackney", "editor");
  await ada.opens("people");
  await tom.opens("people");
  const second = await tom.page.context().newPage();
  await second.goto(`/statements/${tom.statementId}/people`);
  await second.getByText("2 people from 2 boroughs").waitFor();

  await ada.page.getByRole("button", { name: "Here now: Tom, Hackney", exact: true }).click();
  expect(await ada.page.locator(".header-people-list li").count()).toBe(1);
  await tom.page.getByRole("button", { name: "Here now: Ada, Camden", exact: true }).waitFor();
});
