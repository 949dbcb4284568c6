/** More pages open in one browser than a server takes: the page says what to do, and goes on when it is done. */
import { once } from "node:events";
import { WebSocket } from "ws";
import { expect, test } from "vitest";
import { schemaNumber } from "../../shared/items.ts";
import { socketLimits } from "../../shared/limits.ts";
import { Paper } from "../world/paper.ts";
import { patience, type Person } from "../world/person.ts";
import { startWorld } from "../world/world.ts";

const tooMany = "Too many pages of Needline are open in this browser.";

test("a page too many says that others have to be closed, and is saved when one is", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.makes("Parking");
  const parking = ada.statementId;
  await ada.makes("Housing repairs");
  const hers = new Paper(ada);
  await hers.opens();
  await ada.presses("Add a requirement");
  await hers.types("Show a tenant the date.");
  await ada.isSaved();
  const others = await Promise.all(
    Array.from({ length: socketLimits.ofSession - 1 }, () => pageOf(ada, world.url)),
  );

  // One with a copy on this computer goes on from it.
  const page = await ada.page.context().newPage();
  page.setDefaultTimeout(patience.timeout);
  await page.goto(`/statements/${ada.statementId}`);
  const words = `${tooMany} Go on writing: it is kept on this computer, and saved as soon as you have closed some of the others.`;
  await page.locator(".notice", { hasText: words }).waitFor();
  await page.getByText("Show a tenant the date.").waitFor();
  others[0]?.terminate();
  await page.locator(".notice", { hasText: tooMany }).waitFor({ state: "detached" });
  await page.locator('[data-saved="saved"]').waitFor();

  // One without says so as well, instead of opening for ever.
  const another = await ada.page.context().newPage();
  another.setDefaultTimeout(patience.timeout);
  await another.goto(`/statements/${parking}`);
  await another.getByText(`${tooMany} Close some of the others, then try this again.`).waitFor();
  others[1]?.terminate();
  await another.getByRole("button", { name: "Try again" }).click();
  await another.locator(".statement-top").waitFor();
  expect(others.slice(2).every(({ readyState }) => readyState === WebSocket.OPEN)).toBe(true);
});

/** A page of the same session, as far as the server can tell, once the server has let it in. */
async function pageOf(person: Person, url: string): Promise<WebSocket> {
  const cookies = await person.page.context().cookies(url);
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const address = `${url.replace(/^http/, "ws")}/sync/${person.statementId}?schema=${schemaNumber}`;
  const socket = new WebSocket(address, { headers: { cookie } });
  await once(socket, "message");
  return socket;
}
