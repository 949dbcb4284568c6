/** The board: what is left to agree, on everybody's page as it happens. */
import { expect, test } from "vitest";
import { Board } from "../world/board.ts";
import { Paper } from "../world/paper.ts";
import type { Person } from "../world/person.ts";
import { Positions } from "../world/positions.ts";
import { startWorld, type World } from "../world/world.ts";

const csv = [
  "kind,reference,section,text,priority,meets,borough,notes",
  'need,U-1,Needs,"As a resident, I need to renew my permit on my phone",must,,Camden; Hackney,',
  'need,U-2,Needs,"As a carer, I need to park near the person I care for",should,,Hackney,',
  "requirement,S-1,The service,The supplier answers within two days.,must,,Camden,",
  "requirement,S-2,The service,The supplier keeps its data in the United Kingdom.,must,,Camden,",
].join("\n");

interface Team {
  readonly priya: Person;
  readonly tom: Person;
  readonly grace: Person;
}

/** Priya leads for Camden; Tom reviews and agrees for Hackney, Grace edits and agrees for Southwark. */
async function threeBoroughs(world: World): Promise<Team> {
  const priya = await world.lead("Priya", "Camden");
  await priya.makes("Parking permits");
  await priya.brings("permits.csv", csv);
  const tom = await priya.invites("Tom", "Hackney", "reviewer", true);
  const grace = await priya.invites("Grace", "Southwark", "editor", true);
  return { priya, tom, grace };
}

/** Says something from the board. */
async function says(person: Person, reference: string, button: string): Promise<void> {
  const dialog = new Positions(person);
  await new Board(person).cell(reference, person.borough).click();
  await dialog.presses(button);
  await dialog.closes();
}

/** Writes words before others on the page where the statement is written. */
async function writes(person: Person, reference: string, before: string, words: string) {
  const paper = new Paper(person);
  await paper.opens();
  await paper.clicksBefore(paper.field(paper.item(reference)), before);
  await paper.types(words);
  return paper;
}

test("what a borough says and what changed since shows on the others' boards at once", async () => {
  await using world = await startWorld();
  const { priya, tom, grace } = await threeBoroughs(world);
  const [hers, his, graces] = [new Board(priya), new Board(tom), new Board(grace)];
  await Promise.all([hers.opens(), his.opens(), graces.opens()]);
  await priya.sees("Nobody has said anything yet.");
  await priya.axe();

  await says(priya, "R-1", "Same for us");
  await says(tom, "R-1", "Same for us");
  await says(grace, "R-1", "Not us");
  await hers.says("R-1", "Hackney", "Agrees");
  await hers.says("R-1", "Southwark", "Does not apply");
  await hers.reads("1 of 4 agreed by all three · 3 not yet · No objections");
  await priya.sees("Camden has 3 to look at");

  await tom.page.getByRole("button", { name: "R-2, Hackney: Not looked yet" }).click();
  const dialog = new Positions(tom);
  await dialog.presses("We object");
  await dialog.fillsIn("Why?", "Our contractor keeps its copies in Ireland.");
  await dialog.presses("Object");
  await dialog.sees("objects");
  await dialog.closes();
  await hers.says("R-2", "Hackney", "Objects");
  await hers.reads("1 of 4 agreed by all three · 3 not yet · 1 objection");
  await hers.cell("R-2", "Hackney").click();
  await new Positions(priya).sees("Our contractor keeps its copies in Ireland.");
  await new Positions(priya).closes();
  await priya.axe();

  const paper = await writes(grace, "R-1", "two days", "about ");
  await hers.says("R-1", "Hackney", "Changed since agreed before");
  await hers.says("R-1", "Southwark", "Changed since did not apply before");
  await hers.reads("0 of 4 agreed by all three · 4 not yet · 1 objection · 3 changed since");
  await his.says("R-1", "Camden", "Changed since agreed before");
  await priya.axe();
  await paper.presses(...Array.from("about ", () => "Backspace"));
  await hers.says("R-1", "Hackney", "Agrees");
  await hers.reads("1 of 4 agreed by all three · 3 not yet · 1 objection");
});

