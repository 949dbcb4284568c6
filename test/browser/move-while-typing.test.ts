/** One person moves or takes out an item while another types in it. */
import { expect, it } from "vitest";
import { Paper } from "../world/paper.ts";
import { patience, type Person } from "../world/person.ts";
import { startWorld } from "../world/world.ts";

it("keeps caret, focus and every letter when somebody else moves the requirement one types in", async () => {
  await using world = await startWorld();
  const { tom, hers, his } = await threeRequirements(await world.lead("Ada", "Camden"));
  await his.clicksBefore(his.field(his.items.nth(0)), "first");
  const typing = tom.page.keyboard.type("very slowly written ", { delay: 60 });
  await hers.field(hers.items.nth(0)).click();
  await hers.presses("Escape", "Alt+Shift+ArrowDown", "Alt+Shift+ArrowDown");
  await expect
    .poll(() => words(hers), patience)
    .toEqual(["the second", "the third", expect.stringContaining("first")]);
  await typing;

  const all = ["the second", "the third", "the very slowly written first"];
  await expect.poll(() => words(his), patience).toEqual(all);
  await expect.poll(() => words(hers), patience).toEqual(all);
  expect(await his.caret()).toBe("the very slowly written |first");
  await tom.isSaved();
});

it("takes a section's items along in one step, and one undo puts all back", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.makes("Parking");
  const hers = new Paper(ada);
  await hers.opens();
  for (const [section, inIt] of [
    ["Permits", "Sell permits"],
    ["Appeals", "Answer appeals"],
  ] as const) {
    await ada.presses("Add a section");
    await hers.types(section);
    await ada.presses("Add a requirement");
    await hers.types(inIt);
  }
  await expect
    .poll(() => words(hers), patience)
    .toEqual(["Permits", "Sell permits", "Appeals", "Answer appeals"]);
  await hers.field(hers.items.nth(2)).click();
  await hers.presses("Alt+Shift+ArrowUp");
  await expect
    .poll(() => words(hers), patience)
    .toEqual(["Appeals", "Answer appeals", "Permits", "Sell permits"]);
  expect(await hers.caret()).toContain("Appeals");
  await hers.presses("Control+z");
  await expect
    .poll(() => words(hers), patience)
    .toEqual(["Permits", "Sell permits", "Appeals", "Answer appeals"]);
});

it("goes to the neighbour when the item one types in is taken out, says by whom, and brings it back", async () => {
  await using world = await startWorld();
  const { ada, tom, hers, his } = await threeRequirements(await world.lead("Ada", "Camden"));
  await his.clicksBefore(his.field(his.items.nth(1)), "second");
  await hers.field(hers.items.nth(1)).click();
  await hers.presses("Escape", "Delete");
  await ada.fillsIn("Why is it not taken forward?", "Asked for twice");
  await ada.presses("Take out");

  await tom.sees("Ada, Camden, took out R-2.");
  expect(await his.caret()).toBe("|the third");
  await hers.says(hers.field(hers.items.nth(1)), "the third");
  await tom.sees("Not taken forward (1)");
  await tom.presses("Bring back");
  await expect.poll(() => words(hers), patience).toEqual(["the first", "the second", "the third"]);
});

async function threeRequirements(ada: Person): Promise<{
  ada: Person;
  tom: Person;
  hers: Paper;
  his: Paper;
}> {
  await ada.makes("Housing repairs");
  const tom = await ada.invites("Tom", "Hackney", "editor");
  const [hers, his] = [new Paper(ada), new Paper(tom)];
  await hers.opens();
  await ada.presses("Add a requirement");
  await hers.types("the first");
  await hers.presses("Enter");
  await hers.types("the second");
  await hers.presses("Enter");
  await hers.types("the third");
  await ada.sees("R-3");
  await his.opens();
  await tom.sees("R-3");
  return { ada, tom, hers, his };
}

async function words(paper: Paper): Promise<string[]> {
  const said: string[] = [];
  for (const item of await paper.items.all()) said.push(await paper.words(paper.field(item)));
  return said;
}
