/** Wording that somebody suggests: shown in place, decided by an editor, and nobody who writes meanwhile loses a letter. */
import type { Locator } from "playwright-core";
import { expect, test } from "vitest";
import { Paper } from "../world/paper.ts";
import { patience, type Person } from "../world/person.ts";
import { selectWords } from "../world/select-words.ts";
import { startWorld } from "../world/world.ts";

const sentence =
  "When a visit does not happen, the service records why, tells the resident on the same day and offers the next free appointment.";

test("a reviewer suggests words, and an editor accepts them while a third types in the same sentence", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.takesExample();
  const ben = await ada.invites("Ben", "Hackney", "editor");
  const rem = await ada.invites("Rem", "Southwark", "reviewer");
  const [hers, his] = [new Paper(ada), new Paper(ben)];
  await hers.opens();
  await his.opens();
  await rem.opens();

  // A comment on other words of the sentence, which has to stay by them.
  await selectWords(ada.page, "offers the next free appointment");
  await ada.presses("Comment on these words");
  await ada.page.getByRole("textbox", { name: "Comment" }).fill("Within how many days?");
  await ada.page.keyboard.press("Control+Enter");

  await suggests(rem, "the service records why", "the operative writes down why");
  const marked = hers.item("R-12").locator("[data-field=statement]");
  await expect.poll(() => marked.locator("del").allTextContents(), patience).not.toEqual([]);
  await rem.axe();

  // Ben is in the middle of the sentence, and goes on typing while Ada accepts.
  const field = his.field(his.item("R-12"), "statement");
  await his.clicksBefore(field, " and ");
  const card = ada.page.getByRole("article", { name: "Suggested wording for R-12" });
  await opens(card);
  await card.getByText("end of new", { exact: false }).first().waitFor();
  await ada.axe();
  const adds = ", by the way they asked for,";
  await Promise.all([
    ben.page.keyboard.type(adds, { delay: 25 }),
    card.getByRole("button", { name: "Accept" }).click(),
  ]);
  const wanted = sentence
    .replace("the service records why", "the operative writes down why")
    .replace(" and offers", `${adds} and offers`);
  await his.says(field, wanted);
  await hers.says(hers.field(hers.item("R-12"), "statement"), wanted);
  expect(await his.caret()).toBe(wanted.replace(`${adds} and`, `${adds}| and`));
  await ben.isSaved();
  // The comment is by its words still, unchanged.
  const commented = hers.item("R-12").locator(".highlight-comment");
  await expect
    .poll(() => commented.allTextContents(), patience)
    .toEqual(["offers the next free appointment"]);
  expect(await hers.item("R-12").locator("del, ins").count()).toBe(0);

  // Both are named: who suggested it and who accepted it.
  await rem.presses(/^Closed/);
  const closed = rem.page.getByRole("article", { name: "Suggested wording for R-12" });
  await closed.getByRole("button", { name: "Suggested wording for R-12" }).click();
  await closed.getByText("accepted this wording").waitFor();
  await closed.getByText("Ada").first().waitFor();
});

test("wording is shown as it is, with suggestions, and as if accepted; and is declined with a reason", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.takesExample();
  const rem = await ada.invites("Rem", "Southwark", "reviewer");
  const hers = new Paper(ada);
  await hers.opens();
  await rem.opens();
  await suggests(rem, "the service records why", "the operative writes down why");
  const field = hers.field(hers.item("R-12"), "statement");
  await expect.poll(() => field.locator("del").count(), patience).toBeGreaterThan(0);
  const added = await field
    .locator("ins")
    .evaluateAll((all) => all.map((one) => one.getAttribute("data-words")));
  expect(added.join("")).toContain("operative");
  // The words that would come are drawn, not written: what is copied is what it says.
  expect(await field.textContent()).toBe(sentence);

  await ada.page.getByRole("radio", { name: "As it is" }).check();
  await expect.poll(() => field.locator("del, ins").count(), patience).toBe(0);
  await ada.page.getByRole("radio", { name: "As if accepted" }).check();
  await expect
    .poll(() => field.textContent(), patience)
    .toBe(sentence.replace("the service records why", "the operative writes down why"));
  await ada.sees("Words with dots under them are not in the text yet.");
  await ada.axe();
  await ada.page.getByRole("radio", { name: "With suggestions" }).check();

  const card = ada.page.getByRole("article", { name: "Suggested wording for R-12" });
  await opens(card);
  await card.getByRole("button", { name: "Decline…" }).click();
  await card.getByRole("button", { name: "Decline", exact: true }).click();
  await card.getByText("Say why, so that whoever suggested it can follow.").waitFor();
  await card.getByRole("textbox").fill("The service records it, whoever knows.");
  await ada.axe();
  await ada.page.keyboard.press("Control+Enter");
  await expect.poll(() => field.locator("del, ins").count(), patience).toBe(0);
  await hers.says(field, sentence);
  await rem.presses(/^Closed/);
  await rem.page
    .getByRole("article", { name: "Suggested wording for R-12" })
    .getByRole("button", { name: "Suggested wording for R-12" })
    .click();
  await rem.sees("The service records it, whoever knows.");
});

