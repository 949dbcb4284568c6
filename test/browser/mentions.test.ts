/** Calling on people and boroughs in a comment, by keyboard only, and finding what calls on oneself. */
import { expect, test } from "vitest";
import type { Page } from "playwright-core";
import { patience } from "../world/person.ts";
import { Talk } from "../world/talk.ts";
import { startWorld } from "../world/world.ts";

test("a person and a borough are mentioned by keyboard, and find it under Mine", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.takesExample();
  const tom = await ada.invites("Tom Ashby", "Hackney", "editor");
  const rem = await ada.invites("Rem", "Southwark", "reviewer");
  await Promise.all([ada.opens(), tom.opens(), rem.opens()]);
  const [his, hers] = [new Talk(tom), new Talk(rem)];
  await his.counts("Mine", 0);
  const { page } = ada;
  const { keyboard } = page;

  await page.getByRole("button", { name: "Actions for Requirement R-12" }).focus();
  await keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "Comment" }).waitFor();
  await keyboard.type("c");
  await keyboard.press("Enter");
  await page.getByRole("region", { name: "New comment on R-12" }).waitFor();
  await expect.poll(() => focusedTag(page)).toBe("TEXTAREA");
  await expect
    .poll(async () => (await page.getByLabel("Your comment").boundingBox())?.y ?? 0, patience)
    .toBeLessThan(900);

  // The list opens at the sign, is read out, gets shorter with each letter and does not take the focus.
  const text = page.getByLabel("Your comment");
  const list = page.getByRole("listbox", { name: "People and boroughs" });
  await keyboard.type("Which list, @");
  await list.waitFor();
  await expect
    .poll(() => page.locator("output").allTextContents(), patience)
    .toContainEqual(expect.stringMatching(/^People and boroughs: 7 to choose from, and \d+ more/));
  await ada.axe();
  await keyboard.type("tom");
  const options = list.getByRole("option");
  await expect
    .poll(() => options.allTextContents())
    .toEqual(["Tom Ashby · Hackney", "Tom Whitfield · Hackney"]);
  expect(await activeOption(page)).toBe("Tom Ashby · Hackney");
  await keyboard.press("ArrowDown");
  await expect.poll(() => activeOption(page)).toBe("Tom Whitfield · Hackney");
  await keyboard.press("ArrowDown");
  await expect.poll(() => activeOption(page)).toBe("Tom Ashby · Hackney");
  expect(await focusedTag(page)).toBe("TEXTAREA");

  // Escape closes the list alone; another letter leaves it closed; at another sign it is there again.
  await keyboard.press("Escape");
  await list.waitFor({ state: "hidden" });
  expect(await text.inputValue()).toBe("Which list, @tom");
  for (let letter = 0; letter < 4; letter += 1) await keyboard.press("Backspace");
  await keyboard.type("@ash");
  await list.waitFor();
  await keyboard.press("Enter");
  await list.waitFor({ state: "hidden" });
  await keyboard.type("and @southw");
  await keyboard.press("Enter");
  expect(await text.inputValue()).toBe("Which list, @Tom Ashby and @Southwark ");
  // Choosing is taken back as typing is.
  await keyboard.press("Control+z");
  expect(await text.inputValue()).toBe("Which list, @Tom Ashby and @southw");
  await keyboard.press("Control+Shift+z");
  await keyboard.type("?");

  // What it is stands after the words, by arrow keys.
  await keyboard.press("Tab");
  await keyboard.press("ArrowDown");
  await page.getByRole("heading", { name: "Question on R-12" }).waitFor();
  await ada.axe();
  await keyboard.press("Control+Enter");
  const card = new Talk(ada).card("Question on R-12");
  await expect
    .poll(() => card.locator("b.mention").allTextContents(), patience)
    .toEqual(["@Tom Ashby", "@Southwark"]);
  await ada.axe();

  // Both find it, and nobody else of Hackney is called.
  for (const [person, talk] of [
    [tom, his],
    [rem, hers],
  ] as const) {
    await talk.counts("Mine", 1);
    await talk.shows("Mine");
    await talk.card("Question on R-12").locator("b.mention-me").waitFor();
    await person.sees(/they mention you or/);
    await person.axe();
  }
  const ivy = await ada.invites("Ivy", "Hackney", "reviewer");
  await ivy.opens();
  await new Talk(ivy).counts("Mine", 0);

  // An answer mentions back, and a name that was typed in full counts as well.
  await (await his.opens("Question on R-12")).getByRole("button", { name: "Reply" }).click();
  await tom.page.keyboard.type("The one on page 4, @ada, says @Rem.");
  await tom.page.keyboard.press("Control+Enter");
  const answer = (await hers.opens("Question on R-12")).locator(".said").last();
  await expect
    .poll(() => answer.locator("b.mention").allTextContents(), patience)
    .toEqual(["@ada", "@Rem"]);
  await rem.page.getByRole("button", { name: /Notices \d not read/ }).waitFor();
});

test("conversations are found by what was said and by who said it", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.takesExample();
  await ada.opens();
  const talk = new Talk(ada);
  const { keyboard } = ada.page;
  const all = await talk.filter("Open").textContent();

  await ada.presses("Search");
  await keyboard.type("whitfield dispatcher");
  await ada.axe();
  await talk.counts("Open", 0);
  await ada.sees("Nothing found here.");
  await keyboard.press("Control+a");
  await keyboard.type("grace leases");
  await expect.poll(() => talk.panel.getByRole("article").count(), patience).toBe(1);
  await expect
    .poll(() => ada.page.locator("output").allTextContents(), patience)
    .toContain("1 conversation");
  await ada.axe();
  await keyboard.press("Escape");
  await expect.poll(() => talk.filter("Open").textContent(), patience).toBe(all);
  await expect
    .poll(() => ada.page.evaluate(() => document.activeElement?.textContent))
    .toBe("Search");
});

function focusedTag(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.activeElement?.tagName);
}

/** What a screen reader is told that the keys are at. */
function activeOption(page: Page): Promise<string | null | undefined> {
  return page.evaluate(() => {
    const id = document.activeElement?.getAttribute("aria-activedescendant") ?? "";
    return document.getElementById(id)?.textContent;
  });
}
