/** A stranger's first minute: from the link that an empty folder's server prints to the open example. */
import { expect, test } from "vitest";
import { startWorld } from "../world/world.ts";

test("the first person goes from the printed link to the open example, and the link works no more", async () => {
  await using world = await startWorld();
  const ada = await world.stranger("Ada");
  const link = world.startLink;
  expect(link).toMatch(/\/start\/[\w-]+$/);

  await ada.goesTo(link ?? "");
  await ada.axe();

  await ada.presses("Continue");
  await ada.sees("There is a problem");
  await ada.sees("Enter your name");
  await ada.axe();
  expect(await ada.page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("alert");

  await ada.fillsIn("Your name", "Ada Lovelace");
  await ada.page.getByRole("combobox").pressSequentially("cam");
  await ada.page.getByRole("option", { name: "Camden" }).waitFor();
  await ada.axe();
  await ada.page.keyboard.press("ArrowDown");
  await ada.page.keyboard.press("Enter");
  expect(await ada.page.getByRole("combobox").inputValue()).toBe("Camden");
  await ada.presses("Continue");

  await ada.page.getByRole("heading", { name: "Welcome, Ada Lovelace" }).waitFor();
  await ada.axe();
  await ada.presses("Open the example");
  await ada.page.locator(".statement-top").waitFor();
  await ada.isSaved();
  expect(await ada.page.getByLabel("Title of the statement").inputValue()).not.toBe("");
  await ada.axe();

  await ada.follows("Needline");
  await ada.page.getByRole("heading", { name: "Your statements" }).waitFor();
  await ada.sees("Signed in as Ada Lovelace, Camden.");
  await ada.axe();

  const late = await world.stranger("Late");
  await late.goesTo(link ?? "");
  await late.page.getByRole("heading", { name: "This link works no more" }).waitFor();
  await late.axe();
});

test("an empty statement begins with a title, which everybody who writes can change", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.goesTo("/");
  await ada.presses("Start an empty statement");
  await ada.axe();
  await ada.presses(/^Start$/);
  await ada.sees("Enter a title");
  await ada.axe();
  await ada.fillsIn(/What is it for/, "Housing repairs service");
  await ada.presses(/^Start$/);
  const title = ada.page.getByLabel("Title of the statement");
  await title.waitFor();
  expect(await title.inputValue()).toBe("Housing repairs service");

  await title.fill("Repairs together");
  await title.press("Enter");
  await ada.isSaved();
  await title.fill("Not this one");
  await title.press("Escape");
  await expect.poll(() => title.inputValue()).toBe("Repairs together");

  await ada.page.reload();
  await expect.poll(() => title.inputValue()).toBe("Repairs together");
});

test("somebody without a link is told how to come in, and an address that leads nowhere says so", async () => {
  await using world = await startWorld();
  const eve = await world.stranger("Eve");
  await eve.goesTo("/");
  await eve.page.getByRole("heading", { name: "You are not signed in" }).waitFor();
  await eve.axe();
  await eve.goesTo("/nowhere");
  await eve.page.getByRole("heading", { name: "Page not found" }).waitFor();
  await eve.axe();
  await eve.goesTo("/statements/nothing");
  await eve.page.getByRole("heading", { name: "Sign in first" }).waitFor();
  await eve.axe();

  const ada = await world.lead("Ada", "Camden");
  await ada.goesTo("/statements/nothing");
  await ada.page.getByRole("heading", { name: "Statement not found" }).waitFor();
  await ada.axe();
});
