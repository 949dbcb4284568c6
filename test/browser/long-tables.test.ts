/** Long tables: what one change renders, and that all rows are there for whoever reads, searches, prints or goes by keys. Counts, never times. */
import { expect, test } from "vitest";
import { z } from "zod";
import { itemAnswer } from "../../server/routes/item-answer.ts";
import { Board } from "../world/board.ts";
import { patience, type Person } from "../world/person.ts";
import { Positions } from "../world/positions.ts";
import { Renders } from "../world/renders.ts";
import { startWorld, type World } from "../world/world.ts";

/** More than from which on a table is laid out group by group. */
const needs = 560;
const requirements = 40;

const csv = [
  "kind,text,priority",
  ...Array.from(
    { length: needs },
    (_, at) =>
      `need,"As a tenant, I need to do thing ${at} by telephone so that my home is safe.",must`,
  ),
  ...Array.from(
    { length: requirements },
    (_, at) => `requirement,The supplier does thing ${needs + at} within two days.,must`,
  ),
].join("\n");

async function adaAndBen(world: World): Promise<{ readonly ada: Person; readonly ben: Person }> {
  const ada = await world.lead("Ada", "Camden");
  await ada.makes("Repairs");
  await ada.brings("large.csv", csv);
  return { ada, ben: await ada.invites("Ben", "Hackney", "editor", true) };
}

async function hasRows({ page }: Person, table: string, count: number): Promise<void> {
  await expect.poll(() => page.locator(`${table} > tbody > tr`).count(), patience).toBe(count);
}

test("what somebody else decides renders one group of the needs and one row in it", async () => {
  await using world = await startWorld();
  const { ada, ben } = await adaAndBen(world);
  await ada.opens("needs");
  await hasRows(ada, ".cover-table", needs + requirements);
  const answer = await ada.asks("GET", `/api/statements/${ada.statementId}/items`);
  const { items } = z.object({ items: z.array(itemAnswer) }).parse(answer);
  const need = items[300];
  const groups = await Renders.watch(ada.page, ".cover-table > tbody");
  const rows = await Renders.watch(ada.page, ".cover-table > tbody > tr");
  await ben.asks("POST", `/api/statements/${ben.statementId}/commands/leave-out-need`, {
    needId: need?.id,
    why: "Another team does it.",
  });
  await ada.page.getByText("Another team does it.").waitFor({ state: "attached" });
  expect(await groups.since((some) => some.map(({ wasThere }) => wasThere))).toEqual([true]);
  expect(await groups.since((some) => [some.length])).toEqual([1]);
  expect(await rows.since(idsOf)).toEqual([need?.id]);

  // Somebody who narrows the list and comes back has all rows again, and the window's before the others.
  await ada.page
    .getByLabel("State", { exact: true })
    .selectOption({ label: "Left out on purpose" });
  await hasRows(ada, ".cover-table", 1 + requirements);
  await ada.page.getByLabel("State", { exact: true }).selectOption({ label: "Every state" });
  await ada.page.locator(".cover-table").getByText("thing 0 by").waitFor();
  await hasRows(ada, ".cover-table", needs + requirements);
});

test("a position of another borough renders one group of the board, in which heads and keys hold", async () => {
  await using world = await startWorld();
  const { ada, ben } = await adaAndBen(world);
  const [hers, his] = [new Board(ada), new Board(ben)];
  await hers.opens();
  await his.opens();
  await hasRows(ada, ".board-table", needs + requirements);
  const groups = await Renders.watch(ada.page, ".board-table > tbody");
  const rows = await Renders.watch(ada.page, ".board-table > tbody > tr");
  const dialog = new Positions(ben);
  await his.cell("N-20", "Hackney").click();
  await dialog.presses("Same for us");
  await hers.says("N-20", "Hackney", "Agrees");
  expect(await groups.since((some) => [some.length])).toEqual([1]);
  expect(await rows.since((some) => [some.length])).toEqual([1]);

  // To the last row and back by keys, however far it is; the heads stay in sight.
  await ada.page.locator(".board-table [data-cell]").first().focus();
  await ada.page.keyboard.press("Control+End");
  expect(await hers.focus()).toBe(`R-${requirements}`);
  await ada.page.keyboard.press("ArrowRight");
  await ada.page.keyboard.press("ArrowUp");
  expect(await hers.focus()).toBe(`R-${requirements - 1}, Camden: Not looked yet`);
  expect(await ada.page.evaluate(inSight, "R-39")).toEqual({ head: true, first: true, cell: true });
  await ada.page.setViewportSize({ width: 900, height: 700 });
  await ada.page.keyboard.press("End");
  expect(await ada.page.evaluate(inSight, "R-39")).toEqual({ head: true, first: true, cell: true });
  await ada.axe();
});

