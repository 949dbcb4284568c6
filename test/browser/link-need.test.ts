/** A requirement is linked to a need, and the need turns covered on the other person's screen. */
import { expect, test } from "vitest";
import { selectWords } from "../world/select-words.ts";
import { startWorld } from "../world/world.ts";

test("words are linked to a need, and it turns covered on the other person's screen", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.takesExample();
  const ben = await ada.invites("Ben", "Hackney", "editor");
  await ada.opens();
  await ben.opens();
  const need = ben.page.getByRole("article", { name: "Need N-6" });
  await need.getByText("Not covered: no requirement meets this need yet.").waitFor();

  await selectWords(ada.page, "the service records why");
  await ada.presses("Meets a need…");
  const composer = ada.page.getByRole("region", { name: "Link R-12 to a need" });
  const search = composer.getByRole("combobox", { name: "Which need or outcome?" });
  await ada.presses(/^Link$/);
  await composer.getByText("Choose a need or an outcome.").waitFor();
  await ada.axe();

  // By its words first, then by its reference.
  await search.fill("carer repair");
  await composer.getByRole("option", { name: /^N-6/ }).waitFor();
  await search.fill("nothing of the kind");
  await composer.getByText("No need or outcome has these words.").waitFor();
  await search.fill("n6");
  await expect.poll(() => composer.getByRole("option").count()).toBe(1);
  await ada.axe();
  await ada.page.keyboard.press("ArrowDown");
  await ada.page.keyboard.press("Enter");
  await composer.getByRole("radio", { name: /Partly/ }).check();
  await ada.fillsIn("Because (optional)", "The reason can be shared with whoever acts for them.");
  await ada.axe();
  await ada.presses(/^Link$/);

  await need.getByRole("button", { name: "R-12 (partly)" }).waitFor();
  expect(await need.getByText("Not covered").count()).toBe(0);
  await need.getByRole("button", { name: "Show words" }).click();
  await need.getByText("“the service records why”").waitFor();
  await ben.axe();

  // Ben goes to the words from the need, and thinks that they meet it fully.
  await need.getByRole("button", { name: "R-12 (partly)" }).click();
  const card = ben.page.getByRole("article", { name: "Meets N-6, partly" });
  await expect
    .poll(() => card.evaluate((element) => element === document.activeElement))
    .toBe(true);
  await ben.axe();
  await card.getByRole("button", { name: "Change to fully" }).click();
  await ada.page.getByRole("article", { name: "Meets N-6, fully" }).waitFor();
});

test("a link whose words changed wants a second look, and can be confirmed or taken back", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.takesExample();
  const ben = await ada.invites("Ben", "Hackney", "editor");
  await ada.opens();
  await ben.opens();
  const need = ben.page.getByRole("article", { name: "Need N-3" });
  await need.getByRole("button", { name: "R-10 (partly)" }).click();
  const card = ben.page
    .getByRole("article", { name: "Meets N-3, partly" })
    .and(ben.page.locator("[data-open]"));

  await selectWords(ada.page, "online, by answering a text message");
  await ada.page.keyboard.type("on the web, by answering a letter");
  await card.getByText("Wording changed since it was linked").waitFor();
  await card.locator("del", { hasText: "text message" }).waitFor();
  await card.locator("ins", { hasText: "letter" }).waitFor();
  await need.getByRole("button", { name: "R-10 (partly, changed since)" }).waitFor();
  await ben.axe();
  await card.getByRole("button", { name: "Still holds" }).click();
  await need.getByRole("button", { name: "R-10 (partly)", exact: true }).waitFor();
  await card.getByText("said that it still holds").waitFor();

  await card.getByRole("button", { name: "Take back" }).click();
  await card.getByRole("button", { name: "Take back the link" }).click();
  await card.getByText("Say why, so that the others can follow.").waitFor();
  await ben.axe();
  await ben.fillsIn("Why is the link taken back?", "A letter is too slow for this.");
  await card.getByRole("button", { name: "Take back the link" }).click();
  const hers = ada.page.getByRole("article", { name: "Need N-3" });
  await hers.getByRole("button", { name: /^R-10/ }).waitFor({ state: "detached" });
  await ben.presses(/^Closed/);
  await ben.page
    .getByRole("article", { name: "R-10 no longer said to meet N-3" })
    .getByText("A letter is too slow for this.")
    .waitFor();
  await ben.axe();
});

test("a link is not made to words that changed meanwhile: the new words are shown first", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.takesExample();
  const ben = await ada.invites("Ben", "Hackney", "editor");
  await ada.opens();
  await ben.opens();
  await selectWords(ada.page, "the service records why");
  await ada.presses("Meets a need…");
  await ada.page.getByRole("combobox", { name: "Which need or outcome?" }).fill("n6");
  await ada.page.keyboard.press("ArrowDown");
  await ada.page.keyboard.press("Enter");
  await ada.fillsIn("Because (optional)", "They can read it.");

  // Ben's words reach the server, and Ada's page only after she pressed Link.
  await ada.page.route("**/commands/meet-need", async (route) => {
    await selectWords(ben.page, "take the permission back");
    await ben.page.keyboard.type("withdraw it");
    await ben.isSaved();
    await route.continue();
  });
  const seen = { before: "" };
  await ada.page.route("**/commands/meet-need", async (route) => {
    seen.before = route.request().postData() ?? "";
    await route.fallback();
  });
  await ada.presses(/^Link$/);
  await ada.sees("The wording changed while you were choosing.");
  const composer = ada.page.getByRole("region", { name: "Link R-12 to a need" });
  await composer.locator("ins", { hasText: "withdraw it" }).waitFor();
  await ada.axe();
  expect(seen.before).toContain("They can read it.");
  expect(await ada.page.getByLabel("Because (optional)").inputValue()).toBe("They can read it.");

  await ada.page.unrouteAll();
  await ada.presses(/^Link$/);
  await ada.page.getByRole("article", { name: "Meets N-6, fully" }).waitFor();
});

test("a need is left out on purpose, a requirement said to need none, each with a reason and back", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.takesExample();
  const rem = await ada.invites("Rem", "Southwark", "reviewer");
  await ada.opens();
  await rem.opens();
  const need = (page: typeof ada.page) => page.getByRole("article", { name: "Need N-6" });

  await need(ada.page).getByRole("button", { name: "Leave it out on purpose" }).click();
  await ada.axe();
  const dialog = ada.page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Leave it out" }).click();
  await dialog.getByText("Say why it is left out.").waitFor();
  await ada.axe();
  await ada.fillsIn("Because", "Each borough does this for itself.");
  await ada.page.keyboard.press("Control+Enter");
  await need(rem.page)
    .getByText("Left out on purpose: Each borough does this for itself. (Ada, Camden, just now)")
    .waitFor();
  // A reviewer sees the decision and cannot take it.
  expect(await rem.page.getByRole("button", { name: "Put back" }).count()).toBe(0);
  expect(await rem.page.getByRole("button", { name: "Leave it out on purpose" }).count()).toBe(0);
  await rem.axe();
  await need(ada.page).getByRole("button", { name: "Put back" }).click();
  await need(rem.page).getByText("Not covered: no requirement meets this need yet.").waitFor();

  await ada.page.getByRole("button", { name: "say why it needs none" }).first().click();
  await ada.axe();
  await ada.fillsIn("Because", "The law asks for it.");
  await dialog.getByRole("button", { name: "It needs none" }).click();
  await rem.sees(/Needs no need: The law asks for it\./);
});
