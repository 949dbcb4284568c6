/** What waits for whom, in tables that the people of a statement could read. */
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import type { Item } from "../../shared/items.ts";
import { workOut } from "../../shared/kept-rows.ts";
import { noticesFor } from "../../shared/notices.ts";
import { markRead, nothingRead, type NoticeReading } from "../../shared/notice-reading.ts";
import { allStances } from "../../shared/position.ts";
import { fingerprint, seenOf } from "../../shared/seen.ts";
import {
  itemsToLookAt,
  KeptItemsToLookAt,
  threadsToLookAt,
  versionToLookAt,
} from "../../shared/to-look-at.ts";
import { anItem, AStatement } from "./commands/a-statement.ts";

const ids = ["N-1", "O-1", "R-1", "R-2"];
let statement: AStatement;

beforeEach(() => {
  statement = new AStatement();
  agrees("ben", "hackney");
  agrees("ada", "camden");
});

function agrees(personId: string, boroughId: string): void {
  const role = personId === "ada" ? "lead" : "reviewer";
  const facts = { personId, boroughId, role, agrees: true, invitationId: null };
  const words = { name: personId, boroughName: boroughId };
  statement.append({ type: "join", facts, words }, personId, boroughId);
}

function member(personId: string) {
  const found = statement.member(personId);
  if (!found) throw new Error(`${personId} is nobody`);
  return found;
}

const items = (): Item[] => ids.map((id) => statement.item(id));

/** "changed R-1". */
function waiting(personId: string): string[] {
  return itemsToLookAt(member(personId), statement.record, items()).map(({ key }) => key);
}

function talk(personId: string, reading: NoticeReading = nothingRead): string[] {
  const notices = noticesFor(member(personId), statement.record, items());
  return threadsToLookAt(member(personId), statement.record, notices, reading).map(
    ({ why }) => why,
  );
}

function says(personId: string, itemId: string, stance = "agree", command = "take-position"): void {
  const seen = fingerprint(seenOf(statement.item(itemId), member(personId).boroughId));
  const words = stance === "agree" || stance === "does-not-apply" ? "" : "Because.";
  statement.does(personId, command, { itemId, stance, words, seen });
}

function rewrite(itemId: string, words: string): void {
  const { kind } = statement.item(itemId);
  statement.says(anItem(itemId, kind, words));
}

describe("a version waits", () => {
  const waits = (personId: string): string[] =>
    versionToLookAt(member(personId), statement.record).map(({ key }) => key);

  it("from when it is issued until the borough has signed it off or said why not", () => {
    const first = statement.keeps();
    expect(waits("ben")).toEqual([]);
    statement.does("ada", "issue-version", { number: first });
    expect(waits("ben")).toEqual([`version ${first}`]);
    statement.does("ben", "decline-version", { number: first, why: "Weekends are missing." });
    expect(waits("ben")).toEqual([]);
    expect(waits("ada")).toEqual([`version ${first}`]);
    const second = statement.keeps("Second");
    statement.does("ada", "issue-version", { number: second });
    expect([waits("ada"), waits("ben")]).toEqual([[`version ${second}`], [`version ${second}`]]);
  });

  it("for nobody who does not agree for their borough", () => {
    statement.does("ada", "issue-version", { number: statement.keeps() });
    statement.joins("eve", "reviewer", "hackney");
    expect(waits("eve")).toEqual([]);
  });
});

