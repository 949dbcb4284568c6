/** Versions are kept in one transaction with their entry; and by itself the one of each day with changes. */
import { describe, expect, test } from "vitest";
import { keepingVersion } from "../../../shared/commands/keep-version.ts";
import { addItem, type Item } from "../../../shared/items.ts";
import { richTextFromPlain } from "../../../shared/rich-text.ts";
import { nameOfVersion, versionsIn } from "../../../shared/version.ts";
import { writeItem } from "../../../shared/write-item.ts";
import { restore, undo } from "../../../server/versions/restore.ts";
import { readVersion } from "../../../server/versions/read-version.ts";
import { AGate } from "./a-gate.ts";
import { eventually } from "./eventually.ts";
import { OpenRooms } from "./open-rooms.ts";

const by = { personId: "ada", boroughId: "camden" };
const requirement = (words: string) =>
  ({
    id: "r1",
    kind: "requirement",
    order: "a1V",
    fields: { statement: richTextFromPlain(words) },
  }) as const;

const said = (items: readonly Item[]): string => JSON.stringify(items);

const keep = (rooms: OpenRooms, id: string) =>
  rooms.rooms.use(id, (room) =>
    room.act(by, ({ record }) => {
      const { draft, keeps } = keepingVersion(record, room.textToKeep(), "before-import");
      return { drafts: [draft], keeps };
    }),
  );

describe("a version", () => {
  test("is kept with its entry, and neither is there when the store fails", async () => {
    const gate = new AGate();
    await using rooms = await OpenRooms.start({ between: gate.between });
    const { id, lead } = await rooms.statement();
    const page = await rooms.open(id, lead);
    page.adds(requirement("Answer soon"));
    await eventually(async () => expect(await rooms.items(id)).toHaveLength(1));
    gate.fail();
    await expect(keep(rooms, id)).rejects.toMatchObject({ code: "unavailable" });
    gate.mend();
    expect(await rooms.store.versions.text(id, 1)).toBeNull();
    const entries = await rooms.store.record.entriesAfter(id, 0);
    expect(entries.filter(({ type }) => type === "keep-version")).toEqual([]);

    await keep(rooms, id);
    const version = await readVersion(rooms.store, id, 1);
    expect(version.items).toEqual(await rooms.items(id));
    expect(version.version).toEqual({ number: 1, name: "Before an import", issued: null });
  });

  test("whose number is taken leaves no entry", async () => {
    await using rooms = await OpenRooms.start();
    const { id } = await rooms.statement();
    await keep(rooms, id);
    const twice = rooms.rooms.use(id, (room) =>
      room.act(by, () => ({
        drafts: [{ type: "noted", facts: {}, words: {} }],
        keeps: { number: 1, json: "{}" },
      })),
    );
    await expect(twice).rejects.toMatchObject({ code: "unavailable" });
    const entries = await rooms.store.record.entriesAfter(id, 0);
    expect(entries.some(({ type }) => type === "noted")).toBe(false);
  });
});

describe("restoring", () => {
  test("many items goes on in a row of acts, while somebody writes, and is undone as one", async () => {
    await using rooms = await OpenRooms.start();
    const { id, lead } = await rooms.statement();
    const ids = Array.from({ length: 100 }, (_, at) => `r${100 + at}`);
    const writes = (words: string) =>
      rooms.rooms.use(id, (room) =>
        room.act(by, () => ({
          drafts: [],
          write(doc) {
            for (const each of ids)
              if (!writeItem(doc, each, { fields: { statement: richTextFromPlain(words) } }))
                addItem(doc, { ...requirement(words), id: each, order: `a${each}V` });
          },
        })),
      );
    await writes("As it was");
    await keep(rooms, id);
    await writes("As it became");
    const page = await rooms.open(id, lead);
    await eventually(() => expect(page.has("r199")).toBe(true));

    const restoring = restore(rooms, { statementId: id, personId: lead, number: 1, itemId: null });
    page.types("r150", "measure", "Written meanwhile.");
    const { changedItems, entry } = await restoring;
    expect(changedItems).toBe(100);
    const words = (await rooms.items(id)).map(({ fields }) => fields["statement"]);
    expect(new Set(words.map((text) => JSON.stringify(text))).size).toBe(1);
    expect(JSON.stringify(words[0])).toContain("As it was");
    // What was written before it began is in the version kept before it; what came later stays.
    const before = await readVersion(rooms.store, id, 2);
    await eventually(async () =>
      expect(said([...before.items, ...(await rooms.items(id))])).toContain("Written meanwhile."),
    );
    const entries = await rooms.store.record.entriesAfter(id, 0);
    expect(entries.slice(entry.number - 2).map(({ type }) => type)).toEqual([
      "keep-version",
      "restore-version",
    ]);

    const undone = await undo(rooms, { statementId: id, personId: lead, restore: entry.number });
    expect(undone).toMatchObject({ changedItems: 100, leftItems: 0 });
    expect(said(await rooms.items(id))).not.toContain("As it was");
    expect(said(await rooms.items(id))).toContain("Written meanwhile.");
    // The page has it all.
    await eventually(() => expect(page.reads("r199", "statement")).toBe("As it became"));
  });
});

