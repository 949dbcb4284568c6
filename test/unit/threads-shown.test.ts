/** Which conversations a panel shows, and the lines under items that name their links. */
import { beforeEach, describe, expect, it } from "vitest";
import {
  hangsOn,
  threadsShown,
  type ThreadFilter,
} from "../../client/record-panel/threads-shown.ts";
import { standing } from "../../client/record-panel/use-links.ts";
import { ada, ben, Said } from "./said.ts";

let statement: Said;
beforeEach(() => {
  statement = new Said({
    n1: "report a leak",
    r1: "Take calls day and night.",
    r2: "Send a text.",
  });
});

function allShown(filter: ThreadFilter = "open", activeId: string | null = null, looked = "") {
  const { items, record } = statement;
  return threadsShown({
    record: record.state(),
    order: items.order(),
    item: (id) => items.item(id),
    filter,
    looked,
    me: ada,
    activeId,
  });
}

function shown(...asked: Parameters<typeof allShown>) {
  const { here, onRemoved, counts } = allShown(...asked);
  return { here: here.map(({ id }) => id), onRemoved: onRemoved.map(({ id }) => id), counts };
}

describe("the conversations of a statement", () => {
  it("come in the order of the items, and of one item in the order they were started", () => {
    const third = statement.comment(ben, "r2");
    const first = statement.comment(ben, "r1");
    const second = statement.comment(ada, "r1", "day and night");
    expect(shown().here).toEqual([first, second, third]);
  });

  it("are mine when I started them or said something in them", () => {
    const mine = statement.comment(ada, "r1");
    const answered = statement.comment(ben, "r2");
    statement.comment(ben, "n1");
    statement.run(ada, "reply", { threadId: answered, text: "Yes." });
    expect(shown("mine").here).toEqual([mine, answered]);
    expect(shown().counts).toEqual({ open: 3, mine: 2, objections: 0, closed: 0 });
  });

  it("are mine when they call on me or my borough, or are mine to see to", () => {
    const begin = (text: string, mentions: object[] = []) =>
      statement.run(ben, "start-thread", { anchor: { itemId: "r1" }, text, mentions });
    const me = begin("@Ada?", [{ personId: "ada" }]);
    const us = begin("@Camden?", [{ boroughId: "camden" }]);
    const mine = begin("By Friday.");
    begin("@Ben and @Hackney.", [{ personId: "ben" }, { boroughId: "hackney" }]);
    statement.run(ben, "assign-thread", { threadId: mine, personId: "ada" });
    expect(shown("mine").here).toEqual([me, us, mine]);
  });

  it("are objections while they are open", () => {
    const begin = (type: string) =>
      statement.run(ben, "start-thread", { anchor: { itemId: "r1" }, text: type, type });
    begin("question");
    const objection = begin("objection");
    expect(shown("objections").here).toEqual([objection]);
    statement.run(ben, "close-thread", { threadId: objection });
    expect(shown().counts).toMatchObject({ objections: 0, closed: 1 });
  });

  it("are folded away when closed, and count there", () => {
    const open = statement.comment(ben, "r1");
    const closed = statement.comment(ben, "r1");
    statement.run(ada, "close-thread", { threadId: closed, note: "Done." });
    expect(shown().here).toEqual([open]);
    expect(shown("closed").here).toEqual([closed]);
    expect(shown().counts).toEqual({ open: 1, mine: 0, objections: 0, closed: 1 });
    statement.run(ada, "reopen-thread", { threadId: closed });
    expect(shown().here).toEqual([open, closed]);
  });

  it("count as closed once every comment in them was withdrawn", () => {
    const threadId = statement.comment(ben, "r1");
    const commentId = statement.record.state().threads.get(threadId)?.comments[0]?.id;
    statement.run(ben, "withdraw-comment", { threadId, commentId });
    expect(shown().counts).toEqual({ open: 0, mine: 0, objections: 0, closed: 1 });
  });

  it("stay while they are open on the page, whatever the filter says", () => {
    const threadId = statement.comment(ben, "r1");
    expect(shown("mine", threadId).here).toEqual([threadId]);
  });

  it("are listed apart when their item is not taken forward", () => {
    const gone = statement.comment(ben, "r1");
    const here = statement.comment(ben, "r2");
    statement.remove("r1");
    expect(shown()).toMatchObject({ here: [here], onRemoved: [gone] });
  });

  it("leave out a link of a whole item that says no more than the line under it", () => {
    const quiet = statement.meet(ben, "r1", "n1");
    const reasoned = statement.meet(ben, "r2", "n1", { because: "It is sent at once." });
    const onWords = statement.meet(ben, "r1", "n1", {
      anchor: statement.anchor("r1", "Take calls"),
    });
    expect(shown().here).toEqual([onWords, reasoned]);
    expect(shown("open", quiet).here).toEqual([quiet, onWords, reasoned]);
    statement.write("n1", "leak", "flood");
    expect(shown().here).toEqual([quiet, onWords, reasoned]);
    statement.write("n1", "flood", "leak");
    expect(shown().here).toEqual([onWords, reasoned]);
  });

  it("are looked through again for no words but those on which a link hangs", () => {
    statement.meet(ben, "r1", "n1");
    statement.comment(ben, "r2", "text");
    const { hanging } = allShown();
    const isOther = (...touched: string[]): boolean =>
      hangsOn(touched, hanging, (id) => statement.items.item(id));
    statement.write("r2", "text", "letter");
    expect(isOther("r2")).toBe(false);
    expect(isOther("r1", "n1")).toBe(false);
    statement.write("n1", "leak", "flood");
    expect(isOther("n1")).toBe(true);
    statement.write("n1", "flood", "leak");
    expect(isOther("n1")).toBe(false);
  });

  it("keep a link that was taken back under closed", () => {
    const link = statement.meet(ben, "r1", "n1", { because: "It is sent at once." });
    statement.run(ben, "withdraw-link", { threadId: link, why: "Not any more." });
    expect(shown()).toMatchObject({ here: [], counts: { open: 0, closed: 1 } });
    expect(shown("closed").here).toEqual([link]);
  });
});

