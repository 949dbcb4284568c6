/**
 * A note for one borough only never reaches another: looked for in every frame that the other pages
 * get, in everything they ask, and in their memory. The same search finds it where it may be.
 */
import { expect, test } from "vitest";
import type { Page } from "playwright-core";
import { Paper } from "../world/paper.ts";
import { patience, type Person } from "../world/person.ts";
import { startWorld } from "../world/world.ts";

const secret = "Our officers think that this asks for too much";

test("a note for one borough only never reaches another, while its colleagues see it at once", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.takesExample();
  const ben = await ada.invites("Ben", "Hackney", "editor");
  const bea = await ada.invites("Bea", "Hackney", "reviewer");
  const rem = await ada.invites("Rem", "Southwark", "editor");
  const [his, hers] = [new Paper(ben), new Paper(bea)];
  const heard = new Map([ada, rem, bea].map((person) => [person, listensTo(person.page)]));
  await his.opens();
  await hers.opens();
  await ada.opens();
  await rem.opens();

  const item = his.item("R-12");
  await item.scrollIntoViewIfNeeded();
  await item.getByRole("button", { name: /^Actions/ }).click();
  await ben.page.getByRole("menuitem", { name: "Note for Hackney only…" }).click();
  const dialog = ben.page.getByRole("dialog", { name: "Note on R-12 for Hackney only" });
  await dialog.getByRole("button", { name: "Save" }).click();
  await dialog.getByText("Write something first.").waitFor();
  await ben.axe();
  await dialog.getByRole("textbox").fill(secret);
  await dialog.getByRole("button", { name: "Save" }).click();
  const note = item.getByRole("region", { name: "Only Hackney sees this" });
  await note.getByText(secret).waitFor();
  await ben.axe();
  await hers.item("R-12").getByText(secret).waitFor();

  // Ada and Rem go through every page, as somebody who looks for it would.
  for (const person of [ada, rem]) {
    for (const page of ["", "needs", "to-look-at", "agreement", "changes", "people"] as const)
      await person.opens(page);
    await person.opens();
    await new Paper(person).item("R-12").getByText("Measure").first().waitFor();
    expect(await person.page.content()).not.toContain(secret);
    expect([person.name, holds(heard.get(person))]).toEqual([person.name, false]);
    expect([person.name, await remembers(person)]).toEqual([person.name, false]);
  }
  // The search finds it on the page of a colleague.
  expect(holds(heard.get(bea))).toBe(true);
  expect(await remembers(bea)).toBe(true);

  await ben.page.getByRole("checkbox", { name: "With a note for Hackney only (1)" }).check();
  await expect.poll(() => his.items.locator(".reference").count(), patience).toBe(1);
  await note.getByRole("button", { name: "Change" }).click();
  await note.getByRole("textbox").fill(`${secret}, and costs too much`);
  await ben.page.keyboard.press("Control+Enter");
  await hers.item("R-12").getByText("costs too much").waitFor();
  await note.getByRole("button", { name: "Take back" }).click();
  await expect.poll(() => hers.item("R-12").getByText(secret).count(), patience).toBe(0);
});

/** Keeps everything that comes in to a page, over HTTP and over its socket. */
function listensTo(page: Page): string[] {
  const heard: string[] = [];
  page.on("websocket", (socket) => {
    socket.on("framereceived", ({ payload }) => heard.push(payload.toString()));
  });
  page.on("response", (response) => {
    if (!response.url().includes("/api/")) return;
    void response.text().then(
      (text) => heard.push(text),
      () => {},
    );
  });
  return heard;
}

function holds(heard: readonly string[] | undefined): boolean {
  if (!heard || heard.length === 0) throw new Error("nothing was heard");
  return heard.some((words) => words.includes(secret));
}

/** Whether the words are anywhere in the page's memory: in a snapshot of its heap. */
async function remembers({ page }: Person): Promise<boolean> {
  const session = await page.context().newCDPSession(page);
  let rest = "";
  let isFound = false;
  session.on("HeapProfiler.addHeapSnapshotChunk", ({ chunk }) => {
    const text = rest + chunk;
    if (text.includes(secret)) isFound = true;
    rest = text.slice(-secret.length);
  });
  await session.send("HeapProfiler.takeHeapSnapshot", { reportProgress: false });
  await session.detach();
  return isFound;
}
