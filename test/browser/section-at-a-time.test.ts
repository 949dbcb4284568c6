/** A statement shown a section at a time, as one of more than 5,000 items is: every way from one section to another. */
import { expect, test } from "vitest";
import { Paper } from "../world/paper.ts";
import { patience, type Person } from "../world/person.ts";
import { Talk } from "../world/talk.ts";
import { startWorld } from "../world/world.ts";

const perSection = 30;
const sections = 6;
const rows = Array.from(
  { length: sections * perSection },
  (_, n) => `requirement,Part ${Math.floor(n / perSection) + 1},The system shows list ${n + 1}.`,
);
const csv = ["kind,section,text", "text,,Before anything.", ...rows].join("\n");

test("sections are read one after the other, found, linked to, and written across", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.makes("Lists");
  await ada.brings("lists.csv", csv);
  const paper = new Paper(ada);
  await paper.opens();
  await expect.poll(() => paper.items.count(), patience).toBe(1 + sections * (perSection + 1));
  const idOf = async (reference: string): Promise<string> =>
    (await paper.item(reference).getAttribute("data-item")) ?? "";
  const [ofSecond, ofFifth] = [await idOf("R-40"), await idOf("R-140")];

  // An address names a section by anything in it.
  await ada.goesTo(`/statements/${ada.statementId}?section=${ofSecond}`);
  await where(ada, "Section 3 of 7: Part 2");
  await expect.poll(() => paper.items.count(), patience).toBe(perSection + 1);
  await ada.axe();

  // Next, by key: the focus is where the section begins. And back.
  await ada.page.getByRole("link", { name: "Next section Part 3" }).last().press("Enter");
  await ada.page
    .locator("[data-part-title]:focus", { hasText: "Section 4 of 7: Part 3" })
    .waitFor();
  await paper.item("R-61").waitFor();
  expect(await paper.item("R-60").count()).toBe(0);
  await ada.page.goBack();
  await where(ada, "Section 3 of 7: Part 2");

  // By the outline and by a link to an item.
  await ada.page.locator(".outline").getByText("Part 6").click();
  await ada.page.locator("[data-item]:focus").getByText("Part 6").waitFor();
  await where(ada, "Section 7 of 7: Part 6");
  await ada.goesTo(`/statements/${ada.statementId}?section=${ofSecond}#item-${ofFifth}`);
  await ada.page.locator(`#item-${ofFifth}:focus`).waitFor();
  await where(ada, "Section 6 of 7: Part 5");

  // By the arrows, while one writes: the caret goes on in the section after it, and comes back.
  await paper.field(paper.item("R-150")).click();
  await paper.presses("End", "ArrowDown");
  await where(ada, "Section 7 of 7: Part 6");
  await expect.poll(() => paper.caret(), patience).toBe("|Part 6");
  await paper.presses("ArrowUp");
  await where(ada, "Section 6 of 7: Part 5");
  await expect.poll(() => paper.caret(), patience).toBe("The system shows list 150.|");

  // A section that somebody else puts before it takes neither caret nor place.
  const ben = await ada.invites("Ben", "Hackney", "editor");
  await ben.goesTo(`/statements/${ada.statementId}?section=${ofSecond}`);
  const bens = new Paper(ben);
  await bens.field(bens.item("R-31")).click();
  const adding = ben.page.getByRole("group", { name: "Add to this section" });
  await adding.getByRole("button", { name: /section/i }).click();
  await where(ben, "Section 4 of 8: Untitled section");
  await expect.poll(() => bens.caret(), patience).toBe("|");
  await paper.types(" Here.");
  await where(ada, "Section 7 of 8: Part 5");
  expect(await paper.caret()).toBe("The system shows list 150. Here.|");

  // Search looks in all of them; without it one is back in the section.
  await ada.page.getByRole("searchbox", { name: /^Search words/ }).fill("list 41.");
  await paper.item("R-41").waitFor();
  expect(await paper.items.count()).toBeLessThan(perSection);
  await ada.presses("Show everything");
  await where(ada, "Section 7 of 8: Part 5");

  // All of it.
  await ada.page.getByRole("link", { name: "Show the whole statement" }).click();
  await expect.poll(() => paper.items.count(), patience).toBeGreaterThan(sections * perSection);
});

test("a conversation in another section is listed, and opened there; the page says what it prints", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.makes("Lists");
  await ada.brings("lists.csv", csv);
  const paper = new Paper(ada);
  const talk = new Talk(ada);
  await paper.opens();
  await paper.item("R-140").waitFor();
  const itemId = await paper.item("R-140").getAttribute("data-item");
  const firstId = await paper.items.first().getAttribute("data-item");
  await ada.asks("POST", `/api/statements/${ada.statementId}/commands/start-thread`, {
    anchor: { itemId },
    text: "Which list is it?",
  });
  await ada.goesTo(`/statements/${ada.statementId}?section=${firstId}`);
  await where(ada, "Section 1 of 7: Before the first section");
  await ada.page.getByText("In other sections (1)").click();
  await talk.panel.getByRole("link", { name: "R-140" }).click();
  await talk.card("Comment on R-140").waitFor();
  await ada.page.locator(`#item-${itemId}`).waitFor();

  await ada.goesTo(`/statements/${ada.statementId}?section=${firstId}`);
  await where(ada, "Section 1 of 7: Before the first section");
  await ada.page.emulateMedia({ media: "print" });
  await ada.sees("Only this section is printed.");
  await ada.page.emulateMedia({ media: "screen" });
  await ada.page.setViewportSize({ width: 320, height: 640 });
  await ada.axe();
  const overflow = (): Promise<number> =>
    ada.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(await overflow()).toBeLessThanOrEqual(0);
});

async function where(person: Person, words: string): Promise<void> {
  const title = person.page.locator("[data-part-title]");
  await expect.poll(() => title.textContent(), patience).toBe(words);
}
