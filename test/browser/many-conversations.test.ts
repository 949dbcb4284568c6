/** Conversations by the dozen: those beside the words in the window are there, and whichever is asked for. */
import { expect, test } from "vitest";
import { Paper } from "../world/paper.ts";
import { patience } from "../world/person.ts";
import { Talk } from "../world/talk.ts";
import { startWorld } from "../world/world.ts";

const count = 100;
const rows = Array.from({ length: count }, (_, n) => `requirement,List ${n + 1} is shown.`);

test("of many conversations those near the window are drawn, and the one that is written in stays", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.makes("Lists");
  await ada.brings("lists.csv", ["kind,text", ...rows].join("\n"));
  const paper = new Paper(ada);
  await paper.opens();
  await expect.poll(() => paper.items.count(), patience).toBe(count);
  const ids = await paper.items.evaluateAll((all) => all.map((one) => one.dataset["item"]));
  for (const [number, itemId] of ids.entries()) {
    const path = `/api/statements/${ada.statementId}/commands/start-thread`;
    await ada.asks("POST", path, {
      anchor: { itemId },
      text: `Which list is number ${number + 1}?`,
    });
  }
  const talk = new Talk(ada);
  await talk.counts("Open", count);
  const cards = talk.panel.locator("[data-card]");
  await expect.poll(() => cards.count(), patience).toBeLessThan(count / 2);
  await talk.card("Comment on R-1").waitFor();
  expect(await talk.card(`Comment on R-${count}`).count()).toBe(0);

  // Also for whoever comes to the page and does nothing yet.
  await ada.page.reload();
  await talk.card("Comment on R-1").waitFor();
  expect(await cards.count()).toBeLessThan(count / 2);

  // What is being answered keeps its words and the focus, however far one scrolls meanwhile.
  const first = await talk.opens("Comment on R-1");
  await first.getByRole("button", { name: "Reply" }).click();
  await ada.fillsIn("Reply", "The one of open");
  await paper.item(`R-${count}`).scrollIntoViewIfNeeded();
  await talk.card(`Comment on R-${count}`).waitFor();
  await ada.page.keyboard.type(" repairs.");
  await ada.page.keyboard.press("Control+Enter");
  await first.locator(".said", { hasText: "The one of open repairs." }).waitFor();

  // One that is far away is found by its words.
  await paper.item("R-1").scrollIntoViewIfNeeded();
  await talk.panel.getByRole("button", { name: "Search", exact: true }).click();
  await talk.panel.getByRole("searchbox").fill("number 77?");
  await talk.card("Comment on R-77").waitFor({ state: "attached" });
  await expect.poll(() => cards.count(), patience).toBeLessThanOrEqual(2);
});
