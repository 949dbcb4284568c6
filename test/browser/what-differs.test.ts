/** What differs for one borough: written on the common item by that borough's people, live like the rest. */
import { expect, it } from "vitest";
import type { Locator } from "playwright-core";
import { Paper } from "../world/paper.ts";
import { patience, type Person } from "../world/person.ts";
import { selectWords } from "../world/select-words.ts";
import { startWorld } from "../world/world.ts";

it("is written in its own place by its own borough, and read and commented on by the others", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.makes("Housing repairs");
  const tom = await ada.invites("Tom", "Hackney", "editor");
  const rem = await ada.invites("Rem", "Southwark", "reviewer");
  const [hers, his, theirs] = [new Paper(ada), new Paper(tom), new Paper(rem)];
  await hers.opens();
  await ada.presses("Add a requirement");
  await hers.types("Show the date of the visit");
  await ada.isSaved();
  await Promise.all([his.opens(), theirs.opens()]);

  await says(tom, "Hackney");
  await his.types("by text message");
  await hers.says(differs(hers), "by text message");
  await theirs.says(differs(theirs), "by text message");
  await ada.sees("Differs for Hackney");
  await tom.axe();

  // The common text stays one text; others read what differs and have no editor for it.
  await hers.says(hers.field(hers.items.first()), "Show the date of the visit");
  await differs(hers).click();
  expect(await differs(hers).getAttribute("contenteditable")).toBeNull();
  await hers.field(hers.items.first()).click();
  await hers.presses("End", "ArrowRight", "ArrowDown");
  expect(await hers.caret()).toBe("Show the date of the visit|");
  await ada.axe();

  // They can comment on its words, and the comment stays by them.
  await selectWords(rem.page, "text message");
  await rem.presses("Comment on these words");
  await rem.fillsIn("Your comment", "What does it cost?");
  await rem.page.keyboard.press("Control+Enter");
  const marked = his.items.first().locator("mark");
  await expect.poll(() => marked.allTextContents(), patience).toEqual(["text message"]);
  await his.field(his.items.first()).click();
  await his.presses("End", "ArrowRight");
  expect(await his.caret()).toBe("|by text message");
  await his.types("also ");
  await expect.poll(() => marked.allTextContents(), patience).toEqual(["text message"]);
  await his.presses("Home", "ArrowLeft");
  expect(await his.caret()).toBe("Show the date of the visit|");
  await rem.axe();
});

it("goes from the page when it is left without words, and comes back with one's own undo", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.makes("Housing repairs");
  const paper = new Paper(ada);
  await paper.opens();
  await ada.presses("Add a requirement");
  await paper.types("Show the date");

  await says(ada, "Camden");
  await paper.presses("Escape");
  await expect.poll(() => differs(paper).count(), patience).toBe(0);

  await says(ada, "Camden");
  await paper.types("by post");
  await paper.presses("Escape");
  await differs(paper).click();
  await paper.presses("Control+a", "Backspace");
  expect(await paper.caret()).toBe("|");
  await paper.presses("Backspace");
  await expect.poll(() => differs(paper).count(), patience).toBe(0);
  expect(await paper.caret()).toBe("Show the date|");

  await paper.presses("Control+z");
  await paper.says(differs(paper), "by post");
  await paper.presses("Control+z");
  await expect.poll(() => differs(paper).count(), patience).toBe(1);
  await paper.says(differs(paper), "");
  await paper.presses("Escape");
  await expect.poll(() => differs(paper).count(), patience).toBe(0);
  await paper.says(paper.field(paper.items.first()), "Show the date");
});

it("keeps what one of a borough types while another of it takes all words away", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.makes("Housing repairs");
  const ben = await ada.invites("Ben", "Camden", "editor");
  const [hers, his] = [new Paper(ada), new Paper(ben)];
  await hers.opens();
  await ada.presses("Add a requirement");
  await hers.types("Show the date");
  await says(ada, "Camden");
  await hers.types("by post");
  await ada.isSaved();
  await his.opens();
  await his.says(differs(his), "by post");

  // Ben is away while Ada empties it and goes elsewhere: for her it is gone.
  await ben.goesOffline();
  await differs(his).click();
  await his.presses("End");
  await his.types(" too");
  await ben.isNotSaved();
  await hers.presses("Control+a", "Backspace", "Backspace");
  await expect.poll(() => differs(hers).count(), patience).toBe(0);
  await ada.isSaved();
  await ben.comesBack();
  await ben.isSaved();
  await hers.says(differs(hers), " too");
  await his.says(differs(his), " too");

  // Both in it at once; who is in it stays in it when the other takes the last letter.
  await differs(his).click();
  await hers.clicksBefore(differs(hers), "too");
  await hers.items.first().locator(".others-caret").waitFor({ state: "attached" });
  await hers.presses("Control+a", "Backspace");
  await his.says(differs(his), "");
  await his.types("by phone");
  await hers.says(differs(hers), "by phone");
});

/** Goes to the place for what differs on the only item. */
async function says(person: Person, borough: string): Promise<void> {
  const item = new Paper(person).items.first();
  await item.hover();
  await item.getByRole("button", { name: /^Actions for/ }).click();
  await person.page.getByRole("menuitem", { name: `What differs for ${borough}…` }).click();
  await expect
    .poll(() => new Paper(person).open.getAttribute("aria-label"), patience)
    .toMatch(`Differs for ${borough}, Requirement`);
}

function differs(paper: Paper): Locator {
  return paper.items.first().locator(".more-field-differs [data-field]");
}
