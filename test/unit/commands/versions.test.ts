/** Making a version, issuing it, and what boroughs say to it. */
import { beforeEach, describe, expect, it } from "vitest";
import { keepingVersion } from "../../../shared/commands/keep-version.ts";
import { lastIssued, nameOfVersion, signOffsOf, versionsIn } from "../../../shared/version.ts";
import { anItem, AStatement } from "./a-statement.ts";

let statement: AStatement;

/** Ada leads and Cleo edits for Camden, Ben reviews for Hackney: all three agree for their borough. */
beforeEach(() => {
  statement = new AStatement();
  statement.letAllAgree();
});

/** "Camden: signed-off", for every borough. */
const said = (number: number): readonly string[] =>
  signOffsOf(statement.version(number), statement.record).map(
    ({ name, signOff }) => `${name}: ${signOff?.state ?? "waiting"}`,
  );

const issues = (number: number) => statement.does("ada", "issue-version", { number });

describe("a version", () => {
  it("has the next number, its name and note, who made it and the digest of the text", () => {
    statement.does("cleo", "make-version", { name: " For legal ", note: "Before the board." });
    const [version] = versionsIn(statement.record);
    expect(version).toMatchObject({
      number: 1,
      name: "For legal",
      note: "Before the board.",
      why: "by-hand",
      made: { personId: "cleo", boroughId: "camden", number: statement.record.head.number },
      itemCount: 4,
      issued: null,
    });
    expect(version?.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(statement.keeps("Another")).toBe(2);
    expect(versionsIn(statement.record).map(({ number }) => number)).toEqual([2, 1]);
  });

  it("has another digest once the text says something else", () => {
    const [first, second] = [statement.keeps(), statement.keeps()];
    statement.says(anItem("R-1", "requirement", "New words"));
    const third = statement.keeps();
    const digests = [first, second, third].map((number) => statement.version(number).digest);
    expect(digests[0]).toBe(digests[1]);
    expect(digests[2]).not.toBe(digests[0]);
  });

  it.each([
    ["without a name", { name: "  " }],
    ["with a name longer than a line", { name: "x".repeat(101) }],
    ["with a note longer than a page", { name: "A", note: "x".repeat(2_001) }],
  ])("is not made %s", (_, args) => {
    expect(statement.answer("ada", "make-version", args)).toBe("not-parsed");
  });

  it("that was kept by itself says what for", () => {
    const text = { json: "{}", digest: "d", itemCount: 0 };
    for (const [why, day] of [
      ["daily", "2026-05-13"],
      ["before-import", null],
      ["before-restore", null],
    ] as const)
      statement.append(keepingVersion(statement.record, text, why, day).draft, "ada", "camden");
    expect(versionsIn(statement.record).map(nameOfVersion)).toEqual([
      "Before restoring",
      "Before an import",
      "End of 13 May 2026",
    ]);
  });
});

describe("an issued version", () => {
  it("is numbered among those issued, whatever else was kept", () => {
    statement.keeps();
    const second = statement.keeps();
    issues(second);
    statement.keeps();
    const fourth = statement.keeps();
    issues(fourth);
    expect(statement.version(second).issued).toMatchObject({ issue: 1, personId: "ada" });
    expect(statement.version(fourth).issued).toMatchObject({ issue: 2 });
    expect(lastIssued(statement.record)?.number).toBe(fourth);
  });

  it("is issued once, in order, and only when there is one", () => {
    const [first, second] = [statement.keeps(), statement.keeps()];
    issues(second);
    expect(statement.answer("ada", "issue-version", { number: second })).toBe("already-so");
    expect(statement.answer("ada", "issue-version", { number: first })).toBe("bad-input");
    expect(statement.answer("ada", "issue-version", { number: 9 })).toBe("not-found");
  });

  it("waits for every borough until each has said something", () => {
    const number = statement.keeps();
    issues(number);
    expect(said(number)).toEqual(["camden: waiting", "hackney: waiting"]);
    statement.does("ada", "sign-off-version", { number });
    statement.does("ben", "decline-version", { number, why: "R-2 names no policy." });
    expect(said(number)).toEqual(["camden: signed-off", "hackney: declined"]);
    expect(statement.version(number).signOffs.get("hackney")?.words).toBe("R-2 names no policy.");
  });

  it("is signed off later by a borough that first said why not", () => {
    const number = statement.keeps();
    issues(number);
    statement.does("ben", "decline-version", { number, why: "Not read yet." });
    statement.does("ben", "sign-off-version", { number });
    expect(said(number)).toContain("hackney: signed-off");
    expect(statement.answer("ben", "sign-off-version", { number })).toBe("already-so");
  });

  it("keeps its sign-offs whatever the text says meanwhile", () => {
    const number = statement.keeps();
    issues(number);
    statement.does("ada", "sign-off-version", { number });
    statement.says(anItem("R-1", "requirement", "New words"));
    statement.keeps();
    expect(said(number)).toContain("camden: signed-off");
  });

  it("is no longer signed off once a new one is issued, which every borough is asked for anew", () => {
    const first = statement.keeps();
    issues(first);
    statement.does("ada", "sign-off-version", { number: first });
    const second = statement.keeps();
    issues(second);
    expect(said(second)).toEqual(["camden: waiting", "hackney: waiting"]);
    expect(statement.answer("ben", "sign-off-version", { number: first })).toBe("already-so");
    expect(said(first)).toContain("camden: signed-off");
  });

  it("cannot be signed off before it is issued, nor declined without a reason", () => {
    const number = statement.keeps();
    expect(statement.answer("ada", "sign-off-version", { number })).toBe("bad-input");
    issues(number);
    expect(statement.answer("ada", "decline-version", { number, why: " " })).toBe("not-parsed");
  });

  it("still shows what a borough said that has left since", () => {
    const number = statement.keeps();
    issues(number);
    statement.does("ben", "sign-off-version", { number });
    for (const personId of ["ben", "dan"])
      statement.append({ type: "remove-person", facts: { personId }, words: {} }, "ada", "camden");
    expect(said(number)).toEqual(["camden: waiting", "hackney: signed-off"]);
  });
});
