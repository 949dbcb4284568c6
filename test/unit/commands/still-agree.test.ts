/** Confirming what a borough said on words that changed, one at a time or many at once. */
import { describe, expect, it } from "vitest";
import { positionState } from "../../../shared/position-state.ts";
import { anItem, type AStatement } from "./a-statement.ts";
import { aStatement, changed, conversations, renews, rewrites, standing } from "./said-on.ts";

describe("still agree", () => {
  function twoAgreed(): AStatement {
    const statement = aStatement();
    statement.takes("ada", "agree");
    statement.takes("ada", "agree", "", "R-2");
    return statement;
  }
  const both = (statement: AStatement) => ({
    items: ["R-1", "R-2"].map((itemId) => ({ itemId, seen: statement.shown("ada", itemId) })),
  });

  it("renews many at once where only wording changed", () => {
    const statement = twoAgreed();
    for (const id of ["R-1", "R-2"]) statement.says(anItem(id, "requirement", `${changed} ${id}`));
    const { facts } = statement.does("ada", "renew-positions", both(statement));
    expect(facts).toEqual({ itemIds: ["R-1", "R-2"] });
    for (const id of ["R-1", "R-2"])
      expect(positionState(statement.item(id), "camden", statement.position("camden", id))).toBe(
        "current",
      );
  });

  it("renews none when one changed meanwhile", () => {
    const statement = twoAgreed();
    for (const id of ["R-1", "R-2"]) statement.says(anItem(id, "requirement", changed));
    const args = both(statement);
    statement.says(anItem("R-2", "requirement", "Something else."));
    expect(statement.answer("ada", "renew-positions", args)).toBe("text-changed");
    expect(standing(statement)).toEqual(["camden: agree, changed since"]);
  });

  it("does not renew a new priority among others, and names it, but does on its own", () => {
    const statement = twoAgreed();
    const references = [{ itemId: "R-2", reference: "R-2" }];
    statement.append(
      { type: "give-references", facts: { references }, words: {} },
      "ada",
      "camden",
    );
    rewrites(changed)(statement);
    statement.says({ ...statement.item("R-2"), priority: "must" });
    expect(() => statement.does("ada", "renew-positions", both(statement))).toThrow(
      "More than wording changed in R-2. Confirm it on its own.",
    );
    const [, second] = both(statement).items;
    expect(statement.answer("ada", "renew-positions", { items: [second] })).toBeNull();
  });

  it("has nothing to say where nothing changed, where nothing was said, or where the item is removed", () => {
    const statement = twoAgreed();
    const renew = (personId: string) =>
      statement.answer(personId, "renew-positions", {
        items: [{ itemId: "R-1", seen: statement.shown(personId) }],
      });
    expect([renew("ada"), renew("ben")]).toEqual(["already-so", "not-found"]);
    statement.says({ ...statement.item("R-1"), removed: { why: "Not now" } });
    expect(renew("ada")).toBe("bad-input");
    expect(statement.answer("ada", "renew-positions", { items: [] })).toBe("not-parsed");
  });

  it("keeps what was said, by whom, and who confirmed it", () => {
    const statement = aStatement();
    statement.takes("ben", "object", "Too slow.");
    rewrites(changed)(statement);
    renews("ben")(statement);
    expect(statement.position("hackney")).toMatchObject({ stance: "object", words: "Too slow." });
    expect(conversations(statement)).toEqual(["hackney object (objection) ben: Too slow. [open]"]);
  });
});
