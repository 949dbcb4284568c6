/** What people are told: who is told what, in tables that the people of a statement could read. */
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { newsInWords, newsOf } from "../../client/notices/news.ts";
import type { Entry } from "../../shared/entry.ts";
import type { Item } from "../../shared/items.ts";
import { noticesFor } from "../../shared/notices.ts";
import { isRead, markRead, nothingRead } from "../../shared/notice-reading.ts";
import { foldEntries } from "../../shared/record.ts";
import { emptyRecord } from "../../shared/record-state.ts";
import { fingerprint, seenOf } from "../../shared/seen.ts";
import { anItem, AStatement } from "./commands/a-statement.ts";

let statement: AStatement;

beforeEach(() => {
  statement = new AStatement();
});

const items = (): Item[] => ["N-1", "O-1", "R-1", "R-2"].map((id) => statement.item(id));

/** What somebody is told: "kind who". */
function told(personId: string): string[] {
  const member = statement.member(personId);
  if (!member) throw new Error(`${personId} is nobody`);
  return noticesFor(member, statement.record, items()).map(({ kind, by }) =>
    by ? `${kind} ${by.personId}` : kind,
  );
}

const anchor = { itemId: "R-1" };

describe("people are told", () => {
  it("nothing of what they do themselves", () => {
    const { threadId } = statement.startsThread("ben");
    statement.does("ben", "reply", { threadId, text: "I add something." });
    expect(told("ben")).toEqual([]);
  });

  it("of answers in a conversation that they started or took part in, newest first", () => {
    const { threadId } = statement.startsThread("ben");
    statement.does("cleo", "reply", { threadId, text: "Yes." });
    statement.does("ada", "reply", { threadId, text: "No." });
    expect(told("ben")).toEqual(["answer ada", "answer cleo"]);
    // Cleo took part before Ada answered; Ada came last.
    expect(told("cleo")).toEqual(["answer ada"]);
    expect(told("ada")).toEqual([]);
  });

  it("when a conversation of theirs is closed, and not when another's is", () => {
    const { threadId } = statement.startsThread("ben");
    statement.does("ada", "close-thread", { threadId, note: "Done." });
    expect(told("ben")).toEqual(["answer ada"]);
    expect(told("cleo")).toEqual([]);
  });

  it("when a requirement meets a need that their borough raised", () => {
    statement.says({ ...statement.item("N-1"), raisedBy: ["hackney"] });
    statement.links("ada");
    expect(told("ben")).toEqual(["met ada"]);
    expect(told("cleo")).toEqual([]);
  });

  it("when another borough objects to what theirs raised", () => {
    statement.says({ ...statement.item("R-1"), raisedBy: ["camden"] });
    agrees("ben", "hackney");
    takes("ben", "object", "It costs too much.");
    expect(told("ada")).toContain("objection ben");
    expect(told("ben")).toEqual([]);
  });

  it("when a version is issued; who issues them also what boroughs say to it", () => {
    const number = statement.keeps();
    expect(told("ben")).toEqual([]);
    statement.does("ada", "issue-version", { number });
    expect([told("ada"), told("ben"), told("cleo")]).toEqual([
      [],
      ["version ada"],
      ["version ada"],
    ]);
    agrees("ben", "hackney");
    statement.does("ben", "decline-version", { number, why: "It says nothing of weekends." });
    expect(told("ada")).toEqual(["version ben"]);
    expect(told("cleo")).toEqual(["version ada"]);
  });

  it("when the text changes after they agreed for their borough, until the words are back", () => {
    const before = statement.item("R-1");
    agrees("ben", "hackney");
    takes("ben", "agree");
    expect(told("ben")).toEqual([]);
    statement.says(anItem("R-1", "requirement", "The service answers calls within five minutes."));
    expect(told("ben")).toEqual(["changed"]);
    statement.says(before);
    expect(told("ben")).toEqual([]);
  });

  it("nothing from before they came", () => {
    statement.does("ada", "start-thread", { anchor, text: "Old news." });
    const { threadId } = statement.startsThread("cleo");
    statement.joins("eve", "reviewer", "camden");
    statement.does("eve", "reply", { threadId, text: "Hello." });
    expect(told("eve")).toEqual([]);
    statement.does("cleo", "reply", { threadId, text: "Welcome." });
    expect(told("eve")).toEqual(["answer cleo"]);
  });
});