test("the board shows only what is looked for, at an address that can be sent", async () => {
  await using world = await startWorld();
  const { priya, tom } = await threeBoroughs(world);
  const [hers, his] = [new Board(priya), new Board(tom)];
  await his.opens();
  await says(tom, "N-2", "Same for us");
  await says(tom, "R-1", "Same for us");
  await hers.opens();
  await hers.shows("N-1", "N-2", "R-1", "R-2");
  await priya.follows("Hackney 2");
  await hers.shows("N-1", "R-2");
  await priya.sees("2 of 4 needs and requirements");
  expect(await hers.focus()).toBe("What each borough says");
  expect(priya.page.url()).toMatch(/\?left=to-look-at&borough=hackney$/);
  await hers.chooses("Kind", "Requirements");
  await hers.shows("R-2");
  await hers.chooses("Priority", "Could");
  await priya.sees("Nothing is like that.");
  await priya.presses("Show everything");
  await hers.chooses("Section", "Needs");
  await hers.shows("N-1", "N-2");
  await priya.presses("Show everything");
  await priya.follows("need is shared by two boroughs or more");
  await hers.shows("N-1");
});

test("the board is one stop by keyboard, and its cells are reached by arrows", async () => {
  await using world = await startWorld();
  const { priya } = await threeBoroughs(world);
  const hers = new Board(priya);
  await hers.opens();
  await hers.shows("N-1", "N-2", "R-1", "R-2");
  const { keyboard } = priya.page;
  const presses = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await keyboard.press(key);
  };
  await priya.page.getByLabel("Section", { exact: true }).focus();
  await presses("Tab");
  expect(await hers.focus()).toBe("N-1");
  await priya.sees("Arrow keys move from cell to cell.");
  await presses("ArrowDown", "ArrowDown", "ArrowRight", "ArrowRight");
  expect(await hers.focus()).toBe("R-1, Hackney: Not looked yet");
  await presses("Home", "ArrowRight", "Enter");
  const dialog = new Positions(priya);
  await dialog.dialog.waitFor();
  await dialog.closes();
  expect(await hers.focus()).toBe("R-1, Camden: Not looked yet");
  await presses("Control+End", "End");
  expect(await hers.focus()).toBe("R-2, Southwark: Not looked yet");
  await presses("ArrowDown", "ArrowRight");
  expect(await hers.focus()).toBe("R-2, Southwark: Not looked yet");
  await presses("Tab");
  expect(await priya.page.locator(".board-scroll :focus").count()).toBe(0);
  await presses("Shift+Tab");
  expect(await hers.focus()).toBe("R-2, Southwark: Not looked yet");
  await hers.chooses("Kind", "Needs");
  await hers.shows("N-1", "N-2");
  await priya.page.getByRole("button", { name: "Show everything" }).focus();
  await presses("Tab");
  expect(await hers.focus()).toBe("N-1");
  await presses("Enter");
  await new Paper(priya).items.first().waitFor();
  expect(priya.page.url()).toMatch(/#item-/);
});

test("items of which only the wording changed are confirmed together, each with its words", async () => {
  await using world = await startWorld();
  const { priya, tom, grace } = await threeBoroughs(world);
  const [hers, his] = [new Board(priya), new Board(tom)];
  await his.opens();
  for (const reference of ["N-2", "R-1", "R-2"]) await says(tom, reference, "Same for us");
  const paper = await writes(grace, "R-1", "two days", "about ");
  await paper.clicksBefore(paper.field(paper.item("N-2"), "iNeed"), "near");
  await paper.types("very ");
  await grace.presses(/^Priority of Requirement R-2/);
  await grace.page.getByRole("menuitem", { name: "Should" }).click();
  await his.says("R-2", "Hackney", "Changed since agreed before");
  await tom.sees("Only the wording of 2 items changed since Hackney agreed to them.");
  await tom.presses("See what changed");
  const dialog = tom.page.getByRole("dialog", { name: "Does Hackney still agree?" });
  expect(await dialog.getByRole("checkbox").count()).toBe(2);
  await dialog.getByText("very", { exact: false }).first().waitFor();
  await tom.axe();
  await dialog.getByRole("button", { name: "Still agree" }).click();
  await dialog.getByText("Choose an item first.").waitFor();
  await dialog.getByRole("checkbox", { name: "N-2" }).check();
  await dialog.getByRole("button", { name: "Still agree to 1 item" }).click();
  await dialog.waitFor({ state: "detached" });
  expect(await his.focus()).toBe("What each borough says");
  await his.says("N-2", "Hackney", "Agrees");
  await his.says("R-1", "Hackney", "Changed since agreed before");

  // Words that change while they are read are not agreed to.
  await tom.presses("See what changed");
  await paper.clicksBefore(paper.field(paper.item("R-1")), "about");
  await paper.types("only ");
  await grace.isSaved();
  await dialog.getByRole("checkbox", { name: "R-1" }).check();
  await dialog.getByRole("button", { name: "Still agree to 1 item" }).click();
  await dialog.getByText(/changed while you were reading/).waitFor();
  await hers.opens();
  await hers.says("R-1", "Hackney", "Changed since agreed before");
});
