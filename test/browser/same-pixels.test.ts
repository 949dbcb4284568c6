/** Opening a field to write in it moves nothing: every line stands where it stood. */
import type { Locator } from "playwright-core";
import { expect, it } from "vitest";
import { Paper } from "../world/paper.ts";
import { startWorld } from "../world/world.ts";

it("leaves every line of every field where it was when the editor opens and when it closes", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.takesExample();
  const paper = new Paper(ada);
  await paper.opens();
  const fields = await ada.page.locator("[data-document] [data-field]").all();
  expect(fields.length).toBeGreaterThan(100);

  for (const field of fields) {
    const drawn = await linesOf(field);
    await field.evaluate((element) => element.focus({ preventScroll: true }));
    expect(await field.getAttribute("contenteditable")).toBe("true");
    expect(await linesOf(field), await field.getAttribute("aria-label").then(String)).toEqual(
      drawn,
    );
    await ada.page.keyboard.press("Escape");
    expect(await field.getAttribute("contenteditable")).toBeNull();
    expect(await linesOf(field)).toEqual(drawn);
  }
});

it("leaves empty fields and the rest of the document where they were", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.makes("Parking");
  const paper = new Paper(ada);
  await paper.opens();
  await ada.presses("Add a need");
  await ada.presses("Add a requirement");
  const everything = ada.page.locator("[data-document]");
  await ada.page.keyboard.press("Escape");
  const drawn = await linesOf(everything);
  for (const field of await ada.page.locator("[data-document] [data-field]").all()) {
    await field.evaluate((element) => element.focus({ preventScroll: true }));
    expect(await linesOf(everything)).toEqual(drawn);
    await ada.page.keyboard.press("Escape");
  }
});

/** Where on the page each line of text and each element stands, in hundredths of a pixel. */
async function linesOf(element: Locator): Promise<string[]> {
  return element.evaluate((root) => {
    const lines: string[] = [];
    const range = document.createRange();
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ALL);
    for (let node: Node | null = root; node; node = walker.nextNode()) {
      range.selectNodeContents(node);
      const rects = node instanceof Element ? node.getClientRects() : range.getClientRects();
      for (const { left, top, width, height } of rects) {
        const numbers = [left + scrollX, top + scrollY, width, height].map((one) => one.toFixed(2));
        lines.push(`${node.nodeName} ${numbers.join(" ")}`);
      }
    }
    return lines;
  });
}
