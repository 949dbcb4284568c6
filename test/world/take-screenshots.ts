/**
 * Takes the screenshots of the README and the docs: `npm run screenshots`. Two boroughs work in the
 * example; what is seen is the real page of the real server.
 */
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
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

await tom.page.setViewportSize({ width: 390, height: 844 });
await shows(tom, "R-9");
await take(tom, "narrow");
