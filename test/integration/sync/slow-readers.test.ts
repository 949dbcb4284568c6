import { expect, test } from "vitest";
import { closeCode } from "../../../shared/sync/close-codes.ts";
import { eventually } from "./eventually.ts";
import { OpenRooms } from "./open-rooms.ts";

const requirement = { id: "r1", kind: "requirement", order: "a1V" } as const;

test("a slow reader is sent nothing more until it drains, then one difference with all it missed", async () => {
  await using rooms = await OpenRooms.start({ slowBytes: 2_000 });
  const { id, lead } = await rooms.statement();
  const adasPage = await rooms.open(id, lead);
  adasPage.adds(requirement);
  const slow = await rooms.open(id, await rooms.joins(id, "Ben", "reader"));
  await eventually(() => expect(slow.has("r1")).toBe(true));

  slow.sticks();
  let words = "";
  for (let word = 0; word < 100; word += 1) {
    adasPage.types("r1", "statement", `word${word} `.repeat(10));
    words += `word${word} `.repeat(10);
    const mark = adasPage.mark();
    await eventually(() => expect(adasPage.saved).toBe(mark));
  }
  await rooms.joins(id, "Cleo", "reader");
  // It was sent what passed the limit, and not everything that came after.
  expect(slow.bufferedAmount).toBeGreaterThan(2_000);
  expect(slow.bufferedAmount).toBeLessThan(4_000);

  slow.drains();
  expect(slow.reads("r1", "statement").length).toBeLessThan(words.length);
  const before = slow.frames.length;
  await eventually(() => expect(slow.reads("r1", "statement") === words).toBe(true));
  await eventually(() =>
    expect(slow.entries.map(({ number }) => number)).toEqual(
      adasPage.entries.map(({ number }) => number),
    ),
  );
  expect(slow.frames.slice(before).filter(({ kind }) => kind === 0)).toHaveLength(1);
  adasPage.types("r1", "statement", "end");
  await eventually(() => expect(slow.reads("r1", "statement")).toContain("end"));
});

test("a reader that does not drain is told to try later, and nobody else waits for it", async () => {
  await using rooms = await OpenRooms.start({ slowBytes: 2_000, slowMs: 200 });
  const { id, lead } = await rooms.statement();
  const adasPage = await rooms.open(id, lead);
  const bensPage = await rooms.open(id, await rooms.joins(id, "Ben", "editor"));
  const stuck = await rooms.open(id, await rooms.joins(id, "Cleo", "reader"));
  stuck.sticks();
  adasPage.adds(requirement);
  adasPage.types("r1", "statement", "word ".repeat(1_000));
  await eventually(() =>
    expect(bensPage.has("r1") && bensPage.reads("r1", "statement").length).toBe(5_000),
  );
  expect(stuck.closed).toBeNull();
  await eventually(() => expect(stuck.closed?.code).toBe(closeCode.tryLater));
  expect(bensPage.closed).toBeNull();
});
