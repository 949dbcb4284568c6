/** The board of a very large statement: there at once, and all of it can be found. */
import { expect, test } from "vitest";
import { z } from "zod";
import { fingerprint, seenOf } from "../../shared/seen.ts";
import { itemAnswer } from "../../server/routes/item-answer.ts";
import { Board } from "../world/board.ts";
import { patience, type Person } from "../world/person.ts";
import { Renders } from "../world/renders.ts";
import { startWorld } from "../world/world.ts";

const pairs = 1_000;
/** As many as one person may take in a minute. */
const positionsEach = 250;

function largeFile(): string {
  const rows = Array.from({ length: pairs }, (_, at) => [
    `need,Part ${at % 40},"As a tenant, I need to do thing ${at} by telephone or on the web so that my home is safe and dry before winter.",must`,
    `requirement,Part ${at % 40},"The supplier does thing ${at} within two working days of the day on which it was reported, and tells the resident when it is done.",must`,
  ]);
  return ["kind,section,text,priority", ...rows.flat()].join("\n");
}

async function agreesToMany(person: Person, items: readonly z.infer<typeof itemAnswer>[]) {
  const boroughId = person.borough.toLowerCase();
  for (const item of items) {
    const fields = Object.fromEntries(
      Object.entries(item.fields).map(([name, { content }]) => [name, content]),
    );
    const shown = { ...item, order: "", fields, notes: item.notes.content, variations: [] };
    await person.asks("POST", `/api/statements/${person.statementId}/commands/take-position`, {
      itemId: item.id,
      stance: "agree",
      seen: fingerprint(seenOf(shown, boroughId)),
    });
  }
}

/** Goes from another page to the board. @returns how long until it shows, and the long tasks until all of it is there */
async function measureOpening({ page }: Person) {
  await page.getByRole("link", { name: "People", exact: true }).click();
  await page.getByRole("heading", { name: "People", level: 1 }).waitFor();
  return page.evaluate(async (count) => {
    const long: number[] = [];
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) long.push(Math.round(duration));
    });
    observer.observe({ entryTypes: ["longtask"] });
    const links = [...document.querySelectorAll<HTMLElement>("nav a")];
    const rows = (): number => document.querySelectorAll(".board-table tbody tr").length;
    const begun = performance.now();
    links.find(({ textContent }) => textContent === "Agreement")?.click();
    while (rows() === 0) await new Promise((resolve) => setTimeout(resolve));
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const shownMs = Math.round(performance.now() - begun);
    while (rows() < count) await new Promise((resolve) => setTimeout(resolve, 10));
    const allMs = Math.round(performance.now() - begun);
    observer.disconnect();
    return { shownMs, allMs, long };
  }, pairs * 2);
}

test("the board of 2,000 items shows at once and holds all of them", async () => {
  await using world = await startWorld();
  const priya = await world.lead("Priya", "Camden");
  await priya.makes("Repairs");
  await priya.brings("large.csv", largeFile());
  const people = [
    priya,
    await priya.invites("Tom", "Hackney", "reviewer", true),
    await priya.invites("Grace", "Southwark", "editor", true),
    await priya.invites("Lee", "Lewisham", "editor", true),
  ];
  const answer = await priya.asks("GET", `/api/statements/${priya.statementId}/items`);
  const { items } = z.object({ items: z.array(itemAnswer) }).parse(answer);
  const weighed = items.filter(({ kind }) => kind === "need" || kind === "requirement");
  await Promise.all(people.map((each) => agreesToMany(each, weighed.slice(0, positionsEach))));

  const board = new Board(priya);
  await priya.opens();
  await priya.page.locator("[data-item]").nth(1_999).waitFor({ state: "attached" });
  const openings = [await measureOpening(priya)];
  await board.reads(`${positionsEach} of 2000 agreed by all four · 1750 not yet · No objections`);
  for (let time = 0; time < 3; time += 1) openings.push(await measureOpening(priya));
  console.log(openings.map((opening) => JSON.stringify(opening)).join("\n"));

  const isFound = (words: string): Promise<boolean> =>
    priya.page.evaluate((wanted) => {
      const found = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (found.nextNode()) if (found.currentNode.textContent?.includes(wanted)) return true;
      return false;
    }, words);
  expect(await isFound("thing 999 within two working days")).toBe(true);

  // A filter has other rows out of sight at once, and takes them out of the page bit by bit.
  const rows = priya.page.locator(".board-table tbody tr");
  expect(await priya.page.evaluate(choosesNeeds)).toEqual({ kinds: ["N"], areStillThere: true });
  await expect.poll(() => rows.count(), patience).toBe(pairs);
  expect(await priya.page.locator("tbody[data-leaving]").count()).toBe(0);
  await board.chooses("Kind", "Needs and requirements");
  await expect.poll(() => rows.count(), patience).toBe(2 * pairs);

  // One position changes one row, and is there at once.
  const last = weighed.at(-1);
  await board.cell(last?.reference ?? "", "Hackney").waitFor();
  await agreesToMany(people[1] ?? priya, last ? [last] : []);
  await board.says(last?.reference ?? "", "Hackney", "Agrees");
});

/** What is in sight as soon as the filter is, and whether the rows that are not are in the page all the same. */
async function choosesNeeds() {
  const select = document.querySelector<HTMLSelectElement>("#board-kind");
  const shown = document.querySelector(".board-shown output");
  if (!select || !shown) throw new Error("There is no board.");
  const before = shown.textContent;
  const rows = [...document.querySelectorAll<HTMLElement>(".board-table tbody tr")];
  Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, "value")?.set?.call(select, "need");
  select.dispatchEvent(new Event("change", { bubbles: true }));
  while (shown.textContent === before) await new Promise((resolve) => setTimeout(resolve));
  const inSight = [...document.querySelectorAll(".board-table tbody tr")].filter((row) =>
    row.checkVisibility({ contentVisibilityAuto: true }),
  );
  return {
    kinds: [...new Set(inSight.map((row) => row.querySelector("a")?.textContent?.[0]))],
    areStillThere: rows.filter(({ isConnected }) => isConnected).length > rows.length / 2,
  };
}

test("in a narrow window a filter of a table that is not long has other rows out of sight at once as well", async () => {
  await using world = await startWorld();
  const priya = await world.lead("Priya", "Camden");
  await priya.makes("Repairs");
  await priya.brings("two-hundred.csv", largeFile().split("\n").slice(0, 201).join("\n"));
  await priya.page.setViewportSize({ width: 400, height: 800 });
  await new Board(priya).opens();
  const rows = priya.page.locator(".board-table tbody tr");
  await expect.poll(() => rows.count(), patience).toBe(200);
  expect((await priya.page.evaluate(choosesNeeds)).kinds).toEqual(["N"]);
  await expect.poll(() => rows.count(), patience).toBe(100);
});

test("a filter of Needs covered draws nothing again that stays", async () => {
  await using world = await startWorld();
  const priya = await world.lead("Priya", "Camden");
  await priya.makes("Repairs");
  await priya.brings("large.csv", largeFile());
  await priya.opens("needs");
  const rows = priya.page.locator(".cover-table tbody tr");
  await expect.poll(() => rows.count(), patience).toBe(2 * pairs);
  const drawn = await Renders.watch(priya.page, ".cover-table tbody a");
  await priya.page.getByLabel("Priority").selectOption("must");
  await expect.poll(() => new URL(priya.page.url()).search, patience).toContain("must");
  await priya.page.getByRole("link", { name: "Show everything" }).waitFor();
  expect(await drawn.since((all) => all.map(({ wasThere }) => wasThere))).not.toContain(true);
});
