/** What boroughs say about an item: given on exact words, shown to the others at once, never silently still agreed. */
import { expect, test } from "vitest";
import { patience, type Person } from "../world/person.ts";
import { Paper } from "../world/paper.ts";
import { Positions } from "../world/positions.ts";
import { startWorld, type World } from "../world/world.ts";

const csv = [
  "kind,reference,section,text,priority,meets,borough,notes",
  'need,U-1,Needs,"As a resident, I need to renew my permit on my phone",must,,Camden,',
  "requirement,S-1,The service,The supplier answers within two days.,must,U-1 fully,Camden,",
  "requirement,S-2,The service,The supplier keeps its data in the United Kingdom.,must,,Camden,",
].join("\n");

interface Team {
  readonly priya: Person;
  readonly tom: Person;
  readonly grace: Person;
}

/** Priya leads for Camden; Tom reviews and agrees for Hackney, Grace edits and agrees for Southwark. */
async function threeBoroughs(world: World): Promise<Team> {
  const priya = await world.lead("Priya", "Camden");
  await priya.makes("Parking permits");
  await priya.brings("permits.csv", csv);
  const tom = await priya.invites("Tom", "Hackney", "reviewer", true);
  const grace = await priya.invites("Grace", "Southwark", "editor", true);
  await Promise.all([priya, tom, grace].map((person) => new Paper(person).opens()));
  return { priya, tom, grace };
}

test("who agreed is told when the words change, and agrees again when they are put back", async () => {
  await using world = await startWorld();
  const { priya, tom, grace } = await threeBoroughs(world);
  const [hers, his] = [new Positions(priya), new Positions(tom)];
  await hers.reads("R-1", "No borough has said yet");
  await his.opens("R-1");
  await tom.axe();
  await his.presses("Same for us");
  await his.sees("agrees");
  await tom.axe();
  await his.closes();
  expect(await his.line("R-1").evaluate((line) => line === document.activeElement)).toBe(true);
  await hers.reads("R-1", "1 of 3 agrees");

  const paper = new Paper(grace);
  await paper.clicksBefore(paper.field(paper.item("R-1")), "two days");
  await paper.types("about ");
  await his.reads("R-1", "0 of 3 agree · changed since Hackney agreed");
  await his.opens("R-1");
  await his.sees("changed since you agreed");
  expect(await his.changedWords()).toBe("The supplier answers within [+about +]two days.");
  await tom.axe();
  await his.closes();

  await paper.presses(...Array.from("about ", () => "Backspace"));
  await his.reads("R-1", "1 of 3 agrees");

  await paper.types("roughly ");
  await his.reads("R-1", "0 of 3 agree · changed since Hackney agreed");
  await his.opens("R-1");
  await his.presses("Still agree");
  await his.sees("agrees");
  await his.closes();
  await his.reads("R-1", "1 of 3 agrees");
  await hers.reads("R-1", "1 of 3 agrees");
});

test("an objection shows to the others at once, is answered, and ends when its borough agrees", async () => {
  await using world = await startWorld();
  const { priya, tom, grace } = await threeBoroughs(world);
  const [hers, his] = [new Positions(priya), new Positions(tom)];
  await his.opens("R-2");
  await his.presses("We object");
  await his.presses("Object");
  await his.sees("Say why.");
  await tom.axe();
  await his.fillsIn("Why?", "Our contractor keeps its copies in Ireland.");
  await his.presses("Object");
  await his.sees("objects");
  await his.closes();

  await hers.reads("R-2", "0 of 3 agree · Hackney objects");
  const card = priya.page.locator(".conversation-card", { hasText: "Hackney objects to R-2" });
  await card.getByText("Our contractor keeps its copies in Ireland.").waitFor();
  await card.getByRole("button", { name: "Reply" }).click();
  await card.getByLabel("Reply").fill("Would the UK or the EU do?");
  await card.getByRole("button", { name: "Reply" }).click();
  await card.locator(".said", { hasText: "Would the UK or the EU do?" }).waitFor();
  expect(await card.getByRole("button", { name: "Close", exact: true }).count()).toBe(0);
  await priya.axe();

  await his.opens("R-2");
  await his.dialog.getByRole("link", { name: "Read and answer" }).click();
  await his.dialog.waitFor({ state: "detached" });
  const hisCard = tom.page.locator(".conversation-card", { hasText: "Hackney objects to R-2" });
  await expect
    .poll(() => hisCard.evaluate((element) => element === document.activeElement))
    .toBe(true);
  await hisCard.locator(".said", { hasText: "Would the UK or the EU do?" }).waitFor();
  await hisCard.getByRole("button", { name: "What boroughs say" }).click();
  await his.presses("Same for us");
  await his.sees("agrees");
  await his.closes();

  await hers.reads("R-2", "1 of 3 agrees");
  await card.waitFor({ state: "detached" });
  await priya.page.getByRole("button", { name: /^Closed/ }).click();
  const closed = priya.page.locator(".conversation-card", { hasText: "Hackney objected to R-2" });
  await closed.getByText("Hackney now agrees.").waitFor();
  await new Positions(grace).reads("R-2", "1 of 3 agrees");
});

