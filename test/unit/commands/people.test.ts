/** Who takes part, as the record tells. */
import { expect, it } from "vitest";
import { boroughsIn, membersIn } from "../../../shared/members.ts";
import { AStatement } from "./a-statement.ts";

const byLead = ["ada", "camden"] as const;

it("has everyone who joined with the role they have now", () => {
  const statement = new AStatement();
  const facts = { personId: "ben", role: "editor", agrees: true };
  statement.append({ type: "change-role", facts, words: {} }, ...byLead);
  expect(membersIn(statement.record).map(({ personId, role }) => [personId, role])).toEqual([
    ["ada", "lead"],
    ["cleo", "editor"],
    ["ben", "editor"],
    ["dan", "reader"],
  ]);
  expect(statement.member("ben")).toMatchObject({ agrees: true, boroughName: "hackney" });
});

it("keeps the name of somebody who was removed, and takes them back when they join again", () => {
  const statement = new AStatement();
  statement.append({ type: "remove-person", facts: { personId: "ben" }, words: {} }, ...byLead);
  expect(statement.member("ben")).toBeNull();
  expect(statement.record.people.get("ben")).toMatchObject({
    name: "ben",
    removed: { personId: "ada" },
  });
  statement.joins("ben", "reader", "hackney");
  expect(statement.member("ben")).toMatchObject({ role: "reader" });
});

it("counts the boroughs of which somebody may say something, not those that only read along", () => {
  const statement = new AStatement();
  const names = () => boroughsIn(statement.record).map(({ id }) => id);
  statement.joins("eve", "reader", "lewisham");
  expect(names()).toEqual(["camden", "hackney"]);
  statement.append({ type: "remove-person", facts: { personId: "ben" }, words: {} }, ...byLead);
  expect(names()).toEqual(["camden"]);
  statement.joins("eve", "reviewer", "lewisham");
  expect(names()).toEqual(["camden", "lewisham"]);
});

it("does not count a borough that says that it reads along, until it says otherwise", () => {
  const statement = new AStatement();
  const says = (takingPart: string) =>
    statement.does("ben", "describe-borough", { contractEnds: null, takingPart });
  says("read-along");
  expect(boroughsIn(statement.record).map(({ id }) => id)).toEqual(["camden"]);
  says("use-specification");
  expect(boroughsIn(statement.record).map(({ id }) => id)).toEqual(["camden", "hackney"]);
});

it("tells who joined by which invitation", () => {
  const statement = new AStatement();
  const facts = { boroughId: "hackney", role: "reader", agrees: false, invitationId: "i" };
  const words = { name: "Eve", boroughName: "Hackney" };
  for (const personId of ["eve", "flo"]) {
    statement.append({ type: "join", facts: { ...facts, personId }, words }, personId, "hackney");
  }
  const joins = statement.record.joinsByInvitation.get("i");
  expect(joins?.map(({ personId }) => personId)).toEqual(["eve", "flo"]);
});
