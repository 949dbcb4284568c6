/** Words typed in the very moment before the page is gone, without a connection: the copy on this computer has them. */
import { expect, test } from "vitest";
import type { Page } from "playwright-core";
import { Paper } from "../world/paper.ts";
import { patience } from "../world/person.ts";
import { startWorld } from "../world/world.ts";

const times = Number(process.env["GONE_TIMES"] ?? 15);
const seed = Number(process.env["GONE_SEED"] ?? 1);

test("a word is kept when the page is closed with its last letter", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.makes("Housing repairs");
  const hers = new Paper(ada);
  await hers.opens();
  await ada.presses("Add a requirement");
  await hers.types("Words:");
  await ada.isSaved();
  const context = ada.page.context();
  await context.routeWebSocket(/\/sync\//, (socket) => void socket.close({ code: 1013 }));

  const words: string[] = [];
  for (let time = 0; time < times; time += 1) {
    const word = wordFor(seed * 1000 + time);
    words.push(word);
    const page = await context.newPage();
    const field = await fieldOn(page, ada.statementId);
    await field.click();
    await page.keyboard.press("Control+End");
    // Its first letters may have been kept long before: the last is the one that counts.
    await page.keyboard.type(` ${word}`);
    await page.close({ runBeforeUnload: false });
  }

  const page = await context.newPage();
  const text = await (await fieldOn(page, ada.statementId)).innerText();
  const lost = words.filter((word) => !text.includes(word));
  console.log(`seed ${seed}: ${lost.length} of ${times} words were lost`);
  expect(lost, `seed ${seed}`).toEqual([]);
});

async function fieldOn(page: Page, statementId: string) {
  await page.goto(`/statements/${statementId}`);
  const field = page.locator("[data-document] [data-item] [data-field]").first();
  await field.getByText("Words:").waitFor(patience);
  return field;
}

/** Of one to eight letters, the same for the same number. */
function wordFor(number: number): string {
  const length = 1 + ((number * 7919) % 8);
  return `${"abcdefgh".slice(0, length)}${number}`;
}