test("all rows are a table's for screen readers, and there for search and paper before they have come", async () => {
  await using world = await startWorld();
  const { ada } = await adaAndBen(world);
  await ada.opens("people");
  expect(await ada.page.evaluate(goToNeeds, "print")).toEqual({ first: true, all: needs });
  await ada.page.getByRole("link", { name: "People", exact: true }).click();
  await ada.page.getByRole("heading", { name: "People", level: 1 }).waitFor();
  expect(await ada.page.evaluate(goToNeeds, "find")).toEqual({ first: true, all: needs });
  expect(await ada.page.evaluate('find("thing 555 by")')).toBe(true);

  const client = await ada.page.context().newCDPSession(ada.page);
  const { nodes } = await client.send("Accessibility.getFullAXTree");
  const known = nodes.filter(({ ignored }) => !ignored);
  const withRole = (role: string) => known.filter((node) => node.role?.value === role);
  expect(
    withRole("table")
      .map(({ childIds }) => childIds?.length ?? 0)
      .every((groups) => groups > 1),
  ).toBe(true);
  expect(withRole("row").length).toBe(needs + requirements + 2);
  expect(withRole("rowheader").length).toBe(needs + requirements);
  expect(withRole("columnheader").length).toBe(10);
  expect(known.some(({ name }) => String(name?.value).includes("do thing 300 by telephone"))).toBe(
    true,
  );
  await ada.axe();

  await ada.page.emulateMedia({ media: "print" });
  expect(await ada.page.evaluate(heightlessRows)).toBe(0);
  expect(
    await ada.page
      .locator(".cover-table")
      .first()
      .evaluate((table) => getComputedStyle(table).display),
  ).toBe("table");
});

/** Ids of the rows. */
function idsOf(rendered: readonly { readonly element: Element }[]): (string | null)[] {
  return rendered.map(({ element }) => element.getAttribute("data-row"));
}

/** Whether the row of boroughs, the item's own cell and what has the focus are within the board's window. */
function inSight(reference: string) {
  const place = document.querySelector(".board-scroll")?.getBoundingClientRect();
  const isIn = (element: Element | null | undefined): boolean => {
    const box = element?.getBoundingClientRect();
    if (!box || !place) return false;
    const { left, top, right, bottom } = box;
    return (
      top >= place.top &&
      left >= place.left &&
      bottom <= place.bottom + 1 &&
      right <= place.right + 1
    );
  };
  const links = [...document.querySelectorAll(".board-table tbody th a")];
  return {
    head: isIn(document.querySelector(".board-table thead th")),
    first: isIn(links.find(({ textContent }) => textContent === reference)),
    cell: isIn(document.activeElement),
  };
}

/** Goes to the needs, and as soon as the first rows are there prints or searches. */
async function goToNeeds(then: string) {
  const count = (): number => document.querySelectorAll(".cover-table tbody tr").length;
  const links = [...document.querySelectorAll<HTMLElement>("nav a")];
  links.find(({ textContent }) => textContent === "Needs covered")?.click();
  while (count() === 0) await new Promise((resolve) => requestAnimationFrame(resolve));
  const first = count() < 560;
  if (then === "print") dispatchEvent(new Event("beforeprint"));
  else dispatchEvent(new KeyboardEvent("keydown", { key: "f", ctrlKey: true }));
  const [table] = document.querySelectorAll(".cover-table");
  return { first, all: table?.querySelectorAll("tbody tr").length };
}

function heightlessRows(): number {
  const rows = [...document.querySelectorAll(".cover-table tr")];
  return rows.filter((row) => row.getBoundingClientRect().height < 10).length;
}
