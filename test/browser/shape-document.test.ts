/** Shaping the document: lists and tables, moving by hand, the outline, filters, and reading without an editor. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Paper } from "../world/paper.ts";
import { patience, type Person } from "../world/person.ts";
import { startWorld, type World } from "../world/world.ts";

let world: World;
let ada: Person;
let paper: Paper;

beforeAll(async () => {
  world = await startWorld();
  ada = await world.lead("Ada", "Camden");
  paper = new Paper(ada);
});

afterAll(async () => {
  await world[Symbol.asyncDispose]();
});

describe("words", () => {
  beforeEach(async () => {
    await ada.makes("Parking");
    await paper.opens();
  });

  it("become bold, italic, a list or a link, and everybody sees them so", async () => {
    await ada.presses("Add text");
    await paper.types("the date");
    await paper.presses("Control+a", "Control+b", "End", "Enter", "Control+b");
    await paper.types("- first point");
    await paper.presses("Enter");
    await paper.types("second");
    await paper.presses("Shift+Home", "Control+k");
    await ada.fillsIn("Address", "javascript:alert(1)");
    await ada.presses("Save link");
    await ada.sees(/Give the address of a web page/);
    await ada.fillsIn("Address", "gov.uk/repairs");
    await ada.presses("Save link");
    const html = (): Promise<string> => paper.field(paper.items.first()).innerHTML();
    await expect
      .poll(html, patience)
      .toMatch(
        /^<p><strong>the date<\/strong><\/p><ul><li><p>first point<\/p><\/li><li><p><a [^>]*href="https:\/\/gov\.uk\/repairs"[^>]*>second<\/a><\/p><\/li><\/ul>$/,
      );
    await paper.presses("Escape");
    await ada.isSaved();
    const written = await html();
    await ada.page.reload();
    await expect.poll(html, patience).toBe(written);
  });

  it("stand in a table of a text item, with rows and columns to add and take out", async () => {
    await ada.presses("Add text");
    await choosesTable("Put in a table");
    const cells = paper.items.first().locator("td, th");
    await expect.poll(() => cells.count(), patience).toBe(9);
    await paper.types("Zone");
    await paper.presses("Tab");
    await paper.types("Price");
    await choosesTable("Add a row below");
    await choosesTable("Take out this column");
    await expect.poll(() => cells.count(), patience).toBe(8);
    await expect.poll(() => cells.allTextContents(), patience).toContain("Zone");
    await choosesTable("Take out the table");
    await expect.poll(() => cells.count(), patience).toBe(0);
  });

  it("of a section's title stay one line without lists", async () => {
    await ada.presses("Add a section");
    await paper.types("- Reporting");
    await paper.presses("Shift+Enter");
    await paper.says(paper.field(paper.items.first()), "- Reporting");
    expect(
      await ada.page.getByRole("button", { name: "Bulleted list" }).getAttribute("aria-disabled"),
    ).toBe("true");
  });

  it("composed by an input method come in whole while others write in the same sentence", async () => {
    const tom = await ada.invites("Tom", "Hackney", "editor");
    const his = new Paper(tom);
    await ada.presses("Add a requirement");
    await paper.types("Show the date of the visit");
    await ada.isSaved();
    await his.opens();
    await paper.clicksBefore(paper.field(paper.items.first()), "date");
    const input = await ada.page.context().newCDPSession(ada.page);
    await input.send("Input.imeSetComposition", { text: "に", selectionStart: 1, selectionEnd: 1 });
    await his.clicksBefore(his.field(his.items.first()), "visit");
    await his.types("first ");
    await his.presses("Escape", "Alt+Shift+ArrowUp");
    await tom.isSaved();
    await input.send("Input.imeSetComposition", {
      text: "にほ",
      selectionStart: 2,
      selectionEnd: 2,
    });
    await input.send("Input.insertText", { text: "日本" });
    await paper.says(paper.field(paper.items.first()), "Show the 日本date of the first visit");
    await his.says(his.field(his.items.first()), "Show the 日本date of the first visit");
    await tom.page.close();
  });
});

describe("a long statement", () => {
  beforeAll(async () => {
    await ada.takesExample();
  });

  beforeEach(async () => {
    await paper.opens();
  });

  it("moves an item where a pointer drags it", async () => {
    const [first, third] = [paper.item("R-1"), paper.item("R-3")];
    await first.scrollIntoViewIfNeeded();
    await first.hover();
    const handle = await first.locator(".drag-handle").boundingBox();
    const goal = await third.boundingBox();
    if (!handle || !goal) throw new Error("The items are not on the screen.");
    const { mouse } = ada.page;
    await mouse.move(handle.x + 8, handle.y + 10);
    await mouse.down();
    await mouse.move(handle.x + 30, goal.y + goal.height - 6, { steps: 8 });
    await ada.page.locator(".drop-line").waitFor();
    await mouse.up();
    await expect.poll(references, patience).toEqual(["R-2", "R-3", "R-1"]);
    await first.focus();
    await paper.presses("Control+z");
    await expect.poll(references, patience).toEqual(["R-1", "R-2", "R-3"]);
  });

  it("goes where its outline is pressed and marks the section on the screen", async () => {
    const outline = ada.page.getByRole("navigation", { name: "In this statement" });
    const link = outline.getByRole("link", { name: /^Appointments/ });
    await link.click();
    await expect.poll(() => link.getAttribute("aria-current"), patience).toBe("location");
    const title = paper.items.getByText("Appointments", { exact: true }).first();
    const box = await title.boundingBox();
    expect(box?.y).toBeGreaterThan(100);
    expect(box?.y).toBeLessThan(700);
  });

  it("shows what a filter lets through, says how many, and shows everything again", async () => {
    const all = await paper.items.count();
    await ada.page.getByRole("searchbox").fill("r-3");
    await expect
      .poll(() => paper.items.locator(".reference").allTextContents(), patience)
      .toEqual(["R-3"]);
    await ada.sees(/^1 of \d+ items$/);
    await ada.page.getByRole("searchbox").fill("no such words anywhere");
    await ada.sees("No item fits these filters.");
    await ada.presses("Show everything");
    await expect.poll(() => paper.items.count(), patience).toBe(all);
    await ada.page.getByLabel(/^Not covered \(\d+\)/).check();
    const label = await ada.page.locator("label", { hasText: "Not covered" }).textContent();
    const count = Number(/\d+/.exec(label ?? "")?.[0]);
    await expect.poll(() => paper.items.locator(".reference").count(), patience).toBe(count);
    await ada.page.getByLabel(/^Not covered \(\d+\)/).uncheck();
  });

  it("has no violation of accessibility: at rest, while writing, with a menu and a dialog open", async () => {
    await ada.axe();
    await paper.field(paper.item("R-2")).click();
    await paper.presses("Shift+End");
    await ada.page.locator("[data-bubble]").waitFor();
    await ada.axe();
    await paper
      .item("R-2")
      .getByRole("button", { name: /^Actions/ })
      .click();
    await ada.axe();
    await ada.page.getByRole("menuitem", { name: "Take out…" }).click();
    await ada.axe();
    await ada.presses("Keep it");
  });

  it("lets a reviewer read and select everything, and change nothing", async () => {
    const rem = await ada.invites("Rem", "Southwark", "reviewer");
    const theirs = new Paper(rem);
    await theirs.opens();
    const field = theirs.field(theirs.item("R-2"));
    const before = await theirs.words(field);
    await field.click();
    await rem.page.keyboard.type("changed");
    await field.dblclick();
    await rem.page.keyboard.press("Delete");
    await rem.page.keyboard.press("Control+z");
    expect(await theirs.words(field)).toBe(before);
    expect(await rem.page.locator("[contenteditable], [role=textbox], .drag-handle").count()).toBe(
      0,
    );
    await rem.page.locator("[data-bubble]").getByText("Comment").waitFor();
    await rem.axe();
    await rem.page.close();
  });
});

async function choosesTable(name: string): Promise<void> {
  await ada.page
    .getByRole("toolbar", { name: "Words" })
    .getByRole("button", { name: "Table" })
    .click();
  await ada.page.getByRole("menuitem", { name }).click();
}

/** The first three requirements, in order. */
async function references(): Promise<string[]> {
  const all = await paper.items.locator(".reference").allTextContents();
  return all.filter((reference) => reference.startsWith("R-")).slice(0, 3);
}
