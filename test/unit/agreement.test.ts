/** What is left to agree: tables that an officer can read, then random statements against a plain count. */
import { describe, expect, it } from "vitest";
import { agreementOf, KeptAgreement, type Agreement } from "../../shared/agreement.ts";
import type { AgreementRow } from "../../shared/agreement-row.ts";
import type { ItemKind } from "../../shared/item-kinds.ts";
import type { Item } from "../../shared/items.ts";
import { workOut } from "../../shared/kept-rows.ts";
import type { Stance } from "../../shared/position.ts";
import { itemsToLookAt } from "../../shared/to-look-at.ts";
import { anItem, AStatement } from "./commands/a-statement.ts";

const speakers = ["ada", "ben", "rem"] as const;
const boroughIds = ["camden", "hackney", "southwark"] as const;
const itemIds = ["N-1", "O-1", "R-1", "R-2"];

/** Ada agrees for Camden, Ben for Hackney and Rem for Southwark. */
function threeBoroughs(): AStatement {
  const statement = new AStatement();
  statement.joins("rem", "reviewer", "southwark");
  statement.letAllAgree();
  return statement;
}

function board(statement: AStatement, kept = new KeptAgreement()): Agreement {
  const items = itemIds.map((id) => statement.item(id));
  return workOut(kept, items, statement.record);
}

/** The items, one after the other. */
function inOrder(items: readonly Item[]): Item[] {
  return items.map((item, at) => ({ ...item, order: `a${String(at).padStart(2, "0")}` }));
}

function rowIn({ rows }: Agreement, itemId: string): AgreementRow {
  const row = rows.find(({ id }) => id === itemId);
  if (!row) throw new Error(`${itemId} is not on the board`);
  return row;
}

/** What boroughs say: "–" nothing; "agree*" was said before the words changed; "agree?" is proposed. */
type Said = "–" | Stance | `${Stance}*` | `${Stance}?`;

/** Lets each borough say what the table says about an item. */
function says(statement: AStatement, said: readonly Said[], itemId = "R-1"): void {
  const each = said.map((word, at) => ({ word, person: speakers[at] ?? "" }));
  for (const { word, person } of each)
    if (word.endsWith("*"))
      statement.takes(person, word.slice(0, -1) as Stance, "Because.", itemId);
  if (each.some(({ word }) => word.endsWith("*")))
    statement.says(anItem(itemId, "requirement", "Other words."));
  for (const { word, person } of each) {
    if (word === "–" || word.endsWith("*")) continue;
    if (!word.endsWith("?")) statement.takes(person, word as Stance, "Because.", itemId);
    else {
      const seen = statement.shown(person, itemId);
      const proposal = { itemId, stance: word.slice(0, -1), words: "Because.", seen };
      statement.does(person, "propose-position", proposal);
    }
  }
}

function summary(row: AgreementRow): string {
  const counted: readonly (readonly [number, string])[] = [
    [row.objections, "objections"],
    [row.notLooked, "not looked"],
    [row.changed, "changed since"],
  ];
  return [
    row.isAgreed ? "agreed by all" : "not agreed",
    ...counted.flatMap(([count, what]) => (count === 0 ? [] : [`${count} ${what}`])),
    ...(row.saysDiffer ? ["boroughs differ"] : []),
  ].join(", ");
}

