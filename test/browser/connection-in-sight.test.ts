/** Far down a page in a small window one still reads that the connection is gone, and sees what one writes. */
import { expect, test } from "vitest";
import type { Locator } from "playwright-core";
import { Paper } from "../world/paper.ts";
import { patience, type Person } from "../world/person.ts";
import { startWorld } from "../world/world.ts";

/** A window of 1280 by 1024 at 400 %. */
const zoomed = { width: 320, height: 256 };
const count = 12;

test("what is said of the connection stays in sight, and covers nothing that has the focus", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.makes("Housing repairs");
  const rows = Array.from({ length: count }, (_, at) => `requirement,Show a tenant date ${at}.`);
  await ada.brings("dates.csv", ["kind,text", ...rows].join("\n"));
  await ada.page.setViewportSize(zoomed);
  // Where things are is read at once, not while they glide.
  await ada.page.emulateMedia({ reducedMotion: "reduce" });
  const hers = new Paper(ada);
  await hers.opens();
  const last = hers.field(hers.items.nth(count - 2));
  await hers.clicksBefore(last, "date");
  // As close to the top of the window as writing goes.
  await last.evaluate((field) => scrollBy({ top: field.getBoundingClientRect().top - 4 }));
  await ada.goesOffline();

  const strip = ada.page.locator(".connection-strip");
  await strip.getByText("You are not connected.").waitFor();
  await isAtTheTop(strip);
  expect(await ada.page.evaluate(() => document.documentElement.scrollWidth)).toBe(zoomed.width);
  await expect.poll(() => coveredBy(ada, strip), patience).toBe(false);
  await hers.types("the next ");
  expect(await hers.caret()).toContain("Show a tenant the next |date");
  expect(await coveredBy(ada, strip)).toBe(false);
  await ada.axe();
  // Upwards from what is right below the strip to what is behind it: each comes into view.
  const stripHeight = (await strip.boundingBox())?.height ?? 0;
  const covered: string[] = [];
  for (let steps = 0; steps < 40; steps += 1) {
    await ada.page.evaluate((bottom) => {
      scrollBy({ top: (document.activeElement?.getBoundingClientRect().top ?? 0) - bottom - 2 });
    }, stripHeight);
    await ada.page.keyboard.press("Shift+Tab");
    if (await coveredBy(ada, strip)) covered.push(await focused(ada));
  }
  expect(covered).toEqual([]);

  // At the top the whole of it is there, and once is enough.
  await ada.page.evaluate(() => scrollTo({ top: 0 }));
  await strip.waitFor({ state: "detached" });
  await ada.sees("Go on writing: it is kept on this computer");
  await ada.page.evaluate(() => scrollTo({ top: document.body.scrollHeight }));
  await strip.waitFor();
  await ada.comesBack();
  await strip.waitFor({ state: "detached" });
  await ada.isSaved();
  const room = await ada.page.evaluate(() => document.documentElement.style.cssText);
  expect(room).toBe("");
});

async function isAtTheTop(strip: Locator): Promise<void> {
  const box = await strip.boundingBox();
  expect(box).toMatchObject({ x: 0, y: 0, width: zoomed.width });
  // Two lines; the editor keeps a caret at least 80 pixels from the edge.
  expect(box?.height).toBeLessThanOrEqual(80);
}

/** Whether the caret, or what has the focus, is behind the strip: in part, unless it is larger than the window. */
async function coveredBy(person: Person, strip: Locator): Promise<boolean> {
  const bottom = await strip.evaluate((element) => element.getBoundingClientRect().bottom);
  return person.page.evaluate(async (stripBottom) => {
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    const element = document.activeElement;
    const range = getSelection()?.rangeCount ? getSelection()?.getRangeAt(0) : undefined;
    const isText = element?.matches("[contenteditable]") ?? false;
    const caret = isText ? range?.getBoundingClientRect() : undefined;
    const rect = caret?.height ? caret : element?.getBoundingClientRect();
    if (!rect) return false;
    return rect.height < innerHeight - stripBottom
      ? rect.top < stripBottom - 1 && rect.bottom > 0
      : rect.bottom < stripBottom;
  }, bottom);
}

async function focused(person: Person): Promise<string> {
  return person.page.evaluate(() => document.activeElement?.outerHTML.slice(0, 120) ?? "");
}