describe("a search in conversations", () => {
  const table: readonly (readonly [looked: string, found: readonly string[]])[] = [
    ["night", ["quoted", "answered"]],
    ["AGENCY", ["answered"]],
    ["agency night", ["answered"]],
    ["ben", ["quoted", "texted"]],
    ["camden", ["answered"]],
    ["r-3", ["texted"]],
    ["question", ["texted"]],
    ["  ", ["quoted", "answered", "texted"]],
    ["nowhere", []],
  ];
  for (const [looked, found] of table)
    it(`for “${looked}” finds ${found.length === 0 ? "nothing" : found.join(", ")}`, () => {
      const says = (text: string, more: object) =>
        statement.run(ada, "start-thread", { anchor: { itemId: "r1" }, text, ...more });
      const quoted = statement.comment(ben, "r1", "day and night");
      const answered = says("Who pays?", {});
      statement.run(ada, "reply", { threadId: answered, text: "An agency, at night." });
      const texted = statement.run(ben, "start-thread", {
        anchor: { itemId: "r2" },
        text: "Which words?",
        type: "question",
      });
      const names = new Map([
        [quoted, "quoted"],
        [answered, "answered"],
        [texted, "texted"],
      ]);
      expect(shown("open", null, looked).here.map((id) => names.get(id))).toEqual(found);
      expect(shown("open", null, looked).counts.open).toBe(found.length);
    });
});

describe("the links that stand", () => {
  it("name each other end once, fully before partly", () => {
    const words = statement.anchor("r1", "day and night");
    statement.meet(ben, "r1", "n1", { how: "partly", anchor: words });
    const fully = statement.meet(ben, "r1", "n1");
    const other = statement.meet(ben, "r2", "n1", { how: "partly" });
    const gone = statement.meet(ben, "r2", "n1", { anchor: statement.anchor("r2", "text") });
    statement.run(ben, "withdraw-link", { threadId: gone, why: "Not any more." });
    const record = statement.record.state();
    const ids = record.linksByNeed.get("n1");
    const links = standing(record, ids, ({ anchor }) => anchor.itemId);
    expect(links.map(({ id }) => id)).toEqual([fully, other]);
  });
});
