/** Writing by keyboard: many fields feel like one document, and undo is one's own, wherever it was. */
import { beforeAll, afterAll, beforeEach, describe, expect, it } from "vitest";
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

beforeEach(async () => {
  await ada.makes("Housing repairs");
  await paper.opens();
});

describe("Enter", () => {
  it("at the end of a requirement makes the next one below, and none below an empty one", async () => {
    await writesRequirements("Show the date", "Show the time");
    await paper.presses("Enter", "Enter", "Enter");
    await expect.poll(words, patience).toEqual(["Show the date", "Show the time", ""]);
    expect(await paper.caret()).toBe("|");
  });

  it("in the middle of a requirement begins a paragraph and never a second item", async () => {
    await writesRequirements("Show the date and the time");
    await paper.clicksBefore(paper.field(paper.items.first()), "and");
    await paper.presses("Enter");
    await paper.says(paper.field(paper.items.first()), "Show the date  / and the time");
    expect(await paper.items.count()).toBe(1);
  });

  it("goes through the sentence of a need and then makes the next need", async () => {
    await ada.presses("Add a need");
    await paper.types("tenant");
    await paper.presses("Enter");
    await paper.types("report a repair");
    await paper.presses("Enter");
    await paper.types("it is done");
    await paper.presses("Enter");
    await paper.types("landlord");
    await expect.poll(() => paper.items.count(), patience).toBe(2);
    await expect
      .poll(() => paper.items.first().locator(".item-sentence").textContent(), patience)
      .toBe("As a tenant, I need to report a repair so that it is done");
    await paper.says(paper.field(paper.items.nth(1), "asA"), "landlord");
  });
});

describe("Backspace", () => {
  it("in an empty new item takes it away and goes back to the end of the one before", async () => {
    await writesRequirements("Show the date", "");
    await paper.presses("Backspace");
    await expect.poll(words, patience).toEqual(["Show the date"]);
    expect(await paper.caret()).toBe("Show the date|");
    await expect.poll(() => ada.page.getByText("Not taken forward").count()).toBe(0);
  });

  it("at the start of an item never merges it with the one before", async () => {
    await writesRequirements("Show the date", "Show the time");
    await paper.presses("Home", "Backspace", "Backspace");
    expect(await words()).toEqual(["Show the date", "Show the time"]);
  });
});

describe("arrows", () => {
  it("lead into a field, where Home goes home however soon it follows", async () => {
    await writesRequirements("Show the date", "Show the time");
    await paper.presses("Home", "ArrowLeft", "Home");
    // A browser tells of a moved caret a moment later; only then could it be put back.
    await ada.page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    expect(await paper.caret()).toBe("|Show the date");
  });

  it("go on into the next and the previous item, straight down and up", async () => {
    await writesRequirements("Show the date of a visit", "Show the time of a visit");
    await paper.presses("Home", "ArrowLeft");
    expect(await paper.caret()).toBe("Show the date of a visit|");
    await paper.presses("ArrowRight");
    expect(await paper.caret()).toBe("|Show the time of a visit");
    await paper.clicksBefore(paper.field(paper.items.first()), "date");
    await paper.presses("ArrowDown");
    expect(await paper.caret()).toMatch(/^Show the t?i?\|/);
    await paper.presses("ArrowUp");
    expect(await paper.caret()).toBe("Show the |date of a visit");
  });

  it("walk from item to item after Escape, and Enter writes in one", async () => {
    await writesRequirements("one", "two", "three");
    await paper.presses("Escape", "ArrowUp", "ArrowUp");
    await expect
      .poll(() => ada.page.evaluate(() => document.activeElement?.textContent), patience)
      .toContain("one");
    await paper.presses("ArrowDown", "Enter");
    expect(await paper.caret()).toBe("two|");
  });
});

