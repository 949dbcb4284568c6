/** Suggested wording over real rooms: the text and the record change together, under people's hands. */
import { nanoid } from "nanoid";
import { describe, expect, test } from "vitest";
import { makeAnchor, resolveAnchor } from "../../../shared/anchors.ts";
import { commandsByName } from "../../../shared/commands/all.ts";
import { textFingerprint } from "../../../shared/even-text.ts";
import type { Entry } from "../../../shared/entry.ts";
import { fragmentOf } from "../../../shared/items.ts";
import { Refusal } from "../../../shared/refusal.ts";
import { readRichText, richTextFromPlain } from "../../../shared/rich-text.ts";
import { closeCode } from "../../../shared/sync/close-codes.ts";
import { runCommand } from "../../../server/record/run-command.ts";
import type { Resources } from "../../../server/resources.ts";
import { AGate } from "./a-gate.ts";
import type { APage } from "./a-page.ts";
import { eventually } from "./eventually.ts";
import { OpenRooms } from "./open-rooms.ts";

const words = "Appointments are offered in windows of two hours or less.";
const suggested = "Appointments are offered in windows of four hours or less.";

describe("accepted wording", () => {
  test("comes to every page with its entry, in the name of who accepted it, and stays", async () => {
    await using rooms = await OpenRooms.start();
    const { id, lead, reviewer, page } = await aStatement(rooms);
    const { facts } = await run(rooms, id, reviewer, "suggest-wording", suggestion(page));
    expect(page.reads("r1", "statement")).toBe(words);
    const { threadId } = facts;
    const accepted = await run(rooms, id, lead, "accept-suggestion", { threadId });
    expect(page.reads("r1", "statement")).toBe(suggested);
    await eventually(() => expect(page.entries.at(-1)).toEqual(accepted));
    expect(accepted).toMatchObject({ type: "accept-suggestion", personId: lead });

    const stored = await rooms.store.text.load(id);
    expect(stored?.updates.at(-1)?.personId).toBe(lead);
    const lastEdit = await rooms.rooms.use(id, (room) => room.lastEdit("r1"));
    expect(lastEdit?.personId).toBe(lead);
    await rooms.restart();
    expect((await rooms.items(id))[0]?.fields["statement"]).toEqual(richTextFromPlain(suggested));
  });

  test("takes no letter from a third who types in the same sentence at that moment", async () => {
    await using rooms = await OpenRooms.start();
    const { id, lead, reviewer, page } = await aStatement(rooms);
    const third = await rooms.open(id, await rooms.joins(id, "Cleo", "editor"));
    await eventually(() => expect(third.has("r1")).toBe(true));
    const quote = anchorOf(page, "or less");
    const { facts } = await run(rooms, id, reviewer, "suggest-wording", suggestion(page));
    // Not yet seen by the third, whose letters are under way.
    third.sticks();
    const accepting = run(rooms, id, lead, "accept-suggestion", { threadId: facts["threadId"] });
    third.types("r1", "statement", " From 1 April.");
    await accepting;
    third.types("r1", "statement", " Not before.");
    third.drains();
    const both = `${suggested} From 1 April. Not before.`;
    await eventually(() => expect(page.reads("r1", "statement")).toBe(both));
    expect(third.reads("r1", "statement")).toBe(both);
    expect(third.closed).toBeNull();
    expect(resolveAnchor(page.doc, quote)).toMatchObject({ state: "found", changed: false });
  });

  test("that cannot be kept leaves neither the words nor the entry", async () => {
    const gate = new AGate();
    await using rooms = await OpenRooms.start({ between: gate.between });
    const { id, lead, reviewer, page } = await aStatement(rooms);
    const { facts } = await run(rooms, id, reviewer, "suggest-wording", suggestion(page));
    const before = (await rooms.store.record.entriesAfter(id, 0)).length;
    gate.fail();
    const args = { threadId: facts["threadId"] };
    await expect(run(rooms, id, lead, "accept-suggestion", args)).rejects.toMatchObject({
      code: "unavailable",
    });
    gate.mend();
    expect((await rooms.items(id))[0]?.fields["statement"]).toEqual(richTextFromPlain(words));
    expect(await rooms.store.record.entriesAfter(id, 0)).toHaveLength(before);
    await run(rooms, id, lead, "accept-suggestion", args);
    expect((await rooms.items(id))[0]?.fields["statement"]).toEqual(richTextFromPlain(suggested));
  });

  test("is one decision, however many press at once", async () => {
    await using rooms = await OpenRooms.start();
    const { id, lead, reviewer, page } = await aStatement(rooms);
    const { facts } = await run(rooms, id, reviewer, "suggest-wording", suggestion(page));
    const { threadId } = facts;
    const answers = await Promise.allSettled([
      run(rooms, id, lead, "accept-suggestion", { threadId }),
      run(rooms, id, lead, "accept-suggestion", { threadId }),
      run(rooms, id, lead, "decline-suggestion", { threadId, why: "No" }),
    ]);
    const codes = answers.map((answer) =>
      answer.status === "rejected" && answer.reason instanceof Refusal ? answer.reason.code : null,
    );
    expect(codes).toEqual([null, "already-so", "already-so"]);
    expect(page.reads("r1", "statement")).toBe(suggested);
  });
});

test("a reviewer who suggests still cannot write: the socket is told to reload", async () => {
  await using rooms = await OpenRooms.start();
  const { id, reviewer, page } = await aStatement(rooms);
  const own = await rooms.open(id, reviewer);
  await eventually(() => expect(own.has("r1")).toBe(true));
  await run(rooms, id, reviewer, "suggest-wording", suggestion(own));
  own.types("r1", "statement", " Always.");
  await eventually(() => expect(own.closed?.code).toBe(closeCode.reload));
  expect(page.reads("r1", "statement")).toBe(words);
});

async function aStatement(rooms: OpenRooms) {
  const { id, lead } = await rooms.statement();
  const page = await rooms.open(id, lead);
  const fields = { statement: richTextFromPlain(words) };
  page.adds({ id: "r1", kind: "requirement", order: "a1V", fields });
  await eventually(async () => expect(await rooms.items(id)).toHaveLength(1));
  return { id, lead, page, reviewer: await rooms.joins(id, "Rem", "reviewer") };
}

function suggestion({ doc }: APage): object {
  const fragment = fragmentOf(doc, "r1", "statement");
  if (!fragment) throw new Error("no statement");
  return {
    anchor: { itemId: "r1" },
    field: "statement",
    seen: textFingerprint(readRichText(fragment)),
    after: richTextFromPlain(suggested),
  };
}

function anchorOf({ doc }: APage, quote: string) {
  const fragment = fragmentOf(doc, "r1", "statement");
  if (!fragment) throw new Error("no statement");
  const from = words.indexOf(quote);
  return makeAnchor(fragment, "r1", "statement", from, from + quote.length);
}

function run(
  { rooms }: OpenRooms,
  statementId: string,
  personId: string,
  name: string,
  args: unknown,
): Promise<Entry> {
  const command = commandsByName.get(name);
  if (!command) throw new Error(`no command ${name}`);
  const resources = { rooms, newId: nanoid } as unknown as Resources;
  return runCommand(resources, { statementId, personId, command, args });
}
