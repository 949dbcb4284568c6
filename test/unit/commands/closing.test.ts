/** Who may close what, and what the others are told and can do. */
import { beforeEach, describe, expect, it } from "vitest";
import { closingOf } from "../../../shared/closing.ts";
import type { ThreadType } from "../../../shared/thread.ts";
import { AStatement } from "./a-statement.ts";

let statement: AStatement;

/** Ada leads and Cleo edits for Camden; Ben and Hal review for Hackney, where Dan reads; Rem reviews for Southwark. */
beforeEach(() => {
  statement = new AStatement();
  statement.joins("hal", "reviewer", "hackney");
  statement.joins("rem", "reviewer", "southwark");
});

const starts = (personId: string, type: ThreadType): string => {
  const args = { anchor: { itemId: "R-1" }, text: `${type}?`, type };
  return String(statement.does(personId, "start-thread", args).facts["threadId"]);
};

const leaves = (personId: string): void => {
  statement.append({ type: "remove-person", facts: { personId }, words: {} }, "ada", "camden");
};

/** "may", "may with a reason", "may propose" or "may not". */
function closing(personId: string, threadId: string): string {
  const member = statement.member(personId);
  if (!member) throw new Error(`${personId} is gone`);
  const answer = closingOf(member, statement.thread(threadId), statement.record);
  if (answer.state === "may") return answer.needsReason ? "may with a reason" : "may";
  return answer.mayPropose ? "may propose" : "may not";
}

const people = ["ada", "cleo", "ben", "hal", "dan", "rem"];

const table = (threadId: string, of = people) =>
  Object.fromEntries(of.map((personId) => [personId, closing(personId, threadId)]));

describe("who may close", () => {
  for (const type of ["comment", "question", "decision"] as const)
    it(`a ${type}: anybody who comments`, () => {
      expect(table(starts("ben", type))).toEqual({
        ada: "may",
        cleo: "may",
        ben: "may",
        hal: "may",
        dan: "may not",
        rem: "may",
      });
    });

  it("an objection: whoever raised it and others of their borough who comment", () => {
    expect(table(starts("ben", "objection"))).toEqual({
      ada: "may propose",
      cleo: "may propose",
      ben: "may",
      hal: "may",
      dan: "may not",
      rem: "may propose",
    });
  });

  it("an objection whose person left: their borough still", () => {
    const threadId = starts("ben", "objection");
    leaves("ben");
    expect(table(threadId, ["ada", "hal", "rem"])).toEqual({
      ada: "may propose",
      hal: "may",
      rem: "may propose",
    });
  });

  it("an objection whose borough has nobody left who comments: a lead, with a reason", () => {
    const threadId = starts("ben", "objection");
    leaves("ben");
    leaves("hal");
    expect(table(threadId, ["ada", "cleo", "dan", "rem"])).toEqual({
      ada: "may with a reason",
      cleo: "may propose",
      dan: "may not",
      rem: "may propose",
    });
    expect(statement.answer("ada", "close-thread", { threadId })).toBe("bad-input");
    expect(
      statement.answer("ada", "close-thread", { threadId, note: "Hackney left in May." }),
    ).toBeNull();
  });

  it("what a borough says about an item: nobody, until it says something else", () => {
    statement.letAllAgree();
    const threadId = String(statement.takes("ben", "object", "Too slow.").facts["threadId"]);
    expect(table(threadId)).toEqual({
      ada: "may propose",
      cleo: "may propose",
      ben: "may not",
      hal: "may not",
      dan: "may not",
      rem: "may propose",
    });
  });

  it("a link and suggested wording: nobody; they end in their own way", () => {
    const link = statement.links("ben");
    const suggestion = statement.suggests("ben", "New words");
    for (const threadId of [link, suggestion])
      expect(new Set(Object.values(table(threadId)))).toEqual(new Set(["may not"]));
  });
});

describe("an objection", () => {
  it("is refused to others in words that say who closes it, and not opened again by them", () => {
    const threadId = starts("ben", "objection");
    expect(() => statement.does("ada", "close-thread", { threadId })).toThrow(
      "Only hackney can close this objection. You can propose to close it.",
    );
    expect(statement.answer("hal", "close-thread", { threadId, note: "Fine." })).toBeNull();
    expect(() => statement.does("ada", "reopen-thread", { threadId })).toThrow(
      "Only hackney can open this again. Start a new conversation.",
    );
    expect(statement.answer("ben", "reopen-thread", { threadId })).toBeNull();
  });

  it("of a borough that left is closed by a lead, and goes on when the borough is back and objects", () => {
    statement.letAllAgree();
    const threadId = String(statement.takes("ben", "object", "Too slow.").facts["threadId"]);
    for (const personId of ["ben", "hal"]) leaves(personId);
    statement.does("ada", "close-thread", { threadId, note: "Hackney buys alone." });
    statement.joins("ben", "reviewer", "hackney", true);
    expect(statement.answer("ben", "reopen-thread", { threadId })).toBeNull();
    expect(statement.answer("ada", "close-thread", { threadId })).toBe("bad-input");
    leaves("ben");
    statement.does("ada", "close-thread", { threadId, note: "Hackney buys alone." });
    statement.joins("ben", "reviewer", "hackney", true);
    statement.takes("ben", "object", "Still too slow.");
    expect(statement.thread(threadId)).toMatchObject({ closed: null, comments: { length: 2 } });
  });
});

