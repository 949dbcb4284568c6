/** Bringing a file in on the page: a broken one is explained, the repaired one comes in whole. */
import { expect, test } from "vitest";
import type { Person } from "../world/person.ts";
import { startWorld } from "../world/world.ts";

const headings = "kind,reference,section,text,priority,meets,borough,notes";

const needs = [
  'need,U-1,User needs,"As a resident, I need to renew my permit on my phone so that I do not lose a day.",must,,Camden; Hackney,Heard often.',
  'need,U-2,User needs,"As a carer, I need to park near the person I care for",must,,Hackney,',
  "need,U-3,User needs,Appeal without a lawyer.,should,,Camden,",
];

const fitting = [
  headings,
  ...needs,
  "requirement,S-1,The service,The supplier lets residents renew permits on any phone.,must,U-1 fully; U-2 partly,Camden,",
].join("\n");

const broken = [
  headings,
  ...needs,
  "requirement,S-1,The service,The supplier lets residents renew permits.,must,U-1 fully; U-9 partly,Camden,",
  "wish,,The service,A sunny office.,urgent,,,",
].join("\n");

async function chooses(person: Person, csv: string): Promise<void> {
  await person.page.getByLabel(/^Choose (a CSV|another) file$/).setInputFiles({
    name: "permits.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(csv),
  });
}

test("a broken file is explained line by line, and the repaired one comes in whole", async () => {
  await using world = await startWorld();
  const priya = await world.lead("Priya", "Camden");
  await priya.makes("Parking permits");
  const tom = await priya.invites("Tom", "Hackney", "editor");
  await tom.opens("needs");
  await tom.sees("No needs yet");

  await priya.opens("import");
  await priya.sees("What the file looks like");
  await priya.axe();

  await chooses(priya, broken);
  await priya.sees("permits.csv has 2 problems");
  await priya.sees("Line 5");
  await priya.sees(/U-9 is neither in this file nor in the statement/);
  await priya.sees("Line 6");
  await priya.sees(/“wish” is not a kind/);
  expect(await priya.page.getByRole("button", { name: "Bring all of it in" }).count()).toBe(0);
  await priya.axe();

  await chooses(priya, fitting);
  await priya.sees("What comes in from permits.csv");
  await priya.sees("3 needs, 1 requirement and 2 links, with 2 new sections.");
  await priya.sees(/As a carer, I need to park near the person I care for/);
  await priya.sees("Raised by Camden and Hackney.");
  await priya.axe();
  await tom.sees("No needs yet");

  await priya.presses("Bring all of it in");
  await priya.sees("3 needs, 1 requirement and 2 links from permits.csv are in the statement.");
  await priya.axe();

  await tom.sees(/1 covered/);
  await tom.sees(/renew my permit on my phone/);

  await priya.follows("See which needs are covered");
  await priya.page.getByRole("heading", { name: "Needs covered" }).waitFor();
  await priya.sees(/1 partly/);
  await priya.axe();
});

test("a file goes into a statement that has items, and cannot come in twice", async () => {
  await using world = await startWorld();
  const priya = await world.lead("Priya", "Camden");
  await priya.makes("Parking permits");
  await priya.opens("import");
  await chooses(priya, fitting);
  await priya.presses("Bring all of it in");
  await priya.presses("Import another file");
  await chooses(priya, fitting);
  await priya.sees("permits.csv has 4 problems");
  await priya.sees(/U-1 is in the statement already, as N-1/);
  await chooses(
    priya,
    `${headings}\nrequirement,,The service,The supplier hears appeals.,,N-3 fully,,`,
  );
  await priya.sees("1 requirement and 1 link.");
  await priya.presses("Bring all of it in");
  await priya.opens("needs");
  await priya.sees(/2 covered/);
});

test("the example can be downloaded and brought in as it is", async () => {
  await using world = await startWorld();
  const priya = await world.lead("Priya", "Camden");
  await priya.makes("Parking permits");
  await priya.opens("import");
  const [download] = await Promise.all([
    priya.page.waitForEvent("download"),
    priya.follows("Download an example"),
  ]);
  expect(download.suggestedFilename()).toBe("needline-example.csv");
  await priya.page.getByLabel("Choose a CSV file").setInputFiles(await download.path());
  await priya.sees(/1 outcome, 3 needs, 3 requirements, 1 passage of text and 5 links/);
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
