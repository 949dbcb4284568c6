import { describe, expect, test } from "vitest";
import { itemsOf, addItem } from "../../../shared/items.ts";
import { richTextFromPlain } from "../../../shared/rich-text.ts";
import { Refusal } from "../../../shared/refusal.ts";
import { closeCode } from "../../../shared/sync/close-codes.ts";
import { AGate } from "./a-gate.ts";
import { eventually } from "./eventually.ts";
import { aCommit } from "../store/a-commit.ts";
import { OpenRooms } from "./open-rooms.ts";

const requirement = { id: "r1", kind: "requirement", order: "a1V" } as const;
const by = { personId: "ada", boroughId: "camden" };
const draft = { type: "noted", facts: { of: "r1" }, words: {} };

describe("an act", () => {
  test("brings its entries and its text together, on every page", async () => {
    await using rooms = await OpenRooms.start();
    const { id, lead } = await rooms.statement();
    const page = await rooms.open(id, lead);
    const fields = { statement: richTextFromPlain("Answer soon") };
    const entries = await rooms.rooms.use(id, (room) =>
      room.act(by, () => ({
        drafts: [draft],
        write: (doc) => void addItem(doc, { ...requirement, fields }),
      })),
    );

    expect(entries.map(({ type, personId }) => [type, personId])).toEqual([["noted", "ada"]]);
    expect(page.reads("r1", "statement")).toBe("Answer soon");
    await eventually(() => expect(page.entries).toContainEqual(entries[0]));
    const stored = await rooms.store.text.load(id);
    expect(stored?.updates.at(-1)?.personId).toBe("ada");
    // It wrote the title too: one client id a statement, however often the server writes.
    expect([...(stored?.clientIds.values() ?? [])]).toEqual(["server"]);
  });

  test("that cannot be kept leaves neither entries nor text", async () => {
    const gate = new AGate();
    await using rooms = await OpenRooms.start({ between: gate.between });
    const { id, lead } = await rooms.statement();
    const page = await rooms.open(id, lead);
    const before = (await rooms.store.record.entriesAfter(id, 0)).length;
    gate.fail();
    const act = rooms.rooms.use(id, (room) =>
      room.act(by, () => ({
        drafts: [draft],
        write: (doc) => void addItem(doc, requirement),
      })),
    );
    await expect(act).rejects.toMatchObject({ code: "unavailable" });
    expect(page.closed?.code).toBe(closeCode.tryLater);
    gate.mend();
    expect(await rooms.items(id)).toEqual([]);
    expect(await rooms.store.record.entriesAfter(id, 0)).toHaveLength(before);
  });

  test("that is refused changes nothing and harms nobody", async () => {
    await using rooms = await OpenRooms.start();
    const { id, lead } = await rooms.statement();
    const page = await rooms.open(id, lead);
    const act = rooms.rooms.use(id, (room) =>
      room.act(by, () => {
        throw new Refusal("already-so", "That is so already.");
      }),
    );
    await expect(act).rejects.toMatchObject({ code: "already-so" });
    expect(page.closed).toBeNull();
  });

  test("whose writing fails on the way leaves nothing", async () => {
    await using rooms = await OpenRooms.start();
    const { id } = await rooms.statement();
    const act = rooms.rooms.use(id, (room) =>
      room.act(by, () => ({
        drafts: [draft],
        write(doc) {
          addItem(doc, requirement);
          throw new Error("halfway");
        },
      })),
    );
    await expect(act).rejects.toThrow("halfway");
    expect(await rooms.items(id)).toEqual([]);
  });

  test("decides on everything received before it, once that is committed", async () => {
    const gate = new AGate();
    await using rooms = await OpenRooms.start({ between: gate.between });
    const { id, lead } = await rooms.statement();
    const page = await rooms.open(id, lead);
    page.adds(requirement);
    await eventually(async () => expect(await rooms.items(id)).toHaveLength(1));
    gate.close();
    page.types("r1", "measure", "waits");
    await eventually(() => expect(gate.waiting).toBe(1));
    page.types("r1", "statement", "before");
    let seen = "";
    const act = rooms.rooms.use(id, (room) =>
      room.act(by, () => {
        seen = JSON.stringify(room.items());
        return { drafts: [] };
      }),
    );
    gate.open();
    await act;
    expect(seen).toContain("before");
  });

  test("one after the other: each sees what the one before did", async () => {
    await using rooms = await OpenRooms.start();
    const { id } = await rooms.statement();
    const numbers = await rooms.rooms.use(id, (room) =>
      Promise.all(
        Array.from({ length: 20 }, () =>
          room.act(by, ({ record }) => ({
            drafts: [{ type: "noted", facts: { after: record.head.number }, words: {} }],
          })),
        ),
      ),
    );
    const entries = numbers.flat();
    expect(entries.every(({ facts, number }) => facts["after"] === number - 1)).toBe(true);
    expect(new Set(entries.map(({ number }) => number)).size).toBe(20);
  });
});

