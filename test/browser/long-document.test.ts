/** A document of several hundred rows: its beginning is there at once, and whatever is wanted of the rest. */
import { expect, test } from "vitest";
import { Paper } from "../world/paper.ts";
import { patience } from "../world/person.ts";
import { startWorld } from "../world/world.ts";

const count = 240;
const csv = tableOf(count);

function tableOf(length: number): string {
  const rows = Array.from(
    { length },
    (_, number) =>
      `requirement,Part ${Math.floor(number / 40) + 1},The system shows list number ${number + 1}.`,
  );
  return ["kind,section,text", ...rows].join("\n");
}

test("the rows that come later are there for whoever asks for them", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.makes("Lists");
  await ada.brings("lists.csv", csv);
  const paper = new Paper(ada);
  await paper.opens();
  await expect.poll(() => paper.items.count(), patience).toBe(count + 6);

  // By the keyboard, right after coming from another page, before the rest had its moment.
  await ada.opens("people");
  const last = `The system shows list number ${count}.|`;
  await ada.page.evaluate(() => {
    const seen = new MutationObserver(() => {
      const field = document.querySelector<HTMLElement>('[data-document] [data-field="statement"]');
      if (!field) return;
      seen.disconnect();
      const rowsThen = document.querySelectorAll("[data-document] [data-item]").length;
      Object.assign(globalThis, { rowsThen });
    });
    seen.observe(document.body, { childList: true, subtree: true });
  });
  await ada.follows("Write");
  await paper.field(paper.items.nth(1)).click();
  await paper.presses("Control+End");
  expect(await paper.caret()).toBe(last);
  const rowsThen = await ada.page.evaluate(() => (globalThis as { rowsThen?: number }).rowsThen);
  expect(rowsThen).toBeLessThan(count);

  // By whoever prints or searches, before the rest had its moment.
  for (const wanted of ["print", "find"]) {
    await ada.opens("people");
    expect(await ada.page.evaluate(goToWrite, wanted)).toEqual({ isPart: true, all: count + 6 });
  }

  // By an address.
  const itemId = await paper.items.last().getAttribute("data-item");
  await ada.opens("people");
  await ada.goesTo(`/statements/${ada.statementId}#item-${itemId}`);
  await ada.page.locator(`#item-${itemId}:focus`).waitFor();

  // By the outline, and back to where one was.
  await ada.opens("people");
  await ada.follows("Write");
  await ada.page.locator(".outline").getByText("Part 6").click();
  await ada.page.locator("[data-item]:focus").getByText("Part 6").waitFor();
  const scrolled = () => ada.page.evaluate(() => scrollY);
  await expect.poll(scrolled, patience).toBeGreaterThan(2_000);
  await ada.follows("People");
  await ada.page.getByRole("heading", { name: "People", level: 1 }).waitFor();
  await ada.page.goBack();
  await expect.poll(scrolled, patience).toBeGreaterThan(2_000);
});

test("what is written stays clear of the header that covers the top of the window", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.makes("Lists");
  await ada.brings("lists.csv", csv);
  const paper = new Paper(ada);
  await ada.page.setViewportSize({ width: 1480, height: 1000 });
  await paper.opens();
  await expect.poll(() => paper.items.count(), patience).toBe(count + 6);
  await paper.field(paper.item("R-40")).click();
  const header = await ada.page.evaluate(
    () => document.querySelector(".statement-top")?.getBoundingClientRect().bottom ?? 0,
  );
  expect(header).toBeGreaterThan(90);

  // The page was scrolled by hand until the line lies under the header, and then a new one comes, under it still.
  // (To what is typed the browser scrolls by itself.)
  const before = await ada.page.evaluate(scrollCaretTo, 500);
  await paper.presses("Shift+Enter");
  const lineHeight = (await ada.page.evaluate(scrollCaretTo, null)) - before;
  expect(lineHeight).toBeGreaterThan(10);
  await ada.page.evaluate(scrollCaretTo, header - 10 - lineHeight);
  await paper.presses("Shift+Enter");
  const top = await ada.page.evaluate(scrollCaretTo, null);
  expect(top).toBeGreaterThanOrEqual(header);
  expect(top).toBeLessThan(header + 60);

  // And at the other end, where nothing covers it.
  await ada.page.evaluate(scrollCaretTo, 985);
  await paper.types("y");
  expect(await ada.page.evaluate(scrollCaretTo, null)).toBeLessThan(920);
});

/** Scrolls until the top of the line with the caret is there in the window. @returns where it is then */
function scrollCaretTo(top: number | null): number {
  const caretTop = (): number =>
    getSelection()?.getRangeAt(0).getClientRects()[0]?.top ?? Number.NaN;
  if (top !== null) scrollBy(0, caretTop() - top);
  return caretTop();
}

test("of more than a thousand rows none is kept from screen readers", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.makes("Lists");
  const many = 1_040;
  await ada.brings("lists.csv", tableOf(many));
  const paper = new Paper(ada);
  await paper.opens();
  await expect.poll(() => paper.items.count(), patience).toBe(many + many / 40);
  const client = await ada.page.context().newCDPSession(ada.page);
  const { nodes } = await client.send("Accessibility.getFullAXTree");
  const words = nodes
    .filter(({ ignored, role }) => !ignored && role?.value === "StaticText")
    .map(({ name }) => String(name?.value));
  const told = words.filter((name) => name.startsWith("The system shows list number"));
  expect(new Set(told).size).toBe(many);
});

/** Goes to the document, and as soon as the first rows are there prints or searches. */
async function goToWrite(then: string) {
  const rows = (): number => document.querySelectorAll("[data-document] [data-item]").length;
  const links = [...document.querySelectorAll<HTMLElement>("nav a")];
  links.find(({ textContent }) => textContent === "Write")?.click();
  while (rows() === 0) await new Promise((resolve) => requestAnimationFrame(resolve));
  const isPart = rows() < 240;
  if (then === "print") dispatchEvent(new Event("beforeprint"));
  else dispatchEvent(new KeyboardEvent("keydown", { key: "f", ctrlKey: true }));
  return { isPart, all: rows() };
}