describe("a requirement", () => {
  const table: readonly (readonly [camden: Said, hackney: Said, southwark: Said, then: string])[] =
    [
      ["–", "–", "–", "not agreed, 3 not looked"],
      ["agree", "–", "–", "not agreed, 2 not looked"],
      ["agree", "agree", "–", "not agreed, 1 not looked"],
      ["agree", "agree", "agree", "agreed by all"],
      ["agree", "agree", "agree?", "not agreed, 1 not looked"],
      ["agree", "agree", "agree*", "not agreed, 1 changed since"],
      ["agree", "agree", "does-not-apply", "agreed by all, boroughs differ"],
      ["agree", "agree", "does-not-apply*", "not agreed, 1 changed since"],
      ["agree", "does-not-apply", "does-not-apply", "agreed by all, boroughs differ"],
      ["does-not-apply", "does-not-apply", "does-not-apply", "not agreed"],
      ["agree", "agree", "agree-with-change", "not agreed, boroughs differ"],
      ["agree", "agree", "object", "not agreed, 1 objections, boroughs differ"],
      ["object", "object", "object", "not agreed, 3 objections"],
      ["agree", "agree", "object*", "not agreed, 1 changed since"],
      ["agree*", "–", "object", "not agreed, 1 objections, 1 not looked, 1 changed since"],
      ["agree*", "agree*", "agree*", "not agreed, 3 changed since"],
    ];
  for (const [camden, hackney, southwark, then] of table) {
    it(`is ${then} when they say ${camden}, ${hackney}, ${southwark}`, () => {
      const statement = threeBoroughs();
      says(statement, [camden, hackney, southwark]);
      expect(summary(rowIn(board(statement), "R-1"))).toBe(then);
    });
  }

  it("shows from which stance its words changed, and agreed again once they are put back", () => {
    const statement = threeBoroughs();
    says(statement, ["agree", "agree", "does-not-apply"]);
    const words = statement.item("R-1");
    statement.says(anItem("R-1", "requirement", "Within one minute."));
    expect(rowIn(board(statement), "R-1").cells).toMatchObject([
      { boroughId: "camden", state: "changed", stance: "agree" },
      { boroughId: "hackney", state: "changed", stance: "agree" },
      { boroughId: "southwark", state: "changed", stance: "does-not-apply" },
    ]);
    statement.says({ ...words });
    expect(rowIn(board(statement), "R-1").isAgreed).toBe(true);
  });

  it("changes only for the borough whose own variation changed", () => {
    const statement = threeBoroughs();
    says(statement, ["agree", "agree", "agree"]);
    const item = statement.item("R-1");
    const [text] = Object.values(item.fields);
    if (!text) throw new Error("R-1 has no words");
    const variation = { key: "hackney:1", boroughId: "hackney", text };
    statement.says({ ...item, variations: [variation] });
    const states = rowIn(board(statement), "R-1").cells.map(({ state }) => state);
    expect(states).toEqual(["agree", "changed", "agree"]);
  });

  it("shows what is proposed beside what a borough says", () => {
    const statement = threeBoroughs();
    statement.takes("ada", "object", "Too slow.");
    const proposal = { itemId: "R-1", stance: "agree", seen: statement.shown("cleo") };
    statement.does("cleo", "propose-position", proposal);
    expect(rowIn(board(statement), "R-1").cells[0]).toMatchObject({
      state: "object",
      proposed: "agree",
    });
  });

  it("has priorities that differ while a borough gives it another one on the words as they are", () => {
    const statement = threeBoroughs();
    statement.says({ ...anItem("R-1", "requirement", "Calls."), priority: "must" });
    const seen = statement.shown("ben");
    const position = { itemId: "R-1", stance: "agree", priority: "should", seen };
    statement.does("ben", "take-position", position);
    expect(board(statement).counts.prioritiesDiffer).toBe(1);
    expect(rowIn(board(statement), "R-1").cells[1]).toMatchObject({ priority: "should" });
    statement.says({ ...anItem("R-1", "requirement", "Calls."), priority: "should" });
    expect(board(statement).counts.prioritiesDiffer).toBe(0);
  });
});

describe("a need", () => {
  const raised: readonly {
    readonly by: readonly string[];
    readonly said: readonly Said[];
    readonly sharedBy: readonly string[];
  }[] = [
    { by: [], said: [], sharedBy: [] },
    { by: ["camden"], said: [], sharedBy: ["camden"] },
    { by: ["camden", "hackney"], said: [], sharedBy: ["camden", "hackney"] },
    { by: ["camden"], said: ["–", "agree"], sharedBy: ["camden", "hackney"] },
    { by: ["camden"], said: ["–", "agree-with-change"], sharedBy: ["camden", "hackney"] },
    { by: ["camden"], said: ["–", "object"], sharedBy: ["camden"] },
    { by: ["camden"], said: ["–", "does-not-apply"], sharedBy: ["camden"] },
    { by: ["camden", "hackney"], said: ["does-not-apply"], sharedBy: ["hackney"] },
    { by: ["camden", "lewisham"], said: [], sharedBy: ["camden"] },
  ];
  for (const { by, said, sharedBy } of raised) {
    const whose = sharedBy.join(" and ") || "nobody";
    const who = by.join(" and ") || "nobody";
    it(`is shared by ${whose} when raised by ${who} and they say ${said.join(", ") || "nothing"}`, () => {
      const statement = threeBoroughs();
      statement.says({ ...anItem("N-1", "need", "report a leak"), raisedBy: by });
      says(statement, said, "N-1");
      const agreement = board(statement);
      expect(rowIn(agreement, "N-1").sharedBy).toEqual(sharedBy);
      const { needs } = agreement.counts;
      const kind = sharedBy.length > 1 ? "shared" : sharedBy.length === 1 ? "ofOne" : "ofNobody";
      expect(needs).toEqual({ shared: 0, ofOne: 0, ofNobody: 0, [kind]: 1 });
    });
  }
});

