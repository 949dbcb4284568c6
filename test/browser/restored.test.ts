/** The server's data is put back to a backup: pages say so, nothing is merged, and lost words are offered. */
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { expect, test } from "vitest";
import { backUp } from "../../server/backup/back-up.ts";
import { restoreFrom } from "../../server/backup/restore-from.ts";
import { Paper } from "../world/paper.ts";
import { patience } from "../world/person.ts";
import { startWorld } from "../world/world.ts";

test("whoever has a page open from before a restoring is told, and keeps what only they have", async () => {
  await using world = await startWorld();
  const { dataDir } = world;
  const ada = await world.lead("Ada", "Camden");
  await ada.makes("Housing repairs");
  const paper = new Paper(ada);
  await paper.opens();
  await ada.presses("Add a requirement");
  await paper.types("Show a tenant the date.");
  await ada.isSaved();
  const file = join(dataDir, "monday.sqlite");
  const options = { now: new Date(), say: () => {} };
  await backUp({ dataDir, databaseUrl: null }, { ...options, file });
  await paper.types(" Let them change it.");
  await ada.isSaved();

  await world.restart(() =>
    restoreFrom(file, { dataDir, databaseUrl: null }, { ...options, epoch: randomUUID() }),
  );
  await ada.sees("Needline’s data was restored from a backup.");
  await ada.axe();
  await ada.page.reload();
  await ada.sees("Some words on this computer are not in the statement");
  await paper.says(paper.field(paper.items.first()), "Show a tenant the date.");
  await ada.presses("Show these words");
  await ada.sees("Show a tenant the date. Let them change it.");
  await ada.axe();
  await ada.presses("I have kept them, forget them here");
  await ada.seesNoMore("Some words on this computer are not in the statement");
  await ada.page.reload();
  await paper.says(paper.field(paper.items.first()), "Show a tenant the date.");
  await expect
    .poll(() => ada.page.getByText("Some words on this computer").count(), patience)
    .toBe(0);
});
