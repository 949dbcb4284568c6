/** Two letters for a name. */
import { expect, test } from "vitest";
import { initialsOf } from "../../client/connection/initials.ts";

test.each([
  ["Priya Anand", "PA"],
  ["Tom", "TO"],
  ["  ada   king  lovelace ", "AL"],
  ["Ò", "Ò"],
  ["", ""],
])("the initials of %j are %j", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
