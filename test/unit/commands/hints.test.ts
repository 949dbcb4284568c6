/** Dismissing wording hints. */
import { expect, it } from "vitest";
import { AStatement } from "./a-statement.ts";

const hint = { itemId: "R-1", check: "vague-words" };

it("a hint is dismissed for one item with a reason, and can be given again", () => {
  const statement = new AStatement();
  statement.does("cleo", "dismiss-hint", { ...hint, why: "Defined in section 2." });
  expect(statement.record.dismissedHints.get("R-1")?.get("vague-words")).toMatchObject({
    personId: "cleo",
    why: "Defined in section 2.",
  });
  expect(statement.record.dismissedHints.get("R-2")).toBeUndefined();
  expect(statement.answer("cleo", "dismiss-hint", { ...hint, why: "Again." })).toBe("already-so");
  statement.does("ada", "restore-hint", hint);
  expect(statement.record.dismissedHints.get("R-1")?.size).toBe(0);
  expect(statement.answer("ada", "restore-hint", hint)).toBe("already-so");
});

it("a hint is not dismissed without a reason, nor for a check or an item that is not there", () => {
  const statement = new AStatement();
  expect(statement.answer("ada", "dismiss-hint", { ...hint, why: " " })).toBe("not-parsed");
  const odd = { itemId: "R-1", check: "spelling", why: "No." };
  expect(statement.answer("ada", "dismiss-hint", odd)).toBe("not-parsed");
  const nowhere = { itemId: "R-9", check: "too-long", why: "No." };
  expect(statement.answer("ada", "dismiss-hint", nowhere)).toBe("not-found");
});