describe("the board", () => {
  it("counts like the line on top of it", () => {
    const statement = threeBoroughs();
    says(statement, ["agree", "agree", "agree"], "N-1");
    says(statement, ["agree", "object", "–"], "R-1");
    says(statement, ["agree*", "object*", "object"], "R-2");
    const { boroughs, counts } = board(statement);
    expect(counts).toMatchObject({ items: 3, agreed: 1, objections: 2, changed: 2 });
    expect(boroughs.map(({ id, toLookAt, objections }) => [id, toLookAt, objections])).toEqual([
      ["camden", 1, 0],
      ["hackney", 1, 1],
      ["southwark", 1, 1],
    ]);
  });

  it("has needs and requirements with words that are taken forward, with their sections", () => {
    const section = (id: string, level: number): Item => ({
      ...anItem(id, "section", "Calls"),
      level,
    });
    const one = (id: string, kind: ItemKind, words = "Words."): Item => anItem(id, kind, words);
    const { rows } = agreementOf(
      inOrder([
        one("N-1", "need"),
        section("calls", 1),
        one("R-1", "requirement"),
        section("at night", 2),
        one("O-1", "outcome"),
        one("R-2", "requirement"),
        one("R-3", "requirement", " "),
        { ...one("R-4", "requirement"), removed: { why: "No." } },
        section("visits", 1),
        { ...section("gone", 2), removed: { why: "No." } },
        one("R-5", "requirement"),
      ]),
      threeBoroughs().record,
    );
    expect(rows.map(({ id, sectionIds }) => [id, ...sectionIds])).toEqual([
      ["N-1"],
      ["R-1", "calls"],
      ["R-2", "calls", "at night"],
      ["R-5", "visits"],
    ]);
  });

  it("knows an item that moved to another section", () => {
    const { record } = threeBoroughs();
    const [calls, visits] = [
      anItem("calls", "section", "Calls"),
      anItem("visits", "section", "Visits"),
    ];
    const item = anItem("R-1", "requirement", "Words.");
    const kept = new KeptAgreement();
    workOut(kept, inOrder([calls, item, visits]), record);
    const after = workOut(kept, inOrder([calls, visits, item]), record);
    expect(rowIn(after, "R-1").sectionIds).toEqual(["visits"]);
  });

  it("has as much to look at for a borough as the list of somebody who agrees for it", () => {
    const statement = threeBoroughs();
    says(statement, ["agree", "agree?", "object"], "N-1");
    says(statement, ["agree*", "object*", "does-not-apply"], "R-1");
    const items = itemIds.map((id) => statement.item(id));
    const lists = speakers.map((person) => {
      const member = statement.member(person);
      return member ? itemsToLookAt(member, statement.record, items).length : 0;
    });
    expect(board(statement).boroughs.map(({ toLookAt }) => toLookAt)).toEqual(lists);
    expect(lists).toEqual([2, 3, 1]);
  });

  it("counts the boroughs that take part, and does not wait for those that only read along", () => {
    const statement = threeBoroughs();
    says(statement, ["agree", "agree", "object"]);
    statement.joins("eve", "reader", "lewisham");
    expect(board(statement).boroughs.map(({ id }) => id)).toEqual(boroughIds);
    statement.does("rem", "describe-borough", { contractEnds: null, takingPart: "read-along" });
    const agreement = board(statement);
    expect(agreement.boroughs.map(({ id }) => id)).toEqual(["camden", "hackney"]);
    expect(rowIn(agreement, "R-1")).toMatchObject({ isAgreed: true, objections: 0 });
  });

  it("says of which borough nobody may say whether it agrees", () => {
    const statement = threeBoroughs();
    statement.joins("lee", "reviewer", "lewisham");
    const agreeing = board(statement).boroughs.map(
      ({ hasSomebodyWhoAgrees }) => hasSomebodyWhoAgrees,
    );
    expect(agreeing).toEqual([true, true, true, false]);
  });

  it("hands back the rows of items of which nothing changed, and itself when nothing did", () => {
    const statement = threeBoroughs();
    says(statement, ["agree", "agree", "agree"]);
    const kept = new KeptAgreement();
    const before = board(statement, kept);
    expect(board(statement, kept)).toBe(before);
    statement.says({ ...statement.item("R-2"), notes: statement.item("R-1").notes });
    expect(board(statement, kept)).toBe(before);
    statement.says(anItem("R-2", "requirement", "New words."));
    expect(board(statement, kept)).toBe(before);
    statement.takes("ben", "agree", "", "R-2");
    const after = board(statement, kept);
    expect(after).not.toBe(before);
    expect(rowIn(after, "R-1")).toBe(rowIn(before, "R-1"));
    expect(rowIn(after, "R-2")).not.toBe(rowIn(before, "R-2"));
  });
});
