/** The page of needs: what is covered shows on everybody's screen, and leads to the place where it is written. */
import { expect, test } from "vitest";
import type { Person } from "../world/person.ts";
import { Paper } from "../world/paper.ts";
import { startWorld } from "../world/world.ts";
import { z } from "zod";

const csv = [
  "kind,reference,section,text,priority,meets,borough,notes",
  'need,U-1,Needs,"As a resident, I need to renew my permit on my phone",must,,Camden,',
  'need,U-2,Needs,"As a carer, I need to park near the person I care for",must,,Hackney,',
  'need,U-3,Needs,"As an officer, I need to see whether a vehicle has a permit",should,,Camden; Hackney,',
  "requirement,S-1,The service,The supplier lets residents renew permits on any phone.,must,U-1 fully,Camden,",
  "requirement,S-2,The service,The supplier keeps its data in the United Kingdom.,must,,Camden,",
  "outcome,A-1,Why,Nobody comes to an office for a permit.,,,,",
].join("\n");

async function beginsWithPermits(person: Person): Promise<void> {
  await person.makes("Parking permits");
  await person.brings("permits.csv", csv);
}

/** The row of an item by its reference. */
function row(person: Person, reference: string): ReturnType<Person["page"]["locator"]> {
  const link = person.page.getByRole("link", { name: reference, exact: true });
  return person.page
    .getByRole("row")
    .filter({ has: person.page.getByRole("rowheader").filter({ has: link }) });
}

async function seesState(person: Person, reference: string, state: string): Promise<void> {
  await row(person, reference).getByText(state, { exact: true }).waitFor();
}

async function itemId(person: Person, reference: string): Promise<string> {
  const answer = await person.asks("GET", `/api/statements/${person.statementId}/items`);
  const { items } = z
    .object({ items: z.array(z.object({ id: z.string(), reference: z.string().nullable() })) })
    .parse(answer);
  return items.find((item) => item.reference === reference)?.id ?? "";
}

test("a need turns covered on another person's screen, changes with the words and heals with them", async () => {
  await using world = await startWorld();
  const priya = await world.lead("Priya", "Camden");
  await beginsWithPermits(priya);
  const tom = await priya.invites("Tom", "Hackney", "editor");
  await tom.opens("needs");
  await seesState(tom, "N-1", "Covered");
  await seesState(tom, "N-2", "Not covered");
  await seesState(tom, "R-2", "Meets no need");
  await tom.axe();

  await priya.asks("POST", `/api/statements/${priya.statementId}/commands/meet-need`, {
    anchor: { itemId: await itemId(priya, "R-2") },
    needId: await itemId(priya, "N-2"),
    how: "partly",
  });
  await seesState(tom, "N-2", "Partly covered");
  await row(tom, "N-2").getByText("R-2 (partly)").waitFor();

  const paper = new Paper(priya);
  await paper.opens();
  const statement = paper.field(paper.item("R-1"));
  await paper.clicksBefore(statement, "any phone");
  await paper.types("almost ");
  await seesState(tom, "N-1", "Changed since linked");
  await tom.sees(/the requirement changed since it was linked/);
  await tom.axe();

  await paper.presses(...Array.from("almost ", () => "Backspace"));
  await seesState(tom, "N-1", "Covered");
});

test("what nobody covers can be left out on purpose, put back, or written", async () => {
  await using world = await startWorld();
  const priya = await world.lead("Priya", "Camden");
  await beginsWithPermits(priya);
  await priya.opens("needs");

  await row(priya, "N-2").getByRole("button", { name: "Leave out, because…" }).click();
  await priya.presses("Leave it out");
  await priya.sees("Say why");
  await priya.axe();
  await priya.fillsIn("Because", "Each borough has its own scheme for carers.");
  await priya.presses("Leave it out");
  await seesState(priya, "N-2", "Left out on purpose");
  await priya.sees("“Each borough has its own scheme for carers.”");
  await priya.sees(/1 left out on purpose/);
  await priya.axe();
  await row(priya, "N-2").getByRole("button", { name: "Put it back" }).click();
  await seesState(priya, "N-2", "Not covered");

  await row(priya, "R-2").getByRole("button", { name: "Needs none, because…" }).click();
  await priya.fillsIn("Because", "The law on personal data asks for it.");
  await priya.presses("It needs none");
  await seesState(priya, "R-2", "Needs no need");

  await row(priya, "N-3").getByRole("button", { name: "Write a requirement" }).click();
  const paper = new Paper(priya);
  await paper.open.waitFor();
  await paper.types("The supplier shows officers the permits of a vehicle.");
  await priya.isSaved();
  await paper.says(
    paper.field(paper.item("R-3")),
    "The supplier shows officers the permits of a vehicle.",
  );
});

test("filters stay in the address, and a reference leads to its place", async () => {
  await using world = await startWorld();
  const priya = await world.lead("Priya", "Camden");
  await beginsWithPermits(priya);
  await priya.opens("needs");

  const raisedBy = priya.page.getByLabel("Raised by");
  await raisedBy.focus();
  await raisedBy.selectOption("Hackney");
  await expect.poll(() => row(priya, "N-1").count()).toBe(0);
  await seesState(priya, "N-2", "Not covered");
  expect(await raisedBy.evaluate((field) => field === document.activeElement)).toBe(true);
  await priya.page.getByLabel("Priority").selectOption("Must");
  await expect.poll(() => row(priya, "N-3").count()).toBe(0);
  await priya.page.reload();
  await seesState(priya, "N-2", "Not covered");
  expect(await row(priya, "N-3").count()).toBe(0);
  expect(new URL(priya.page.url()).search).toBe("?borough=hackney&priority=must");
  await priya.follows("Show everything");
  await seesState(priya, "N-3", "Not covered");

  await priya.follows(/2 not covered/);
  await expect.poll(() => row(priya, "N-1").count()).toBe(0);
  await seesState(priya, "N-3", "Not covered");
  await priya.axe();

  await row(priya, "N-3").getByRole("link", { name: "N-3", exact: true }).click();
  const paper = new Paper(priya);
  await paper.item("N-3").and(priya.page.locator(":focus")).waitFor();
});

test("a reader sees how the needs stand and changes nothing; a narrow window loses nothing", async () => {
  await using world = await startWorld();
  const priya = await world.lead("Priya", "Camden");
  await beginsWithPermits(priya);
  const rem = await priya.invites("Rem", "Southwark", "reader");
  await rem.page.setViewportSize({ width: 390, height: 844 });
  await rem.opens("needs");
  await seesState(rem, "N-1", "Covered");
  expect(
    await rem.page
      .getByRole("button", { name: /Leave out|Write a requirement|Needs none/ })
      .count(),
  ).toBe(0);
  const overflow = await rem.page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
  await rem.axe();
});
