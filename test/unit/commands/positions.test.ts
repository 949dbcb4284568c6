/** What boroughs say about items: as a table of who did what and how it then stands. */
import { describe, expect, it } from "vitest";
import { changedSincePosition } from "../../../shared/position-state.ts";
import type { Stance } from "../../../shared/position.ts";
import { richTextFromPlain } from "../../../shared/rich-text.ts";
import type { AStatement } from "./a-statement.ts";
import { aStatement, changed, renews, rewrites, standing, written } from "./said-on.ts";

type Step = readonly [what: string, does: (statement: AStatement) => void, stands: string[]];

const takes =
  (personId: string, stance: Stance, words = "") =>
  (statement: AStatement): unknown =>
    statement.takes(personId, stance, words);
const withdraws = (personId: string) => (statement: AStatement) =>
  statement.does(personId, "withdraw-position", { itemId: "R-1" });

const story: Step[] = [
  ["nobody has said anything", () => {}, []],
  ["Camden agrees", takes("ada", "agree"), ["camden: agree"]],
  ["Hackney objects", takes("ben", "object", "Too slow"), ["camden: agree", "hackney: object"]],
  [
    "somebody edits the text",
    rewrites(changed),
    ["camden: agree, changed since", "hackney: object, changed since"],
  ],
  ["somebody puts it back", rewrites(written), ["camden: agree", "hackney: object"]],
  [
    "somebody edits it again",
    rewrites(changed),
    ["camden: agree, changed since", "hackney: object, changed since"],
  ],
  ["Camden still agrees", renews("ada"), ["camden: agree", "hackney: object, changed since"]],
  ["Hackney now agrees", takes("ben", "agree"), ["camden: agree", "hackney: agree"]],
  [
    "somebody puts the first words back",
    rewrites(written),
    ["camden: agree, changed since", "hackney: agree, changed since"],
  ],
  ["Camden takes its position back", withdraws("ada"), ["hackney: agree, changed since"]],
  ["Hackney says it does not apply", takes("ben", "does-not-apply"), ["hackney: does-not-apply"]],
];

describe("a story of positions", () => {
  const statement = aStatement();
  it.each(story)("%s", (_what, does, stands) => {
    does(statement);
    expect(standing(statement)).toEqual(stands);
  });
});

describe("a position", () => {
  it("keeps who took it, when, in which words, and exactly what the item said", () => {
    const statement = aStatement();
    statement.does("ben", "take-position", {
      itemId: "R-1",
      stance: "agree",
      words: " Only by phone. ",
      priority: "should",
      seen: statement.shown("ben"),
    });
    expect(statement.position("hackney")).toMatchObject({
      personId: "ben",
      stance: "agree",
      words: "Only by phone.",
      priority: "should",
      seen: { fields: { statement: richTextFromPlain(written) }, variations: [] },
      confirmed: { personId: "ben" },
      threadId: null,
    });
  });

  it("is on needs and requirements that are taken forward, and on nothing else", () => {
    const statement = aStatement();
    const take = (itemId: string) =>
      statement.answer("ben", "take-position", {
        itemId,
        stance: "agree",
        seen: statement.shown("ben", itemId),
      });
    expect([take("N-1"), take("R-1"), take("O-1")]).toEqual([null, null, "bad-input"]);
    statement.says({ ...statement.item("R-2"), removed: { why: "Out of scope" } });
    expect(take("R-2")).toBe("bad-input");
    const args = { itemId: "R-9", stance: "agree", seen: "" };
    expect(statement.answer("ben", "take-position", args)).toBe("not-found");
  });

  it("is refused when the words are no longer those on the page", () => {
    const statement = aStatement();
    const seen = statement.shown("ben");
    rewrites(changed)(statement);
    const args = { itemId: "R-1", stance: "agree", seen };
    expect(statement.answer("ben", "take-position", args)).toBe("text-changed");
    expect(statement.answer("hal", "propose-position", args)).toBe("text-changed");
    expect(statement.record.positions.size).toBe(0);
  });

  it("stands once, however often the button is pressed, and is taken anew on new words", () => {
    const statement = aStatement();
    statement.takes("ben", "agree");
    const again = () =>
      statement.answer("ben", "take-position", {
        itemId: "R-1",
        stance: "agree",
        seen: statement.shown("ben"),
      });
    expect(again()).toBe("already-so");
    rewrites(changed)(statement);
    expect(again()).toBeNull();
    expect(standing(statement)).toEqual(["hackney: agree"]);
  });

  it.each([
    ["agree", null],
    ["does-not-apply", null],
    ["agree-with-change", "not-parsed"],
    ["object", "not-parsed"],
  ] as const)("to %s without words is %s", (stance, answer) => {
    const statement = aStatement();
    const args = { itemId: "R-1", stance, words: "  ", seen: statement.shown("ben") };
    expect(statement.answer("ben", "take-position", args)).toBe(answer);
  });

  it("has a priority only where it is another than the item's, and where it applies", () => {
    const statement = aStatement();
    statement.says({ ...statement.item("R-1"), priority: "must" });
    const priority = (stance: Stance, chosen: string | null) => {
      const seen = statement.shown("ben");
      statement.does("ben", "take-position", { itemId: "R-1", stance, priority: chosen, seen });
      return statement.position("hackney").priority;
    };
    expect([
      priority("agree", "must"),
      priority("agree", "could"),
      priority("does-not-apply", "could"),
    ]).toEqual([null, "could", null]);
  });

  it("outlives whoever took it", () => {
    const statement = aStatement();
    statement.takes("ben", "object", "Too slow.");
    statement.append(
      { type: "remove-person", facts: { personId: "ben" }, words: {} },
      "ada",
      "camden",
    );
    expect(standing(statement)).toEqual(["hackney: object"]);
  });

  it("changes with the borough's own variation and not with another's", () => {
    const statement = aStatement();
    statement.takes("ada", "agree");
    statement.takes("ben", "agree");
    const text = richTextFromPlain("Also by text message.");
    const variation = { key: "hackney:1", boroughId: "hackney", text };
    const item = { ...statement.item("R-1"), variations: [variation] };
    statement.says(item);
    expect(standing(statement)).toEqual(["camden: agree", "hackney: agree, changed since"]);
    expect(changedSincePosition(item, "hackney", statement.position("hackney"))).toMatchObject([
      { part: "variation" },
    ]);
  });

  it("changes with the priority and when the item is removed, and heals when both are put back", () => {
    const statement = aStatement();
    statement.takes("ada", "agree");
    const before = statement.item("R-1");
    for (const item of [
      { ...before, priority: "must" as const },
      { ...before, removed: { why: "Not now" } },
    ]) {
      statement.says(item);
      expect(standing(statement)).toEqual(["camden: agree, changed since"]);
      statement.says({ ...before });
      expect(standing(statement)).toEqual(["camden: agree"]);
    }
  });
});
