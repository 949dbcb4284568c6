/**
 * Takes the screenshots of the README and the docs: `npm run screenshots`. Two boroughs work in the
 * example; what is seen is the real page of the real server.
 */
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { aPastTender } from "../unit/exchange/a-past-tender.ts";
import { Paper } from "./paper.ts";
import type { Person } from "./person.ts";
import { startWorld } from "./world.ts";

const folder = fileURLToPath(new URL("../../docs/screenshots/", import.meta.url));

async function take(person: Person, name: string): Promise<void> {
  await person.page.evaluate(() => document.fonts.ready);
  await person.page.screenshot({ path: `${folder}${name}.png`, animations: "disabled" });
  process.stdout.write(`docs/screenshots/${name}.png\n`);
}

/** Puts an item in the middle of the window. */
async function shows(person: Person, reference: string): Promise<void> {
  await new Paper(person)
    .item(reference)
    .evaluate((element) => element.scrollIntoView({ block: "center", behavior: "instant" }));
}

await mkdir(folder, { recursive: true });
await using world = await startWorld();
const priya = await world.lead("Priya", "Camden");
await priya.takesExample();
const tom = await priya.invites("Tom", "Hackney", "editor");
const rem = await priya.invites("Rem", "Southwark", "reviewer");
const [hers, his] = [new Paper(priya), new Paper(tom)];
await Promise.all([hers.opens(), his.opens(), new Paper(rem).opens()]);

await shows(priya, "R-9");
const words = hers.field(hers.item("R-9"));
await words.click();
await hers.presses("End");
await shows(tom, "R-9");
await his.field(his.item("R-9")).click();
await his.types(" ");
await his.presses("Backspace");
await priya.page.locator(".others-caret").first().waitFor({ state: "attached" });
await priya.isSaved();
await take(priya, "write");

await priya.opens("needs");
await priya.sees("not covered");
await take(priya, "needs-covered");

await priya.opens("agreement");
await priya.sees("agreed by all three");
await take(priya, "agreement");

await priya.opens("to-look-at");
await priya.page.locator(".look-card").waitFor();
await take(priya, "to-look-at");

await issues(priya, "Draft for suppliers");
await changesWords(priya, "R-12", "When a visit", "On any day of the week: ");
await changesWords(priya, "N-5", "I can be in", "whoever lives there and ");
await issues(priya, "After the suppliers’ questions");
await priya.goesTo(`/statements/${priya.statementId}/compare?from=1&to=2`);
await priya.page.locator("ins").first().waitFor();
await take(priya, "compare");

await priya.makes("Housing repairs 2027");
await priya.opens("import");
await priya.page.getByLabel("Choose a file").setInputFiles({
  name: "repairs 2019.docx",
  mimeType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  buffer: Buffer.from(await aPastTender()),
});
await priya.page.getByRole("button", { name: "Bring it in" }).waitFor();
await priya.page.getByRole("checkbox", { name: "Take REQ-07" }).scrollIntoViewIfNeeded();
await take(priya, "import");

await tom.page.setViewportSize({ width: 390, height: 844 });
await shows(tom, "R-9");
await take(tom, "narrow");

async function issues(person: Person, name: string): Promise<void> {
  const commands = `/api/statements/${person.statementId}/commands`;
  const made = await person.asks("POST", `${commands}/make-version`, { name });
  const { number } = z
    .object({ entry: z.object({ facts: z.object({ number: z.number() }) }) })
    .parse(made).entry.facts;
  await person.asks("POST", `${commands}/issue-version`, { number });
}

async function changesWords(
  person: Person,
  reference: string,
  before: string,
  typed: string,
): Promise<void> {
  const paper = new Paper(person);
  await paper.opens();
  const field = paper.item(reference).locator("[data-field]").filter({ hasText: before }).first();
  await paper.clicksBefore(field, before);
  await paper.types(typed);
  await person.isSaved();
}
