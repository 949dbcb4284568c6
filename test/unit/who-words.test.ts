/** Who did something together, in words that are short however many they were. */
import { expect, it } from "vitest";
import { whoTogether } from "../../client/words/who-words.ts";
import { emptyRecord } from "../../shared/record-state.ts";

const names = ["Ada", "Ben", "Cleo", "Dan", "Eve", "Finn", "Gia"];
const people = new Map(
  names.map((name) => [
    name,
    { name, boroughId: "camden", boroughName: "Camden", role: "editor", isRemoved: false } as const,
  ]),
);

it.each([
  [1, "Ada, Camden"],
  [2, "Ada, Camden and Ben, Camden"],
  [3, "Ada, Camden; Ben, Camden; and Cleo, Camden"],
  [5, "Ada, Camden; Ben, Camden; Cleo, Camden; Dan, Camden; and Eve, Camden"],
  [6, "Ada, Camden; Ben, Camden; Cleo, Camden; Dan, Camden; and 2 others"],
  [7, "Ada, Camden; Ben, Camden; Cleo, Camden; Dan, Camden; and 3 others"],
])("names %i people", (count, words) => {
  const record = { ...emptyRecord, people } as unknown as typeof emptyRecord;
  expect(whoTogether(names.slice(0, count), record)).toBe(words);
});
