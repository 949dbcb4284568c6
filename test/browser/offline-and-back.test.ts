/** Away and back: writing goes on, the page says what is not saved, and what was written meanwhile comes together. */
import { expect, test } from "vitest";
import { readItems } from "../../shared/items.ts";
import { plainText } from "../../shared/plain-text.ts";
import { docOf } from "../../shared/stored-doc.ts";
import { patience, type Person } from "../world/person.ts";
import { twoWriters } from "../world/two-writers.ts";
import { startWorld } from "../world/world.ts";

test("what two people wrote in one sentence while one was away is all there when she is back", async () => {
  await using world = await startWorld();
  const { ada, ben, hers, his } = await twoWriters(await world.lead("Ada", "Camden"));
  const [herField, hisField] = [hers.field(hers.items.first()), his.field(his.items.first())];

  await ada.goesOffline();
  await ada.sees("You are not connected.");
  await hers.clicksBefore(herField, ", and");
  await hers.types(" of every visit");
  await ada.sees("Not saved: 1 change is only on this computer");
  await ada.axe();

  await his.clicksBefore(hisField, ".");
  await his.types(" by phone");
  await ben.isSaved();
  const his2 = "Show a tenant the date, and let them change it by phone.";
  await his.says(hisField, his2);
  await hers.says(herField, "Show a tenant the date of every visit, and let them change it.");

  await ada.comesBack();
  const both = "Show a tenant the date of every visit, and let them change it by phone.";
  await hers.says(herField, both);
  await his.says(hisField, both);
  await ada.isSaved();
  await ada.seesNoMore("You are not connected.");
});

test("what was written while away survives a closed page, and the page says how much is not saved", async () => {
  await using world = await startWorld();
  const { ada, hers, his } = await twoWriters(await world.lead("Ada", "Camden"));
  let mayConnect = true;
  await ada.page.routeWebSocket(/\/sync\//, (socket) => {
    if (mayConnect) socket.connectToServer();
    else void socket.close({ code: 1013 });
  });
  await hers.opens();
  await ada.isSaved();
  await ada.goesOffline();
  // While a page is left, Chromium lets its sockets through although its network is off.
  mayConnect = false;
  await hers.clicksBefore(hers.field(hers.items.first()), ", and");
  await hers.types(" of every visit");
  await ada.isNotSaved();
  // The browser keeps it a moment after it is typed.
  const whole = "Show a tenant the date of every visit, and let them change it.";
  await expect.poll(() => sentenceKept(ada), patience).toBe(whole);
  // One change, or more where it was typed with pauses.
  const notSaved = await ada.page.locator('[data-saved="not-saved"]').innerText();
  expect(notSaved).toMatch(/^Not saved: \d+ changes? (is|are) only on this computer$/);

  // Leaving now would leave words behind: the browser asks.
  let asked = 0;
  ada.page.on("dialog", (dialog) => {
    asked += 1;
    void dialog.accept();
  });
  await ada.page.goto("about:blank");
  expect(asked).toBe(1);

  // The page comes back before its socket does: it opens with this computer's copy.
  await ada.comesBack();
  await hers.opens();
  await ada.sees(notSaved);
  await hers.says(hers.field(hers.items.first()), whole);

  mayConnect = true;
  await ada.isSaved();
  await his.says(his.field(his.items.first()), whole);
});

test("a server that goes away and comes back loses nothing that was written meanwhile", async () => {
  await using world = await startWorld();
  const { ada, hers, his } = await twoWriters(await world.lead("Ada", "Camden"));
  await world.restart(async () => {
    await hers.clicksBefore(hers.field(hers.items.first()), ", and");
    await hers.types(" of every visit");
    await ada.isNotSaved();
  });
  await ada.isSaved();
  const whole = "Show a tenant the date of every visit, and let them change it.";
  await his.says(his.field(his.items.first()), whole);
  await his.opens();
  await his.says(his.field(his.items.first()), whole);
});

/** What the first requirement says in the copy of the text on this computer. */
async function sentenceKept({ page }: Person): Promise<string> {
  const updates = await page.evaluate(async () => {
    const [copy] = await indexedDB.databases();
    const answer = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener("success", () => resolve(request.result));
        request.addEventListener("error", () => reject(new Error("the copy cannot be read")));
      });
    const database = await answer(indexedDB.open(copy?.name ?? ""));
    const all = await answer(
      database.transaction("updates").objectStore("updates").getAll() as IDBRequest<Uint8Array[]>,
    );
    database.close();
    return all.map((update) => [...update]);
  });
  const doc = docOf({ snapshot: null, updates: updates.map((bytes) => new Uint8Array(bytes)) });
  const statement = readItems(doc)[0]?.fields["statement"];
  return statement ? plainText(statement) : "";
}
