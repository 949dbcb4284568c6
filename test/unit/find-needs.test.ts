/** Typing in the need chooser finds the need one has in mind. */
import { describe, expect, it } from "vitest";
import { findNeeds, type NeedOption } from "../../client/record-panel/find-needs.ts";

const option = (
  reference: string,
  sentence: string,
  more: Partial<NeedOption> = {},
): NeedOption => ({
  id: reference,
  reference,
  aliases: [],
  sentence,
  state: "Covered",
  isOpen: false,
  raisedBy: [],
  ...more,
});

const options = [
  option("N-1", "As a tenant, I need to report a leak by phone"),
  option("N-2", "As a tenant, I need to know when to be in", {
    isOpen: true,
    raisedBy: ["Hackney"],
  }),
  option("N-12", "As a café owner, I need to be told what was repaired", { aliases: ["UN-7/b"] }),
  option("O-2", "Fewer repeat calls"),
];
const found = (typed: string) => findNeeds(typed, options).map(({ id }) => id);

describe("the need chooser", () => {
  it.each([
    ["N-2", ["N-2"]],
    ["n2", ["N-2"]],
    ["n 12", ["N-12"]],
    ["2", ["N-2", "O-2"]],
    ["un7b", ["N-12"]],
    ["UN-7", ["N-12"]],
    ["n-1", ["N-1", "N-12"]],
    ["leak phone", ["N-1"]],
    ["PHONE leak", ["N-1"]],
    ["cafe", ["N-12"]],
    ["hackney", ["N-2"]],
    ["epeat", ["O-2"]],
    ["lift", []],
    ["***", ["N-2", "N-1", "N-12", "O-2"]],
  ])("finds by %j", (typed, expected) => {
    expect(found(typed)).toEqual(expected);
  });

  it("offers all when nothing is typed, needs that nothing meets first", () => {
    expect(found("  ")).toEqual(["N-2", "N-1", "N-12", "O-2"]);
  });

  it("puts words that begin a word before words inside one", () => {
    const some = [option("N-8", "unrepaired roof"), option("N-9", "a repair in the roof")];
    expect(findNeeds("repair", some).map(({ id }) => id)).toEqual(["N-9", "N-8"]);
  });
});