describe("undo", () => {
  it("takes back one's own last step in another item and goes there", async () => {
    await writesRequirements("Show the date", "Show the time");
    await paper.clicksBefore(paper.field(paper.items.first()), "date");
    await paper.types("exact ");
    await paper.field(paper.items.nth(1)).click();
    await paper.presses("Control+z");
    await expect.poll(words, patience).toEqual(["Show the date", "Show the time"]);
    await expect.poll(() => paper.caret(), patience).toBe("Show the |date");
    await paper.presses("Control+y");
    await expect.poll(words, patience).toEqual(["Show the exact date", "Show the time"]);
    await expect.poll(() => paper.caret(), patience).toBe("Show the exact |date");
  });

  it("works outside the fields too: a priority, a move, an item taken out", async () => {
    await writesRequirements("one", "two");
    await paper.presses("Escape");
    await ada.presses(/^Priority of Requirement R-2/);
    await ada.page.getByRole("menuitem", { name: "Could" }).click();
    await ada.page.getByRole("button", { name: /R-2: Could/ }).waitFor();
    await paper.item("R-2").focus();
    await paper.presses("Alt+Shift+ArrowUp");
    await expect.poll(words, patience).toEqual(["two", "one"]);
    await paper.presses("Control+z");
    await expect.poll(words, patience).toEqual(["one", "two"]);
    await paper.presses("Control+z");
    await ada.page.getByRole("button", { name: /R-2: none/ }).waitFor();
    await paper.presses("Control+Shift+z");
    await ada.page.getByRole("button", { name: /R-2: Could/ }).waitFor();
  });

  it("of a new item keeps what somebody else wrote in it meanwhile", async () => {
    const tom = await ada.invites("Tom", "Hackney", "editor");
    const his = new Paper(tom);
    await his.opens();
    await ada.presses("Add a requirement");
    await his.field(his.items.first()).click();
    await his.types("Tom's words");
    await paper.says(paper.field(paper.items.first()), "Tom's words");
    await paper.presses("Control+z");
    await ada.sees("Not taken forward (1)");
    await ada.page.getByText("Not taken forward (1)").click();
    await ada.presses(/^Put back/);
    await his.says(his.field(his.items.first()), "Tom's words");
    await tom.page.close();
  });

  it("of a new paragraph keeps what somebody else wrote in it meanwhile", async () => {
    const tom = await ada.invites("Tom", "Hackney", "editor");
    const his = new Paper(tom);
    await writesRequirements("Show the date");
    await ada.isSaved();
    await his.opens();
    await paper.presses("Shift+Enter");
    const field = his.field(his.items.first());
    await his.says(field, "Show the date / ");
    await field.locator("p").nth(1).click();
    await his.types("in the confirmation");
    await paper.says(paper.field(paper.items.first()), "Show the date / in the confirmation");
    await paper.presses("Control+z");
    await tom.isSaved();
    await ada.isSaved();
    expect(await paper.words(paper.field(paper.items.first()))).toContain("in the confirmation");
    await his.says(field, await paper.words(paper.field(paper.items.first())));
    await tom.page.close();
  });

  it("leaves alone what others wrote in the same sentence", async () => {
    const tom = await ada.invites("Tom", "Hackney", "editor");
    const his = new Paper(tom);
    await writesRequirements("Show the date");
    await ada.isSaved();
    await his.opens();
    await his.clicksBefore(his.field(his.items.first()), "date");
    await his.types("exact ");
    await paper.says(paper.field(paper.items.first()), "Show the exact date");
    await paper.presses("End");
    await paper.types(" of the visit");
    await paper.presses("Control+z");
    await expect.poll(words, patience).not.toEqual(["Show the exact date of the visit"]);
    await paper.presses("Control+z", "Control+z", "Control+z");
    await expect.poll(() => ada.page.locator("[data-document]").innerText()).not.toContain("date");
    await ada.page.getByText("Not taken forward").click();
    await ada.page.locator(".removed-items").getByText("exact").waitFor();
    await tom.page.close();
  });
});

describe("paste", () => {
  const five = "Show the date\nShow the time\nShow the place\nShow the name\nShow the trade";

  it("of several lines stays in the one requirement until one asks for one each", async () => {
    await ada.presses("Add a requirement");
    await paper.pastes({ text: five });
    await paper.says(paper.field(paper.items.first()), five.replaceAll("\n", " / "));
    await paper.presses("Alt+F10", "Enter");
    await expect.poll(words, patience).toEqual(five.split("\n"));
    await expect.poll(() => paper.caret(), patience).toBe("Show the trade|");
  });

  it("keeps what a requirement said before, and one each is one step to take back", async () => {
    await writesRequirements("Say who comes");
    await paper.pastes({
      text: "",
      html: "<ul><li>Show <b>the date</b></li><li>Show the time</li></ul>",
    });
    await ada.presses("One requirement each (2)");
    await expect.poll(words, patience).toEqual(["Say who comes", "Show the date", "Show the time"]);
    expect(await paper.items.nth(1).locator("strong").textContent()).toBe("the date");
  });

  it("is cleaned: scripts, pictures, sizes and colours stay outside", async () => {
    await ada.presses("Add text");
    await paper.pastes({
      text: "",
      html: `<h1 style="color:red">Title</h1><p onclick="x()">Words <script>window.broken = true</script><img src=x onerror="window.broken=true"><span style="font-size:40px">big</span> <a href="javascript:alert(1)">bad</a> <a href="https://www.gov.uk">good</a></p>`,
    });
    const field = paper.field(paper.items.first());
    await expect.poll(() => field.innerText(), patience).toContain("Words");
    const html = await field.innerHTML();
    expect(html).not.toMatch(/script|onclick|style|<img src|<h1|javascript/);
    expect(html).toContain("https://www.gov.uk");
    expect(await ada.page.evaluate(() => "broken" in window)).toBe(false);
  });

  it("of far too much is refused in words", async () => {
    await ada.presses("Add a requirement");
    await paper.pastes({ text: "word ".repeat(30_000) });
    await ada.sees("That is too much to paste at once: 150,000 letters.");
    await paper.says(paper.field(paper.items.first()), "");
  });

  it("into a line makes one line of it", async () => {
    await ada.presses("Add a section");
    await paper.pastes({ text: "Reporting\na repair" });
    await paper.says(paper.field(paper.items.first()), "Reporting a repair");
  });
});

async function writesRequirements(...all: readonly string[]): Promise<void> {
  await ada.presses("Add a requirement");
  for (const [number, one] of all.entries()) {
    if (number > 0) await paper.presses("Enter");
    await paper.types(one);
  }
  await expect.poll(words, patience).toEqual(all);
  const last = all.filter((one) => one !== "").length;
  await ada.page.getByText(`R-${last}`, { exact: true }).waitFor();
}

async function words(): Promise<string[]> {
  const said: string[] = [];
  for (const item of await paper.items.all()) said.push(await paper.words(paper.field(item)));
  return said;
}
