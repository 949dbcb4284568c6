/** What bringing a file in would do to a statement, decided before anything is written. */
import { beforeEach, describe, expect, it } from "vitest";
import { planImport, type ImportPlan } from "../../server/exchange/plan-import.ts";
import { readImportFile } from "../../server/exchange/read-import-file.ts";
import { plainText } from "../../shared/plain-text.ts";
import type { Item, NewItem } from "../../shared/items.ts";
import { compareOrder } from "../../shared/order.ts";
import { item } from "./coverage-world.ts";

let made = 0;
beforeEach(() => {
  made = 0;
});

function plan(
  rows: readonly string[],
  items: readonly Item[] = [],
  references: Readonly<Record<string, string>> = {},
): ImportPlan {
  const csv = ["kind,reference,section,text,priority,meets,borough,notes", ...rows].join("\n");
  return planImport(readImportFile(new TextEncoder().encode(csv)), {
    items,
    itemsByReference: new Map(Object.entries(references)),
    boroughId: (name) => (name === "Camden" || name === "Hackney" ? name.toLowerCase() : null),
    newId: () => `new${(made += 1)}`,
  });
}

function words(item: NewItem): string {
  return Object.values(item.fields ?? {})
    .map(plainText)
    .filter(Boolean)
    .join(" / ");
}

/** The statement as it will stand, by its words. */
function outline({ items }: ImportPlan, existing: readonly Item[] = []): string[] {
  return [...existing, ...items].toSorted(compareOrder).map(words);
}

function problems(planned: ImportPlan): string[] {
  return planned.problems.map(({ where, what }) => `${where}: ${what}`);
}

function placed(id: string, kind: Item["kind"], text: string, order: string): Item {
  return { ...item(id, kind, text), order };
}

describe("a file brought into an empty statement", () => {
  it("makes its sections where they are first named and keeps the order of its rows", () => {
    const planned = plan([
      "need,,Reporting,report a leak,,,,",
      "requirement,,Visits,The supplier keeps appointments,,,,",
      "need,,Reporting,report damp,,,,",
      "text,,,Damp comes in winter.,,,,",
    ]);
    expect(outline(planned)).toEqual([
      "Reporting",
      "report a leak",
      "report damp",
      "Damp comes in winter.",
      "Visits",
      "The supplier keeps appointments",
    ]);
    expect(planned.counts).toEqual({
      sections: 2,
      outcomes: 0,
      needs: 2,
      requirements: 1,
      texts: 1,
      links: 0,
    });
  });

  it("puts rows above the first section when they name none", () => {
    const planned = plan(["text,,,What this is for.,,,,", "need,,Reporting,report a leak,,,,"]);
    expect(outline(planned)).toEqual(["What this is for.", "Reporting", "report a leak"]);
  });

  it("makes a section once, also when a row of its own describes it", () => {
    const planned = plan([
      "need,,Visits,a visit,,,,",
      "section,S-1,,Visits,,,,Ask Tom.",
      "section,,visits,,,,,",
    ]);
    expect(outline(planned)).toEqual(["Visits", "a visit"]);
    expect(planned.items[0]).toMatchObject({ kind: "section", aliases: ["S-1"] });
  });

  it("fills the fields, boroughs, alias and notes", () => {
    const [, need] = plan([
      'need,U-1,Reporting,"As a tenant, I need to report a leak so that it stops.",must,,Hackney; Camden,Heard often.',
    ]).items;
    expect(need).toMatchObject({
      priority: "must",
      raisedBy: ["camden", "hackney"],
      aliases: ["U-1"],
    });
    const fields = Object.entries(need?.fields ?? {}).map(([name, text]) => [
      name,
      plainText(text),
    ]);
    expect(Object.fromEntries(fields)).toEqual({
      asA: "tenant",
      iNeed: "report a leak",
      soThat: "it stops",
    });
    expect(need?.notes && plainText(need.notes)).toBe("Heard often.");
  });

  it("links requirements to needs and outcomes above and below, whatever the case", () => {
    const planned = plan([
      "requirement,,,A form,,u-1 fully; O-1 partly,,",
      "need,U-1,,report a leak,,,,",
      "outcome,o-1,,Fewer leaks,,,,",
    ]);
    expect(planned.problems).toEqual([]);
    expect(planned.links).toEqual([
      { line: 2, requirementId: "new1", needId: "new2", how: "fully" },
      { line: 2, requirementId: "new1", needId: "new3", how: "partly" },
    ]);
  });
});

describe("a file brought into a statement that has items", () => {
  const existing = [
    placed("a", "text", "Welcome.", "a0V"),
    placed("b", "section", "Reporting", "a1V"),
    { ...placed("c", "need", "report a leak", "a2V"), aliases: ["U-1"] },
    placed("d", "section", "Visits", "a3V"),
    placed("e", "requirement", "Keep appointments", "a4V"),
  ];

  it("uses sections of the same title and adds new ones at the end", () => {
    const planned = plan(
      [
        "text,,,Read this first.,,,,",
        "need,,Money,know the price,,,,",
        "need,,VISITS,know the day,,,,",
        "need,,  reporting ,report damp,,,,",
        "need,,Reporting,report mould,,,,",
      ],
      existing,
    );
    expect(outline(planned, existing)).toEqual([
      "Welcome.",
      "Read this first.",
      "Reporting",
      "report a leak",
      "report damp",
      "report mould",
      "Visits",
      "Keep appointments",
      "know the day",
      "Money",
      "know the price",
    ]);
    expect(planned.counts.sections).toBe(1);
  });

  it("leaves a removed section alone", () => {
    const removed = existing.map((one) =>
      one.id === "d" ? { ...one, removed: { why: "" } } : one,
    );
    const planned = plan(
      ["need,,Visits,know the day,,,,", "need,,Reporting,report damp,,,,"],
      removed,
    );
    expect(outline(planned, removed).slice(2)).toEqual([
      "report a leak",
      "report damp",
      "Visits",
      "Keep appointments",
      "Visits",
      "know the day",
    ]);
  });

  it("links to what is there, by its reference here and by the one it had elsewhere", () => {
    const planned = plan(
      ["requirement,,,A form,,N-7 fully,,", "requirement,,,A line,,U-1 partly,,"],
      existing,
      {
        "N-7": "c",
      },
    );
    expect(planned.links.map(({ needId }) => needId)).toEqual(["c", "c"]);
  });

  it("refuses a row whose reference is there already", () => {
    expect(problems(plan(["need,u-1,,report a leak,,,,"], existing, { "N-7": "c" }))).toEqual([
      "Line 2: u-1 is in the statement already, as N-7. Take the row out, or give it another reference.",
    ]);
  });
});

describe("a file that does not fit", () => {
  it("names each row with what to do, in the order of the file", () => {
    const planned = plan([
      "need,U-1,,report a leak,,,Narnia,",
      "requirement,S-1,,A form,,U-9 fully,,",
      "requirement,,,A line,,S-1 fully,,",
      "epic,,,words,,,,",
    ]);
    expect(problems(planned)).toEqual([
      "Line 2: “Narnia” is not a London borough and takes no part in this statement. Correct the name, or invite them first.",
      "Line 3: U-9 is neither in this file nor in the statement. Correct the reference in the column meets, or add the need.",
      "Line 4: S-1 is a requirement. A requirement meets a need or an outcome.",
      "Line 5: “epic” is not a kind. Write section, text, outcome, need or requirement.",
    ]);
  });
});
