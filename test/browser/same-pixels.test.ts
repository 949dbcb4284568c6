/** Opening a field to write in it moves nothing: every line stands where it stood. */
import { expect, it } from "vitest";
import type { Page } from "playwright-core";
import { Paper } from "../world/paper.ts";
import { startWorld } from "../world/world.ts";

it("leaves every line of every field where it was when the editor opens and when it closes", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.takesExample();
  await new Paper(ada).opens();
  const { fields, moved } = await opensEveryField(ada.page);
  expect(fields).toBeGreaterThan(100);
  expect(moved).toEqual([]);
  // Camden's own among the three of the example.
  const differing = ada.page.locator(".more-field-differs [data-field]");
  expect(await differing.count()).toBe(3);
  expect(await ada.page.locator("[data-others]").count()).toBe(2);
});

it("leaves empty fields where they were, too", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.makes("Parking");
  await new Paper(ada).opens();
  await ada.presses("Add a need");
  await ada.presses("Add a requirement");
  await ada.presses("Add text");
  await ada.page.keyboard.press("Escape");
  const { fields, moved } = await opensEveryField(ada.page);
  expect(fields).toBe(5);
  expect(moved).toEqual([]);
});

/** Opens and closes one field after the other, and compares the whole of its item each time. */
async function opensEveryField(
  page: Page,
): Promise<{ readonly fields: number; readonly moved: readonly unknown[] }> {
  return page.evaluate(() => {
    /** Where on the page each line of text and each element stands, in hundredths of a pixel. */
    const linesOf = (root: Element): string => {
      const lines: string[] = [];
      const range = document.createRange();
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_ALL);
      for (let node: Node | null = root; node; node = walker.nextNode()) {
        range.selectNodeContents(node);
        const rects = node instanceof Element ? node.getClientRects() : range.getClientRects();
        for (const { left, top, width, height } of rects) {
          const numbers = [left + scrollX, top + scrollY, width, height];
          lines.push(`${node.nodeName} ${numbers.map((one) => one.toFixed(2)).join(" ")}`);
        }
      }
      return lines.join("\n");
    };
    const attributesOf = ({ attributes }: Element): string =>
      [...attributes]
        .map(({ name, value }) => `${name}=${value}`)
        .toSorted()
        .join(" ");

    // What differs for another borough is not for this one to open.
    const fields = [
      ...document.querySelectorAll<HTMLElement>("[data-document] [data-field]:not([data-others])"),
    ];
    const moved: unknown[] = [];
    for (const field of fields) {
      const item = field.closest("[data-item]") ?? field;
      const [drawn, attributes] = [linesOf(item), attributesOf(field)];
      field.focus({ preventScroll: true });
      const isOpen = field.isContentEditable;
      const live = linesOf(item);
      const key = { key: "Escape", bubbles: true, cancelable: true };
      field.dispatchEvent(new KeyboardEvent("keydown", key));
      const closed = linesOf(item);
      const isSame = isOpen && !field.isContentEditable && live === drawn && closed === drawn;
      if (!isSame || attributesOf(field) !== attributes)
        moved.push({ isOpen, drawn, live, closed, attributes, after: attributesOf(field) });
    }
    return { fields: fields.length, moved };
  });
}
