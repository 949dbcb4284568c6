/** A page with many rows: what one change renders, and what opening editors leaves behind. Counts, never times. */
import { expect, test } from "vitest";
import { Paper } from "../world/paper.ts";
import { patience } from "../world/person.ts";
import { Renders } from "../world/renders.ts";
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
    const rows = await Renders.watch(ada.page, "[data-document] [data-item] *");
    const frame = await Renders.watch(ada.page, ".statement-top *, .statement-banners *");
    await bens.types("Now ");
    await paper.item("R-4").getByText("Now").waitFor();
    expect(await rows.since(itemsOf)).toEqual([await paper.item("R-4").getAttribute("data-item")]);
    expect(await frame.since(classesOf)).toEqual([]);

    // One's own keys render no row at all: the editor shows its own words.
    const ownRows = await Renders.watch(ada.page, "[data-document] [data-item] *");
    await paper.types("Today ");
    await ada.isSaved();
    expect(await ownRows.since(itemsOf)).toEqual([]);
    // Around the document, the words that say whether it is saved, and nothing else.
    expect(await frame.since(classesOf)).toEqual(["saved"]);

    // Before each frame the browser asks every layer whether the mouse is over it: where nobody writes, there are none.
    expect(await ada.page.evaluate(layersOfRows)).toEqual([]);
    // What stands beside the words is not cut off with the group it is in.
    const reference = paper.items.last().getByText(`R-${count}`, { exact: true });
    await reference.scrollIntoViewIfNeeded();
    expect(await reference.evaluate(isOnTop)).toBe(true);
    // Where somebody writes, here or elsewhere, one row is measured and painted again, and not its group.
    await paper.field(paper.item(`R-${count}`)).click();
    await expect
      .poll(() => ada.page.evaluate(groupsInLayers), patience)
      .toEqual([
        ["Ben", "every row"],
        ["Ada", "every row"],
      ]);
    await paper.field(paper.item("R-2")).click();

    // Where a page scrolls to, it is at once: scrolled smoothly, every key near an edge would be a dozen frames.
    expect(await ada.page.evaluate(scrolledAtOnce)).toBe(300);

    // What React goes through at each of them: the rows of one group and the other groups, not all rows.
    expect(await ada.page.evaluate(mostSiblings)).toBeLessThan(count);

    // What somebody else moves renders the group it stands in, made anew by nobody.
    const groups = await Renders.watch(ada.page, "[data-document] .row-group");
    await bens.presses("Escape", "Alt+Shift+ArrowDown");
    await paper.items.nth(4).getByText("Now").waitFor();
    expect(
      await groups.since((some) => [some.length, ...some.map(({ wasThere }) => wasThere)]),
    ).toEqual([1, true]);

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

/** Ids of the items in which any component was rendered. */
function itemsOf(rendered: readonly { readonly element: Element }[]): (string | undefined)[] {
  return rendered.map(
    ({ element }) => element.closest<HTMLElement>("[data-document] [data-item]")?.dataset["item"],
  );
}

/** First classes of the elements. */
function classesOf(rendered: readonly { readonly element: Element }[]): string[] {
  return rendered.map(({ element }) => element.classList[0] ?? element.tagName.toLowerCase());
}

/** How far the page is scrolled right after it was told to scroll by 300 pixels, as an editor tells it. */
function scrolledAtOnce(): number {
  const before = scrollY;
  scrollBy(0, 300);
  const moved = scrollY - before;
  scrollBy(0, -moved);
  return moved;
}

function mostSiblings(): number {
  const parents = [...document.querySelectorAll("[data-document], [data-document] *")];
  return Math.max(...parents.map(({ childElementCount }) => childElementCount));
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

/** Elements of rows for which a browser makes a layer, but for the groups in which somebody writes. */
function layersOfRows(): string[] {
  const rows = document.querySelectorAll("[data-document] .row-group:not(:focus-within) > *");
  const all = [...rows].flatMap((row) => [row, ...row.querySelectorAll("*")]);
  const found = all.filter((element) => {
    const { position, opacity, overflow, clipPath, transform, isolation } =
      getComputedStyle(element);
    const plain = ["static", "1", "visible", "none", "none", "auto"];
    return [position, opacity, overflow, clipPath, transform, isolation].some(
      (value, at) => value !== plain[at],
    );
  });
  return [...new Set(found.map(({ className }) => className))];
}

/** For each group of rows, who is in it and which of its rows have a layer of their own. */
function groupsInLayers(): [string, string][] {
  return [...document.querySelectorAll("[data-document] .row-group")].map((group) => {
    const others = group.querySelector(".people-here") && "Ben";
    const rows = [...group.querySelectorAll(":scope > [data-item]")];
    const count = rows.filter((row) => getComputedStyle(row).isolation === "isolate").length;
    return [
      group.matches(":focus-within") ? "Ada" : (others ?? "nobody"),
      count === rows.length ? "every row" : count === 0 ? "none" : "some rows",
    ];
  });
}

/** Whether that is what one sees at its middle. */
function isOnTop(element: Element): boolean {
  const { left, top, width, height } = element.getBoundingClientRect();
  return document.elementFromPoint(left + width / 2, top + height / 2) === element;
}
