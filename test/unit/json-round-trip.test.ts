import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readJson } from "../../server/exchange/json/read-json.ts";
import { statementSchema } from "../../server/exchange/json/statement-shape.ts";
import { writeJson } from "../../server/exchange/json/write-json.ts";
import type { ProposedFile } from "../../shared/proposed-file.ts";
import { anyStatement, expectedOf, proposedOf } from "./any-statement.ts";
import { generatedStatement } from "./exchange/generated-statement.ts";

function said(json: unknown): ProposedFile {
  return readJson(new TextEncoder().encode(typeof json === "string" ? json : JSON.stringify(json)));
}

test("every statement comes back from JSON as it was", () => {
  fc.assert(
    fc.property(fc.oneof(anyStatement, generatedStatement), (whole) => {
      const file = readJson(writeJson(whole));
      expect(file.problems).toEqual([]);
      expect(file.title).toBe(whole.title);
      const byReference = new Map(whole.record.references);
      const links = file.links.map((link) => ({ ...link, to: byReference.get(link.to) ?? "" }));
      expect(proposedOf({ ...file, links })).toEqual(expectedOf(whole));
    }),
    { numRuns: 100 },
  );
});

test.each<[string, unknown, string]>([
  ["what is no JSON", "{", "This is not JSON"],
  ["another file", { format: "x" }, "is not a statement of Needline"],
  ["a newer file", { format: "needline-statement", formatNumber: 2 }, "A newer Needline"],
])("%s is refused with what to do", (_, json, what) => {
  const { problems, items } = said(json);
  expect(items).toEqual([]);
  expect(problems[0]?.what).toContain(what);
});

const [whole] = fc.sample(anyStatement, { numRuns: 1, seed: 1 });
if (!whole) throw new Error("no statement");
const good = JSON.parse(new TextDecoder().decode(writeJson(whole))) as { items: object[] };

test("each part that is wrong is named", () => {
  const [first = {}] = good.items;
  const { problems } = said({ ...good, items: [{ ...first, kind: "epic" }, ...good.items] });
  expect(problems.map(({ where }) => where)).toContain("items › 0 › kind");
});

test("a text that could not be shown is not taken", () => {
  const notes = { content: { type: "doc", content: [{ type: "script", text: "alert(1)" }] } };
  const { problems } = said({ ...good, items: good.items.map((item) => ({ ...item, notes })) });
  expect(problems[0]?.where).toMatch(/notes/);
});

test("a text nested beyond reason is refused", () => {
  const deep = `${'{"type":"listItem","content":['.repeat(50_000)}${"]}".repeat(50_000)}`;
  const text = JSON.stringify({ ...good, items: [{ ...good.items[0], notes: "DEEP" }] });
  const file = said(text.replace('"DEEP"', `{"content":{"type":"doc","content":[${deep}]}}`));
  expect(file.items).toEqual([]);
  expect(file.problems).not.toEqual([]);
});

// `npm run write-schema` writes it.
test("docs/ has the schema of today", () => {
  const kept: unknown = JSON.parse(readFileSync("docs/statement.schema.json", "utf8"));
  expect(kept).toEqual(statementSchema());
});
