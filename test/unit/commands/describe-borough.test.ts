/** What a borough says of itself: its present contract, its team, how it would take part. */
import { describe, expect, it } from "vitest";
import { AStatement } from "./a-statement.ts";

const wanted = {
  contractEnds: "2027-03-31",
  extendableUntil: "2028-03-31",
  team: "Repairs service",
  takingPart: "buy-together",
};

describe("a borough", () => {
  it("says of itself what its own people say, and the last word counts", () => {
    const statement = new AStatement();
    statement.does("ben", "describe-borough", wanted);
    statement.does("ada", "describe-borough", { contractEnds: null, takingPart: "read-along" });
    statement.does("ben", "describe-borough", { ...wanted, takingPart: "use-specification" });
    expect(statement.record.boroughs.get("hackney")).toMatchObject({
      ...wanted,
      takingPart: "use-specification",
      personId: "ben",
    });
    expect(statement.record.boroughs.get("camden")).toMatchObject({
      contractEnds: null,
      extendableUntil: null,
      team: "",
      takingPart: "read-along",
      personId: "ada",
    });
  });

  it("cannot be described by naming another borough", () => {
    const statement = new AStatement();
    statement.does("ben", "describe-borough", { ...wanted, boroughId: "camden" });
    expect([...statement.record.boroughs.keys()]).toEqual(["hackney"]);
  });

  it("is told when it says just that already", () => {
    const statement = new AStatement();
    statement.does("ben", "describe-borough", wanted);
    expect(statement.answer("ben", "describe-borough", wanted)).toBe("already-so");
    expect(statement.answer("ada", "describe-borough", wanted)).toBeNull();
  });

  it.each([
    ["a day that is none", { contractEnds: "2027-02-30" }],
    ["a year of two digits", { contractEnds: "0027-03-31" }],
    ["a day in words", { contractEnds: "31 March 2027" }],
    ["an extension without an end", { contractEnds: null }],
    ["an extension that ends before the contract", { extendableUntil: "2027-03-30" }],
    ["an extension to the day it ends anyway", { extendableUntil: "2027-03-31" }],
    ["another way to take part", { takingPart: "perhaps" }],
    ["a team of 301 letters", { team: "x".repeat(301) }],
  ])("does not take %s", (_what, part) => {
    const statement = new AStatement();
    const args = { ...wanted, ...part };
    expect(statement.answer("ben", "describe-borough", args)).toBe("not-parsed");
  });

  it("keeps its days once its words were erased", () => {
    const statement = new AStatement();
    const entry = statement.does("ben", "describe-borough", wanted);
    const again = new AStatement();
    again.append({ ...entry, words: {} }, "ben", "hackney");
    expect(again.record.boroughs.get("hackney")).toMatchObject({ ...wanted, team: "" });
  });
});