test("somebody who does not agree for the borough proposes, and somebody who does decides", async () => {
  await using world = await startWorld();
  const { priya, tom } = await threeBoroughs(world);
  const hal = await priya.invites("Hal", "Hackney", "reviewer");
  await new Paper(hal).opens();
  const [hers, his, hals] = [new Positions(priya), new Positions(tom), new Positions(hal)];
  await hals.opens("N-1");
  await hals.sees("What you say here is a proposal. Tom can say it for Hackney.");
  await hals.presses("Same, but…");
  await hals.fillsIn("Which change?", "On a landline, too.");
  await hals.presses("Propose it");
  await hals.sees("Proposed");
  await hal.axe();
  await hers.reads("N-1", "No borough has said yet · something is proposed for Hackney");

  await his.opens("N-1");
  await his.sees("On a landline, too.");
  await tom.axe();
  await his.presses("Say this for Hackney");
  await his.sees("agrees with a change");
  await his.closes();
  await hers.reads("N-1", "0 of 3 agree · Hackney agrees with a change");
  await priya.page
    .locator(".conversation-card", { hasText: "Hackney agrees to N-1 with a change" })
    .waitFor();

  await hals.presses("Same for us");
  await his.opens("N-1");
  await his.presses("Decline");
  await hers.reads("N-1", "0 of 3 agree · Hackney agrees with a change");
  await his.presses("Take back");
  await hers.reads("N-1", "No borough has said yet");
});

test("nobody agrees to words that they have not read", async () => {
  await using world = await startWorld();
  const { tom, grace } = await threeBoroughs(world);
  const his = new Positions(tom);
  await his.opens("R-1");
  const paper = new Paper(grace);
  await paper.clicksBefore(paper.field(paper.item("R-1")), "two days");
  await paper.types("at least ");
  await his.sees("The wording changed while you were reading:");
  await expect
    .poll(() => his.changedWords(), patience)
    .toBe("The supplier answers within [+at least +]two days.");
  await tom.axe();
  await his.presses("Same for us");
  await his.sees("The wording of R-1 changed while you were reading. Read it again");
  await his.reads("R-1", "No borough has said yet");
  await his.presses("Same for us");
  await his.sees("agrees");
  await his.reads("R-1", "1 of 3 agrees");
});

test("what boroughs say is said from the keyboard alone, from the item's menu", async () => {
  await using world = await startWorld();
  const { tom } = await threeBoroughs(world);
  const his = new Positions(tom);
  const { keyboard } = tom.page;
  await tom.page.getByRole("button", { name: "Actions for Requirement R-1" }).focus();
  await keyboard.press("Enter");
  await keyboard.press("w");
  await keyboard.press("Enter");
  await his.dialog.waitFor();
  const focused = () => tom.page.evaluate(() => document.activeElement?.textContent ?? "");
  while ((await focused()) !== "We object") await keyboard.press("Tab");
  await keyboard.press("Enter");
  await keyboard.type("Too slow.");
  await keyboard.press("Control+Enter");
  await his.sees("objects");
  expect(await focused()).toBe("Your borough");
  await keyboard.press("Escape");
  await his.reads("R-1", "0 of 3 agree · Hackney objects");
});

test("who reads along sees what boroughs say, in a narrow window too, and what is said of a borough that left", async () => {
  await using world = await startWorld();
  const { priya, tom } = await threeBoroughs(world);
  const [his, hers] = [new Positions(tom), new Positions(priya)];
  await his.opens("R-1");
  await his.presses("Not us");
  await his.sees("says it does not apply");
  await his.closes();
  const rae = await priya.invites("Rae", "Lewisham", "reader");
  await new Paper(rae).opens();
  await rae.page.setViewportSize({ width: 320, height: 640 });
  const raes = new Positions(rae);
  await raes.reads("R-1", "0 of 3 agree · does not apply to Hackney");
  await raes.opens("R-1");
  await raes.sees("Lewisham reads along, and is not counted.");
  expect(await raes.dialog.getByRole("button").allTextContents()).toEqual(["×"]);
  await rae.axe();

  await priya.removes(tom);
  await hers.reads("R-1", "No borough has said yet");
  await raes.sees("Hackney no longer takes part, and is not counted.");
});
