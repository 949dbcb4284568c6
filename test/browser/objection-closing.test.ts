/** An objection that only its borough closes, and a conversation that somebody is given to see to. */
import { expect, test } from "vitest";
import { patience, type Person } from "../world/person.ts";
import { Talk } from "../world/talk.ts";
import { startWorld } from "../world/world.ts";

const heading = "Objection to R-12";

test("an objection is closed by its borough alone; others ask, and are answered", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.takesExample();
  const ben = await ada.invites("Ben", "Lambeth", "reviewer");
  const bea = await ada.invites("Bea", "Lambeth", "reviewer");
  const rem = await ada.invites("Rem", "Southwark", "editor");
  for (const person of [ada, ben, bea, rem]) await person.opens();
  await objects(ben);

  // A lead of another borough cannot close it, is told why, and asks.
  const adas = await new Talk(ada).opens(heading);
  await adas.getByText("Only Lambeth can close this objection.", { exact: false }).waitFor();
  expect(await adas.getByRole("button", { name: "Close", exact: true }).count()).toBe(0);
  await adas.getByRole("button", { name: "Ask to close…" }).click();
  await adas.getByRole("button", { name: "Ask to close it" }).click();
  await adas.getByText("Say why it can be closed.").waitFor();
  await ada.axe();
  await adas.getByRole("textbox").fill("R-13 says it now.");
  await ada.page.keyboard.press("Control+Enter");
  await adas.getByText("asks to close this").waitFor();
  // Nor can it be done past the page.
  await expect(closes(ada)).rejects.toThrow("not-allowed");

  // Rem of a third borough can only read that it was asked.
  const rems = await new Talk(rem).opens(heading);
  await rems.getByText("R-13 says it now.").waitFor();
  expect(await rems.getByRole("button", { name: /^(Close|Close it|Ask to close…)$/ }).count()).toBe(
    0,
  );

  // Ben keeps it open and says what is missing; asked again, his colleague closes it.
  const bens = await new Talk(ben).opens(heading);
  await bens.getByRole("button", { name: "Keep it open…" }).click();
  await bens.getByRole("textbox").fill("Not for weekends.");
  await ben.axe();
  await ben.page.keyboard.press("Control+Enter");
  await adas.getByText("Not for weekends.").waitFor();
  await adas.getByRole("button", { name: "Ask to close…" }).click();
  await adas.getByRole("textbox").fill("For weekends too.");
  await ada.page.keyboard.press("Control+Enter");
  const beas = await new Talk(bea).opens(heading);
  await beas.getByText("For weekends too.").waitFor();
  await bea.axe();
  await beas.getByRole("button", { name: "Close it" }).click();
  await new Talk(ada).shows("Closed");
  const closed = await new Talk(ada).opens(heading);
  await closed.getByText("closed this conversation").waitFor();
  // Nobody else says that Lambeth still objects.
  expect(await closed.getByRole("button", { name: "Reopen" }).count()).toBe(0);
});

test("a conversation is given to somebody by a day, who finds it under Mine", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.takesExample();
  const ben = await ada.invites("Ben", "Lambeth", "reviewer");
  const rem = await ada.invites("Rem", "Southwark", "editor");
  for (const person of [ada, ben, rem]) await person.opens();
  await objects(ben);
  const adas = await new Talk(ada).opens(heading);
  await adas.getByRole("button", { name: "Give to somebody…" }).click();
  await adas.getByLabel("Who sees to it").selectOption({ label: "Rem, Southwark" });
  await adas.getByLabel("Day").fill("31");
  await adas.getByLabel("Month").fill("2");
  await adas.getByLabel("Year").fill("2030");
  await adas.getByRole("button", { name: "Save" }).click();
  await adas.getByText("Enter a day that there is", { exact: false }).waitFor();
  await ada.axe();
  await adas.getByLabel("Day").fill("14");
  await adas.getByLabel("Month").fill("5");
  await adas.getByRole("button", { name: "Save" }).click();
  await adas.getByText("by 14 May 2030", { exact: false }).waitFor();

  await rem.page.getByRole("button", { name: /Notices \d+ not read/ }).waitFor();
  await new Talk(rem).shows("Mine");
  const rems = await new Talk(rem).opens(heading);
  await rems.getByText("by 14 May 2030", { exact: false }).waitFor();
  await rem.axe();
  await rem.opens("to-look-at");
  await rem.sees("R-12: given to you to see to");
  await rem.axe();
});

/** Ben objects to R-12 from its menu. */
async function objects(person: Person): Promise<void> {
  const talk = new Talk(person);
  const composer = await talk.begins("Requirement R-12");
  await composer.getByRole("radio", { name: "Objection" }).check();
  await composer.getByRole("textbox").fill("We have nobody to do it.");
  await person.page.keyboard.press("Control+Enter");
  await expect.poll(() => talk.card(heading).count(), patience).toBe(1);
}

/** Asks the server to close the objection, whatever the page offers. */
async function closes(person: Person): Promise<void> {
  const threadId = await person.page
    .getByRole("article", { name: heading })
    .getAttribute("data-card");
  const path = `/api/statements/${person.statementId}/commands/close-thread`;
  await person.asks("POST", path, { threadId, note: "" });
}
