/** What suppliers never see: each private thing is planted as a unique word and looked for in every byte. */
import ExcelJS from "exceljs";
import { expect, test } from "vitest";
import { writeSupplierResponse } from "../../server/exchange/xlsx/write-supplier-response.ts";
import { readZip } from "../../server/exchange/zip.ts";
import { PiecedMap } from "../../shared/pieced-map.ts";
import { defaultPriorityWords } from "../../shared/item-kinds.ts";
import type { Item } from "../../shared/items.ts";
import { Refusal } from "../../shared/refusal.ts";
import { richTextFromPlain } from "../../shared/rich-text.ts";
import type { WholeStatement } from "../../shared/whole-statement.ts";
import { AStatement, anItem } from "./commands/a-statement.ts";

const secrets = [
  "wontzz",
  "whyzz",
  "removedzz",
  "removedwhyzz",
  "needzz",
  "evidencezz",
  "outcomezz",
  "bodyzz",
  "noteszz",
  "aliaszz",
  "originzz",
  "extrazz",
  "adazz",
  "benzz",
  "commentzz",
  "replyzz",
  "objectionzz",
  "wordingzz",
  "linkzz",
  "leftoutzz",
  "needsnonezz",
  "versionzz",
  "teamzz",
  "hiddensectionzz",
  "idzz",
] as const;

const rich = richTextFromPlain;

function requirement(id: string, words: string, more: Partial<Item> = {}): Item {
  return { ...anItem(id, "requirement", words), priority: "must", ...more };
}

function aWhole(): WholeStatement {
  const statement = new AStatement();
  statement.joins("adazz", "lead", "camden", true);
  statement.joins("benzz", "reviewer", "hackney", true);
  const section = { ...anItem("A", "section", ""), fields: { title: rich("Repairs & more") } };
  const hidden = { ...anItem("B", "section", ""), fields: { title: rich("hiddensectionzz") } };
  const kept = requirement("R-1", "=Answer calls", {
    fields: { statement: rich("=Answer calls"), measure: rich("95 %"), rationale: rich("whyzz") },
    notes: rich("noteszz"),
    aliases: ["aliaszz"],
    origin: { title: "originzz", reference: "originzz" },
    extra: { extrazz: "extrazz" },
    variations: [{ key: "hackney:idzz", boroughId: "hackney", text: rich("within one hour") }],
  });
  const items: Item[] = [
    {
      ...anItem("N-1", "need", "needzz"),
      fields: { iNeed: rich("needzz"), evidence: rich("evidencezz") },
      raisedBy: ["hackney"],
    },
    { ...anItem("O-1", "outcome", "outcomezz") },
    { ...anItem("T", "text", "bodyzz") },
    section,
    kept,
    requirement("R-4", "Nothing to say", { priority: null }),
    hidden,
    requirement("R-2", "wontzz", { priority: "wont" }),
    requirement("R-3", "removedzz", { removed: { why: "removedwhyzz" } }),
  ];
  for (const item of items) statement.says(item);
  const references = items
    .filter(({ id }) => id.includes("-"))
    .map(({ id }) => ({ itemId: id, reference: id }));
  const say = (by: string, type: string, facts: object, words: object): void => {
    statement.append(
      { type, facts: { ...facts }, words: { ...words } },
      by,
      by === "adazz" ? "camden" : "hackney",
    );
  };
  say("adazz", "give-references", { references }, {});
  const { facts } = statement.does("benzz", "start-thread", {
    anchor: { itemId: "R-1" },
    text: "commentzz",
  });
  statement.does("adazz", "reply", { threadId: facts["threadId"], text: "replyzz" });
  statement.takes("benzz", "object", "objectionzz");
  statement.suggests("benzz", "wordingzz");
  statement.does("adazz", "meet-need", {
    anchor: { itemId: "R-1" },
    needId: "N-1",
    how: "partly",
    because: "linkzz",
  });
  statement.does("adazz", "leave-out-need", { needId: "N-1", why: "leftoutzz" });
  statement.does("adazz", "needs-no-need", { requirementId: "R-4", why: "needsnonezz" });
  statement.does("benzz", "describe-borough", {
    contractEnds: "2027-03-31",
    extendableUntil: null,
    team: "teamzz",
    takingPart: "buy-together",
  });
  return {
    statementId: "idzz",
    title: "Housing repairs",
    priorityWords: { ...defaultPriorityWords, must: "Essential" },
    items,
    record: statement.record,
    at: "2026-05-14T10:00:00.000Z",
    version: { number: 7, name: "versionzz", issued: 2 },
  };
}

