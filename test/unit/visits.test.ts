/** When somebody was last here: over reloads, several pages and days. */
import { expect, it } from "vitest";
import { Visits } from "../../server/history/visits.ts";
import type { Visit, VisitStore } from "../../server/store/history-store.ts";

const nine = "2026-05-14T09:00:00.000Z";

function world() {
  let minute = 0;
  let kept: Visit | null = null;
  const store: VisitStore = {
    visit: () => Promise.resolve(kept),
    keepVisit(_statementId, _personId, visit) {
      kept = visit;
      return Promise.resolve();
    },
  };
  const now = () => new Date(Date.parse(nine) + minute * 60_000).toISOString();
  const visits = new Visits(store, now);
  return {
    wait: (minutes: number) => (minute += minutes),
    opens: () => visits.begin("s", "ada"),
    closes: () => visits.end("s", "ada"),
    before: () => visits.before("s", "ada"),
  };
}

it("is not known on the first visit, and stays unknown over a reload", async () => {
  const ada = world();
  await ada.opens();
  expect(await ada.before()).toBeNull();
  ada.wait(5);
  await ada.closes();
  ada.wait(1);
  await ada.opens();
  expect(await ada.before()).toBeNull();
});

it("is the end of the visit before, also after a reload of this one", async () => {
  const ada = world();
  await ada.opens();
  ada.wait(60);
  await ada.closes();
  ada.wait(24 * 60);
  await ada.opens();
  expect(await ada.before()).toBe("2026-05-14T10:00:00.000Z");
  await ada.closes();
  ada.wait(29);
  await ada.opens();
  expect(await ada.before()).toBe("2026-05-14T10:00:00.000Z");
});

it("does not change while a page of theirs is open, however long, and whatever others open and close", async () => {
  const ada = world();
  await ada.opens();
  ada.wait(600);
  await ada.opens();
  expect(await ada.before()).toBeNull();
  await ada.closes();
  ada.wait(600);
  await ada.opens();
  expect(await ada.before()).toBeNull();
});
