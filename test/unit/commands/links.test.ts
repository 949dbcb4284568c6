/** Linking requirements to needs, and settling what has no link on purpose. */
import { describe, expect, it } from "vitest";
import { fingerprint, seenOf } from "../../../shared/seen.ts";
import { anItem, AStatement } from "./a-statement.ts";

function shown(statement: AStatement): string {
  return fingerprint(seenOf(statement.item("R-1")), seenOf(statement.item("N-1")));
}

describe("a link", () => {
  it("says who linked what to what, how far and why", () => {
    const statement = new AStatement();
    const { facts } = statement.does("ben", "meet-need", {
      anchor: { itemId: "R-1" },
      needId: "N-1",
      how: "partly",
      because: "Only by phone.",
      seen: shown(statement),
    });
    const threadId = String(facts["threadId"]);
    expect(statement.link(threadId)).toMatchObject({
      needId: "N-1",
      how: "partly",
      because: "Only by phone.",
      confirmed: { personId: "ben" },
      withdrawn: null,
    });
    expect(statement.record.linksByNeed.get("N-1")).toEqual([threadId]);
  });

  it("goes from a requirement to a need or an outcome, and nowhere else", () => {
    const statement = new AStatement();
    const link = (itemId: string, needId: string) =>
      statement.answer("ben", "meet-need", { anchor: { itemId }, needId, how: "fully" });
    expect(link("R-1", "O-1")).toBeNull();
    expect(link("R-1", "R-2")).toBe("bad-input");
    expect(link("N-1", "O-1")).toBe("bad-input");
    expect(link("R-1", "N-9")).toBe("not-found");
  });

  it("stands once for the same words and need, however often the button is pressed", () => {
    const statement = new AStatement();
    const place = (clock: number) => ({ item: { client: 1, clock }, assoc: 0 });
    const words = {
      field: "statement",
      quote: "two minutes",
      prefix: "within ",
      suffix: ".",
      from: place(30),
      to: place(41),
    };
    const link = (how: string, anchor: object) =>
      statement.answer("ben", "meet-need", { anchor, needId: "N-1", how });
    const whole = { itemId: "R-1" };
    expect([link("fully", whole), link("fully", whole), link("partly", whole)]).toEqual([
      null,
      "already-so",
      "already-so",
    ]);
    const quoted = { itemId: "R-1", words };
    const elsewhere = { itemId: "R-1", words: { ...words, from: place(12) } };
    expect([link("fully", quoted), link("fully", quoted), link("fully", elsewhere)]).toEqual([
      null,
      "already-so",
      null,
    ]);
    const [first = ""] = statement.record.linksByNeed.get("N-1") ?? [];
    statement.does("ben", "withdraw-link", { threadId: first, why: "Not so." });
    expect(link("fully", whole)).toBeNull();
  });

  it("is refused when either text changed while the person was choosing", () => {
    for (const changed of ["R-1", "N-1"] as const) {
      const statement = new AStatement();
      const seen = shown(statement);
      statement.says(anItem(changed, statement.item(changed).kind, "other words"));
      const args = { anchor: { itemId: "R-1" }, needId: "N-1", how: "fully", seen };
      expect(statement.answer("ben", "meet-need", args)).toBe("text-changed");
      expect(statement.answer("ben", "meet-need", { ...args, seen: shown(statement) })).toBeNull();
    }
  });

  it("can be partly where it was fully, and keeps its reason unless another is given", () => {
    const statement = new AStatement();
    const threadId = statement.links("ben");
    statement.does("ada", "change-how", { threadId, how: "partly", because: "Not at night." });
    expect(statement.link(threadId)).toMatchObject({ how: "partly", because: "Not at night." });
    statement.does("ada", "change-how", { threadId, how: "fully" });
    expect(statement.link(threadId)).toMatchObject({ how: "fully", because: "Not at night." });
    statement.does("ada", "change-how", { threadId, how: "fully", because: "" });
    expect(statement.link(threadId)).toMatchObject({ how: "fully", because: "" });
    expect(statement.answer("ada", "change-how", { threadId, how: "fully" })).toBe("already-so");
  });

  it("is confirmed for the words as they are now, which are then what was seen", () => {
    const statement = new AStatement();
    const threadId = statement.links("ben");
    expect(statement.answer("ada", "confirm", { threadId, seen: shown(statement) })).toBe(
      "already-so",
    );
    const before = shown(statement);
    statement.says(anItem("R-1", "requirement", "The service answers calls within one minute."));
    expect(statement.answer("ada", "confirm", { threadId, seen: before })).toBe("text-changed");
    statement.does("ada", "confirm", { threadId, seen: shown(statement) });
    const { seen, confirmed } = statement.link(threadId);
    expect(seen.requirement).toEqual(seenOf(statement.item("R-1")));
    expect(confirmed.personId).toBe("ada");
    expect(statement.thread(threadId).started.personId).toBe("ben");
  });

  it("is taken back with a reason, and then takes replies and nothing else", () => {
    const statement = new AStatement();
    const threadId = statement.links("ben");
    expect(statement.answer("ada", "withdraw-link", { threadId, why: " " })).toBe("not-parsed");
    statement.does("ada", "withdraw-link", { threadId, why: "It is another need." });
    expect(statement.link(threadId).withdrawn).toMatchObject({
      personId: "ada",
      why: "It is another need.",
    });
    expect(statement.answer("ben", "change-how", { threadId, how: "partly" })).toBe("already-so");
    expect(statement.answer("ben", "withdraw-link", { threadId, why: "x" })).toBe("already-so");
    expect(statement.answer("ben", "reply", { threadId, text: "Fair." })).toBeNull();
  });

  it("is what a conversation without a need is not", () => {
    const statement = new AStatement();
    const { threadId } = statement.startsThread("ben");
    expect(statement.answer("ben", "change-how", { threadId, how: "partly" })).toBe("bad-input");
    expect(statement.answer("ben", "withdraw-link", { threadId, why: "x" })).toBe("bad-input");
    expect(statement.answer("ben", "confirm", { threadId, seen: "x" })).toBe("bad-input");
  });
});

