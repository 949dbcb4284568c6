/** Where new items of a file stand in a statement. */
import { describe, expect, it } from "vitest";
import { aFile, aTarget, planned, row } from "./an-import.ts";

const repairs = aTarget(
  [
    ["s", "section", "Reporting"],
    [
      "n",
      "need",
      "report a leak at night",
      { reference: "N-1", aliases: ["U-1"], priority: "must" },
    ],
    ["d", "need", "see when somebody comes to look at the damp", { reference: "N-2" }],
    ["t", "section", "The service"],
    [
      "r",
      "requirement",
      "The supplier answers within a day.",
      { reference: "R-1", aliases: ["S-1"] },
    ],
  ],
  [["r", "n"]],
);

describe("where new items stand", () => {
  it("in the order of the file, under sections that columns name", () => {
    const rows = [
      row("text", "What this is for."),
      row("need", "one", { section: "Rent" }),
      row("requirement", "two", { section: "Service" }),
      row("need", "three", { section: "rent " }),
      row("need", "four"),
    ];
    const empty = planned(aFile(rows), aTarget([]));
    expect(empty.outline()).toEqual([
      "What this is for.",
      "Rent",
      "one",
      "three",
      "four",
      "Service",
      "two",
    ]);
  });

  it("behind what stands before them in the file, in sections that are there", () => {
    const rows = [
      row("section", "Reporting"),
      row("need", "first"),
      row("need", "report a leak at night"),
      row("need", "second"),
      row("section", "New"),
      row("need", "third"),
      row("need", "last", { section: "The service" }),
    ];
    expect(planned(aFile(rows), repairs).outline()).toEqual([
      "Reporting",
      "first",
      "report a leak at night",
      "second",
      "see when somebody comes to look at the damp",
      "New",
      "third",
      "The service",
      "The supplier answers within a day.",
      "last",
    ]);
  });

  it("at the end of a section of which the file says nothing else", () => {
    const rows = [row("section", "Reporting"), row("need", "first"), row("need", "second")];
    expect(planned(aFile(rows), repairs).outline().slice(0, 5)).toEqual([
      "Reporting",
      "report a leak at night",
      "see when somebody comes to look at the damp",
      "first",
      "second",
    ]);
  });

  it("where the items before them go when their section is left out or is another kind", () => {
    const rows = [row("section", "A"), row("need", "one"), row("section", "B"), row("need", "two")];
    const file = planned(aFile(rows), aTarget([]));
    expect(file.outline({ left: ["3"] })).toEqual(["A", "one", "two"]);
    expect(file.outline({ kinds: { 3: "text" } })).toEqual(["A", "one", "B", "two"]);
  });
});