describe("reading", () => {
  it("up to an entry, or one by one", () => {
    const { threadId } = statement.startsThread("ben");
    statement.does("cleo", "reply", { threadId, text: "Yes." });
    statement.does("ada", "reply", { threadId, text: "No." });
    const member = statement.member("ben");
    if (!member) throw new Error("Ben is gone");
    const [latest, earlier] = noticesFor(member, statement.record, items());
    if (!latest || !earlier) throw new Error("Ben is not told");
    const one = markRead(nothingRead, { upTo: 0, keys: [latest.key] });
    expect([isRead(latest, one), isRead(earlier, one)]).toEqual([true, false]);
    const upTo = markRead(nothingRead, { upTo: earlier.by?.number ?? 0, keys: [] });
    expect([isRead(latest, upTo), isRead(earlier, upTo)]).toEqual([false, true]);
    expect(markRead(upTo, { upTo: 1, keys: [] }).readTo).toBe(upTo.readTo);
  });

  it("leaves out the kinds that are turned off", () => {
    const { threadId } = statement.startsThread("ben");
    statement.does("cleo", "reply", { threadId, text: "Yes." });
    const member = statement.member("ben");
    if (!member) throw new Error("Ben is gone");
    expect(noticesFor(member, statement.record, items(), ["answer"])).toEqual([]);
  });
});

describe("what is read out", () => {
  it("is what others said, with who they are and where", () => {
    const before = statement.record;
    const { threadId } = statement.startsThread("ben");
    statement.does("ada", "reply", { threadId, text: "Mine is not news to me." });
    statement.does("ben", "close-thread", { threadId, note: "" });
    expect(newsOf(before, statement.record, "ada").map(({ words }) => words)).toEqual([
      "ben, hackney commented on an item",
      "ben, hackney closed a conversation on an item",
    ]);
    expect(newsOf(statement.record, statement.record, "ada")).toEqual([]);
  });

  it("is only how much when there is much, and nothing of the kinds that are turned off", () => {
    const news = [1, 2, 3, 4].map((number) => ({ number, words: `Word ${number}` }));
    expect(newsInWords(news, () => undefined, [])).toBe("4 new comments, links and answers");
    expect(newsInWords(news.slice(0, 2), () => undefined, [])).toBe("Word 1. Word 2.");
    const kindOf = (number: number) => (number === 2 ? ("mention" as const) : undefined);
    expect(newsInWords(news.slice(0, 2), kindOf, ["other"])).toBe("Word 2.");
    expect(newsInWords(news.slice(0, 2), kindOf, ["mention", "other"])).toBeNull();
  });
});

it("the same entries in any pieces give the same notices, whatever else is among them", () => {
  statement.says({ ...statement.item("N-1"), raisedBy: ["hackney"] });
  const { threadId } = statement.startsThread("ben");
  statement.does("cleo", "reply", { threadId, text: "Yes." });
  statement.links("ada");
  const odd = { type: "from-tomorrow", facts: { threadId: 7 }, words: { text: null } };
  statement.append(odd, "ada", "camden");
  const member = statement.member("ben");
  if (!member) throw new Error("Ben is gone");
  const whole = noticesFor(member, statement.record, items());
  expect(whole).toHaveLength(2);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 4 })), (sizes) => {
      let record = emptyRecord;
      let rest: readonly Entry[] = statement.entries;
      for (const size of [...sizes, rest.length]) {
        record = foldEntries(record, rest.slice(0, size));
        rest = rest.slice(size);
      }
      expect(noticesFor(member, record, items())).toEqual(whole);
    }),
  );
});

function agrees(personId: string, boroughId: string): void {
  const facts = { personId, boroughId, role: "reviewer", agrees: true, invitationId: null };
  const words = { name: personId, boroughName: boroughId };
  statement.append({ type: "join", facts, words }, personId, boroughId);
}

function takes(personId: string, stance: string, words = ""): void {
  const boroughId = statement.member(personId)?.boroughId ?? "";
  const seen = fingerprint(seenOf(statement.item("R-1"), boroughId));
  statement.does(personId, "take-position", { itemId: "R-1", stance, words, seen });
}
