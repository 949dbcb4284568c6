/** What boroughs say of themselves, when their contracts could meet, and the board while there is little to show. */
import { expect, test } from "vitest";
import { Board } from "../world/board.ts";
import { patience, type Person } from "../world/person.ts";
import { startWorld } from "../world/world.ts";

interface Contract {
  readonly ends: readonly [string, string, string];
  readonly until?: readonly [string, string, string];
  readonly takingPart: string;
}

async function fillsInDay(person: Person, legend: string, [day, month, year]: Contract["ends"]) {
  const field = person.page.getByRole("group", { name: legend });
  await field.getByLabel("Day").fill(day);
  await field.getByLabel("Month").fill(month);
  await field.getByLabel("Year").fill(year);
}

/** Says of their borough when its contract ends and how it would take part. */
async function describes(person: Person, button: string, contract: Contract): Promise<void> {
  const { ends, until = ["", "", ""], takingPart } = contract;
  await person.presses(button);
  await fillsInDay(person, "When does the present contract end?", ends);
  await fillsInDay(person, "Until when could it be extended?", until);
  await person.page.getByRole("radio", { name: takingPart }).check();
  await person.presses("Save");
}

test("boroughs say when their contracts end, and everybody sees when they could meet", async () => {
  await using world = await startWorld();
  const priya = await world.lead("Priya", "Camden");
  await priya.makes("Parking permits");
  const tom = await priya.invites("Tom", "Hackney", "reviewer");
  const dan = await priya.invites("Dan", "Hackney", "reader");
  await Promise.all([priya, tom, dan].map((person) => person.opens("agreement")));
  await dan.sees("Has not said anything about itself yet.");
  expect(await dan.page.getByRole("button", { name: "Say so" }).count()).toBe(0);
  await priya.sees("No borough says yet that it would buy together.");
  await priya.sees("No needs or requirements yet");
  await priya.axe();

  const buysTogether = /^Buy together/;
  await describes(priya, "Say so", {
    ends: ["31", "2", "2028"],
    until: ["", "", ""],
    takingPart: "Buy together",
  });
  await priya.sees("Write the day it ends as a real day, such as 31 3 2027");
  await priya.axe();
  await fillsInDay(priya, "When does the present contract end?", ["31", "3", "2028"]);
  await priya.page.getByRole("radio", { name: buysTogether }).check();
  await priya.presses("Save");
  await tom.sees("Only Camden says so far that it would buy together.");

  await describes(tom, "Say so", {
    ends: ["30", "9", "2027"],
    takingPart: "Buy together",
  });
  await priya.sees("Camden and Hackney are 6 months apart.");
  await describes(tom, "Change", {
    ends: ["30", "9", "2027"],
    until: ["30", "9", "2028"],
    takingPart: "Buy together",
  });
  await priya.sees("The contracts can all end on one day: 31 March 2028.");
  await priya.axe();
});

test("a borough that reads along is not waited for", async () => {
  await using world = await startWorld();
  const priya = await world.lead("Priya", "Camden");
  await priya.makes("Parking permits");
  await priya.brings("permits.csv", "kind,text\nrequirement,The supplier answers within two days.");
  const board = new Board(priya);
  await board.opens();
  await board.hasBoroughs("Camden");
  await priya.sees("Only Camden takes part so far.");
  await priya.axe();
  const tom = await priya.invites("Tom", "Hackney", "reviewer");
  await board.hasBoroughs("Camden", "Hackney");
  await board.cell("R-1", "Camden").click();
  await priya.presses("Same for us");
  await priya.page.keyboard.press("Escape");
  await board.reads("0 of 1 agreed by both · 1 not yet · No objections");
  await priya.sees("Nobody agrees for Hackney yet.");
  await tom.opens("agreement");
  await tom.presses("Say so");
  await tom.page.getByRole("radio", { name: /^Read along/ }).check();
  await tom.presses("Save");
  await board.hasBoroughs("Camden");
  await board.reads("1 of 1 agreed · No objections");
});

test("the board reads at 400 % and nothing scrolls sideways but the board itself", async () => {
  await using world = await startWorld();
  const priya = await world.lead("Priya", "Camden");
  await priya.takesExample();
  const board = new Board(priya);
  await board.opens();
  await board.cell("R-1", "Camden").waitFor();
  const isWider = (): Promise<boolean> =>
    priya.page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  for (const [width, height] of [
    [1480, 1000],
    [800, 600],
    [320, 256],
  ] as const) {
    await priya.page.setViewportSize({ width, height });
    await expect.poll(isWider, { ...patience, message: `at ${width} pixels` }).toBe(false);
    await priya.axe();
  }
  // Each borough is named beside what it says where there is no row of boroughs above.
  const named = await priya.page
    .locator(".board-cell")
    .first()
    .evaluate((cell) => getComputedStyle(cell, "::before").content);
  expect(named).toBe('"Camden"');
});
