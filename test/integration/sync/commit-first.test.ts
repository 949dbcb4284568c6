import { describe, expect, test } from "vitest";
import { closeCode } from "../../../shared/sync/close-codes.ts";
import { AGate } from "./a-gate.ts";
import { eventually } from "./eventually.ts";
import { aCommit } from "../store/a-commit.ts";
import { OpenRooms } from "./open-rooms.ts";

const requirement = { id: "r1", kind: "requirement", order: "a1V" } as const;

describe("the life of an edit", () => {
  test("nobody sees an edit before it is committed, and nobody is told that it is saved", async () => {
    const gate = new AGate();
    await using rooms = await OpenRooms.start({ between: gate.between });
    const { id, lead } = await rooms.statement();
    const ben = await rooms.joins(id, "Ben", "editor");
    const adasPage = await rooms.open(id, lead);
    const bensPage = await rooms.open(id, ben);

    gate.close();
    adasPage.adds(requirement);
    adasPage.types("r1", "statement", "Answer within two minutes");
    const mark = adasPage.mark();
    await eventually(() => expect(gate.waiting).toBe(1));

    expect(bensPage.has("r1")).toBe(false);
    expect(adasPage.saved).toBe(0);
    expect(await rooms.items(id)).toEqual([]);
    const caras = await rooms.open(id, lead);
    expect(caras.has("r1")).toBe(false);

    gate.open();
    await eventually(() => expect(adasPage.saved).toBe(mark));
    expect(bensPage.reads("r1", "statement")).toBe("Answer within two minutes");
    expect(caras.reads("r1", "statement")).toBe("Answer within two minutes");
  });

  test("what several people write in one beat is one row each and one frame for all", async () => {
    const gate = new AGate();
    await using rooms = await OpenRooms.start({ between: gate.between });
    const { id, lead } = await rooms.statement();
    const adasPage = await rooms.open(id, lead);
    adasPage.adds(requirement);
    const ben = await rooms.joins(id, "Ben", "editor");
    const bensPage = await rooms.open(id, ben);
    await eventually(() => expect(bensPage.has("r1")).toBe(true));
    const reader = await rooms.open(id, await rooms.joins(id, "Cleo", "reader"));
    await eventually(() => expect(reader.has("r1")).toBe(true));

    gate.close();
    adasPage.types("r1", "statement", "A");
    await eventually(() => expect(gate.waiting).toBe(1));
    const before = reader.frames.length;
    adasPage.types("r1", "measure", "1");
    bensPage.types("r1", "measure", "2");
    adasPage.types("r1", "rationale", "3");
    gate.open();
    await eventually(() => expect(reader.reads("r1", "rationale")).toBe("3"));

    const updates = reader.frames.slice(before).filter(({ kind }) => kind === 0);
    expect(updates.length).toBe(2);
    const stored = await rooms.store.text.load(id);
    const last = stored?.updates.filter(({ beat }) => beat === stored.updates.at(-1)?.beat) ?? [];
    expect(last.map(({ personId, part }) => [personId, part])).toEqual([
      [lead, 0],
      [ben, 1],
      [lead, 2],
    ]);
  });

  test("who changed an item last is known, also when two people write in one beat", async () => {
    const gate = new AGate();
    await using rooms = await OpenRooms.start({ between: gate.between });
    const { id, lead } = await rooms.statement();
    const ben = await rooms.joins(id, "Ben", "editor");
    const adasPage = await rooms.open(id, lead);
    const bensPage = await rooms.open(id, ben);
    adasPage.adds(requirement);
    adasPage.adds({ ...requirement, id: "r2", order: "a2V" });
    await eventually(() => expect(bensPage.has("r2")).toBe(true));

    gate.close();
    adasPage.types("r1", "statement", "A");
    bensPage.types("r2", "statement", "B");
    const mark = bensPage.mark();
    gate.open();
    await eventually(() => expect(bensPage.saved).toBe(mark));

    const editors = () =>
      rooms.rooms.use(id, (room) => ["r1", "r2"].map((item) => room.lastEdit(item)?.personId));
    await eventually(async () => expect(await editors()).toEqual([lead, ben]));
    await rooms.restart();
    expect(await editors()).toEqual([lead, ben]);
  });

  test("when a commit fails, every socket is closed to try later and nothing of it remains", async () => {
    const gate = new AGate();
    await using rooms = await OpenRooms.start({ between: gate.between });
    const { id, lead } = await rooms.statement();
    const adasPage = await rooms.open(id, lead);
    adasPage.adds(requirement);
    await eventually(async () => expect(await rooms.items(id)).toHaveLength(1));

    gate.fail();
    adasPage.types("r1", "statement", "lost unless the page keeps it");
    adasPage.mark();
    await eventually(() => expect(adasPage.closed?.code).toBe(closeCode.tryLater));
    expect(adasPage.saved).toBe(0);
    expect(rooms.problems).toHaveLength(1);

    gate.mend();
    adasPage.closed = null;
    const readBack = await rooms.open(id, lead);
    expect(readBack.reads("r1", "statement")).toBe("");
    // The page comes back with what it kept, and then it is saved.
    await rooms.open(id, lead, adasPage);
    await eventually(() =>
      expect(readBack.reads("r1", "statement")).toBe("lost unless the page keeps it"),
    );
  });

  test("a failed commit of one statement does not harm another in the same beat", async () => {
    await using rooms = await OpenRooms.start();
    const one = await rooms.statement();
    const two = await rooms.statement();
    const onesPage = await rooms.open(one.id, one.lead);
    const twosPage = await rooms.open(two.id, two.lead);
    // Somebody else takes its client id, of which this room knows nothing.
    const taken = { statementId: one.id, clientId: onesPage.doc.clientID, personId: two.lead };
    await rooms.store.text.commit(aCommit({ clientIds: [taken] }));

    onesPage.adds(requirement);
    twosPage.adds(requirement);
    const mark = twosPage.mark();
    await eventually(() => expect(twosPage.saved).toBe(mark));
    await eventually(() => expect(onesPage.closed?.code).toBe(closeCode.tryLater));
    expect(twosPage.closed).toBeNull();
  });
});
