/** What happens to a conversation, command by command. */
import { expect, it } from "vitest";
import { anItem, AStatement } from "./a-statement.ts";

it("keeps comments in the order in which they were said, each with who said it", () => {
  const statement = new AStatement();
  const { threadId } = statement.startsThread("ben");
  statement.does("ada", "reply", { threadId, text: "  It is what residents asked for. " });
  statement.does("ben", "reply", { threadId, text: "Then I agree." });
  const { comments } = statement.thread(threadId);
  expect(comments.map(({ personId, boroughId, text }) => [personId, boroughId, text])).toEqual([
    ["ben", "hackney", "Is two minutes right?"],
    ["ada", "camden", "It is what residents asked for."],
    ["ben", "hackney", "Then I agree."],
  ]);
  expect(statement.record.threadsByItem.get("R-1")).toEqual([threadId]);
});

it("lets only the person who wrote a comment change it or take it back, a lead neither", () => {
  const statement = new AStatement();
  const own = statement.startsThread("ben");
  expect(statement.answer("ada", "edit-comment", { ...own, text: "No." })).toBe("not-allowed");
  expect(statement.answer("ada", "withdraw-comment", own)).toBe("not-allowed");
  statement.does("ben", "edit-comment", { ...own, text: "Is one minute right?" });
  expect(statement.thread(own.threadId).comments[0]).toMatchObject({
    text: "Is one minute right?",
    edited: { personId: "ben" },
  });
});

it("keeps the place of a comment that was taken back, without its words", () => {
  const statement = new AStatement();
  const own = statement.startsThread("ben");
  statement.does("ada", "reply", { threadId: own.threadId, text: "Yes." });
  statement.does("ben", "withdraw-comment", own);
  expect(statement.thread(own.threadId).comments).toMatchObject([
    { text: "", withdrawn: { personId: "ben" } },
    { text: "Yes.", withdrawn: null },
  ]);
  expect(statement.answer("ben", "edit-comment", { ...own, text: "Again" })).toBe("already-so");
  expect(statement.answer("ben", "withdraw-comment", own)).toBe("already-so");
});

it("closes with a last word, refuses replies while closed, and opens again", () => {
  const statement = new AStatement();
  const { threadId } = statement.startsThread("ben");
  statement.does("cleo", "close-thread", { threadId, note: "Two minutes it is." });
  expect(statement.thread(threadId).closed).toMatchObject({
    personId: "cleo",
    note: "Two minutes it is.",
  });
  expect(statement.answer("ben", "reply", { threadId, text: "But…" })).toBe("already-so");
  expect(statement.answer("ben", "close-thread", { threadId })).toBe("already-so");
  statement.does("ben", "reopen-thread", { threadId });
  expect(statement.thread(threadId).closed).toBeNull();
  expect(statement.answer("ben", "reply", { threadId, text: "But…" })).toBeNull();
  expect(statement.answer("ben", "reopen-thread", { threadId })).toBe("already-so");
});

it("goes on about an item that was removed", () => {
  const statement = new AStatement();
  const { threadId } = statement.startsThread("ben");
  statement.says({ ...statement.item("R-1"), removed: { why: "Out of scope" } });
  expect(
    statement.answer("ada", "reply", { threadId, text: "Shall we bring it back?" }),
  ).toBeNull();
  expect(statement.thread(threadId).comments).toHaveLength(2);
  expect(statement.startsThread("ada").threadId).not.toBe(threadId);
});

it("goes on under a link, which is taken back and not closed", () => {
  const statement = new AStatement();
  const threadId = statement.links("ben");
  statement.does("ada", "reply", { threadId, text: "Does it?" });
  expect(statement.thread(threadId).comments).toHaveLength(1);
  expect(statement.answer("ada", "close-thread", { threadId })).toBe("bad-input");
});

it("refuses what it cannot be about", () => {
  const statement = new AStatement();
  const { threadId } = statement.startsThread("ben");
  const answers = [
    statement.answer("ben", "start-thread", { anchor: { itemId: "R-9" }, text: "Hello" }),
    statement.answer("ben", "start-thread", { anchor: { itemId: "R-1" }, text: "  " }),
    statement.answer("ben", "start-thread", {
      anchor: { itemId: "R-1" },
      text: "x".repeat(10_001),
    }),
    statement.answer("ben", "reply", { threadId: "nowhere", text: "Hello" }),
    statement.answer("ben", "edit-comment", { threadId, commentId: "none", text: "Hello" }),
    statement.answer("ben", "reply", null),
  ];
  expect(answers).toEqual([
    "not-found",
    "not-parsed",
    "not-parsed",
    "not-found",
    "not-found",
    "not-parsed",
  ]);
  expect(statement.entries).toHaveLength(5);
});

it("keeps the words that a thread is about, and where they stood", () => {
  const statement = new AStatement();
  const words = {
    field: "statement",
    quote: "two minutes",
    prefix: "answers calls within ",
    suffix: ".",
    from: { item: { client: 1, clock: 4 }, assoc: 0 },
    to: { item: { client: 1, clock: 9 }, assoc: -1 },
  };
  statement.says(anItem("R-1", "requirement", "The service answers calls within two minutes."));
  const { facts } = statement.does("ben", "start-thread", {
    anchor: { itemId: "R-1", words },
    text: "Is it?",
  });
  expect(statement.thread(String(facts["threadId"])).anchor).toEqual({ itemId: "R-1", words });
});

it("takes what somebody says once, however often the button is pressed", () => {
  const statement = new AStatement();
  const starts = (personId: string, text: string, itemId = "R-1") =>
    statement.answer(personId, "start-thread", { anchor: { itemId }, text });
  expect(starts("ben", "Why?")).toBeNull();
  expect(starts("ben", "Why?")).toBe("already-so");
  expect([starts("ben", "Why?", "R-2"), starts("ada", "Why?"), starts("ben", "How?")]).toEqual([
    null,
    null,
    null,
  ]);
  const [threadId = ""] = statement.record.threadsByItem.get("R-1") ?? [];
  const replies = (personId: string, text: string) =>
    statement.answer(personId, "reply", { threadId, text });
  expect(replies("ben", " Why? ")).toBe("already-so");
  expect(replies("ada", "Law.")).toBeNull();
  expect(replies("ada", "Law.")).toBe("already-so");
  expect([replies("ben", "Why?"), replies("ada", "Law.")]).toEqual([null, null]);
  statement.does("ada", "close-thread", { threadId });
  expect(starts("ben", "Why?")).toBeNull();
});