test("where the text moved on meanwhile it says so, shows both, and is put in place only by somebody who saw both", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.takesExample();
  const rem = await ada.invites("Rem", "Southwark", "reviewer");
  const hers = new Paper(ada);
  await hers.opens();
  await rem.opens();
  await suggests(rem, "the service records why", "the operative writes down why");
  const field = hers.field(hers.item("R-12"), "statement");
  await expect.poll(() => field.locator("del").count(), patience).toBeGreaterThan(0);
  await hers.clicksBefore(field, "records");
  await hers.types("never ");
  await ada.isSaved();
  const card = ada.page.getByRole("article", { name: "Suggested wording for R-12" });
  await opens(card);
  await card.getByText("Wording changed since this was suggested").waitFor();
  await card.getByText("It says now:").waitFor();
  await ada.axe();
  await card.getByRole("button", { name: "Put it in place of what it says now" }).click();
  await hers.says(
    field,
    sentence.replace("the service records why", "the operative writes down why"),
  );
});

test("everything about suggested wording goes by keyboard", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.takesExample();
  const hers = new Paper(ada);
  await hers.opens();
  const field = hers.field(hers.item("R-12"), "statement");
  await field.click();
  await hers.presses("End", "Control+Alt+w");
  const editor = ada.page.locator(".wording-editor");
  await expect
    .poll(() => editor.evaluate((one) => one === document.activeElement), patience)
    .toBe(true);
  await hers.presses("Control+End");
  await hers.types(" A message tells them.");
  await hers.presses("Control+Enter");
  const card = ada.page.getByRole("article", { name: "Suggested wording for R-12" });
  await card.waitFor();
  await expect
    .poll(
      () => ada.page.evaluate(() => document.activeElement?.closest("[data-item]") !== null),
      patience,
    )
    .toBe(true);
  await card.getByRole("button", { name: "Suggested wording for R-12" }).focus();
  await ada.page.keyboard.press("Tab");
  for (let presses = 0; presses < 10; presses += 1) {
    const words = await ada.page.evaluate(() => document.activeElement?.textContent);
    if (words === "Accept") break;
    await ada.page.keyboard.press("Tab");
  }
  await ada.page.keyboard.press("Enter");
  await hers.says(field, `${sentence} A message tells them.`);
});

/** Opens a card, unless pressing its words opened it already. */
async function opens(card: Locator): Promise<void> {
  const heading = card.getByRole("button", { name: "Suggested wording for R-12" });
  if ((await heading.getAttribute("aria-expanded")) === "false") await heading.click();
}

/** Selects words and suggests others for them. */
async function suggests(person: Person, words: string, others: string): Promise<void> {
  await selectWords(person.page, words);
  await person.page
    .locator("[data-bubble]")
    .getByRole("button", { name: "Suggest wording for these words" })
    .click();
  await person.page.locator(".wording-editor").waitFor();
  await person.page.keyboard.type(others);
  await person.axe();
  await person.presses(/^Suggest$/);
  await person.page.getByRole("article", { name: "Suggested wording for R-12" }).waitFor();
}