describe("a proposal to close", () => {
  const proposes = (personId: string, threadId: string, note = "R-1 says one minute now.") =>
    statement.answer(personId, "propose-closing", { threadId, note });

  it("waits for the borough, which closes", () => {
    const threadId = starts("ben", "objection");
    expect(proposes("ada", threadId)).toBeNull();
    expect(statement.thread(threadId).closingProposed).toMatchObject({
      personId: "ada",
      note: "R-1 says one minute now.",
    });
    expect(proposes("rem", threadId)).toBe("already-so");
    statement.does("hal", "close-thread", { threadId, note: "" });
    expect(statement.thread(threadId)).toMatchObject({
      closingProposed: null,
      closed: { personId: "hal" },
    });
    expect(proposes("ada", threadId)).toBe("already-so");
  });

  it("is answered by keeping it open, with what is missing as a comment or without", () => {
    const threadId = starts("ben", "objection");
    proposes("ada", threadId);
    const mentions = [{ personId: "ada" }];
    const keeps = (personId: string, text: string, calls: object[] = []) =>
      statement.answer(personId, "keep-open", { threadId, text, mentions: calls });
    expect([keeps("ada", ""), keeps("rem", ""), keeps("dan", "")]).toEqual([
      "not-allowed",
      "not-allowed",
      "not-allowed",
    ]);
    expect(keeps("hal", "And evenings, @ada?", mentions)).toBeNull();
    expect(statement.thread(threadId).closingProposed).toBeNull();
    expect(statement.thread(threadId).comments.at(-1)).toMatchObject({
      personId: "hal",
      text: "And evenings, @ada?",
      mentions,
    });
    expect(keeps("hal", "")).toBe("already-so");
    proposes("ada", threadId);
    expect(keeps("ben", "")).toBeNull();
    expect(statement.thread(threadId).comments).toHaveLength(2);
  });

  it("is taken back by whoever made it, and by nobody else", () => {
    const threadId = starts("ben", "objection");
    const takesBack = (personId: string) =>
      statement.answer(personId, "withdraw-closing-proposal", { threadId });
    proposes("ada", threadId);
    expect(["cleo", "ben", "ada", "ada"].map(takesBack)).toEqual([
      "not-allowed",
      "not-allowed",
      null,
      "already-so",
    ]);
  });

  it("is not made by who can close it, where nobody can, or without a reason", () => {
    const objection = starts("ben", "objection");
    const comment = starts("ben", "comment");
    const link = statement.links("ben");
    expect([
      proposes("hal", objection),
      proposes("ada", comment),
      proposes("ada", link),
      proposes("ada", objection, " "),
      proposes("dan", objection),
    ]).toEqual(["bad-input", "bad-input", "bad-input", "not-parsed", "not-allowed"]);
  });

  it("about what a borough says ends when it says something else, and is kept open by it", () => {
    statement.letAllAgree();
    const threadId = String(statement.takes("ben", "object", "Too slow.").facts["threadId"]);
    proposes("ada", threadId);
    expect(statement.answer("ada", "keep-open", { threadId })).toBe("not-allowed");
    expect(statement.answer("hal", "keep-open", { threadId })).toBeNull();
    proposes("ada", threadId);
    statement.takes("ben", "agree");
    expect(statement.thread(threadId)).toMatchObject({
      closingProposed: null,
      closed: { note: "hackney now agrees." },
    });
  });
});

describe("what a conversation is", () => {
  const becomes = (personId: string, threadId: string, type: string) =>
    statement.answer(personId, "change-thread-type", { threadId, type });

  it("is a comment unless somebody says otherwise", () => {
    expect(statement.thread(statement.startsThread("ben").threadId).type).toBe("comment");
    expect(statement.thread(starts("ben", "question")).type).toBe("question");
    expect(
      statement.answer("ben", "start-thread", {
        anchor: { itemId: "R-1" },
        text: "x",
        type: "rant",
      }),
    ).toBe("not-parsed");
  });

  it("is changed by whoever started it, by editors and by leads", () => {
    const threadId = starts("ben", "comment");
    expect(
      [
        ["hal", "question"],
        ["rem", "question"],
        ["dan", "question"],
        ["ben", "question"],
        ["ben", "question"],
        ["cleo", "decision"],
        ["ada", "comment"],
      ].map(([personId = "", type = ""]) => becomes(personId, threadId, type)),
    ).toEqual(["not-allowed", "not-allowed", "not-allowed", null, "already-so", null, null]);
  });

  it("becomes an objection, or none any more, only for the borough that started it", () => {
    const threadId = starts("ben", "comment");
    expect([becomes("ada", threadId, "objection"), becomes("hal", threadId, "objection")]).toEqual([
      "not-allowed",
      null,
    ]);
    statement.does("ada", "propose-closing", { threadId, note: "Settled." });
    expect([becomes("ada", threadId, "comment"), becomes("ben", threadId, "question")]).toEqual([
      "not-allowed",
      null,
    ]);
    expect(statement.thread(threadId).closingProposed).toBeNull();
  });

  it("is not changed for links, suggestions and positions, nor when it is closed", () => {
    statement.letAllAgree();
    const position = String(statement.takes("ben", "object", "No.").facts["threadId"]);
    const closed = starts("ben", "comment");
    statement.does("ben", "close-thread", { threadId: closed });
    for (const threadId of [
      statement.links("ben"),
      statement.suggests("ben", "x"),
      position,
      closed,
    ])
      expect(becomes("ben", threadId, "question")).toBe("bad-input");
  });
});
