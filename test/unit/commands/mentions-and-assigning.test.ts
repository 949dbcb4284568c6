/** Calling on people in comments, and giving conversations to people to see to. */
import { beforeEach, describe, expect, it } from "vitest";
import { AStatement } from "./a-statement.ts";

let statement: AStatement;
let threadId: string;
let commentId: string;

beforeEach(() => {
  statement = new AStatement();
  ({ threadId, commentId } = statement.startsThread("ben"));
});

const leaves = (personId: string): void => {
  statement.append({ type: "remove-person", facts: { personId }, words: {} }, "ada", "camden");
};

describe("a comment mentions", () => {
  const replies = (text: string, mentions: unknown) =>
    statement.answer("ben", "reply", { threadId, text, mentions });

  it("people and boroughs that it names, in every place where comments are written", () => {
    const mentions = [{ personId: "ada" }, { boroughId: "camden" }];
    const text = "@ada, what does @Camden say?";
    const { facts } = statement.does("ben", "start-thread", {
      anchor: { itemId: "R-2" },
      text,
      mentions,
    });
    statement.does("ben", "reply", { threadId, text, mentions });
    statement.does("ben", "edit-comment", { threadId, commentId, text, mentions });
    expect(statement.thread(String(facts["threadId"])).comments[0]).toMatchObject({ mentions });
    expect(statement.thread(threadId).comments).toMatchObject([{ mentions }, { mentions }]);
  });

  it("nobody who does not take part, and nobody whom its words do not name", () => {
    leaves("cleo");
    expect([
      replies("@mallory?", [{ personId: "mallory" }]),
      replies("@cleo?", [{ personId: "cleo" }]),
      replies("@Lewisham?", [{ boroughId: "lewisham" }]),
      replies("ada?", [{ personId: "ada" }]),
      replies("@ada?", [{ name: "ada" }]),
    ]).toEqual(["bad-input", "bad-input", "bad-input", "bad-input", "not-parsed"]);
    expect(() =>
      statement.does("ben", "reply", { threadId, text: "Hm.", mentions: [{ personId: "ada" }] }),
    ).toThrow("Write @ada in the text, or leave the mention out.");
  });

  it("still those whom it named before they left, when its words are changed", () => {
    const mentions = [{ personId: "cleo" }];
    statement.does("ben", "edit-comment", { threadId, commentId, text: "@cleo?", mentions });
    leaves("cleo");
    const edits = (text: string) =>
      statement.answer("ben", "edit-comment", { threadId, commentId, text, mentions });
    expect([edits("Was it @cleo?"), edits("Was it she?")]).toEqual([null, "bad-input"]);
  });

  it("nobody any more once it was taken back", () => {
    const mentions = [{ personId: "ada" }];
    statement.does("ben", "edit-comment", { threadId, commentId, text: "@ada?", mentions });
    statement.does("ben", "withdraw-comment", { threadId, commentId });
    expect(statement.thread(threadId).comments[0]).toMatchObject({ text: "", mentions: [] });
  });
});

describe("a conversation is given", () => {
  const gives = (personId: string | null, due: unknown = null, by = "ada", to = threadId) =>
    statement.answer(by, "assign-thread", { threadId: to, personId, due });

  it("to somebody by a day, to somebody else, and to nobody", () => {
    expect(gives("ben", "2026-05-29")).toBeNull();
    expect(statement.thread(threadId).assigned).toMatchObject({
      to: "ben",
      due: "2026-05-29",
      personId: "ada",
    });
    expect([gives("ben", "2026-05-29"), gives("ben"), gives("cleo"), gives("cleo")]).toEqual([
      "already-so",
      null,
      null,
      "already-so",
    ]);
    expect([gives(null), gives(null)]).toEqual([null, "already-so"]);
    expect(statement.thread(threadId).assigned).toBeNull();
  });

  it("to nobody who left, is unknown or only reads, and by no day that is none", () => {
    leaves("cleo");
    expect([
      gives("cleo"),
      gives("mallory"),
      gives("dan"),
      gives("ben", "2026-02-30"),
      gives("ben", "soon"),
      gives(null, "2026-05-29"),
    ]).toEqual(["bad-input", "bad-input", "bad-input", "not-parsed", "not-parsed", "not-parsed"]);
    expect(() => statement.does("ada", "assign-thread", { threadId, personId: "dan" })).toThrow(
      "dan only reads this statement and could not answer.",
    );
  });

  it("while it is open, whatever it is about", () => {
    statement.letAllAgree();
    const position = String(statement.takes("ben", "object", "No.").facts["threadId"]);
    const suggestion = statement.suggests("ben", "New words");
    const all = [position, suggestion, statement.links("ben")];
    expect(all.map((each) => gives("ben", null, "ada", each))).toEqual([null, null, null]);
    statement.does("ada", "decline-suggestion", { threadId: suggestion, why: "No." });
    statement.does("ben", "close-thread", { threadId });
    expect([suggestion, threadId].map((each) => gives("cleo", null, "ada", each))).toEqual([
      "bad-input",
      "bad-input",
    ]);
  });
});