describe("the record", () => {
  test("a page gets the entries after the number it has, then each as it is added", async () => {
    await using rooms = await OpenRooms.start();
    const { id, lead } = await rooms.statement();
    await rooms.joins(id, "Ben", "reader");
    const page = await rooms.open(id, lead);
    await rooms.joins(id, "Cleo", "reader");
    await eventually(() => expect(page.entries.map(({ number }) => number)).toEqual([1, 2, 3]));
    page.leave();
    await rooms.joins(id, "Dan", "reader");
    await rooms.open(id, lead, page);
    expect(page.entries.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  });
});

describe("references", () => {
  test("are given once an item has words, in the order of the statement, and never again", async () => {
    await using rooms = await OpenRooms.start();
    const { id, lead } = await rooms.statement();
    const page = await rooms.open(id, lead);
    page.adds({ ...requirement, id: "r2", order: "a2V" });
    page.adds(requirement);
    page.adds({ id: "s1", kind: "section", order: "a0V" });
    page.types("s1", "title", "A section");
    page.doc.transact(() => {
      page.types("r2", "statement", "Second");
      page.types("r1", "statement", "First");
    });
    const references = () =>
      rooms.rooms.use(id, ({ record }) => Object.fromEntries(record.references));
    await eventually(async () => expect(await references()).toEqual({ r1: "R-1", r2: "R-2" }));
    page.doc.transact(() => itemsOf(page.doc).get("r1")?.set("removed", { why: "Twice" }));
    page.adds({ ...requirement, id: "r3", order: "a3V" });
    page.types("r3", "statement", "Third");
    await eventually(async () => expect(await references()).toMatchObject({ r3: "R-3" }));
    const given = page.entries.filter(({ type }) => type === "give-references");
    expect(given).toHaveLength(2);
  });

  test("that a server owed when it stopped are given when the statement is opened", async () => {
    await using rooms = await OpenRooms.start();
    const { id, lead } = await rooms.statement();
    const page = await rooms.open(id, lead);
    page.adds({ ...requirement, fields: { statement: richTextFromPlain("Answer soon") } });
    const given = async () => (await rooms.store.record.entriesAfter(id, 0)).at(-1);
    await eventually(async () => expect((await given())?.type).toBe("give-references"));
    const stored = await rooms.store.text.load(id);
    const other = await rooms.statement();
    const updates = (stored?.updates ?? []).map((row) => ({
      ...row,
      statementId: other.id,
    }));
    await rooms.restart();
    await rooms.store.text.commit(aCommit({ updates }));
    const references = () =>
      rooms.rooms.use(other.id, ({ record }) => Object.fromEntries(record.references));
    await eventually(async () => expect(await references()).toEqual({ r1: "R-1" }));
  });
});

test("lists show title and number of items without opening the statement", async () => {
  await using rooms = await OpenRooms.start();
  const { id, lead } = await rooms.statement();
  const page = await rooms.open(id, lead);
  page.adds(requirement);
  page.adds({ ...requirement, id: "r2" });
  page.doc.getMap("about").set("title", "Parking");
  await eventually(async () =>
    expect(await rooms.store.people.statementsOf(lead)).toMatchObject([
      { title: "Parking", items: 2 },
    ]),
  );
  page.doc.transact(() => itemsOf(page.doc).get("r1")?.set("removed", { why: "Twice" }));
  await eventually(async () =>
    expect(await rooms.store.people.statementsOf(lead)).toMatchObject([{ items: 1 }]),
  );
});
