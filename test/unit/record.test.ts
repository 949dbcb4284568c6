/** The fold: the same state however the entries arrive, and never a throw. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { entryTypesByName } from "../../shared/commands/all.ts";
import { findFirstBreak, type Entry } from "../../shared/entry.ts";
import { emptyRecord } from "../../shared/record-state.ts";
import { foldEntries, peopleIn } from "../../shared/record.ts";
import { anItem, AStatement } from "./commands/a-statement.ts";

/** A record in which everything happens once. */
function aLongRecord(): Entry[] {
  const statement = new AStatement();
  const { threadId, commentId } = statement.startsThread("ben");
  statement.does("ada", "reply", { threadId, text: "Yes." });
  statement.does("ben", "edit-comment", { threadId, commentId, text: "Is it really?" });
  const link = statement.links("ben");
  statement.does("cleo", "change-how", { threadId: link, how: "partly", because: "Not all." });
  statement.does("ada", "close-thread", { threadId, note: "Settled." });
  statement.does("ada", "withdraw-link", { threadId: link, why: "Another need." });
  statement.does("ada", "leave-out-need", { needId: "N-1", why: "Elsewhere." });
  statement.does("ada", "needs-no-need", { requirementId: "R-2", why: "The law." });
  statement.letAllAgree();
  statement.takes("ben", "object", "Too slow.");
  statement.takes("ada", "agree-with-change", "Three minutes.");
  const proposal = { itemId: "R-2", stance: "agree", seen: statement.shown("cleo", "R-2") };
  statement.does("cleo", "propose-position", proposal);
  statement.says(anItem("R-1", "requirement", "The service answers calls within one minute."));
  const items = [{ itemId: "R-1", seen: statement.shown("ada") }];
  statement.does("cleo", "renew-positions", { items });
  statement.takes("ben", "agree");
  statement.does("ada", "withdraw-position", { itemId: "R-1" });
  statement.does("ben", "describe-borough", { contractEnds: "2027-03-31", takingPart: null });
  const accepted = statement.suggests("ben", "The service answers within a minute.");
  statement.does("cleo", "accept-suggestion", { threadId: accepted, note: "Shorter." });
  const declined = statement.suggests("ben", "The service answers.");
  statement.does("cleo", "decline-suggestion", { threadId: declined, why: "When?" });
  talks(statement);
  const references = [{ itemId: "N-1", reference: "N-1" }];
  statement.append({ type: "give-references", facts: { references }, words: {} }, "ada", "camden");
  return statement.entries;
}

/** An objection that is given to somebody, proposed to be closed, kept open and closed. */
function talks(statement: AStatement): void {
  const { facts } = statement.does("ben", "start-thread", {
    anchor: { itemId: "R-2" },
    type: "question",
    text: "Whose policy, @ada?",
    mentions: [{ personId: "ada" }],
  });
  const thread = { threadId: facts["threadId"] };
  statement.does("ben", "change-thread-type", { ...thread, type: "objection" });
  statement.does("ben", "assign-thread", { ...thread, personId: "cleo", due: "2026-05-29" });
  statement.does("ada", "propose-closing", { ...thread, note: "It says which." });
  statement.does("ada", "withdraw-closing-proposal", thread);
  statement.does("ada", "propose-closing", { ...thread, note: "It does say which." });
  statement.does("ben", "keep-open", {
    ...thread,
    text: "Not for @Camden.",
    mentions: [{ boroughId: "camden" }],
  });
  statement.does("ben", "close-thread", { ...thread, note: "Now it does." });
}

const factNames = [
  "threadId",
  "field",
  "commentId",
  "anchor",
  "needId",
  "personId",
  "references",
  "how",
  "itemId",
  "itemIds",
  "stance",
  "type",
  "mentions",
  "due",
];

const garbage = fc.record({
  type: fc.oneof(fc.constantFrom(...entryTypesByName.keys()), fc.string()),
  facts: fc.dictionary(
    fc.oneof(fc.constantFrom(...factNames), fc.string()),
    fc.oneof(
      fc.constantFrom(
        "id-1",
        "ada",
        "objection",
        "2026-05-29",
        "fully",
        "R-1",
        "object",
        "agree",
        "__proto__",
      ),
      fc.jsonValue(),
    ),
  ),
  words: fc.dictionary(fc.string(), fc.jsonValue()),
});