/** Everything in the file, all parts unpacked, read in every way that letters are kept. */
async function everything(bytes: Uint8Array): Promise<string> {
  const zip = await readZip(bytes, () => true);
  if (zip.state === "refused") throw new Error(zip.what);
  return [
    Buffer.from(bytes).toString("latin1"),
    ...[...zip.files].flatMap(([name, part]) => [
      name,
      Buffer.from(part).toString("latin1"),
      Buffer.from(part).toString("utf16le"),
    ]),
  ]
    .join("\n")
    .toLowerCase();
}

test("nothing of what the boroughs say among themselves gets in", async () => {
  const whole = aWhole();
  // Each of them is there to be found: what is not planted proves nothing.
  const { record, ...rest } = whole;
  const planted = JSON.stringify([rest, Object.values(record).map((part) => plain(part))]);
  for (const secret of secrets) expect(planted.toLowerCase()).toContain(secret);

  const found = await everything(await writeSupplierResponse(whole));
  for (const secret of secrets) expect(found, secret).not.toContain(secret);
  for (const known of [
    "answer calls",
    "repairs &amp; more",
    "95 %",
    "within one hour",
    "essential",
  ])
    expect(found).toContain(known);
});

function plain(part: unknown): unknown {
  if (!(part instanceof Map || part instanceof PiecedMap)) return part;
  return [...(part as ReadonlyMap<unknown, unknown>)].map(([key, value]) => [key, plain(value)]);
}

async function opened(whole: WholeStatement): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  const bytes = await writeSupplierResponse(whole);
  await workbook.xlsx.load(bytes as never);
  return workbook;
}

test("a supplier finds a row for each requirement and can change only the answers", async () => {
  const sheet = (await opened(aWhole())).getWorksheet("Requirements");
  if (!sheet) throw new Error("no sheet");
  const head = (sheet.getRow(1).values as string[]).slice(1);
  expect(head).toEqual([
    "Reference",
    "Section",
    "Requirement",
    "Measure",
    "Priority",
    "Do you meet it?",
    "How you meet it",
    "Explanation",
    "Words in the explanation",
    "Evidence",
  ]);
  expect(sheet.rowCount).toBe(3);
  const row = sheet.getRow(2);
  expect((row.values as unknown[]).slice(1, 6)).toEqual([
    "R-1",
    "Repairs & more",
    "'=Answer calls\nDiffers for hackney: within one hour",
    "95 %",
    "Essential",
  ]);
  const open = head.filter((_, at) => row.getCell(at + 1).protection?.locked === false);
  expect(open).toEqual(["Do you meet it?", "How you meet it", "Explanation", "Evidence"]);
  expect(row.getCell(6).dataValidation.formulae).toEqual(['"Fully,Partly,No"']);
  const protection = (sheet as unknown as { sheetProtection: { sheet: boolean } }).sheetProtection;
  expect(protection.sheet).toBe(true);
});

test("it is marked, so that an import knows it again", async () => {
  const workbook = await opened(aWhole());
  expect(workbook.category).toBe("Needline supplier response");
  expect(workbook.definedNames.model.map(({ name }) => name)).toContain(
    "NEEDLINE_SUPPLIER_RESPONSE",
  );
});

test("with nothing to ask for there is no workbook", () => {
  const whole = aWhole();
  const items = whole.items.filter(({ id }) => id !== "R-1" && id !== "R-4");
  expect(() => writeSupplierResponse({ ...whole, items })).toThrow(Refusal);
});
