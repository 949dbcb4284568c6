/** Losing the right to write: at once, on the open page, and without losing the words that were not saved. */
import { expect, test } from "vitest";
import { Paper } from "../world/paper.ts";
import { patience } from "../world/person.ts";
import { startWorld } from "../world/world.ts";

test("a person who is removed while typing is cut off, and the words that were under way are offered to keep", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.makes("Housing repairs");
  const tom = await ada.invites("Tom", "Hackney", "editor");
  const [hers, his] = [new Paper(ada), new Paper(tom)];
  // What he types takes its time to the server, so that some of it is under way when he is cut off.
  await tom.page.routeWebSocket(/\/sync\//, (page) => {
    const server = page.connectToServer();
    page.onMessage((frame) => setTimeout(() => server.send(frame), 300));
  });
  await his.opens();
  await tom.presses("Add a requirement");
  await hers.opens();

  await tom.page.evaluate(() => {
    const memory = window as unknown as { longest: string };
    memory.longest = "";
    new MutationObserver(() => {
      const words = document.querySelector("[data-document] [data-item] p")?.textContent ?? "";
      if (words.length > memory.longest.length) memory.longest = words;
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  const alphabet = "abcdefghijklmnopqrstuvwxyz".repeat(4);
  const typing = tom.page.keyboard.type(alphabet, { delay: 25 });
  const read = async (): Promise<string> => hers.words(hers.field(hers.items.first()));
  await expect.poll(async () => (await read()).length, patience).toBeGreaterThan(10);
  await ada.removes(tom);
  await tom.page.getByRole("heading", { name: "You are no longer in this statement" }).waitFor();
  await typing;
  await tom.axe();

  const kept = await read();
  const seen = await tom.page.evaluate(() => (window as unknown as { longest: string }).longest);
  expect(seen.startsWith(kept)).toBe(true);
  expect(seen.length).toBeGreaterThan(kept.length);
  await tom.presses("Show these words");
  expect(await tom.page.getByRole("dialog").locator("dd").first().textContent()).toBe(seen);
  await tom.axe();
  await tom.presses(/I have kept them/);
  await tom.seesNoMore("Some words on this computer are not in the statement");

  await tom.follows("Go to your statements");
  await tom.sees("You are in no statement now.");
  await tom.axe();
  await tom.goesTo(`/statements/${tom.statementId}`);
  await tom.page.getByRole("heading", { name: "Statement not found" }).waitFor();
  await ada.sees("Only you are here");
});

test("words written while away by somebody who may no longer write are offered as a copy, not put in the text", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.makes("Housing repairs");
  const tom = await ada.invites("Tom", "Hackney", "editor");
  const [hers, his] = [new Paper(ada), new Paper(tom)];
  await his.opens();
  await tom.presses("Add a requirement");
  await his.types("Show the date");
  await tom.isSaved();
  await hers.opens();

  await tom.goesOffline();
  await his.types(" of the visit");
  await tom.isNotSaved();
  await ada.changesRoleOf(tom, "reader");
  await tom.comesBack();

  await tom.sees("Some words on this computer are not in the statement");
  await his.says(his.field(his.items.first()), "Show the date");
  expect(await tom.page.getByLabel("Title of the statement").count()).toBe(0);
  await tom.presses("Show these words");
  await tom.sees("Show the date of the visit");
  await tom.axe();
  await tom.presses(/I have kept them/);
  await tom.seesNoMore("Some words on this computer are not in the statement");

  // Forgotten for good, and never sent.
  await his.opens();
  await his.says(his.field(his.items.first()), "Show the date");
  expect(await tom.page.getByText("Some of what you wrote here").count()).toBe(0);
  await hers.says(hers.field(hers.items.first()), "Show the date");
});

test("an editor who becomes a reviewer goes on reading without opening the page again", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.makes("Housing repairs");
  const tom = await ada.invites("Tom", "Hackney", "editor");
  const [hers, his] = [new Paper(ada), new Paper(tom)];
  await his.opens();
  await tom.page.getByLabel("Title of the statement").waitFor();
  await ada.changesRoleOf(tom, "reviewer");
  await expect.poll(() => tom.page.getByLabel("Title of the statement").count(), patience).toBe(0);
  expect(await tom.page.getByText("Some of what you wrote here").count()).toBe(0);

  await hers.opens();
  await ada.presses("Add a requirement");
  await hers.types("Show the date");
  await his.says(his.field(his.items.first()), "Show the date");
});
