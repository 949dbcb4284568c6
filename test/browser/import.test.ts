/** Bringing files in on the page: columns are chosen, each change is looked at, taken or left, and all of it undone. */
import { expect, test } from "vitest";
import ExcelJS from "exceljs";
import type { Person } from "../world/person.ts";
import { startWorld } from "../world/world.ts";

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

async function tracker(): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("Requirements 2021");
  sheet.addRows([
    ["Ref", "Area", "What the supplier does", "Importance", "Owner"],
    [
      "S-1",
      "Permits",
      "The supplier lets residents renew permits on any phone.",
      "Essential",
      "Ann",
    ],
    ["S-2", "Permits", "The supplier shows officers the permits of a vehicle.", "Desirable", "Ben"],
    ["S-3", "Calls", "The supplier answers calls from residents on working days.", "Burning", ""],
  ]);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

async function chooses(
  person: Person,
  name: string,
  buffer: Buffer,
  mimeType = "text/csv",
): Promise<void> {
  await person.page
    .getByLabel(/^Choose (a|another) file$/)
    .setInputFiles({ name, mimeType, buffer });
}

test("a workbook's columns are chosen, each change is taken or left, and the import is undone", async () => {
  await using world = await startWorld();
  const priya = await world.lead("Priya", "Camden");
  await priya.makes("Parking permits");
  const tom = await priya.invites("Tom", "Hackney", "editor");
  await priya.opens("import");
  await priya.sees("What can come in");
  await priya.axe();

  await chooses(priya, "notes.pdf", Buffer.from("%PDF-1.7"));
  await priya.sees(/This is a PDF/);
  await priya.axe();

  await chooses(priya, "tracker.xlsx", await tracker(), xlsx);
  await priya.sees("What do the columns of tracker.xlsx mean?");
  await priya.axe();
  expect(await priya.page.getByLabel("What the supplier does").inputValue()).toBe("text");
  await priya.page.getByLabel("“Burning” means").selectOption("Must");
  await priya.page.getByLabel("Owner").selectOption("Working notes");
  await priya.presses("See what would change");
  await priya.sees("What tracker.xlsx would change");
  await priya.sees("5 new items.");
  await priya.axe();
  await priya.page.getByRole("checkbox", { name: "Take S-2" }).uncheck();
  await priya.page.getByLabel("Kind of S-3").selectOption("Need");
  await priya.sees("4 new items chosen.");
  await priya.presses("Bring it in");
  await priya.sees("4 new items from tracker.xlsx are in the statement.");
  await priya.axe();

  await tom.opens("needs");
  await tom.sees(/The supplier answers calls from residents/);

  // The next file of that shape is read the same way; another wording is shown, and a likely one asked about.
  await priya.presses("Import another file");
  const more = [
    "kind,reference,section,text,priority",
    "requirement,S-1,Permits,The supplier lets everybody renew permits on any phone.,should",
    "need,,Calls,The supplier answers calls of residents on working days.,must",
    "requirement,S-9,Permits,The supplier prints permits.,must",
  ].join("\n");
  await chooses(priya, "more.csv", Buffer.from(more));
  await priya.sees("1 new item, 1 changed item and 1 to be asked.");
  await priya.sees("Is it one of these?");
  await priya.axe();
  await priya.presses(/^Changed/);
  await priya.seesNoMore("Is it one of these?");
  await priya.page.locator("ins", { hasText: "everybody" }).waitFor();
  await priya.presses(/^What would change/);
  await priya.page.getByRole("radio", { name: /^It is N-1/ }).check();
  await priya.presses("Bring it in");
  await priya.sees("1 new item and 2 changed items from more.csv are in the statement.");
  await priya.presses("Undo");
  await priya.sees(/3 items from more.csv are as before/);
  await priya.axe();
  await tom.opens("");
  await tom.sees("The supplier lets residents renew permits on any phone.");
});

test("a reviewer is told who can import", async () => {
  await using world = await startWorld();
  const priya = await world.lead("Priya", "Camden");
  await priya.makes("Parking permits");
  const helen = await priya.invites("Helen", "Hackney", "reviewer");
  await helen.opens("import");
  await helen.sees(/Leads and editors can import/);
  expect(await helen.page.locator('input[type="file"]').count()).toBe(0);
  await helen.axe();
});