describe("for a borough there wait", () => {
  it("needs and requirements that it has said nothing about, needs first; outcomes never", () => {
    expect(waiting("ben")).toEqual(["new N-1", "new R-1", "new R-2"]);
  });

  it("those that changed since, before those that are new, until the words are back", () => {
    const before = statement.item("R-2");
    says("ben", "R-2");
    expect(waiting("ben")).toEqual(["new N-1", "new R-1"]);
    rewrite("R-2", "Something else.");
    expect(waiting("ben")).toEqual(["changed R-2", "new N-1", "new R-1"]);
    statement.says(before);
    expect(waiting("ben")).toEqual(["new N-1", "new R-1"]);
  });

  it("what a colleague proposes, for who agrees; nothing more for the colleague", () => {
    statement.joins("eve", "reviewer", "hackney");
    says("eve", "R-1", "agree", "propose-position");
    expect(waiting("ben")).toEqual(["proposed R-1", "new N-1", "new R-2"]);
    expect(waiting("eve")).toEqual(["new N-1", "new R-2"]);
    rewrite("R-1", "Something else.");
    expect(waiting("eve")).toEqual(["new N-1", "new R-1", "new R-2"]);
  });

  it("nothing that is taken out or has no words, and nothing for readers", () => {
    statement.says({ ...statement.item("R-1"), removed: { why: "not now" } });
    rewrite("R-2", " ");
    expect(waiting("ben")).toEqual(["new N-1"]);
    expect(waiting("dan")).toEqual([]);
  });

  it("nothing because of what other boroughs say", () => {
    says("ben", "N-1");
    expect(waiting("ada")).toContain("new N-1");
    expect(waiting("ben")).not.toContain("new N-1");
  });
});

describe("for a person there wait", () => {
  it("answers, until they answer in turn", () => {
    const { threadId } = statement.startsThread("ben");
    expect(talk("ben")).toEqual([]);
    statement.does("ada", "reply", { threadId, text: "Because of the law." });
    expect(talk("ben")).toEqual(["answer"]);
    statement.does("ben", "reply", { threadId, text: "Thank you." });
    expect(talk("ben")).toEqual([]);
    // Now it is Ada whom Ben answered.
    expect(talk("ada")).toEqual(["answer"]);
  });

  it("answers, until they are done with them or the conversation is closed", () => {
    const { threadId } = statement.startsThread("ben");
    statement.does("ada", "reply", { threadId, text: "Because of the law." });
    const keys = noticesFor(member("ben"), statement.record, items()).map(({ key }) => key);
    expect(talk("ben", markRead(nothingRead, { upTo: 0, keys }))).toEqual([]);
    statement.does("ada", "close-thread", { threadId, note: "" });
    expect(talk("ben")).toEqual([]);
  });
});

it("the list is the same however often it is worked out, and right by a count of its own", () => {
  const acts = fc.array(
    fc.record({
      itemId: fc.constantFrom("N-1", "R-1", "R-2"),
      act: fc.constantFrom("say", "rewrite", "take out", "put back"),
      stance: fc.constantFrom(...allStances),
      words: fc.constantFrom("One thing.", "Another thing.", ""),
    }),
    { maxLength: 15 },
  );
  fc.assert(
    fc.property(acts, (doings) => {
      statement = new AStatement();
      agrees("ben", "hackney");
      // What Ben last read of each item, kept by hand.
      const read = new Map<string, string>();
      const now = (id: string) =>
        JSON.stringify([statement.item(id).fields, statement.item(id).removed]);
      for (const { itemId, act, stance, words } of doings) {
        const item = statement.item(itemId);
        if (act === "rewrite") rewrite(itemId, words);
        else if (act === "take out") statement.says({ ...item, removed: { why: "no" } });
        else if (act === "put back") statement.says({ ...item, removed: null });
        else if (statement.answer("ben", "take-position", argsOf(itemId, stance)) === null)
          read.set(itemId, now(itemId));
      }
      const expected = ["N-1", "R-1", "R-2"].filter((id) => {
        const { removed, fields } = statement.item(id);
        const hasWords =
          JSON.stringify(fields) !== JSON.stringify(anItem(id, statement.item(id).kind, "").fields);
        return !removed && hasWords && read.get(id) !== now(id);
      });
      const kept = new KeptItemsToLookAt(member("ben"));
      const list = workOut(kept, items(), statement.record);
      expect(list.map(({ itemId }) => itemId).toSorted()).toEqual(expected.toSorted());
      expect(workOut(kept, items(), statement.record)).toBe(list);
    }),
  );
});

function argsOf(itemId: string, stance: string): object {
  const seen = fingerprint(seenOf(statement.item(itemId), "hackney"));
  return { itemId, stance, words: "Because.", seen };
}
