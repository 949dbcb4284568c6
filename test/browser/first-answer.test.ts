/**
 * From an invitation link to a borough's first position: what a service lead without training has to
 * decide, counted, and how long it takes.
 */
import { expect, test } from "vitest";
import { patience, type Person } from "../world/person.ts";
import { startWorld } from "../world/world.ts";

/** Everything that the person has to make up their mind about, in order. */
class Decisions {
  readonly made: string[] = [];

  async decides(what: string, how: () => Promise<void>): Promise<void> {
    this.made.push(what);
    await how();
  }
}

test("a service lead says the first thing for their borough within four decisions and two minutes", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.takesExample();
  await ada.invites("Rem", "Southwark", "editor");
  const link = await ada.makesLink("lambeth", "reviewer", "Grace Mensah", true);

  const grace = await world.stranger("Grace Mensah", "Lambeth");
  const { page } = grace;
  const decisions = new Decisions();
  const startedAt = performance.now();
  await decisions.decides("opens the link", () => grace.goesTo(link));
  await grace.sees("asked whether it is the same for Lambeth");
  await grace.axe();
  // Her name is there: the link is for her.
  expect(await page.getByLabel("Your name").inputValue()).toBe("Grace Mensah");
  await decisions.decides("joins", () => grace.presses("Join"));
  await page.getByRole("heading", { name: "To look at" }).waitFor({ state: "attached" });
  const first = page.getByRole("region", { name: /^N-1/ });
  await first.waitFor();
  await grace.sees(/^1 of \d+ for Lambeth$/);
  await decisions.decides("says that it is the same for Lambeth", () =>
    grace.presses("Same for us"),
  );
  await grace.sees("Lambeth agrees: N-1.");
  const tookMs = performance.now() - startedAt;
  process.stdout.write(
    `from the link to the first position: ${decisions.made.length} decisions (${decisions.made.join("; ")}), ${(tookMs / 1_000).toFixed(1)} s\n`,
  );
  expect(decisions.made.length).toBeLessThanOrEqual(4);
  expect(tookMs).toBeLessThan(120_000);

  // The next one is there at once, with the focus on it.
  await grace.sees(/^2 of \d+ for Lambeth$/);
  await expect.poll(() => focused(grace), patience).toMatch(/^N-2/);
  await grace.axe();
  // It is kept: on Ada's page it stands under the need.
  await ada.opens();
  const need = ada.page.getByRole("article", { name: "Need N-1", exact: true });
  await need.getByRole("button", { name: /agree/ }).click();
  await ada.page.getByRole("dialog").getByText("Grace Mensah").first().waitFor();
});

