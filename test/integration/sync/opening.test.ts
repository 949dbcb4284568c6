/** What whoever opens a statement is sent, before and after its document is made. */
import { createDecoder, readVarUint } from "lib0/decoding";
import { messageYjsSyncStep1, messageYjsSyncStep2, messageYjsUpdate } from "y-protocols/sync";
import { expect, test } from "vitest";
import { message } from "../../../shared/sync/messages.ts";
import { APage } from "./a-page.ts";
import { eventually } from "./eventually.ts";
import { OpenRooms } from "./open-rooms.ts";

const requirement = { id: "r1", kind: "requirement", order: "a1V" } as const;

/** What was said about text, in order. */
function saidTo(page: APage): number[] {
  return page.frames.flatMap(({ kind, bytes }) => {
    if (kind !== message.sync) return [];
    const decoder = createDecoder(bytes);
    readVarUint(decoder);
    return [readVarUint(decoder)];
  });
}

test("all who open a statement with nothing are sent the very same bytes, the last of them as the answer", async () => {
  await using rooms = await OpenRooms.start();
  const { id, lead } = await rooms.statement();
  const adasPage = await rooms.open(id, lead);
  adasPage.adds(requirement);
  adasPage.types("r1", "statement", "Words");
  await eventually(async () => expect(await rooms.items(id)).toHaveLength(1));
  const person = await rooms.joins(id, "Ben", "editor");
  adasPage.leave();
  await rooms.restart();

  const pages = await Promise.all([rooms.open(id, person), rooms.open(id, person)]);
  const [first, second] = pages;
  await eventually(() => {
    for (const page of pages) expect(page.reads("r1", "statement")).toBe("Words");
  });
  const texts = pages.map(({ frames }) => frames.filter(({ kind }) => kind === message.sync));
  expect(texts[0]?.[0]?.bytes).toBe(texts[1]?.[0]?.bytes);
  expect(texts[0]?.[1]?.bytes).toBe(texts[1]?.[1]?.bytes);
  expect(saidTo(first).slice(0, 2)).toEqual([messageYjsUpdate, messageYjsSyncStep2]);
  // What the server lacks it can ask only when it has a document; nobody has to do anything for that.
  await eventually(() => expect(saidTo(second)).toContain(messageYjsSyncStep1));
});

test("whoever brings words is heard before anybody else has read the text", async () => {
  await using rooms = await OpenRooms.start();
  const { id, lead } = await rooms.statement();
  const before = await rooms.open(id, lead);
  before.adds(requirement);
  const mark = before.mark();
  await eventually(() => expect(before.saved).toBe(mark));
  before.leave();
  before.types("r1", "statement", "Offline");
  await rooms.restart();

  const ben = await rooms.open(id, await rooms.joins(id, "Ben", "editor"));
  await rooms.open(id, lead, before);
  await eventually(() => expect(ben.reads("r1", "statement")).toBe("Offline"));
});

test("whoever comes while others write has all of it at once, and goes on from there", async () => {
  await using rooms = await OpenRooms.start();
  const { id, lead } = await rooms.statement();
  const ada = await rooms.open(id, lead);
  ada.adds(requirement);
  const late: APage[] = [];
  let words = "";
  for (let round = 0; round < 30; round += 1) {
    const word = `word${round} `.repeat(round % 5 === 0 ? 400 : 1);
    ada.types("r1", "statement", word);
    words += word;
    const mark = ada.mark();
    await eventually(() => expect(ada.saved).toBe(mark));
    const page = await rooms.open(id, lead);
    expect(page.reads("r1", "statement") === words).toBe(true);
    late.push(page);
  }
  for (const page of late) expect(page.reads("r1", "statement") === words).toBe(true);
});

test("whoever asks again and again without reading is sent one answer, and one difference when they read", async () => {
  await using rooms = await OpenRooms.start({ slowBytes: 2_000 });
  const { id, lead } = await rooms.statement();
  const ada = await rooms.open(id, lead);
  ada.adds(requirement);
  ada.types("r1", "statement", "word ".repeat(2_000));
  await eventually(async () => expect(await rooms.items(id)).toHaveLength(1));

  const page = new APage();
  page.sticks();
  await rooms.open(id, lead, page);
  const { bufferedAmount } = page;
  expect(bufferedAmount).toBeGreaterThan(10_000);
  for (let time = 0; time < 20; time += 1) page.asks();
  expect(page.bufferedAmount).toBe(bufferedAmount);
  ada.types("r1", "statement", "end");
  const mark = ada.mark();
  await eventually(() => expect(ada.saved).toBe(mark));
  page.drains();
  await eventually(() => expect(page.reads("r1", "statement")).toContain("end"));
});
