/** What boroughs object to and propose: the conversations they make and how those end. */
import { describe, expect, it } from "vitest";
import type { Stance } from "../../../shared/position.ts";
import type { AStatement } from "./a-statement.ts";
import { aStatement, changed, conversations, rewrites, standing } from "./said-on.ts";

describe("an objection", () => {
  it("is a conversation that others answer, and that ends when the borough agrees", () => {
    const statement = aStatement();
    const { facts } = statement.takes("ben", "object", "Too slow.");
    const threadId = String(facts["threadId"]);
    statement.does("ada", "reply", { threadId, text: "One minute?" });
    expect(statement.answer("ada", "close-thread", { threadId })).toBe("bad-input");
    expect(statement.answer("ben", "close-thread", { threadId })).toBe("bad-input");
    statement.takes("ben", "agree");
    expect(conversations(statement)).toEqual([
      "hackney object (objection) ben: Too slow. / ada: One minute? [closed, hackney now agrees.]",
    ]);
    expect(statement.answer("ben", "reopen-thread", { threadId })).toBe("bad-input");
  });

  it("goes on in its conversation when the borough says it in other words", () => {
    const statement = aStatement();
    statement.takes("ben", "object", "Too slow.");
    statement.takes("ben", "object", "Too slow, and only by phone.");
    expect(conversations(statement)).toEqual([
      "hackney object (objection) ben: Too slow. / ben: Too slow, and only by phone. [open]",
    ]);
  });

  it("says its words once when they are said again on new text", () => {
    const statement = aStatement();
    statement.takes("ben", "object", "Too slow.");
    rewrites(changed)(statement);
    statement.takes("ben", "object", "Too slow.");
    expect(conversations(statement)).toEqual(["hackney object (objection) ben: Too slow. [open]"]);
    expect(standing(statement)).toEqual(["hackney: object"]);
  });

  it("becomes another conversation when the borough agrees with a change, and ends when it takes it back", () => {
    const statement = aStatement();
    statement.takes("ben", "object", "Too slow.");
    statement.takes("ben", "agree-with-change", "One minute.");
    statement.does("ben", "withdraw-position", { itemId: "R-1" });
    expect(conversations(statement)).toEqual([
      "hackney object (objection) ben: Too slow. [closed, hackney now agrees with a change.]",
      "hackney agree-with-change (comment) ben: One minute. [closed, hackney took it back.]",
    ]);
    expect(statement.answer("ben", "withdraw-position", { itemId: "R-1" })).toBe("already-so");
  });

  it("has words that are not changed or taken back behind the position's back", () => {
    const statement = aStatement();
    const { threadId, commentId } = statement.takes("ben", "object", "Too slow.").facts;
    const own = { threadId, commentId };
    expect(statement.answer("ben", "withdraw-comment", own)).toBe("bad-input");
    expect(statement.answer("ben", "edit-comment", { ...own, text: "Fine." })).toBe("bad-input");
  });

  it("stands beside another borough's in a conversation of its own", () => {
    const statement = aStatement();
    statement.takes("ben", "object", "Too slow.");
    statement.takes("ada", "object", "Too dear.");
    statement.takes("ben", "agree");
    expect(conversations(statement)).toEqual([
      "hackney object (objection) ben: Too slow. [closed, hackney now agrees.]",
      "camden object (objection) ada: Too dear. [open]",
    ]);
  });
});

describe("a proposal", () => {
  const proposes = (statement: AStatement, personId: string, stance: Stance, words = "") =>
    statement.answer(personId, "propose-position", {
      itemId: "R-1",
      stance,
      words,
      seen: statement.shown(personId),
    });
  const proposed = (statement: AStatement) =>
    [...(statement.record.proposedPositions.get("R-1") ?? [])].map(
      ([boroughId, { personId, stance }]) => `${boroughId}: ${stance} (${personId})`,
    );

  it("waits beside the position until the borough takes one", () => {
    const statement = aStatement();
    expect(proposes(statement, "hal", "object", "Too slow.")).toBeNull();
    expect(proposes(statement, "cleo", "agree")).toBeNull();
    expect(proposed(statement)).toEqual(["hackney: object (hal)", "camden: agree (cleo)"]);
    expect(standing(statement)).toEqual([]);
    expect(conversations(statement)).toEqual([]);
    statement.takes("ben", "agree");
    expect(proposed(statement)).toEqual(["camden: agree (cleo)"]);
  });

  it("is replaced by the next, and not made twice or where the borough says it already", () => {
    const statement = aStatement();
    proposes(statement, "hal", "object", "Too slow.");
    expect(proposes(statement, "hal", "object", "Too slow.")).toBe("already-so");
    expect(proposes(statement, "hal", "agree")).toBeNull();
    expect(proposed(statement)).toEqual(["hackney: agree (hal)"]);
    statement.takes("ben", "agree");
    expect(proposes(statement, "hal", "agree")).toBe("already-so");
    rewrites(changed)(statement);
    expect(proposes(statement, "hal", "agree")).toBeNull();
  });

  it("is taken back by whoever made it or who agrees for the borough, and by nobody else", () => {
    const statement = aStatement();
    statement.joins("ivy", "reviewer", "hackney");
    const takesBack = (personId: string) =>
      statement.answer(personId, "withdraw-proposal", { itemId: "R-1" });
    proposes(statement, "hal", "agree");
    expect([takesBack("ada"), takesBack("ivy"), takesBack("hal"), takesBack("hal")]).toEqual([
      "already-so",
      "not-allowed",
      null,
      "already-so",
    ]);
    proposes(statement, "hal", "agree");
    expect(takesBack("ben")).toBeNull();
  });
});