test("everything is worked through by keyboard, with words where words are asked for", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.makes("Bins");
  const rows = ["kind,reference,section,text,priority,meets,borough,notes"];
  rows.push(
    `need,N1,Rounds,"As a tenant, I need to know when bins are emptied, so that I can put mine out",must,,camden,`,
  );
  for (const text of [
    "Bins are emptied twice a week.",
    "Bins are washed once a month.",
    "Bins are green.",
  ])
    rows.push(`requirement,R${rows.length},Rounds,${text},must,N1 partly,camden,`);
  await ada.brings("bins.csv", rows.join("\n"));
  const grace = await ada.invites("Grace", "Hackney", "reviewer", true);
  await grace.opens("to-look-at");
  const { page } = grace;
  await page.getByRole("region", { name: /^N-1/ }).waitFor();
  await grace.axe();

  await tabsTo(grace, "Same for us");
  await page.keyboard.press("Enter");
  await expect.poll(() => focused(grace), patience).toMatch(/^R-1/);
  await tabsTo(grace, "Same, but…");
  await page.keyboard.press("Enter");
  await expect.poll(() => focusedTag(grace), patience).toBe("TEXTAREA");
  await page.keyboard.type("Three times in summer.");
  await grace.axe();
  await page.keyboard.press("Control+Enter");
  await expect.poll(() => focused(grace), patience).toMatch(/^R-2/);
  await tabsTo(grace, "Skip for now");
  await page.keyboard.press("Enter");
  await expect.poll(() => focused(grace), patience).toMatch(/^R-3/);
  await tabsTo(grace, "Not us");
  await page.keyboard.press("Enter");
  await expect.poll(() => focused(grace), patience).toBe("You skipped 1");
  await grace.axe();
  await tabsTo(grace, "Look at it now");
  await page.keyboard.press("Enter");
  await expect.poll(() => focused(grace), patience).toMatch(/^R-2/);
  await tabsTo(grace, "We object");
  await page.keyboard.press("Enter");
  await expect.poll(() => focusedTag(grace), patience).toBe("TEXTAREA");
  await page.keyboard.type("We cannot pay for it.");
  await page.keyboard.press("Control+Enter");
  await expect.poll(() => focused(grace), patience).toBe("You have looked at everything");
  expect(await page.locator(".nav-count").count()).toBe(0);
  await grace.axe();

  // Ada answers the objection: it waits for Grace, who replies and is done.
  await ada.opens();
  await ada.page
    .getByRole("article", { name: "Hackney objects to R-2" })
    .getByRole("button", { name: "Reply" })
    .click();
  await ada.page.getByRole("textbox", { name: "Reply" }).fill("What if we pay?");
  await ada.page.keyboard.press("Control+Enter");
  await page.getByRole("region", { name: "R-2: somebody answered you" }).waitFor();
  await grace.sees("What if we pay?");
  await grace.axe();
  await tabsTo(grace, "Done with this");
  await page.keyboard.press("Enter");
  await expect.poll(() => focused(grace), patience).toBe("You have looked at everything");
});

test("words that change while somebody reads are shown first, and no press counts for them unread", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.makes("Bins");
  await ada.brings(
    "bins.csv",
    "kind,reference,section,text,priority,meets,borough,notes\nrequirement,R1,Rounds,Bins are green.,must,,,",
  );
  const grace = await ada.invites("Grace", "Hackney", "reviewer", true);
  await grace.opens("to-look-at");
  const card = grace.page.getByRole("region", { name: /^R-1/ });
  await card.getByText("Bins are green.").waitFor();
  await ada.opens();
  await ada.page.locator('[data-field="statement"]').click();
  await ada.page.keyboard.press("End");
  await ada.page.keyboard.type(" Lids are red.");
  await ada.isSaved();
  await card.getByText("The wording changed while you were reading:").waitFor();
  await grace.axe();
  // Without having read it she is told, not taken at her word.
  await card.getByRole("button", { name: "Same for us" }).click();
  await card.getByText("Lids are red.", { exact: false }).first().waitFor();
  await card.getByRole("alert").waitFor();
  await card.getByRole("button", { name: "Same for us" }).click();
  await grace.sees("You have looked at everything");

  // It changes again: it waits again, with what changed, and one press says that it still holds.
  await ada.page.keyboard.type(" Wheels are black.");
  await ada.isSaved();
  await grace.page.getByText("1 waiting").waitFor({ state: "attached" });
  const again = grace.page.getByRole("region", { name: /changed since you agreed on/ });
  await again.getByText("What changed").waitFor();
  expect(await again.locator("ins").first().textContent()).toContain("Wheels are black.");
  await grace.axe();
  await again.getByRole("button", { name: "Still agree" }).click();
  await grace.sees("Hackney still agrees: R-1.");
});

function focused(person: Person): Promise<string> {
  return person.page.evaluate(() => document.activeElement?.textContent ?? "");
}

function focusedTag(person: Person): Promise<string> {
  return person.page.evaluate(() => document.activeElement?.tagName ?? "");
}

/** Presses Tab until the button has the focus. */
async function tabsTo(person: Person, button: string): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    await person.page.keyboard.press("Tab");
    if ((await focused(person)).startsWith(button)) return;
  }
  throw new Error(`Tab does not come to ${button}.`);
}
