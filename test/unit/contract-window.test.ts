/** When boroughs that would buy together could start together, as a procurement officer would work it out. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { housingRepairs as example } from "../../server/example/housing-repairs.ts";
import {
  contractsIn,
  contractWindow,
  wordsOfWindow,
  type PresentContract,
} from "../../shared/contract-window.ts";
import { AStatement } from "./commands/a-statement.ts";

/** "Camden 2027-03-31 to 2028-03-31": ends on the first day, can be extended to the second. */
function contracts(...said: readonly string[]): PresentContract[] {
  return said.map((words) => {
    const [borough = "", ends, , extendableUntil] = words.split(" ");
    return {
      borough,
      ends: ends === "?" || ends === undefined ? null : ends,
      extendableUntil: extendableUntil ?? null,
    };
  });
}

const rows: readonly {
  readonly when: string;
  readonly said: readonly string[];
  readonly words: readonly string[];
}[] = [
  {
    when: "nobody would buy together",
    said: [],
    words: ["No borough says yet that it would buy together."],
  },
  {
    when: "one borough would",
    said: ["Camden 2027-03-31"],
    words: ["Only Camden says so far that it would buy together."],
  },
  {
    when: "nobody knows when a contract ends",
    said: ["Camden ?", "Hackney ?"],
    words: [
      "Camden and Hackney would buy together. None of them says yet when its present contract ends.",
    ],
  },
  {
    when: "only one knows",
    said: ["Camden 2027-03-31", "Hackney ?"],
    words: [
      "Camden and Hackney would buy together. Only Camden says when its present contract ends.",
      "Hackney does not say.",
    ],
  },
  {
    when: "the earlier contract can be extended past the end of the later one",
    said: ["Camden 2027-09-30", "Hackney 2027-03-31 to 2028-03-31"],
    words: [
      "The contracts can all end on one day: 30 September 2027.",
      "Camden’s contract ends last, on 30 September 2027. Camden’s contract cannot go on after 30 September 2027.",
    ],
  },
  {
    when: "all can be extended",
    said: [
      "Camden 2027-09-30 to 2028-09-30",
      "Hackney 2027-03-31 to 2028-03-31",
      "Southwark 2026-12-31 to 2028-12-31",
    ],
    words: [
      "The contracts can all end on any day from 30 September 2027 to 31 March 2028.",
      "Camden’s contract ends last, on 30 September 2027. Hackney’s contract cannot go on after 31 March 2028.",
    ],
  },
  {
    when: "two run equally long",
    said: [
      "Camden 2027-09-30 to 2028-09-30",
      "Hackney 2027-09-30 to 2028-03-31",
      "Southwark 2027-03-31 to 2028-03-31",
    ],
    words: [
      "The contracts can all end on any day from 30 September 2027 to 31 March 2028.",
      "Camden’s and Hackney’s contracts end last, on 30 September 2027. Hackney’s and Southwark’s contracts cannot go on after 31 March 2028.",
    ],
  },
  {
    when: "all end on the same day without being extended",
    said: ["Camden 2027-03-31", "Hackney 2027-03-31"],
    words: ["The contracts can all end on one day: 31 March 2027."],
  },
  {
    when: "one runs on after another can last",
    said: ["Camden 2028-03-31", "Hackney 2027-03-31 to 2027-09-30", "Southwark 2027-12-31"],
    words: [
      "There is no day on which the contracts can all end. Camden and Hackney are 6 months apart.",
      "Camden’s contract ends last, on 31 March 2028. Hackney’s contract cannot go on after 30 September 2027.",
    ],
  },
  {
    when: "one does not know",
    said: ["Camden 2027-09-30", "Hackney 2027-03-31", "Southwark ?"],
    words: [
      "There is no day on which the contracts can all end. Camden and Hackney are 6 months apart.",
      "Camden’s contract ends last, on 30 September 2027. Hackney’s contract cannot go on after 31 March 2027.",
      "Southwark does not say when the present contract ends and is not counted.",
    ],
  },
];

describe("the window in which contracts could meet", () => {
  for (const { when, said, words } of rows) {
    it(`is said in words when ${when}`, () => {
      expect(wordsOfWindow(contractWindow(contracts(...said)))).toEqual(words);
    });
  }
});

it("counts the boroughs that take part and say that they would buy together", () => {
  const statement = new AStatement();
  statement.joins("rem", "editor", "southwark");
  const says = (personId: string, takingPart: string): unknown =>
    statement.does(personId, "describe-borough", {
      contractEnds: "2027-03-31",
      extendableUntil: "2028-03-31",
      takingPart,
    });
  says("ada", "buy-together");
  says("ben", "use-specification");
  says("rem", "buy-together");
  statement.append(
    { type: "remove-person", facts: { personId: "rem" }, words: {} },
    "ada",
    "camden",
  );
  expect(contractsIn(statement.record)).toEqual([
    { borough: "camden", ends: "2027-03-31", extendableUntil: "2028-03-31" },
  ]);
});

it("is three months long in the example", () => {
  const contracts = example.contracts.map(({ by, contractEnds: ends, extendableUntil }) => {
    const borough = example.people.find(({ key }) => key === by)?.borough ?? by;
    return { borough, ends, extendableUntil };
  });
  expect(wordsOfWindow(contractWindow(contracts))).toEqual([
    "The contracts can all end on any day from 30 September 2027 to 31 December 2027.",
    "camden’s contract ends last, on 30 September 2027. southwark’s contract cannot go on after 31 December 2027.",
  ]);
});

it("is exactly the days on which every contract can end, whatever the contracts", () => {
  const day = fc
    .integer({ min: 1, max: 28 })
    .map((date) => `2027-02-${`${date}`.padStart(2, "0")}`);
  const contract = fc.tuple(fc.option(day), fc.option(day)).map(([ends, last]) => ({
    borough: "Camden",
    ends,
    extendableUntil: ends !== null && last !== null && last > ends ? last : null,
  }));
  fc.assert(
    fc.property(fc.array(contract, { maxLength: 5 }), day, (all, asked) => {
      const window = contractWindow(all);
      const known = all.filter(({ ends }) => ends !== null);
      expect(window.unknown).toHaveLength(all.length - known.length);
      expect(window.state === "too-few").toBe(known.length < 2);
      if (window.state === "too-few") return;
      const canAllEnd = known.every(
        ({ ends, extendableUntil }) =>
          (ends ?? "") <= asked && asked <= (extendableUntil ?? ends ?? ""),
      );
      const isInside = window.from.day <= asked && asked <= window.until.day;
      expect(isInside).toBe(canAllEnd);
      expect(window.state === "apart").toBe(window.from.day > window.until.day);
    }),
    { numRuns: 500 },
  );
});
