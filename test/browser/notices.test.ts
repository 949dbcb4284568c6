/** People are told what concerns them: in a list, with a count, read out politely, and only what they want. */
import { expect, test } from "vitest";
import { z } from "zod";
import { patience, type Person } from "../world/person.ts";
import { startWorld } from "../world/world.ts";

test("an answer is told at once, is read once, and is read out politely at most every few seconds", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.takesExample();
  const ben = await ada.invites("Ben", "Hackney", "editor");
  const itemId = await aRequirement(ada);
  const threadId = await says(ben, "start-thread", { anchor: { itemId }, text: "Why?" });
  await ben.opens("people");
  await ben.page.getByRole("button", { name: "Notices", exact: true }).waitFor();
  await listens(ben);

  await says(ada, "reply", { threadId, text: "Because of the law." });
  await ben.page.getByRole("button", { name: "Notices 1 not read" }).waitFor();
  await expect
    .poll(() => heard(ben), patience)
    .toEqual([expect.stringMatching(/^Ada, Camden commented on R-\d+\.$/)]);

  // Three more, one right after the other: they are read out together, a while after the first.
  for (const text of ["It is old.", "It is new.", "It is both."])
    await says(ada, "reply", { threadId, text });
  await ben.page.getByRole("button", { name: "Notices 4 not read" }).waitFor();
  await expect.poll(async () => (await spoken(ben)).length, patience).toBeGreaterThan(1);
  const times = (await spoken(ben)).map(({ atMs }) => atMs);
  for (const [at, time] of times.slice(1).entries())
    expect(time - (times[at] ?? 0)).toBeGreaterThan(3_500);

  await ben.page.getByRole("button", { name: "Notices 4 not read" }).click();
  const sheet = ben.page.getByRole("dialog", { name: "Notices" });
  await sheet.getByText("Because of the law.").waitFor();
  await ben.axe();
  await sheet
    .getByRole("button", { name: /^Mark as read/ })
    .first()
    .click();
  await sheet.getByText("3 not read.").waitFor();
  await sheet.getByRole("button", { name: "Mark all as read" }).click();
  await sheet.getByText("You have read all of them.").waitFor();
  await ben.axe();

  // It stays read on another page of his, and a notice leads to its conversation.
  await ben.opens("people");
  await ben.page.getByRole("button", { name: "Notices", exact: true }).click();
  await ben.page.getByRole("dialog").getByRole("link").first().click();
  await ben.page.locator("[data-card][data-open]").waitFor();
});

test("what somebody turns off is neither listed nor counted nor read out", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.takesExample();
  const ben = await ada.invites("Ben", "Hackney", "editor");
  const itemId = await aRequirement(ada);
  const threadId = await says(ben, "start-thread", { anchor: { itemId }, text: "Why?" });
  await ben.opens("people");
  await ben.presses("Notices");
  const sheet = ben.page.getByRole("dialog", { name: "Notices" });
  await sheet.getByText("Nothing yet.", { exact: false }).waitFor();
  await sheet.getByText("Choose what you are told").click();
  await ben.axe();
  await sheet.getByRole("checkbox", { name: /^Somebody answers you/ }).uncheck();
  await sheet.getByRole("checkbox", { name: /^Anything else/ }).uncheck();
  await ben.page.keyboard.press("Escape");
  await listens(ben);

  await says(ada, "reply", { threadId, text: "Because of the law." });
  // A link to a need that Hackney raised is still told: by then the answer has been there for long.
  const needId = await aNeedOf(ada, "hackney");
  await says(ada, "meet-need", { anchor: { itemId }, needId, how: "partly" });
  await ben.page.getByRole("button", { name: "Notices 1 not read" }).waitFor();
  await expect
    .poll(() => heard(ben), patience)
    .toEqual([expect.stringMatching(/^Ada, Camden said that R-\d+ meets N-\d+, partly\.$/)]);
  await ben.page.getByRole("button", { name: /^Notices/ }).click();
  await sheet.getByText("which your borough raised", { exact: false }).waitFor();
  expect(await sheet.getByText("Because of the law.").count()).toBe(0);
});

/** Says something through the API, as the person's page does. @returns the conversation's id */
async function says(person: Person, command: string, args: object): Promise<string> {
  const path = `/api/statements/${person.statementId}/commands/${command}`;
  const answer = z.object({ entry: z.object({ facts: z.object({ threadId: z.string() }) }) });
  return answer.parse(await person.asks("POST", path, args)).entry.facts.threadId;
}

interface Listed {
  readonly id: string;
  readonly kind: string;
  readonly raisedBy: readonly string[];
  readonly removed: unknown;
}

async function itemsOf(person: Person): Promise<Listed[]> {
  const path = `/api/statements/${person.statementId}/items`;
  return ((await person.asks("GET", path)) as { items: Listed[] }).items;
}

async function aRequirement(person: Person): Promise<string> {
  const found = (await itemsOf(person)).find(({ kind }) => kind === "requirement");
  return found?.id ?? "";
}

async function aNeedOf(person: Person, boroughId: string): Promise<string> {
  const found = (await itemsOf(person)).findLast(
    ({ kind, raisedBy, removed }) => kind === "need" && raisedBy.includes(boroughId) && !removed,
  );
  return found?.id ?? "";
}

interface Spoken {
  readonly words: string;
  readonly atMs: number;
}

/** From now on everything that a screen reader would say is kept. */
async function listens(person: Person): Promise<void> {
  await person.page.evaluate(() => {
    const said: { words: string; atMs: number }[] = [];
    Object.assign(globalThis, { said });
    // An `output` is a status: read when the listener has a moment (WAI-ARIA, role status).
    const region = document.querySelector("output.only-read-out");
    if (!region) throw new Error("nothing is read out on this page");
    new MutationObserver(() => {
      const words = region.textContent ?? "";
      if (words !== "") said.push({ words, atMs: performance.now() });
    }).observe(region, { childList: true, subtree: true, characterData: true });
  });
}

function spoken(person: Person): Promise<readonly Spoken[]> {
  return person.page.evaluate(() => (globalThis as unknown as { said: Spoken[] }).said);
}

async function heard(person: Person): Promise<string[]> {
  return (await spoken(person)).map(({ words }) => words);
}
