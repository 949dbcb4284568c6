/** A past Word file comes in through the Import page; later our own Word file comes back with tracked changes. */
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { aPastTender } from "../unit/exchange/a-past-tender.ts";
import { changeWords, editInWord, trackWords } from "../unit/exchange/in-word.ts";
import type { Person } from "../world/person.ts";
import { startWorld } from "../world/world.ts";

const mimeType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

async function chooses(person: Person, name: string, bytes: Uint8Array): Promise<void> {
  await person.page
    .getByLabel(/^Choose (a|another) file$/)
    .setInputFiles({ name, mimeType, buffer: Buffer.from(bytes) });
}

test("a past Word file comes in, kinds are changed in bulk, it is undone; our own comes back as suggested wording", async () => {
  await using world = await startWorld();
  const priya = await world.lead("Priya", "Camden");
  await priya.makes("Housing repairs");

  await priya.opens("import");
  await chooses(priya, "repairs 2019.docx", await aPastTender());
  await priya.sees("What repairs 2019.docx would change");
  await priya.sees("36 new items.");
  await priya.sees("1 footnote comes as a paragraph after the words.");
  await priya.sees("REQ-07");
  await priya.axe();

  // What was read as outcomes is a need here: both at once.
  await priya.page.getByLabel("Kind", { exact: true }).selectOption("Outcomes");
  await priya.page.getByLabel("Make 2 new items").selectOption("Needs");
  await priya.presses("Change kind");
  await priya.page.getByLabel("Kind", { exact: true }).selectOption("Every kind");
  expect(await priya.page.getByLabel("Kind of Outcome").first().inputValue()).toBe("need");
  await priya.presses("Bring it in");
  await priya.sees("36 new items from repairs 2019.docx are in the statement.");
  await priya.opens("needs");
  await priya.sees("Tenants trust the time they are given.");

  await priya.opens("export");
  await priya.page.getByRole("radio", { name: /^Word statement/ }).check();
  const [download] = await Promise.all([
    priya.page.waitForEvent("download"),
    priya.presses("Make the file"),
  ]);
  const written = new Uint8Array(await readFile(await download.path()));
  const sent = await editInWord(written, (xml) =>
    trackWords(
      "Offer the first free time",
      "Offer two free times",
      "Ann Lee",
    )(changeWords("Weekend visits", "Visits on Saturdays")(xml)),
  );
  await priya.opens("import");
  await chooses(priya, "returned.docx", sent);
  await priya.sees("1 changed item, 1 tracked change and 35 that say the same.");
  await priya.sees("Offer 1 tracked change of the file as suggested wording");
  await priya.axe();
  await priya.presses("Bring it in");
  await priya.sees("1 changed item and 1 suggestion from returned.docx are in the statement.");
  await priya.presses("Undo");
  await priya.sees(/1 item from returned.docx is as before/);
  await priya.opens("");
  await priya.sees("Weekend visits");
});
