import { nanoid } from "nanoid";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { changeRole } from "../../../shared/commands/change-role.ts";
import { fragmentOf, itemsOf } from "../../../shared/items.ts";
import { closeCode } from "../../../shared/sync/close-codes.ts";
import { writeUpdate } from "../../../server/sync/write-update.ts";
import { AGate } from "./a-gate.ts";
import { APage } from "./a-page.ts";
import { eventually } from "./eventually.ts";
import { OpenRooms } from "./open-rooms.ts";

const requirement = { id: "r1", kind: "requirement", order: "a1V" } as const;

describe("readers and reviewers", () => {
  test.each(["reader", "reviewer"] as const)(
    "a %s who changes the text is told to reload, and the text stays as it was",
    async (role) => {
      await using rooms = await OpenRooms.start();
      const { id, lead } = await rooms.statement();
      const adasPage = await rooms.open(id, lead);
      adasPage.adds(requirement);
      adasPage.types("r1", "statement", "Answer within two minutes");
      const page = await rooms.open(id, await rooms.joins(id, "Cleo", role));
      await eventually(() => expect(page.has("r1")).toBe(true));
      const before = await bytesOf(rooms, id);

      page.types("r1", "statement", " or never");
      await eventually(() => expect(page.closed?.code).toBe(closeCode.reload));
      expect(await bytesOf(rooms, id)).toEqual(before);
      expect(adasPage.reads("r1", "statement")).toBe("Answer within two minutes");
    },
  );

  test("a reader who deletes is told to reload; one who repeats old deletions is not", async () => {
    await using rooms = await OpenRooms.start();
    const { id, lead } = await rooms.statement();
    const adasPage = await rooms.open(id, lead);
    adasPage.adds(requirement);
    adasPage.types("r1", "statement", "Answer soon");
    const page = await rooms.open(id, await rooms.joins(id, "Cleo", "reader"));
    deleteWords(adasPage, 6, 5);
    await eventually(() => expect(page.reads("r1", "statement")).toBe("Answer"));

    page.sendUpdate(Y.encodeStateAsUpdate(page.doc));
    const mark = page.mark();
    await eventually(() => expect(page.saved).toBe(mark));
    expect(page.closed).toBeNull();

    deleteWords(page, 0, 1);
    await eventually(() => expect(page.closed?.code).toBe(closeCode.reload));
    expect(adasPage.reads("r1", "statement")).toBe("Answer");
  });

  test("a reader's document that tidies redundant formatting away by itself may stay", async () => {
    await using rooms = await OpenRooms.start();
    const { id, lead } = await rooms.statement();
    const adasPage = await rooms.open(id, lead);
    adasPage.adds(requirement);
    adasPage.types("r1", "statement", "Answer within two minutes");
    textOf(adasPage).format(7, 6, { bold: {} });
    const page = await rooms.open(id, await rooms.joins(id, "Cleo", "reader"));
    await eventually(() => expect(page.has("r1")).toBe(true));

    const structs = page.doc.store.clients.get(adasPage.doc.clientID) ?? [];
    const formats = structs.filter(
      (struct) => struct instanceof Y.Item && struct.content instanceof Y.ContentFormat,
    );
    expect(formats).toHaveLength(2);
    const runs = formats.map(({ id: { client, clock }, length: len }) => ({ client, clock, len }));
    page.sendUpdate(writeUpdate([], runs));
    const mark = page.mark();
    await eventually(() => expect(page.saved).toBe(mark));
    expect(page.closed).toBeNull();
    const [item] = await rooms.items(id);
    expect(item?.fields["statement"]?.content[0]?.content).toHaveLength(3);
  });

  test("only those who may write are asked for what the server lacks", async () => {
    await using rooms = await OpenRooms.start();
    const { id, lead } = await rooms.statement();
    const asked = ({ frames }: APage) =>
      frames.some(({ bytes }) => bytes[0] === 0 && bytes[1] === 0);
    expect(asked(await rooms.open(id, lead))).toBe(true);
    expect(asked(await rooms.open(id, await rooms.joins(id, "Cleo", "reviewer")))).toBe(false);
  });
});

