/** A page with many rows: what one change renders, and what opening editors leaves behind. Counts, never times. */
import { expect, test } from "vitest";
import { Paper } from "../world/paper.ts";
import { patience } from "../world/person.ts";
import { startWorld } from "../world/world.ts";

const count = 120;
const rows = Array.from({ length: count }, (_, n) => `requirement,List ${n + 1} is shown.`);
const csv = ["kind,text", ...rows].join("\n");

// Five hundred editors on a busy machine.
const timeout = 240_000;

test(
  "what somebody else writes renders one row, and editors leave nothing behind",
  { timeout },
  async () => {
    await using world = await startWorld();
    const ada = await world.lead("Ada", "Camden");
    await ada.makes("Lists");
    await ada.brings("lists.csv", csv);
    const ben = await ada.invites("Ben", "Hackney", "editor");
    const paper = new Paper(ada);
    const bens = new Paper(ben);
    await paper.opens();
    await bens.opens();
    await expect.poll(() => paper.items.count(), patience).toBe(count);
    await expect.poll(() => bens.items.count(), patience).toBe(count);

    // Ben has his caret in R-4, and Ada hers in R-2, before anything is counted.
    await paper.field(paper.item("R-2")).click();
    await bens.field(bens.item("R-4")).click();
    await paper.item("R-4").getByText("Ben").waitFor({ state: "attached" });
    await ada.page.evaluate(rememberProps);
    await ada.page.evaluate(rememberFrame);
    await bens.types("Now ");
    await paper.item("R-4").getByText("Now").waitFor();
    expect(await ada.page.evaluate(renderedRows)).toEqual([
      await paper.item("R-4").getAttribute("data-item"),
    ]);
    expect(await ada.page.evaluate(renderedInFrame)).toEqual([]);

    // One's own keys render the row they are written in.
    await ada.page.evaluate(rememberProps);
    await paper.types("Today ");
    await ada.isSaved();
    expect(await ada.page.evaluate(renderedRows)).toEqual([
      await paper.item("R-2").getAttribute("data-item"),
    ]);
    // Around the document, the words that say whether it is saved, and nothing else.
    expect(await ada.page.evaluate(renderedInFrame)).toEqual(["saved"]);

    // What React goes through at each of them: the rows of one group and the other groups, not all rows.
    expect(await ada.page.evaluate(mostSiblings)).toBeLessThan(count);

    // What somebody else moves renders the group it stands in, made anew by nobody.
    await ada.page.evaluate(rememberGroups);
    await bens.presses("Escape", "Alt+Shift+ArrowDown");
    await paper.items.nth(4).getByText("Now").waitFor();
    expect(await ada.page.evaluate(renderedGroups)).toEqual([true]);

    const client = await ada.page.context().newCDPSession(ada.page);
    const inMemory = async (): Promise<{ nodes: number; jsEventListeners: number }> => {
      await client.send("HeapProfiler.collectGarbage");
      return client.send("Memory.getDOMCounters");
    };
    await ada.page.evaluate(openEditors, 40);
    const before = await inMemory();
    await ada.page.evaluate(openEditors, 500);
    expect(await ada.page.locator(".ProseMirror").count()).toBe(1);
    // What is not collected yet may come and go; 500 editors would be thousands of either.
    await expect
      .poll(async () => (await inMemory()).nodes - before.nodes, patience)
      .toBeLessThan(100);
    expect((await inMemory()).jsEventListeners - before.jsEventListeners).toBeLessThan(20);
  },
);

/** React writes an element's properties anew when the component that has it is rendered. */
function rememberProps(): void {
  const seen = new Map<Element, unknown>();
  for (const element of document.querySelectorAll("[data-document] [data-item] *"))
    for (const [name, value] of Object.entries(element))
      if (name.startsWith("__reactProps")) seen.set(element, value);
  if (seen.size === 0) throw new Error("React keeps its properties somewhere else by now.");
  Object.assign(globalThis, { seen });
}

/** Ids of the items in which any component was rendered since. */
function renderedRows(): (string | undefined)[] {
  const { seen } = globalThis as unknown as { seen: Map<Element, unknown> };
  const rendered = new Set<string | undefined>();
  for (const element of document.querySelectorAll("[data-document] [data-item] *"))
    for (const [name, value] of Object.entries(element))
      if (name.startsWith("__reactProps") && seen.get(element) !== value)
        rendered.add(element.closest<HTMLElement>("[data-document] [data-item]")?.dataset["item"]);
  return [...rendered];
}

/** What stands around every page of the statement: header, navigation, who is here. */
function rememberFrame(): void {
  const frame = new Map<Element, unknown>();
  for (const element of document.querySelectorAll(".statement-top *, .statement-banners *"))
    for (const [name, value] of Object.entries(element))
      if (name.startsWith("__reactProps")) frame.set(element, value);
  if (frame.size < 10) throw new Error("The frame of the page is somewhere else by now.");
  Object.assign(globalThis, { frame });
}

/** First classes of the elements in it that were rendered since. */
function renderedInFrame(): string[] {
  const { frame } = globalThis as unknown as { frame: Map<Element, unknown> };
  const rendered = new Set<string>();
  for (const [element, before] of frame)
    for (const [name, value] of Object.entries(element))
      if (name.startsWith("__reactProps") && value !== before)
        rendered.add(element.classList[0] ?? element.tagName.toLowerCase());
  return [...rendered];
}

function mostSiblings(): number {
  const parents = [...document.querySelectorAll("[data-document], [data-document] *")];
  return Math.max(...parents.map(({ childElementCount }) => childElementCount));
}

function rememberGroups(): void {
  const groups = new Map<Element, unknown>();
  for (const element of document.querySelectorAll("[data-document] .row-group"))
    for (const [name, value] of Object.entries(element))
      if (name.startsWith("__reactProps")) groups.set(element, value);
  if (groups.size < 2) throw new Error("The rows are in no groups.");
  Object.assign(globalThis, { groups });
}

/** For each group that was rendered since: whether it is one that was there. */
function renderedGroups(): boolean[] {
  const { groups } = globalThis as unknown as { groups: Map<Element, unknown> };
  const rendered: boolean[] = [];
  for (const element of document.querySelectorAll("[data-document] .row-group"))
    for (const [name, value] of Object.entries(element))
      if (name.startsWith("__reactProps") && groups.get(element) !== value)
        rendered.push(groups.has(element));
  return rendered;
}

/** From field to field and back, among the first twenty. */
async function openEditors(times: number): Promise<void> {
  const fields = [...document.querySelectorAll<HTMLElement>("[data-document] [data-field]")];
  for (let number = 0; number < times; number += 1) {
    const field = fields[number % 20];
    field?.focus();
    if (field?.isContentEditable !== true) throw new Error("No editor was opened.");
    // Now and then a frame, as between keys; more would wait for hundreds of them.
    if (number % 20 === 0)
      await new Promise((resolve) => {
        requestAnimationFrame(resolve);
      });
  }
}