describe("what has no link on purpose", () => {
  it("is a need or outcome left out because…, until it is put back", () => {
    const statement = new AStatement();
    statement.does("cleo", "leave-out-need", { needId: "N-1", why: "Another contract does it." });
    statement.does("cleo", "leave-out-need", { needId: "O-1", why: "Not ours." });
    expect(statement.record.leftOut.get("N-1")).toMatchObject({
      personId: "cleo",
      why: "Another contract does it.",
    });
    expect(statement.answer("ada", "leave-out-need", { needId: "N-1", why: "x" })).toBe(
      "already-so",
    );
    statement.does("ada", "put-back-need", { needId: "N-1" });
    expect([...statement.record.leftOut.keys()]).toEqual(["O-1"]);
    expect(statement.answer("ada", "put-back-need", { needId: "N-1" })).toBe("already-so");
    expect(statement.answer("ada", "leave-out-need", { needId: "R-1", why: "x" })).toBe(
      "bad-input",
    );
  });

  it("is a requirement that needs no need because…, until it does", () => {
    const statement = new AStatement();
    statement.does("cleo", "needs-no-need", { requirementId: "R-2", why: "The law asks for it." });
    expect(statement.record.needsNone.get("R-2")?.why).toBe("The law asks for it.");
    expect(statement.answer("ada", "needs-no-need", { requirementId: "R-2", why: "x" })).toBe(
      "already-so",
    );
    statement.does("ada", "needs-a-need", { requirementId: "R-2" });
    expect(statement.record.needsNone.size).toBe(0);
    expect(statement.answer("ada", "needs-a-need", { requirementId: "R-2" })).toBe("already-so");
    expect(statement.answer("ada", "needs-no-need", { requirementId: "N-1", why: "x" })).toBe(
      "bad-input",
    );
  });
});
