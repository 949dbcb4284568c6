/** Two boroughs type into the same sentence at once. */
import { expect, it } from "vitest";
import { Paper } from "../world/paper.ts";
import { patience } from "../world/person.ts";
import { startWorld } from "../world/world.ts";

it("lets two boroughs type into one sentence at once: each keeps their caret, both see every letter", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.makes("Housing repairs");
  const tom = await ada.invites("Tom", "Hackney", "editor");
  const [hers, his] = [new Paper(ada), new Paper(tom)];
  await hers.opens();
  await ada.presses("Add a requirement");
  await hers.types("Show a tenant the date, and let them change it.");
  await ada.isSaved();
  await his.opens();
  const [herField, hisField] = [hers.field(hers.items.first()), his.field(his.items.first())];
  await his.says(hisField, "Show a tenant the date, and let them change it.");

  await hers.clicksBefore(herField, ", and");
  await his.clicksBefore(hisField, ".");
  const adds = " and a two-hour window for every visit";
  const goesOn = " up to the evening before the visit";
  await Promise.all([
    ada.page.keyboard.type(adds, { delay: 12 }),
    tom.page.keyboard.type(goesOn, { delay: 17 }),
  ]);

  const both = `Show a tenant the date${adds}, and let them change it${goesOn}.`;
  await hers.says(herField, both);
  await his.says(hisField, both);
  expect(await hers.caret()).toBe(
    `Show a tenant the date${adds}|, and let them change it${goesOn}.`,
  );
  expect(await his.caret()).toBe(
    `Show a tenant the date${adds}, and let them change it${goesOn}|.`,
  );
});

it("shows where the other one is: a caret with the name in the same field, a badge beside any item", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.makes("Housing repairs");
  const tom = await ada.invites("Tom", "Hackney", "editor");
  const [hers, his] = [new Paper(ada), new Paper(tom)];
  await hers.opens();
  await ada.presses("Add a requirement");
  await hers.types("Show the date of the visit");
  await ada.isSaved();
  await his.opens();
  await his.clicksBefore(his.field(his.items.first()), "of the");

  await ada.page.getByText("Tom, Hackney is here").waitFor({ state: "attached" });
  const caret = ada.page.locator(".others-caret");
  await caret.waitFor({ state: "attached" });
  const before = (): Promise<string> =>
    caret.evaluate((element) => {
      const range = document.createRange();
      range.selectNodeContents(element.closest("p") ?? element);
      range.setEndBefore(element);
      return range.toString();
    });
  expect(await before()).toBe("Show the date ");
  expect(await caret.getAttribute("data-name")).toBe("Tom, Hackney");

  // Hers moves the words before it; his stays by its letter.
  await hers.presses("Home");
  await hers.types("Always ");
  await expect.poll(before, patience).toBe("Always Show the date ");
  await tom.page.close();
  await expect.poll(() => caret.count(), patience).toBe(0);
});