describe("client ids", () => {
  test("nobody writes with the client id of somebody else", async () => {
    await using rooms = await OpenRooms.start();
    const { id, lead } = await rooms.statement();
    const adasPage = await rooms.open(id, lead);
    adasPage.adds(requirement);
    const bensPage = await rooms.open(id, await rooms.joins(id, "Ben", "editor"));
    await eventually(() => expect(bensPage.has("r1")).toBe(true));

    const forged = new Y.Doc();
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(bensPage.doc));
    forged.clientID = adasPage.doc.clientID;
    const before = Y.encodeStateVector(forged);
    itemsOf(forged).get("r1")?.set("priority", "wont");
    bensPage.sendUpdate(Y.encodeStateAsUpdate(forged, before));

    await eventually(() => expect(bensPage.closed?.code).toBe(closeCode.reload));
    const [item] = await rooms.items(id);
    expect(item?.priority).toBeNull();
    expect(adasPage.closed).toBeNull();
  });

  test("a client id that two people use for the first time in one beat belongs to the first", async () => {
    const gate = new AGate();
    await using rooms = await OpenRooms.start({ between: gate.between });
    const { id, lead } = await rooms.statement();
    const ben = await rooms.joins(id, "Ben", "editor");
    const adasPage = await rooms.open(id, lead);
    const bensPage = await rooms.open(id, ben);
    gate.close();
    adasPage.adds({ ...requirement, id: "r0" });
    await eventually(() => expect(gate.waiting).toBe(1));
    const secondPage = await rooms.open(id, lead, new APage(bensPage.doc.clientID));
    bensPage.adds(requirement);
    secondPage.adds({ ...requirement, id: "r2" });
    secondPage.adds({ ...requirement, id: "r3" });
    gate.open();

    await eventually(() => expect(secondPage.closed?.code).toBe(closeCode.reload));
    await eventually(async () =>
      expect((await rooms.items(id)).map((item) => item.id)).toEqual(["r0", "r1"]),
    );
    const stored = await rooms.store.text.load(id);
    expect(stored?.clientIds.get(bensPage.doc.clientID)).toBe(ben);
  });

  test("an update that hangs on text that is not here is refused, and does not come back", async () => {
    await using rooms = await OpenRooms.start();
    const { id, lead } = await rooms.statement();
    const page = await rooms.open(id, lead);
    const elsewhere = new Y.Doc();
    const updates: Uint8Array[] = [];
    elsewhere.on("update", (update: Uint8Array) => updates.push(update));
    itemsOf(elsewhere).set("x", new Y.Map());
    itemsOf(elsewhere).set("y", new Y.Map());
    const [, second] = updates;
    if (!second) throw new Error("no second update");
    page.sendUpdate(second);

    await eventually(() => expect(page.closed?.code).toBe(closeCode.reload));
    const pending = await rooms.rooms.use(id, ({ doc }) => doc.store.pendingStructs);
    expect(pending).toBeNull();
    expect((await rooms.store.text.load(id))?.updates.every(({ bytes }) => bytes !== second)).toBe(
      true,
    );
  });

  test("what an update repeats is left out of the journal", async () => {
    await using rooms = await OpenRooms.start();
    const { id, lead } = await rooms.statement();
    const page = await rooms.open(id, lead);
    page.adds(requirement);
    page.types("r1", "statement", "Answer within two minutes ".repeat(50));
    await eventually(async () => expect(await rooms.items(id)).toHaveLength(1));
    const rowsBefore = (await rooms.store.text.load(id))?.updates.length ?? 0;

    page.sendUpdate(Y.encodeStateAsUpdate(page.doc));
    let mark = page.mark();
    await eventually(() => expect(page.saved).toBe(mark));
    expect((await rooms.store.text.load(id))?.updates).toHaveLength(rowsBefore);

    const whole = new Y.Doc();
    Y.applyUpdate(whole, Y.encodeStateAsUpdate(page.doc));
    itemsOf(whole).get("r1")?.set("priority", "must");
    page.sendUpdate(Y.encodeStateAsUpdate(whole));
    mark = page.mark();
    await eventually(() => expect(page.saved).toBe(mark));
    expect((await rooms.store.text.load(id))?.updates.at(-1)?.bytes.length).toBeLessThan(100);
  });
});

test("what a person wrote and is not yet in a commit when their role changes does not count", async () => {
  const gate = new AGate();
  await using rooms = await OpenRooms.start({ between: gate.between });
  const { id, lead } = await rooms.statement();
  const ben = await rooms.joins(id, "Ben", "editor");
  const adasPage = await rooms.open(id, lead);
  const bensPage = await rooms.open(id, ben);
  adasPage.adds(requirement);
  await eventually(() => expect(bensPage.has("r1")).toBe(true));

  gate.close();
  const changed = rooms.rooms.use(id, (room) =>
    room.act({ personId: lead, boroughId: "camden" }, () => ({
      drafts: [
        {
          type: changeRole.name,
          facts: { personId: ben, role: "reader", agrees: false },
          words: {},
        },
      ],
    })),
  );
  await eventually(() => expect(gate.waiting).toBe(1));
  bensPage.types("r1", "statement", "too late");
  const mark = bensPage.mark();
  gate.open();
  await changed;

  expect(bensPage.closed?.code).toBe(closeCode.roleChanged);
  const adasMark = adasPage.mark();
  await eventually(() => expect(adasPage.saved).toBe(adasMark));
  expect(bensPage.saved).toBeLessThan(mark);
  expect(adasPage.reads("r1", "statement")).toBe("");
  const back = await rooms.open(id, ben);
  expect(back.closed).toBeNull();
  back.types("r1", "statement", "still");
  await eventually(() => expect(back.closed?.code).toBe(closeCode.reload));
});

test("who is no member, or no longer, is told so", async () => {
  await using rooms = await OpenRooms.start();
  const { id } = await rooms.statement();
  const stranger = await rooms.open(id, nanoid());
  expect(stranger.closed?.code).toBe(closeCode.notFound);
  const nowhere = await rooms.open(nanoid(), nanoid());
  expect(nowhere.closed).toEqual(stranger.closed);
});

function bytesOf(rooms: OpenRooms, id: string): Promise<Uint8Array> {
  return rooms.rooms.use(id, ({ doc }) => Y.encodeStateAsUpdate(doc));
}

function deleteWords(page: APage, from: number, length: number): void {
  textOf(page).delete(from, length);
}

function textOf({ doc }: APage): Y.XmlText {
  const paragraph = fragmentOf(doc, "r1", "statement")?.get(0);
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
  if (!(text instanceof Y.XmlText)) throw new Error("no words here");
  return text;
}
