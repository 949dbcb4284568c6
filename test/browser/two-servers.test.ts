/** Two servers: people on different ones write one sentence, and see what is going on when a part of it is away. */
import { expect, test } from "vitest";
import { patience } from "../world/person.ts";
import { Talk } from "../world/talk.ts";
import { TwoServers } from "../world/two-servers.ts";
import { twoWriters } from "../world/two-writers.ts";

test("when a server is gone its people go on where they were, at the other", async () => {
  await using world = await TwoServers.start();
  const { ada, ben, hers, his } = await twoWriters(await world.lead("Ada", "Camden"), (paper, at) =>
    world.opensOn(at, paper),
  );
  const [herField, hisField] = [hers.field(hers.items.first()), his.field(his.items.first())];

  await hers.clicksBefore(herField, ", and");
  await hers.types(" of the");
  await his.clicksBefore(hisField, ".");
  await world.fleet.kill(0);
  await hers.types(" next visit");
  await his.types(" by phone");
  const both = "Show a tenant the date of the next visit, and let them change it by phone.";
  await hers.says(herField, both);
  await his.says(hisField, both);
  await ada.isSaved();
  await ben.isSaved();
  await expect
    .poll(() => hers.caret(), patience)
    .toBe("Show a tenant the date of the next visit|, and let them change it by phone.");
  await ada.seesNoMore("You are not connected.");

  // The other one goes too, and the first comes back with everything.
  await world.fleet.startAgain(0);
  await world.fleet.kill(1);
  await hers.types(" and the one after");
  const all = both.replace(" visit", " visit and the one after");
  await his.says(hisField, all);
  await ada.isSaved();
  await ada.axe();
});

test("when nobody can save, the page says so, and what was written meanwhile is saved after", async () => {
  await using world = await TwoServers.start();
  const { ada, ben, hers, his } = await twoWriters(await world.lead("Ada", "Camden"), (paper, at) =>
    world.opensOn(at, paper),
  );
  const [herField, hisField] = [hers.field(hers.items.first()), his.field(his.items.first())];

  await hers.clicksBefore(herField, ", and");
  await world.fleet.postgres.stop();
  await hers.types(" of every visit");
  await ada.isNotSaved();
  await his.clicksBefore(hisField, ".");
  await his.types(" by phone");
  await ben.isNotSaved();
  const cannotSave = "Needline cannot save at the moment, and is trying again. Go on writing";
  await ada.sees(cannotSave);
  await ben.sees(cannotSave);
  expect(await hers.caret()).toBe(
    "Show a tenant the date of every visit|, and let them change it.",
  );

  // It stays there while the page tries, at the width of a telephone too.
  const composer = await new Talk(ada).begins("Requirement R-1");
  await composer.getByLabel("Your comment").fill("Which date is that?");
  await ada.page.keyboard.press("Control+Enter");
  await composer.getByText("Needline cannot save at the moment").waitFor();
  await composer.getByText("Try this again in a minute.").waitFor();
  await ada.sees(cannotSave);
  await ada.axe();
  await ben.page.setViewportSize({ width: 320, height: 640 });
  await ben.sees(cannotSave);
  expect(await ben.page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);

  await world.fleet.postgres.startAgain();
  const both = "Show a tenant the date of every visit, and let them change it by phone.";
  await hers.says(herField, both);
  await his.says(hisField, both);
  await ada.isSaved();
  await ben.isSaved();
  await ada.seesNoMore(cannotSave);
  // What was written in the box is still there, and is said now.
  await composer.getByLabel("Your comment").press("Control+Enter");
  await new Talk(ada).card("Comment on R-1").waitFor();
  await his.opens();
  await his.says(hisField, both);
});

test("while Redis is away words and comments still come across, and nobody is told of anything", async () => {
  await using world = await TwoServers.start();
  const { ada, ben, hers, his } = await twoWriters(await world.lead("Ada", "Camden"), (paper, at) =>
    world.opensOn(at, paper),
  );
  const [herField, hisField] = [hers.field(hers.items.first()), his.field(his.items.first())];

  await world.fleet.redis.stop();
  await hers.clicksBefore(herField, ", and");
  await hers.types(" of every visit");
  await ada.isSaved();
  await his.says(hisField, "Show a tenant the date of every visit, and let them change it.");
  await his.clicksBefore(hisField, ".");
  await his.types(" by phone");
  const both = "Show a tenant the date of every visit, and let them change it by phone.";
  await hers.says(herField, both);
  const composer = await new Talk(ada).begins("Requirement R-1");
  await composer.getByLabel("Your comment").fill("Which date is that?");
  await ada.page.keyboard.press("Control+Enter");
  await new Talk(ben).card("Comment on R-1").waitFor();
  expect(await ada.page.getByText(/not connected|cannot save/).count()).toBe(0);

  await world.fleet.redis.startAgain();
  await hers.clicksBefore(herField, ", and");
  await hers.types(" there is");
  await his.says(hisField, both.replace("visit", "visit there is"));
  await ben.isSaved();
});

test("when no server can be reached the page says so, aloud too, and an invitation that cannot be kept stays in its box", async () => {
  await using world = await TwoServers.start();
  const { ada, ben, hers, his } = await twoWriters(await world.lead("Ada", "Camden"), (paper, at) =>
    world.opensOn(at, paper),
  );
  const [herField, hisField] = [hers.field(hers.items.first()), his.field(his.items.first())];
  await hers.clicksBefore(herField, ", and");
  await his.clicksBefore(hisField, ".");
  await hers.types(" of the");
  await his.types(" by phone");
  await Promise.all([ada.isSaved(), ben.isSaved()]);

  world.fleet.sendsTo();
  await world.fleet.kill(0);
  const unreachable =
    "Needline cannot be reached at the moment, and is being tried again. Go on writing: it is kept on this computer, and saved as soon as that is over.";
  await ada.sees(unreachable);
  await ada.page.locator("output", { hasText: unreachable }).waitFor({ state: "attached" });
  await hers.types(" next visit");
  await ada.sees("Not saved: 1 change is only on this computer");
  await his.types(" or letter");
  await ben.isSaved();
  await ada.axe();
  await ada.page.setViewportSize({ width: 320, height: 640 });
  await ada.sees(unreachable);
  expect(await ada.page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await ada.page.setViewportSize({ width: 1480, height: 1000 });

  world.fleet.sendsTo(1);
  const both =
    "Show a tenant the date of the next visit, and let them change it by phone or letter.";
  await hers.says(herField, both);
  await his.says(hisField, both);
  await ada.isSaved();
  await ada.seesNoMore(unreachable);
  await ada.page.getByText("You are connected again.").first().waitFor({ state: "attached" });
  expect(await hers.caret()).toBe(both.replace(" visit", " visit|"));

  // The database goes while an invitation is being written.
  await ada.presses("Share");
  const dialog = ada.page.getByRole("dialog");
  await dialog.getByRole("combobox", { name: "Borough or organisation" }).fill("Southwark");
  await dialog.getByLabel("Name").fill("Cleo Adu");
  await world.fleet.postgres.stop();
  await dialog.getByRole("button", { name: "Make a link" }).click();
  await dialog.getByText(/^Needline cannot (save at the moment|tell)/).waitFor();
  expect(await dialog.getByLabel("Name").inputValue()).toBe("Cleo Adu");
  await world.fleet.postgres.startAgain();
  await dialog.getByRole("button", { name: "Make a link" }).click();
  await dialog.getByLabel("Link for Cleo Adu, Southwark").waitFor();
});
