/** Which rows of the board are shown, as a table that an officer can read. */
import { describe, expect, it } from "vitest";
import { agreedBy } from "../../client/agreement/agreed-by.ts";
import { fits, noFilter, type BoardFilter } from "../../client/agreement/board-filter.ts";
import { cellWords } from "../../client/agreement/cell-words.ts";
import { checkDays } from "../../client/agreement/check-days.ts";
import { agreementOf } from "../../shared/agreement.ts";
import { anItem, AStatement } from "./commands/a-statement.ts";

/**
 * N-1 is raised by Camden, which agrees to it; Hackney proposes that it does not apply. R-1 changed since
 * Camden agreed, and Hackney objects. R-2 both agree to, Hackney as a should. R-3 nobody has looked at.
 */
function rows() {
  const statement = new AStatement();
  statement.letAllAgree();
  statement.says({ ...anItem("N-1", "need", "report a leak"), raisedBy: ["camden"] });
  statement.takes("ada", "agree", "", "N-1");
  const seen = statement.shown("ben", "N-1");
  statement.does("ben", "propose-position", { itemId: "N-1", stance: "does-not-apply", seen });
  statement.takes("ada", "agree", "", "R-1");
  statement.says(anItem("R-1", "requirement", "Within one minute."));
  statement.takes("ben", "object", "Too fast.", "R-1");
  statement.says({ ...statement.item("R-2"), priority: "must" });
  statement.takes("ada", "agree", "", "R-2");
  statement.does("ben", "take-position", {
    itemId: "R-2",
    stance: "agree",
    priority: "should",
    seen: statement.shown("ben", "R-2"),
  });
  const section = { ...anItem("calls", "section", "Calls"), order: "X-1" };
  const last = { ...anItem("R-3", "requirement", "Calls are free."), order: "X-2" };
  const items = ["N-1", "R-1", "R-2"].map((id) => statement.item(id));
  return agreementOf([...items, section, last], statement.record).rows;
}

const table: readonly (readonly [filter: Partial<BoardFilter>, shows: string])[] = [
  [{}, "N-1 R-1 R-2 R-3"],
  [{ kind: "need" }, "N-1"],
  [{ priority: "must" }, "R-2"],
  [{ priority: "none" }, "N-1 R-1 R-3"],
  [{ section: "calls" }, "R-3"],
  [{ left: "agreed" }, "R-2"],
  [{ left: "not-agreed" }, "N-1 R-1 R-3"],
  [{ left: "objections" }, "R-1"],
  [{ left: "objections", borough: "camden" }, ""],
  [{ left: "changed-since" }, "R-1"],
  [{ left: "changed-since", borough: "hackney" }, ""],
  [{ left: "changes" }, ""],
  [{ left: "proposed" }, "N-1"],
  [{ left: "to-look-at" }, "N-1 R-1 R-3"],
  [{ left: "to-look-at", borough: "hackney" }, "N-1 R-3"],
  [{ left: "to-look-at", borough: "camden", kind: "requirement" }, "R-1 R-3"],
  [{ left: "priorities" }, "R-2"],
  [{ left: "priorities", borough: "camden" }, ""],
  [{ left: "differ" }, ""],
  [{ left: "shared" }, ""],
  [{ left: "of-one" }, "N-1"],
  [{ left: "of-nobody" }, ""],
  [{ borough: "camden" }, "N-1 R-1 R-2"],
  [{ borough: "hackney" }, "R-1 R-2"],
];

describe("the board", () => {
  for (const [filter, shows] of table) {
    it(`shows ${shows || "nothing"} when asked for ${JSON.stringify(filter)}`, () => {
      const shown = rows().filter((row) => fits(row, { ...noFilter, ...filter }));
      expect(shown.map(({ id }) => id).join(" ")).toBe(shows);
    });
  }

  it("says in each cell what a borough says, and since when no more", () => {
    const said = rows().map(({ id, cells }) => [
      id,
      ...cells.map((cell) => {
        const { words, note } = cellWords(cell);
        return `${words} ${note}`.trim();
      }),
    ]);
    expect(said).toEqual([
      ["N-1", "Agrees", "Proposed says it does not apply"],
      ["R-1", "Changed since agreed before", "Objects"],
      ["R-2", "Agrees", "Agrees as Should"],
      ["R-3", "Not looked yet", "Not looked yet"],
    ]);
  });

  it("counts boroughs as one speaks of them", () => {
    expect([1, 2, 3, 4, 12].map(agreedBy)).toEqual([
      "agreed",
      "agreed by both",
      "agreed by all three",
      "agreed by all four",
      "agreed by all 12",
    ]);
  });
});

describe("the days of a contract", () => {
  const endError = "Write the day it ends as a real day, such as 31 3 2027";
  const untilError =
    "Write the day until which it could be extended as a real day, such as 31 3 2028";
  it.each([
    ["", "", []],
    ["2027-03-31", "", []],
    ["2027-03-31", "2028-03-31", []],
    ["2027-02-30", "", [endError]],
    ["27-03-31", "", [endError]],
    [
      "2027-03-31",
      "2027-03-31",
      ["The day until which it could be extended has to be after the day it ends"],
    ],
    ["", "2028-03-31", ["Say when it ends unless it is extended"]],
    ["2027-03-", "2028-3", [endError, untilError]],
  ])("%j and %j have problems %j", (ends, until, problems) => {
    expect(checkDays({ ends, until }).errors.map(({ message }) => message)).toEqual(problems);
  });
});
