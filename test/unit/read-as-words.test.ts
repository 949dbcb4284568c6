/** What is said above a statement that is read as one borough's. */
import { expect, it } from "vitest";
import { readAsWords } from "../../client/outline/read-as-words.ts";

const nothing = { boroughId: "hackney", hidden: new Set<string>(), leftOut: 0, differ: 0 };

it.each([
  [{ leftOut: 3, differ: 2 }, "3 items that do not apply are left out, 2 items differ."],
  [{ leftOut: 1, differ: 1 }, "1 item that does not apply is left out, 1 item differs."],
  [{}, "nothing is left out, nothing differs."],
  [
    { differ: 1, changedSince: 1 },
    "nothing is left out, 1 item differs. 1 item that did not apply has changed since and is left in.",
  ],
  [
    { leftOut: 4, changedSince: 2 },
    "4 items that do not apply are left out, nothing differs. 2 items that did not apply have changed since and are left in.",
  ],
])("says of %o: %s", (read, words) => {
  const said = readAsWords("Hackney", { ...nothing, changedSince: 0, ...read });
  expect(said).toBe(`Read as Hackney's: ${words}`);
});

it("says it of a borough whose name ends in an s", () => {
  expect(readAsWords("Tower Hamlets", { ...nothing, changedSince: 0 })).toMatch(
    /^Read as Tower Hamlets': /,
  );
});
