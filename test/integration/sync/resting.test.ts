/** A document that nobody reads is given up for its bytes: nobody can tell, except by the memory. */
import { create, int32, oneOf } from "lib0/prng";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { APage } from "./a-page.ts";
import { eventually } from "./eventually.ts";
import { seedOfRun } from "./fire-settings.ts";
import { OpenRooms } from "./open-rooms.ts";

const requirement = { id: "r1", kind: "requirement", order: "a1V" } as const;
const seed = seedOfRun();

test("a document is given up while people are there, and made again when somebody writes", async () => {
  await using rooms = await OpenRooms.start({ restMs: 20 });
  const { id, lead } = await rooms.statement();
  const ben = await rooms.joins(id, "Ben", "editor");
  const adas = await rooms.open(id, lead);
  const bens = await rooms.open(id, ben);
  const basket = new Set<string>();
  await rooms.rooms.use(id, (room) => room.addTouchedTo(basket));
  adas.adds(requirement);
  adas.types("r1", "statement", "Answer");
  await eventually(() => expect(bens.entries.at(-1)?.type).toBe("give-references"));
  const rests = (): Promise<void> => eventually(() => expect(rooms.rooms.documents).toBe(0));
  await rests();
  expect([...basket]).toEqual(["r1"]);
  basket.clear();

  // Who comes in now is sent the bytes, and the document is not made for it.
  const cleo = await rooms.joins(id, "Cleo", "editor");
  const cleos = await rooms.open(id, cleo);
  expect(cleos.reads("r1", "statement")).toBe("Answer");
  await rests();

  bens.types("r1", "statement", " calls");
  await eventually(() => {
    expect(adas.reads("r1", "statement")).toContain(" calls");
    expect(basket.has("r1")).toBe(true);
  });
  expect(await rooms.rooms.use(id, (room) => room.lastEdit("r1")?.personId)).toBe(ben);
  await rests();
  expect(await rooms.rooms.use(id, (room) => room.lastEdit("r1")?.personId)).toBe(ben);
  expect(await rooms.rooms.use(id, (room) => room.items().length)).toBe(1);
});

test("who comes back with words of their own is asked for them, whether there is a document or not", async () => {
  await using rooms = await OpenRooms.start({ restMs: 20 });
  const { id, lead } = await rooms.statement();
  const ben = await rooms.joins(id, "Ben", "editor");
  const adas = await rooms.open(id, lead);
  adas.adds(requirement);
  await eventually(() => expect(adas.entries.at(-1)?.type).toBe("join"));
  await eventually(() => expect(rooms.rooms.documents).toBe(0));
  const offline = new APage();
  Y.applyUpdate(offline.doc, Y.encodeStateAsUpdate(adas.doc));
  offline.types("r1", "statement", "Written on a train");
  await rooms.open(id, ben, offline);
  await eventually(() => expect(adas.reads("r1", "statement")).toBe("Written on a train"));
});

test("a document stays while somebody works in the room without a page", async () => {
  await using rooms = await OpenRooms.start({ restMs: 5 });
  const { id, lead } = await rooms.statement();
  const other = await rooms.statement();
  await rooms.open(id, lead);
  await rooms.open(other.id, other.lead);
  await rooms.rooms.use(id, async (room) => {
    const { doc } = room;
    // The other one's is given up.
    await eventually(() => expect(rooms.rooms.documents).toBe(1));
    expect(room.doc).toBe(doc);
  });
});

test(`whatever is done meanwhile, everybody reads the same (seed ${seed})`, async () => {
  const random = create(seed);
  await using rooms = await OpenRooms.start({ restMs: 1, longestBeatMs: 1 });
  const { id, lead } = await rooms.statement();
  const people = [lead, await rooms.joins(id, "Ben", "editor")];
  let pages = await Promise.all(people.map((person) => rooms.open(id, person)));
  pages[0]?.adds(requirement);
  await eventually(() => expect(pages[1]?.has("r1")).toBe(true));
  let rests = 0;
  for (let step = 0; step < 150; step += 1) {
    const dice = int32(random, 0, 9);
    if (dice < 6) oneOf(random, pages).types("r1", "statement", `${step} `);
    else if (dice === 6) {
      const at = int32(random, 0, 1);
      pages[at]?.leave();
      const back = await rooms.open(id, people[at] ?? lead);
      pages = pages.map((page, index) => (index === at ? back : page));
    } else {
      await eventually(() => expect(rooms.rooms.documents).toBe(0));
      rests += 1;
    }
  }
  const reads = (): string[] => pages.map((page) => page.reads("r1", "statement"));
  await eventually(() => {
    const [adas, bens] = reads();
    expect(adas).toBe(bens);
  });
  const late = await rooms.open(id, lead);
  expect(late.reads("r1", "statement")).toBe(reads()[0]);
  expect(rests).toBeGreaterThan(5);
});
