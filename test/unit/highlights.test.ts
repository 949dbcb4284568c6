/** Highlights: worked out again only for what changed, and never for what is settled. */
import { beforeEach, describe, expect, it } from "vitest";
import { HighlightStore, pendingThreadId } from "../../client/connection/highlights.ts";
import { anchorAt, upToDate } from "../../client/record-panel/chosen-anchor.ts";
import { ada, ben, Said } from "./said.ts";

let statement: Said;
let store: HighlightStore;
beforeEach(() => {
  statement = new Said({
    n1: "report a leak",
    r1: "Take calls day and night.",
    r2: "Send a text.",
  });
  store = new HighlightStore(statement);
});
const inStatement = (itemId: string) => store.ofItem(itemId).get("statement") ?? [];

describe("highlights", () => {
  it("stand over the words of open conversations and links", () => {
    const comment = statement.comment(ada, "r1", "day and night");
    const anchor = statement.anchor("r1", "Take calls");
    const link = statement.meet(ben, "r1", "n1", { anchor });
    statement.comment(ada, "r1");
    expect(inStatement("r1")).toEqual([
      { threadId: comment, kind: "comment", from: 11, to: 24, changed: false },
      { threadId: link, kind: "meets", from: 0, to: 10, changed: false },
    ]);
  });

  it("move with their words and say when these changed", () => {
    const threadId = statement.comment(ada, "r1", "day and night");
    statement.write("r1", "Take", "Always take");
    statement.write("r1", "and", "or");
    expect(inStatement("r1")).toMatchObject([{ threadId, from: 18, to: 30, changed: true }]);
  });

  it("go when the conversation is closed, and come back with it", () => {
    const threadId = statement.comment(ada, "r1", "day and night");
    statement.run(ben, "close-thread", { threadId, note: "" });
    expect(inStatement("r1")).toEqual([]);
    statement.run(ben, "reopen-thread", { threadId });
    expect(inStatement("r1")).toHaveLength(1);
  });

  it("keep their identity until something in their own item changes", () => {
    statement.comment(ada, "r1", "day and night");
    const before = store.ofItem("r1");
    statement.comment(ben, "r2", "text");
    statement.write("r2", "text", "letter");
    expect(store.ofItem("r1")).toBe(before);
    statement.write("r1", "night.", "night, always.");
    expect(store.ofItem("r1")).toBe(before);
    statement.write("r1", "Take", "Do take");
    expect(store.ofItem("r1")).not.toBe(before);
  });

  it("stay on the words somebody is writing about, and tell of it once", () => {
    let told = 0;
    store.subscribeItem("r1", () => (told += 1));
    store.setPending({ kind: "comment", anchor: statement.anchor("r1", "calls") });
    expect(inStatement("r1")).toMatchObject([{ threadId: pendingThreadId, from: 5, to: 10 }]);
    store.setPending(null);
    expect(inStatement("r1")).toEqual([]);
    expect(told).toBe(2);
  });
});

describe("the words somebody chose", () => {
  it("are quoted as they are when the comment is sent", () => {
    const chosen = anchorAt(statement.doc, { itemId: "r1", field: "statement", from: 0, to: 10 });
    expect(chosen.words?.quote).toBe("Take calls");
    expect(upToDate(statement.doc, chosen)).toBe(chosen);
    statement.write("r1", "Take", "Answer");
    expect(upToDate(statement.doc, chosen).words?.quote).toBe("Answer calls");
  });

  it("are the whole item where the field is not there", () => {
    expect(anchorAt(statement.doc, { itemId: "r1", field: "no", from: 0, to: 4 })).toEqual({
      itemId: "r1",
    });
  });
});
