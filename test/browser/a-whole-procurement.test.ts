/**
 * From last time's Word file to the file that the supplier's lawyers get: brought in, gaps found, agreed,
 * issued, changed, issued again, and sent with tracked changes.
 */
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { aPastTender } from "../unit/exchange/a-past-tender.ts";
import { Paper } from "../world/paper.ts";
import type { Person } from "../world/person.ts";
import { linesAfter } from "../world/tracked-word.ts";
import { Versions } from "../world/versions.ts";
import { startWorld } from "../world/world.ts";

const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

test("a past Word file becomes two issued versions and a file with tracked changes between them", async () => {
  await using world = await startWorld();
  const priya = await world.lead("Priya", "Camden");
  await priya.makes("Housing repairs 2027");
  const grace = await priya.invites("Grace", "Hackney", "reviewer", true);
  const hers = new Versions(priya);
  const theirs = new Versions(grace);

  // Last time's file.
  await priya.opens("import");
  await priya.page
    .getByLabel("Choose a file")
    .setInputFiles({ name: "2019.docx", mimeType: word, buffer: Buffer.from(await aPastTender()) });
  await priya.presses("Bring it in");
  await priya.sees(/from 2019\.docx are in the statement/);

  // What was wanted and not written: four needs, one of which a requirement meets after all.
  await priya.opens("looking-back");
  await priya.sees(/^4 of 4 needs are met by no requirement/);
  await priya.presses("Find requirements that may meet them");
  await priya.page
    .getByRole("button", { name: /^Meets it partly: N-1/ })
    .first()
    .click();
  await priya.sees(/^3 of 4 needs are met by no requirement/);
  await priya.axe();
  await priya.opens("needs");
  await priya.sees("3 not covered");

  // Hackney says what it thinks of a need.
  await grace.opens("to-look-at");
  await grace.presses("Same for us");
  await grace.sees(/^Hackney agrees: N-1/);

  // Version 1 goes out with both names on it.
  await issues(priya, "Draft for suppliers");
  await grace.opens("versions");
  for (const [person, on, borough] of [
    [priya, hers, "Camden"],
    [grace, theirs, "Hackney"],
  ] as const) {
    await on
      .saidBy(borough)
      .getByRole("button", { name: `Sign off for ${borough}` })
      .click();
    await on.decides(`Sign off for ${borough}`);
    await person.sees("Signed off");
  }

  // Two items change.
  const paper = new Paper(priya);
  await paper.opens();
  await changes(paper, "The Contractor shall answer calls within two ", "At any hour, ", "The Con");
  await changes(paper, "keep photographs", "for each job, ", "keep photographs");
  await priya.isSaved();
  await issues(priya, "After the questions");

  // What lawyers ask for.
  await priya.goesTo(`/statements/${priya.statementId}/compare?from=1&to=2`);
  await priya.page.getByRole("heading", { name: "2 changed" }).waitFor();
  await priya.axe();
  const [download] = await Promise.all([
    priya.page.waitForEvent("download"),
    priya.presses("Save as Word with tracked changes"),
  ]);
  const file = new Uint8Array(await readFile(await download.path()));
  const accepted = linesAfter(file, "accept").join("\n");
  const rejected = linesAfter(file, "reject").join("\n");
  for (const added of ["At any hour, ", "for each job, "]) {
    expect(accepted).toContain(added);
    expect(rejected).not.toContain(added);
  }
  expect(accepted.replace("At any hour, ", "").replace("for each job, ", "")).toContain(
    rejected.split("\n").find((line) => line.includes("answer calls")) ?? "no such line",
  );
});

async function issues(person: Person, name: string): Promise<void> {
  const versions = new Versions(person);
  await person.opens("versions");
  await person.presses("Make a version");
  await person.fillsIn("Name", name);
  await person.page.keyboard.press("Enter");
  await versions.row(name).getByRole("button", { name: "Issue" }).click();
  await versions.decides("Issue");
  await versions.row(name).getByText("Issued version").first().waitFor();
}

/** Types into the requirement that says these words. */
async function changes(paper: Paper, says: string, typed: string, before: string): Promise<void> {
  const field = paper.items.filter({ hasText: says }).locator('[data-field="statement"]');
  await paper.clicksBefore(field, before);
  await paper.types(typed);
}