test("a restore of which only some was done is done to its end when it is asked for again", async () => {
  await using rooms = await OpenRooms.start();
  const { id, lead } = await rooms.statement();
  const ids = Array.from({ length: 100 }, (_, at) => `r${100 + at}`);
  const writes = (these: readonly string[], words: string) =>
    rooms.rooms.use(id, (room) =>
      room.act(by, () => ({
        drafts: [],
        write(doc) {
          for (const each of these)
            if (!writeItem(doc, each, { fields: { statement: richTextFromPlain(words) } }))
              addItem(doc, { ...requirement(words), id: each, order: `a${each}V` });
        },
      })),
    );
  await writes(ids, "As it was");
  await keep(rooms, id);
  await writes(ids, "As it became");
  const asked = { statementId: id, personId: lead, number: 1, itemId: null, askedAs: "one-key" };
  const restored = await restore(rooms, asked);
  // As a server leaves it that stopped between two of its acts, and somebody writes on.
  await writes(ids.slice(40), "As it became");
  await writes(["r199"], "Written since");
  const count = async (): Promise<number> => (await rooms.store.record.entriesAfter(id, 0)).length;
  const entries = await count();
  expect(await restore(rooms, asked)).toEqual(restored);
  expect(await count()).toBe(entries);
  const words = (await rooms.items(id)).map((item) => said([item]));
  expect(words.filter((some) => some.includes("As it was"))).toHaveLength(99);
  expect(words.filter((some) => some.includes("Written since"))).toHaveLength(1);
});

describe("the version of a day", () => {
  const today = new Date();
  const later = (days: number, hours = 0) =>
    new Date(today.getTime() + (days * 24 + hours) * 3_600_000).toISOString();

  /** Rooms whose clock is set by hand. */
  const start = async () => {
    const clock = { at: later(0) };
    const rooms = await OpenRooms.start({ now: () => clock.at });
    const { id, lead } = await rooms.statement();
    const page = await rooms.open(id, lead);
    page.adds(requirement("First words"));
    await eventually(async () => expect(await rooms.items(id)).toHaveLength(1));
    const versions = () => rooms.rooms.use(id, ({ record }) => versionsIn(record));
    return { rooms, id, page, clock, versions };
  };

  test("is kept before the first change of another day, with the text as it was", async () => {
    const { rooms, id, page, clock, versions } = await start();
    await using _ = rooms;
    page.types("r1", "measure", "Later the same day.");
    await eventually(async () => expect(said(await rooms.items(id))).toContain("Later the same"));
    expect(await versions()).toEqual([]);

    clock.at = later(2);
    page.types("r1", "statement", "Words of another day. ");
    await eventually(async () => expect(await versions()).toHaveLength(1));
    const [daily] = await versions();
    expect(daily).toMatchObject({ why: "daily", made: { personId: "server" } });
    expect(nameOfVersion(daily ?? expect.fail())).toMatch(/^End of \d+ \w+ \d{4}$/);
    const kept = await readVersion(rooms.store, id, 1);
    expect(said(kept.items)).toContain("First words");
    expect(said(kept.items)).not.toContain("Words of another day");
    await eventually(async () =>
      expect(said(await rooms.items(id))).toContain("Words of another day"),
    );

    // One a day, whatever else happens on it, also after a restart.
    page.types("r1", "statement", "More. ");
    await eventually(async () => expect(said(await rooms.items(id))).toContain("More."));
    await rooms.restart();
    await rooms.rooms.use(id, (room) =>
      room.act(by, () => ({ drafts: [{ type: "noted", facts: {}, words: {} }] })),
    );
    expect(await versions()).toHaveLength(1);
  });

  test("is kept before what somebody says on another day, too, and not of days at rest", async () => {
    const { rooms, id, clock, versions } = await start();
    await using _ = rooms;
    const says = () =>
      rooms.rooms.use(id, (room) =>
        room.act(by, () => ({ drafts: [{ type: "noted", facts: {}, words: {} }] })),
      );
    clock.at = later(5);
    await says();
    await says();
    expect(await versions()).toHaveLength(1);
    clock.at = later(9);
    await says();
    expect((await versions()).map(({ why }) => why)).toEqual(["daily", "daily"]);
  });

  test("is not kept of a day whose end is kept already", async () => {
    const { rooms, id, page, clock, versions } = await start();
    await using _ = rooms;
    await keep(rooms, id);
    clock.at = later(3);
    page.types("r1", "statement", "Another day. ");
    await eventually(async () => expect(said(await rooms.items(id))).toContain("Another day."));
    expect((await versions()).map(({ why }) => why)).toEqual(["before-import"]);
  });
});