describe("the fold of a record", () => {
  it("comes to the same state however the entries are cut into batches", () => {
    const entries = aLongRecord();
    const whole = foldEntries(emptyRecord, entries);
    fc.assert(
      fc.property(fc.array(fc.nat({ max: entries.length })), (cuts) => {
        const ends = [...cuts, entries.length].toSorted((a, b) => a - b);
        let state = emptyRecord;
        let from = 0;
        for (const to of ends) {
          state = foldEntries(state, entries.slice(from, to));
          from = to;
        }
        expect(state).toEqual(whole);
      }),
    );
  });

  it("comes to the same state when entries arrive twice", () => {
    const entries = aLongRecord();
    const once = foldEntries(emptyRecord, entries);
    expect(foldEntries(once, entries)).toEqual(once);
    expect(foldEntries(emptyRecord, [...entries.slice(0, 4), ...entries])).toEqual(once);
  });

  it("knows the people without the rest, at any moment", () => {
    const entries = aLongRecord();
    for (let count = 0; count <= entries.length; count += 1) {
      const some = entries.slice(0, count);
      expect(peopleIn(some)).toEqual(foldEntries(emptyRecord, some).people);
    }
    expect(new Set(entries.map(({ type }) => type)).size).toBeGreaterThan(20);
  });

  it("stops before a gap", () => {
    const entries = aLongRecord();
    const state = foldEntries(emptyRecord, [...entries.slice(0, 3), ...entries.slice(4)]);
    expect(state.head.number).toBe(3);
    expect(foldEntries(state, entries.slice(3))).toEqual(foldEntries(emptyRecord, entries));
  });

  it("leaves the state that it started from as it was", () => {
    const entries = aLongRecord();
    const half = foldEntries(emptyRecord, entries.slice(0, 6));
    const copy = structuredClone(half);
    foldEntries(half, entries.slice(6));
    expect(half).toEqual(copy);
  });

  it("never throws and never stops, whatever the entries hold", () => {
    fc.assert(
      fc.property(fc.array(garbage, { maxLength: 30 }), (drafts) => {
        const statement = new AStatement();
        statement.startsThread("ben");
        for (const draft of drafts) statement.append(draft, "ada", "camden");
        expect(statement.record.head.number).toBe(5 + drafts.length);
        expect(peopleIn(statement.entries)).toEqual(statement.record.people);
      }),
      { numRuns: 300 },
    );
  });

  it("keeps conversations and people where words were erased", () => {
    const erased = aLongRecord().map((entry) => ({ ...entry, words: {} }));
    expect(findFirstBreak(erased)).toBeNull();
    const { threads, people, leftOut } = foldEntries(emptyRecord, erased);
    expect(threads.size).toBe(7);
    expect(people.get("ben")).toMatchObject({ name: "Somebody", role: "reviewer" });
    expect(leftOut.get("N-1")).toMatchObject({ why: "" });
  });
});

describe("the chain of a record", () => {
  it("holds for what commands appended", () => {
    expect(findFirstBreak(aLongRecord())).toBeNull();
  });

  it("breaks at any entry that was changed, in any part", () => {
    const entries = aLongRecord();
    const change = fc.constantFrom<(entry: Entry) => Entry>(
      (entry) => ({ ...entry, personId: "mallory" }),
      (entry) => ({ ...entry, boroughId: "elsewhere" }),
      (entry) => ({ ...entry, at: "2026-05-14T23:00:00.000Z" }),
      (entry) => ({ ...entry, type: "withdraw-comment" }),
      (entry) => ({ ...entry, facts: { ...entry.facts, more: 1 } }),
      (entry) => ({ ...entry, words: { ...entry.words, more: 1 } }),
      (entry) => ({ ...entry, wordsDigest: entry.hash }),
      (entry) => ({ ...entry, hash: entry.wordsDigest }),
      (entry) => ({ ...entry, statementId: "other" }),
    );
    fc.assert(
      fc.property(fc.nat({ max: entries.length - 1 }), change, (place, changed) => {
        const tampered = entries.map((entry, at) => (at === place ? changed(entry) : entry));
        expect(findFirstBreak(tampered)).not.toBeNull();
      }),
    );
  });

  it("breaks where an entry is missing, doubled or in another place", () => {
    const entries = aLongRecord();
    fc.assert(
      fc.property(fc.nat({ max: entries.length - 2 }), (place) => {
        const [here, next] = entries.slice(place, place + 2);
        if (!here || !next) return;
        const before = entries.slice(0, place);
        const after = entries.slice(place + 2);
        expect(findFirstBreak([...before, next, ...after])).not.toBeNull();
        expect(findFirstBreak([...before, here, here, next, ...after])).not.toBeNull();
        expect(findFirstBreak([...before, next, here, ...after])).not.toBeNull();
      }),
    );
  });
});
