/** Our page with a large statement and its comments, and fifty others in it: some in view, some elsewhere. */
import type { Browser, Page } from "playwright-core";
import { mainField } from "../../shared/item-kinds.ts";
import { aLargeStatement } from "../large-statement.ts";
import type { TypingPlace } from "./others-plan.ts";
import { startFilledServer } from "./filled-server.ts";
import { ticketOf, type Seeded } from "./seed.ts";
import { openContext, signedIn, sit, type Sitting } from "./sitting.ts";
import { Typists } from "./typists.ts";

const commentCount = 2_000;
export const otherPeople = 50;

/** @param kept a folder in which the filled statements of earlier runs lie, or undefined */
export async function sitAtOurPage(
  browser: Browser,
  size: number,
  kept: string | undefined,
): Promise<Sitting> {
  const wanted = { size, comments: commentCount, others: otherPeople };
  const { url, seeded, close } = await startFilledServer(wanted, kept);
  const context = await openContext(browser);
  const page = await signedIn(context, url, seeded.cookie);
  const place = await openField(page, url, seeded);
  const places = await placesFor(page, size, place);
  const { statementId } = seeded;
  const typists = await Typists.open({
    dialect: "needline",
    people: seeded.others.flatMap((cookie, number) => {
      const there = places[number];
      return there ? [{ ticket: ticketOf(url, statementId, cookie), place: there }] : [];
    }),
    seed: size,
  });
  return sit(`Needline, ${size.toLocaleString("en-GB")} items`, page, typists, close);
}

/** Opens the statement in its middle and puts the caret into a requirement there. */
async function openField(
  page: Page,
  url: string,
  { size, statementId }: Seeded,
): Promise<{ itemId: string; field: string }> {
  const { items } = aLargeStatement(size);
  const middle = items.slice(Math.floor(size / 2)).find(({ kind }) => kind === "requirement");
  const itemId = middle?.id ?? "";
  await page.goto(`${url}/statements/${statementId}#item-${itemId}`);
  await page.locator(`#item-${itemId}:focus`).waitFor();
  await page.locator(`#item-${itemId} [data-field="statement"]`).click();
  await page.locator('[data-field][contenteditable="true"]').waitFor();
  await page.evaluate(stillness);
  return { itemId, field: "statement" };
}

/** A field for each of the others: half of them in view as far as there are fields, nobody in the same. */
async function placesFor(
  page: Page,
  size: number,
  own: { readonly itemId: string; readonly field: string },
): Promise<TypingPlace[]> {
  const inView = await page.evaluate(fieldsInView);
  const near = inView
    .filter(({ itemId, field }) => itemId !== own.itemId || field !== own.field)
    .slice(0, otherPeople / 2);
  const away = otherPeople - near.length;
  const { items } = aLargeStatement(size);
  const seen = new Set([own.itemId, ...inView.map(({ itemId }) => itemId)]);
  const far = Array.from({ length: away }, (_, number) => {
    let at = Math.floor(((number + 0.5) * size) / away);
    while (seen.has(items[at]?.id ?? "")) at = (at + 1) % size;
    const item = items[at];
    seen.add(item?.id ?? "");
    return { itemId: item?.id ?? "", field: mainField(item?.kind ?? "section") };
  });
  return [...near, ...far];
}

/** Asks the rows first: asking a field off the screen would make the browser lay it out. */
function fieldsInView(): { itemId: string; field: string }[] {
  const isInView = (element: Element): boolean => {
    const { top, bottom } = element.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  };
  return [...document.querySelectorAll("[data-document] [data-item]")]
    .filter(isInView)
    .flatMap((row) => [...row.querySelectorAll<HTMLElement>("[data-field]")])
    .filter((field) => isInView(field) && field.textContent !== "")
    .map(({ dataset: { itemId = "", field = "" } }) => ({ itemId, field }));
}

/** Until the page has been idle twenty times with nothing new in it: a long page comes in parts. */
export async function stillness(): Promise<void> {
  let still = 0;
  let nodes = 0;
  while (still < 20) {
    await new Promise((resolve) => {
      requestIdleCallback(() => setTimeout(resolve, 20));
    });
    const now = document.querySelectorAll("*").length;
    still = now === nodes ? still + 1 : 0;
    nodes = now;
  }
}
