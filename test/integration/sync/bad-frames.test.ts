import { create, int32, type PRNG as Prng, uint32 } from "lib0/prng";
import { describe, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { itemsOf } from "../../../shared/items.ts";
import { closeCode } from "../../../shared/sync/close-codes.ts";
import { encodeMark } from "../../../shared/sync/mark.ts";
import { encodeRecordSince } from "../../../shared/sync/record-since.ts";
import { writeUpdate } from "../../../server/sync/write-update.ts";
import { APage } from "./a-page.ts";
import { secondsUnderFire, seedOfRun } from "./fire-settings.ts";
import { encodePresence, glued, ring, syncFrame } from "./frames.ts";
import { eventually } from "./eventually.ts";
import { OpenRooms } from "./open-rooms.ts";

const requirement = { id: "r1", kind: "requirement", order: "a1V" } as const;

describe("a frame that may not be", () => {
  const frames: Record<string, Uint8Array> = {
    "is empty": Uint8Array.of(),
    "is of an unknown kind": Uint8Array.of(99),
    "is y-protocols' auth": Uint8Array.of(2, 0),
    "is of an unknown kind of sync": Uint8Array.of(0, 7, 0),
    "is cut short": Uint8Array.of(0, 2, 50, 1, 2, 3),
    "goes on after its end": Uint8Array.of(...encodeMark(1), 0),
    "holds an update that is none": syncFrame(2, Uint8Array.of(1, 2, 3, 4)),
    "holds a state vector that is none": syncFrame(0, Uint8Array.of(200, 200, 200)),
    "holds presence that is no JSON": Uint8Array.of(1, 6, 1, 5, 1, 2, 123, 123),
    "holds presence that is no object": encodePresence(5, 1, "here"),
    "holds presence that is too long": encodePresence(5, 1, { place: "x".repeat(5_000) }),
  };
  test.each(Object.entries(frames))("and %s closes the socket", async (_name, frame) => {
    await using rooms = await OpenRooms.start();
    const { id, lead } = await rooms.statement();
    const adasPage = await rooms.open(id, lead);
    const page = new APage();
    vi.spyOn(page, "sendPresence").mockImplementation(() => {});
    await rooms.open(id, await rooms.joins(id, "Ben", "editor"), page);
    page.raw(frame);
    await eventually(() => expect(page.closed?.code).toBe(closeCode.reload));
    expect(page.closed?.reason).not.toBe("");
    expect(adasPage.closed).toBeNull();
  });

  test("because it is too long closes the socket as too large", async () => {
    await using rooms = await OpenRooms.start();
    const { id, lead } = await rooms.statement();
    const page = await rooms.open(id, lead);
    page.raw(new Uint8Array(9 * 1024 * 1024));
    expect(page.closed?.code).toBe(closeCode.tooLarge);
  });
});

describe("an update that may not be", () => {
  const writers: Record<string, (doc: Y.Doc) => void> = {
    "another root": (doc) => doc.getMap("elsewhere").set("a", 1),
    "a document in the document": (doc) => itemsOf(doc).set("r2", new Y.Doc() as never),
  };
  test.each(Object.entries(writers))("because it holds %s is refused", async (_name, write) => {
    await using rooms = await OpenRooms.start();
    const { id, lead } = await rooms.statement();
    const page = await rooms.open(id, lead);
    write(page.doc);
    await eventually(() => expect(page.closed?.code).toBe(closeCode.reload));
    expect(await rooms.items(id)).toEqual([]);
  });

  test("because it names one client twice is refused, or applied as it was judged", async () => {
    await using rooms = await OpenRooms.start();
    const { id, lead } = await rooms.statement();
    const page = await rooms.open(id, lead);
    const doc = new Y.Doc();
    const updates: Uint8Array[] = [];
    doc.on("update", (update: Uint8Array) => updates.push(update));
    itemsOf(doc).set("a", new Y.Map([["kind", "need"]]));
    itemsOf(doc).set("b", new Y.Map([["kind", "need"]]));
    page.sendUpdate(glued(updates));
    const mark = page.mark();
    await eventually(() => expect(page.saved).toBe(mark));
    expect((await rooms.items(id)).map((item) => item.id).toSorted()).toEqual(["a", "b"]);
    await rooms.restart();
    expect((await rooms.items(id)).map((item) => item.id).toSorted()).toEqual(["a", "b"]);
  });

  test("because it writes one id twice is refused", async () => {
    await using rooms = await OpenRooms.start();
    const { id, lead } = await rooms.statement();
    const page = await rooms.open(id, lead);
    const doc = new Y.Doc();
    itemsOf(doc).set("a", new Y.Map([["kind", "need"]]));
    const update = Y.encodeStateAsUpdate(doc);
    page.sendUpdate(glued([update, update]));
    await eventually(() => expect(page.closed?.code).toBe(closeCode.reload));
    expect(await rooms.items(id)).toEqual([]);
  });

  test("because structs wait for each other in a ring is refused", async () => {
    await using rooms = await OpenRooms.start();
    const { id, lead } = await rooms.statement();
    const page = await rooms.open(id, lead);
    page.sendUpdate(ring());
    await eventually(() => expect(page.closed?.code).toBe(closeCode.reload));
    expect(await rooms.rooms.use(id, ({ doc }) => doc.store.pendingStructs)).toBeNull();
  });

  test("because it stands between words and something forgotten is refused", async () => {
    await using rooms = await OpenRooms.start();
    const { id, lead } = await rooms.statement();
    const page = await rooms.open(id, lead);
    page.adds(requirement);
    page.types("r1", "statement", "Answer");
    page.adds({ ...requirement, id: "r2" });
    page.types("r2", "statement", "gone");
    page.doc.transact(() => itemsOf(page.doc).delete("r2"));
    await eventually(async () =>
      expect((await rooms.items(id)).map((item) => item.id)).toEqual(["r1"]),
    );
    const structs = page.doc.store.clients.get(page.doc.clientID) ?? [];
    const words = structs.find(
      (struct) => struct instanceof Y.Item && struct.content instanceof Y.ContentString,
    );
    const forgotten = structs.findLast((struct) => struct instanceof Y.GC);
    if (!words || !forgotten) throw new Error("nothing to stand between");
    const next = Y.getState(page.doc.store, page.doc.clientID);
    const content = new Y.ContentString("!");
    const struct = new Y.Item(
      Y.createID(page.doc.clientID, next),
      null,
      Y.createID(words.id.client, words.id.clock + words.length - 1),
      null,
      forgotten.id,
      null,
      null,
      content,
    );
    const client = page.doc.clientID;
    page.sendUpdate(writeUpdate([{ client, from: next, structs: [struct] }], []));
    await eventually(() => expect(page.closed?.code).toBe(closeCode.reload));
  });

  test("because it brings hundreds of client ids is refused", async () => {
    await using rooms = await OpenRooms.start();
    const { id, lead } = await rooms.statement();
    const page = await rooms.open(id, lead);
    const whole = new Y.Doc();
    for (let client = 1; client <= 300; client += 1) {
      const doc = new Y.Doc();
      doc.clientID = client;
      itemsOf(doc).set(`r${client}`, new Y.Map());
      Y.applyUpdate(whole, Y.encodeStateAsUpdate(doc));
    }
    page.sendUpdate(Y.encodeStateAsUpdate(whole));
    await eventually(() => expect(page.closed?.code).toBe(closeCode.reload));
  });
});

test("who asks too much is told to try later", async () => {
  await using rooms = await OpenRooms.start();
  const { id, lead } = await rooms.statement();
  const page = await rooms.open(id, lead);
  for (let ask = 0; ask < 1_000; ask += 1) page.raw(encodeRecordSince(0));
  expect(page.closed?.code).toBe(closeCode.tryLater);
});

test("frames changed at random harm nobody: the server stays up and the others notice nothing", async () => {
  const seed = seedOfRun();
  const rounds = secondsUnderFire(5) * 300;
  const random = create(seed);
  await using rooms = await OpenRooms.start();
  const { id, lead } = await rooms.statement();
  const adasPage = await rooms.open(id, lead);
  adasPage.adds(requirement);
  const ben = await rooms.joins(id, "Ben", "editor");
  const reader = await rooms.open(id, await rooms.joins(id, "Cleo", "reader"));
  let words = "";
  let closed = 0;
  let bensPage = await rooms.open(id, ben);
  for (let round = 0; round < rounds; round += 1) {
    bensPage.raw(changed(random, frameOf(random, bensPage)));
    if (round % 20 === 0) {
      const word = `w${round} `;
      adasPage.types("r1", "measure", word);
      words += word;
      const mark = adasPage.mark();
      await eventually(() =>
        expect([adasPage.saved, adasPage.closed], `seed ${seed}`).toEqual([mark, null]),
      );
    }
    if (!bensPage.closed) continue;
    closed += 1;
    bensPage.end();
    bensPage = await rooms.open(id, ben);
  }
  const mark = adasPage.mark();
  await eventually(() => expect(adasPage.saved).toBe(mark));
  console.log(`seed ${seed}: ${rounds} frames changed at random, ${closed} sockets closed`);
  expect(closed).toBeGreaterThan(rounds / 10);
  expect(adasPage.closed).toBeNull();
  expect(reader.closed).toBeNull();
  expect(rooms.problems).toEqual([]);
  await eventually(() => expect(reader.reads("r1", "measure")).toBe(words));
  const live = await rooms.rooms.use(id, ({ doc }) => [
    doc.store.pendingStructs,
    doc.store.pendingDs,
    doc.getMap("items").toJSON(),
  ]);
  expect(live.slice(0, 2)).toEqual([null, null]);
  await rooms.restart();
  const stored = await rooms.rooms.use(id, ({ doc }) => doc.getMap("items").toJSON());
  // In whatever order they are kept.
  expect(stored).toStrictEqual(live[2]);
}, 120_000);

/** A whole frame of some kind, such as a page sends. */
function frameOf(random: Prng, page: APage): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = uint32(random, 1, 2 ** 31);
  if (int32(random, 0, 1) === 0) Y.applyUpdate(doc, Y.encodeStateAsUpdate(page.doc));
  const before = Y.encodeStateVector(doc);
  switch (int32(random, 0, 6)) {
    case 0:
      return encodeMark(int32(random, 0, 99));
    case 1:
      return encodeRecordSince(int32(random, 0, 99));
    case 2:
      return encodePresence(page.awareness.clientID, int32(random, 0, 99), { place: "r1" });
    case 3:
      return syncFrame(0, before);
    default: {
      const map = new Y.Map<unknown>([["kind", "need"]]);
      itemsOf(doc).set(`x${int32(random, 0, 9)}`, map);
      map.set("fields", new Y.Map([["iNeed", new Y.XmlFragment()]]));
      itemsOf(doc).delete(`x${int32(random, 0, 9)}`);
      return syncFrame(2, Y.encodeStateAsUpdate(doc, before));
    }
  }
}

/** Cuts it short, turns bytes, puts some in or leaves it as it is. */
function changed(random: Prng, frame: Uint8Array): Uint8Array {
  const bytes = [...frame];
  const place = (): number => int32(random, 0, Math.max(0, bytes.length - 1));
  switch (int32(random, 0, 4)) {
    case 0:
      return Uint8Array.from(bytes.slice(0, place()));
    case 1:
    case 2:
      for (let times = int32(random, 1, 3); times > 0; times -= 1) {
        bytes[place()] = int32(random, 0, 255);
      }
      return Uint8Array.from(bytes);
    case 3:
      bytes.splice(place(), 0, ...Array.from({ length: 3 }, () => int32(random, 0, 255)));
      return Uint8Array.from(bytes);
    default:
      return frame;
  }
}
