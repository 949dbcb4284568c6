/** Selecting words as a person does, with the mouse. */
import type { Page } from "playwright-core";

/** Drags over the first place in the document that says `words`. */
export async function selectWords(page: Page, words: string): Promise<void> {
  const ends = await page.evaluate((wanted) => {
    const root = document.querySelector("[data-document]") ?? document.body;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode as Text;
      const from = text.data.indexOf(wanted);
      if (from === -1) continue;
      text.parentElement?.scrollIntoView({ block: "center", behavior: "instant" });
      const range = document.createRange();
      range.setStart(text, from);
      range.setEnd(text, from + wanted.length);
      const rects = [...range.getClientRects()];
      const [first, last] = [rects.at(0), rects.at(-1)];
      if (!first || !last) return null;
      return {
        from: { x: first.left + 1, y: first.top + first.height / 2 },
        to: { x: last.right - 1, y: last.top + last.height / 2 },
      };
    }
    return null;
  }, words);
  if (!ends) throw new Error(`nothing on the page says "${words}"`);
  await page.mouse.move(ends.from.x, ends.from.y);
  await page.mouse.down();
  await page.mouse.move(ends.to.x, ends.to.y, { steps: 8 });
  await page.mouse.up();
}
