/** A third person reads who wrote what, in words, while it goes on; and what changed since they were last here. */
import { expect, test } from "vitest";
import { Paper } from "../world/paper.ts";
import { patience } from "../world/person.ts";
import { openStore } from "../../server/store/open-store.ts";
import { startWorld } from "../world/world.ts";

test("two people of two boroughs write, and a third reads who wrote what", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.takesExample();
  const ben = await ada.invites("Ben", "Hackney", "editor");
  const eve = await ada.invites("Eve", "Southwark", "reader");
  const [hers, his] = [new Paper(ada), new Paper(ben)];
  await hers.opens();
  await his.opens();
  await hers.clicksBefore(hers.field(hers.item("R-12"), "statement"), "When a visit");
  await hers.types("At weekends too: ");
  await ada.isSaved();

  await eve.opens();
  const item = eve.page.getByRole("article", { name: "Requirement R-12" });
  await item.scrollIntoViewIfNeeded();
  await item.getByRole("button", { name: /^Actions/ }).click();
  await eve.page.getByRole("menuitem", { name: "Who wrote what…" }).click();
  const story = eve.page.getByRole("dialog", { name: "Who wrote what in R-12" });
  const changes = story.getByRole("listitem");
  await expect.poll(() => changes.first().textContent(), patience).toMatch(/^Ada, Camden/);
  expect(await changes.first().locator("ins").allTextContents()).toEqual([
    expect.stringContaining("At weekends too: "),
  ]);
  await eve.axe();

  // It goes on while she reads.
  await his.clicksBefore(his.field(his.item("R-12"), "statement"), "At weekends");
  await his.types("In short: ");
  await expect.poll(() => changes.first().textContent(), patience).toMatch(/^Ben, Hackney/);
  expect(await changes.first().locator("ins").allTextContents()).toEqual([
    expect.stringContaining("In short: "),
  ]);
  expect(await story.getByText("added this requirement").count()).toBe(1);
  await eve.page.keyboard.press("Escape");
  await expect.poll(() => story.count(), patience).toBe(0);
});

test("the page of changes lists by item what others did, and leads there", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.takesExample();
  const ben = await ada.invites("Ben", "Hackney", "editor");
  const his = new Paper(ben);
  await his.opens();
  await his.clicksBefore(his.field(his.item("R-12"), "statement"), "When a visit");
  await his.types("In short: ");
  await ben.isSaved();
  await ada.opens("changes");
  await ada.page.getByLabel("By").selectOption({ label: "Hackney" });
  const changed = ada.page.locator(".item-changes").filter({ hasText: "In short:" });
  await changed.getByText("Ben, Hackney").first().waitFor();
  await ada.axe();
  await changed.getByRole("link", { name: "R-12" }).click();
  await expect.poll(() => ada.page.url(), patience).toContain("#item-");
});

test("whoever comes back after a day is told how much others changed meanwhile", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.takesExample();
  const ben = await ada.invites("Ben", "Hackney", "editor");
  await ben.opens();
  const bensId = await ben.id();
  await ben.page.getByText("See what changed").waitFor({ state: "detached" });
  await ben.goesTo("/");
  // A day goes by while the server is away: what it keeps of Ben's visit is a day older.
  await world.restart(async () => {
    const store = await openStore(world.dataDir);
    const until = new Date(Date.now() - 86_400_000).toISOString();
    await store.history.keepVisit(ben.statementId, bensId, { until, before: null });
    await store.close();
  });
  await ben.opens();
  await ben.sees(/^\d+( or more)? changes by others since you were here on/);
  await ben.axe();
  await ben.follows("See what changed");
  await ben.page.getByLabel("Since").waitFor();
  await ben.page.locator(".item-changes").first().waitFor();
  // A reload does not make it seen.
  await ben.opens();
  await ben.sees(/changes by others since you were here on/);
});
