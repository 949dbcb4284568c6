/** Hints about wording come when the writer pauses, say why, and are dismissed with a reason for everybody. */
import { expect, test } from "vitest";
import { Paper } from "../world/paper.ts";
import { patience } from "../world/person.ts";
import { startWorld } from "../world/world.ts";

test("a hint comes while somebody writes, says why, and is dismissed for everybody", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.takesExample();
  const ben = await ada.invites("Ben", "Hackney", "reviewer");
  const paper = new Paper(ada);
  await paper.opens();
  await ben.opens();
  const item = paper.item("R-12");
  await paper.clicksBefore(paper.field(item, "statement"), "When a visit");
  await paper.types("In a robust way: ");
  const hints = item.getByRole("button", { name: /^\d hints?$/ });
  await hints.click();
  await item.getByText("“robust” cannot be checked.").waitFor();
  await ada.axe();

  const robust = item.getByRole("listitem").filter({ hasText: "robust" });
  await robust.getByRole("button", { name: "Dismiss…" }).click();
  await robust.getByRole("button", { name: "Dismiss", exact: true }).click();
  await robust.getByText("Say why it does not matter here.").waitFor();
  await robust.getByRole("textbox").fill("Section 2 says what robust means.");
  await ada.axe();
  await robust.getByRole("button", { name: "Dismiss", exact: true }).click();

  // Ben sees that it was dismissed, by whom and why; a reviewer cannot dismiss any himself.
  const bens = ben.page.getByRole("article", { name: "Requirement R-12" });
  await bens.getByRole("button", { name: /hints?/ }).click();
  await bens.getByText("Section 2 says what robust means.").waitFor();
  await bens.getByText("Dismissed by Ada", { exact: false }).waitFor();
  expect(await bens.getByRole("button", { name: "Dismiss…" }).count()).toBe(0);
  await item.getByRole("button", { name: "Give it again" }).click();
  await expect.poll(() => bens.getByText("Dismissed by Ada").count(), patience).toBe(0);
});

test("items with hints are found by a filter, and too many musts are said once", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.makes("Bins");
  const csv = ["kind,reference,section,text,priority,meets,borough,notes"];
  for (let number = 1; number <= 12; number += 1)
    csv.push(`requirement,X-${number},Rounds,Bins are emptied ${number} times a month.,must,,,`);
  csv.push("requirement,X-13,Rounds,Bins are emptied quickly.,should,,,");
  await ada.brings("bins.csv", csv.join("\n"));
  const paper = new Paper(ada);
  await paper.opens();
  await ada.sees("12 of 13 requirements are musts.");
  await ada.page.getByRole("checkbox", { name: "With wording hints (1)" }).check();
  await expect.poll(() => ada.page.locator(".item-requirement").count(), patience).toBe(1);
  await ada.sees("Bins are emptied quickly.");
  await ada.axe();
});
