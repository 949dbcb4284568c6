/** Our page with a large statement and its comments, and fifty others in it: some in view, some elsewhere. */
import { cp, mkdtemp, rm } from "node:fs/promises";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { mainField } from "../../shared/item-kinds.ts";
import { startChild } from "../child.ts";
import { aLargeStatement } from "../large-statement.ts";
import { readySchema } from "../servers/tell-ready.ts";
import type { TypingPlace } from "./others-plan.ts";
import { readSeed, seed, ticketOf, type Seeded } from "./seed.ts";
import { openContext, sit, type Sitting } from "./sitting.ts";
import { Typists } from "./typists.ts";

const commentCount = 2_000;
export const otherPeople = 50;

/** @param kept a folder in which the filled statements of earlier runs lie, or undefined */
export async function sitAtOurPage(
  browser: Browser,
  size: number,
  kept: string | undefined,
): Promise<Sitting> {
  const dataDir = await mkdtemp(join(tmpdir(), "needline-bench-page-"));
  const keptHere = kept === undefined ? null : join(kept, String(size));
  if (keptHere !== null && existsSync(keptHere)) await cp(keptHere, dataDir, { recursive: true });
  const filled = readSeed(dataDir);
  let server = await startServer(dataDir);
  let seeded = filled;
  if (!seeded) {
    seeded = await seed(server.ready, dataDir, {
      size,
      comments: commentCount,
      others: otherPeople,
    });
    if (keptHere !== null) {
      await server.child.stop();
      await cp(dataDir, keptHere, { recursive: true });
      server = await startServer(dataDir);
    }
  }
  const { url } = server.ready;
  const context = await openContext(browser);
  const [name = "", value = ""] = seeded.cookie.split("=");
  await context.addCookies([{ name, value, url }]);
  const page = await context.newPage();
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
  const { child } = server;
  return sit(`Needline, ${size.toLocaleString("en-GB")} items`, page, typists, async () => {
    await child.stop();
    await rm(dataDir, { recursive: true, force: true });
  });
}

async function startServer(dataDir: string) {
  const script = join(import.meta.dirname, "../servers/needline.ts");
  const child = startChild({ script, args: [dataDir], core: 0 });
  return { child, ready: await child.next(readySchema) };
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
async function stillness(): Promise<void> {
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
