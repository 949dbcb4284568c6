/** Who wrote what, over HTTP and over the store: whole before, during and after a snapshot and a restart. */
import { expect, it } from "vitest";
import { z } from "zod";
import { storyOfItem, storySince, type Story } from "../../server/history/read-history.ts";
import { plainText } from "../../shared/plain-text.ts";
import type { RichText } from "../../shared/rich-text.ts";
import { AServer, codeOf, joinedBy } from "./a-server.ts";
import { sendFile } from "./send-file.ts";
import { compacts } from "./store/a-commit.ts";
import { eventually } from "./sync/eventually.ts";
import { OpenRooms } from "./sync/open-rooms.ts";

const requirement = { id: "r1", kind: "requirement", order: "a1V" } as const;

/** "person part: after", oldest first. */
function lines(story: Story): string[] {
  return story.toReversed().map((told) => {
    if (told.kind === "entry") return `${told.entry.personId} ${told.entry.type}`;
    const { after } = told;
    const words =
      typeof after === "object" && after !== null ? plainText(after as RichText) : String(after);
    return `${told.personId} ${told.part}: ${words}`;
  });
}

it("is the same before and after a snapshot, and after a restart", async () => {
  await using rooms = await OpenRooms.start({ lookOverMs: 10, compactRows: 30, longestBeatMs: 1 });
  const { id, lead } = await rooms.statement();
  const ben = await rooms.joins(id, "Ben", "editor");
  const adasPage = await rooms.open(id, lead);
  const bensPage = await rooms.open(id, ben);
  adasPage.adds(requirement);
  await eventually(() => expect(bensPage.has("r1")).toBe(true));
  adasPage.types("r1", "statement", "Calls ");
  await eventually(() => expect(bensPage.reads("r1", "statement")).toBe("Calls "));
  bensPage.types("r1", "measure", "In two minutes");
  await eventually(() => expect(adasPage.reads("r1", "measure")).toBe("In two minutes"));
  await eventually(() => expect(adasPage.entries.at(-1)?.type).toBe("give-references"));
  const before = lines(await storyOfItem(rooms.store.text, id, "r1"));
  expect(before.toSorted()).toEqual(
    [
      `${lead} made: requirement`,
      `${lead} field:statement: Calls `,
      "server give-references",
      `${ben} field:measure: In two minutes`,
    ].toSorted(),
  );

  for (let letter = 0; letter < 40; letter += 1) {
    bensPage.types("r1", "measure", ".");
    const mark = bensPage.mark();
    await eventually(() => expect(bensPage.saved).toBe(mark));
  }
  await eventually(async () =>
    expect((await rooms.store.text.load(id))?.snapshotBeat).toBeGreaterThan(10),
  );
  const kept = await rooms.store.history.edits(id, { itemId: "r1" });
  expect(kept.filter(({ part }) => part === "field:measure")).toHaveLength(1);
  const after = lines(await storyOfItem(rooms.store.text, id, "r1"));
  expect(after).toHaveLength(before.length);
  expect(after.at(-1)).toMatch(/^\S+ field:measure: \.*In two minutes\.*$/);
  expect(after.at(-1)?.match(/\./g)).toHaveLength(40);
  await rooms.restart();
  expect(lines(await storyOfItem(rooms.store.text, id, "r1"))).toEqual(after);
});

it("keeps neither a gap nor a double when a snapshot is not kept", async () => {
  await using rooms = await OpenRooms.start();
  const { id, lead } = await rooms.statement();
  const page = await rooms.open(id, lead);
  page.adds(requirement);
  page.types("r1", "statement", "Calls");
  await eventually(() => expect(page.entries.at(-1)?.type).toBe("give-references"));
  const story = lines(await storyOfItem(rooms.store.text, id, "r1"));
  const failing = compacts(rooms.store, id, "2026-05-14T09:00:00.000Z", () =>
    Promise.reject(new Error("the thread died")),
  );
  await expect(failing).rejects.toThrow("the thread died");
  expect(lines(await storyOfItem(rooms.store.text, id, "r1"))).toEqual(story);
  expect(await rooms.store.history.edits(id, {})).toEqual([]);
});

it("tells what is new since a time, and only to who takes part", async () => {
  await using server = await AServer.start();
  const ada = await server.first("Ada", "camden");
  const id = await ada.makes("Housing");
  const ben = await joinedBy(server, ada, id, "reviewer", "Ben");
  const since = new Date().toISOString();
  const file =
    "kind,reference,section,text,priority,meets,borough,notes\nrequirement,R,S,Calls are answered.,must,,,";
  await sendFile(ada, { statementId: id, file });
  const answer = z.object({
    total: z.number(),
    story: z.array(
      z.object({ kind: z.string(), itemId: z.string().optional(), part: z.string().optional() }),
    ),
  });
  const changes = answer.parse(
    (await ben.get(`/api/statements/${id}/changes?since=${since}`)).body,
  );
  const itemId = changes.story.find(({ part }) => part === "field:statement")?.itemId ?? "";
  const ofItem = answer.parse(
    (await ben.get(`/api/statements/${id}/items/${itemId}/history?limit=2`)).body,
  );
  expect(ofItem.story).toHaveLength(2);
  expect(ofItem.total).toBeGreaterThan(2);
  const later = new Date(Date.now() + 60_000).toISOString();
  expect(
    answer.parse((await ben.get(`/api/statements/${id}/changes?since=${later}`)).body),
  ).toEqual({
    story: [],
    total: 0,
  });
  expect(codeOf(await ben.get(`/api/statements/${id}/changes?since=yesterday`))).toBe("bad-input");
  expect(codeOf(await ben.get(`/api/statements/${id}/items/none/history`))).toBe("not-found");
  expect(codeOf(await server.visitor().get(`/api/statements/${id}/changes?since=${since}`))).toBe(
    "sign-in",
  );
  expect((await ben.get(`/api/statements/${id}/visit`)).body).toEqual({ before: null });
});

it("tells a statement's whole story when it is asked for all of it", async () => {
  await using rooms = await OpenRooms.start();
  const { id, lead } = await rooms.statement();
  const page = await rooms.open(id, lead);
  page.adds(requirement);
  await eventually(async () => expect(await rooms.items(id)).toHaveLength(1));
  const story = await storySince(rooms.store.text, id, "1970-01-01T00:00:00.000Z");
  expect(lines(story)).toContain(`${lead} made: requirement`);
  expect(story.map(({ at }) => at)).toEqual(
    story
      .map(({ at }) => at)
      .toSorted()
      .toReversed(),
  );
});
