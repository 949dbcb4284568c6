/**
 * The ReqIF files of the implementor forum in `../shared/data`: what comes in is held to what is counted
 * in the files with another XML library; then it goes out and comes in again, and no item may differ.
 * Prints a line for each check and ends with `N passed, N failed`.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { XmlDocument } from "libxml2-wasm";
import { readReqif } from "../../server/exchange/reqif/read-reqif.ts";
import { writeReqif } from "../../server/exchange/reqif/write-reqif.ts";
import { emptyRichText } from "../../shared/rich-text.ts";
import { evenOut } from "../../shared/even-text.ts";
import { itemKinds } from "../../shared/item-kinds.ts";
import type { Item } from "../../shared/items.ts";
import { plainText } from "../../shared/plain-text.ts";
import type { ProposedFile, ProposedItem } from "../../shared/proposed-file.ts";
import { emptyRecord } from "../../shared/record-state.ts";
import type { WholeStatement } from "../../shared/whole-statement.ts";
import { problemsOfReqif } from "../unit/exchange/reqif-check.ts";
import { readIndependently } from "../unit/exchange/reqif-independent-reader.ts";

const folder = join(import.meta.dirname, "../../../shared/data/reqif");
const names = ["TC1000", "TC1100", "TC1200", "TC1300", "TC1400", "TC1800", "TC1801"];

let passed = 0;
let failed = 0;

for (const name of names) {
  const bytes = await readFile(join(folder, `${name}.reqif`));
  const counted = count(bytes);
  const file = await readReqif(bytes);
  check(`${name}: problems`, file.problems, []);
  check(`${name}: title`, file.title, counted.title);
  const items = file.items.filter(({ key }) => !key.startsWith("specification-"));
  check(`${name}: objects`, items.length, counted.objects);
  check(`${name}: specifications, where there are several`, sectionsIn(file), counted.several);
  check(
    `${name}: order of the hierarchy`,
    items.map(({ key }) => key),
    counted.order,
  );
  check(`${name}: relations`, file.links.length + keptRelations(items), counted.relations);
  check(`${name}: words that are lost`, lostWords(counted.words, items), []);

  // They are known to be sound, so what the rules find in them would be a mistake in the rules.
  check(`${name}: what our rules find in it`, problemsOfReqif(bytes), []);
  const whole = statementOf(file);
  const out = writeReqif(whole);
  check(`${name}: what the specification finds in our file`, problemsOfReqif(out), []);
  const seen = readIndependently(out);
  check(`${name}: objects that another reader finds`, seen.objects.length, file.items.length);
  check(`${name}: relations that it finds`, seen.relations.length, counted.relations);
  const again = await readReqif(out);
  const changed = file.items.filter((item, at) => !isSame(item, again.items[at], whole.items[at]));
  check(`${name}: items that changed on the way out and in`, changed.length, 0);
  check(`${name}: items after it`, again.items.length, file.items.length);
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** Counted without our reader. */
function count(bytes: Uint8Array) {
  const document = XmlDocument.fromBuffer(bytes);
  const prefixes = { r: "http://www.omg.org/spec/ReqIF/20110401/reqif.xsd" };
  const find = (path: string) => document.find(path, prefixes).map(({ content }) => content);
  const specifications = find("//r:SPECIFICATION").length;
  const counted = {
    title: find("//r:TITLE")[0]?.trim(),
    objects: find("//r:SPEC-OBJECT").length,
    relations: find("//r:SPEC-RELATIONS/r:SPEC-RELATION").length,
    several: specifications > 1 ? specifications : 0,
    order: find("//r:SPEC-HIERARCHY/r:OBJECT/r:SPEC-OBJECT-REF"),
    words: [
      ...find("//r:SPEC-OBJECT//@THE-VALUE"),
      ...find("//r:SPEC-OBJECT//r:THE-VALUE//text()"),
    ].flatMap((words) => words.split(/\s+/).filter((word) => word !== "")),
  };
  document.dispose();
  return counted;
}

function sectionsIn({ items }: ProposedFile): number {
  return items.filter(({ key }) => key.startsWith("specification-")).length;
}

function keptRelations(items: readonly ProposedItem[]): number {
  return items
    .flatMap(({ extra = {} }) => Object.entries(extra))
    .filter(([name]) => name.startsWith("ReqIF relation: "))
    .flatMap(([, value]) => value.split("\n")).length;
}

/** Words of the file that are in no item. */
function lostWords(words: readonly string[], items: readonly ProposedItem[]): string[] {
  const kept = items
    .flatMap(({ fields, extra = {}, reference }) => [
      ...Object.values(fields).map((text) => plainText(text)),
      ...Object.values(extra),
      reference,
    ])
    .join("\n");
  return words.filter((word) => !kept.includes(word));
}

/** The statement that the file makes, as an import of all of it would. */
function statementOf(file: ProposedFile): WholeStatement {
  const items = file.items.map((item, at): Item => ({
    id: `item-${at}`,
    kind: item.kind,
    order: `a${String(at).padStart(4, "0")}`,
    priority: item.priority ?? null,
    level: item.level ?? 1,
    raisedBy: item.raisedBy ?? [],
    aliases: item.reference === "" ? [] : [item.reference],
    removed: null,
    fields: Object.fromEntries(
      itemKinds[item.kind].fields.map(({ name }) => [name, item.fields[name] ?? emptyRichText]),
    ),
    notes: emptyRichText,
    variations: [],
    origin: { title: file.title, reference: item.reference },
    extra: item.extra ?? {},
  }));
  return {
    statementId: "shared-data",
    title: file.title,
    priorityWords: { must: "Must", should: "Should", could: "Could", wont: "Won’t" },
    items,
    record: emptyRecord,
    at: "2026-05-14T09:30:00.000Z",
    version: null,
  };
}

function isSame(before: ProposedItem, after: ProposedItem | undefined, item: Item | undefined) {
  return (
    after &&
    item &&
    JSON.stringify(said(after)) === JSON.stringify({ ...said(before), itemId: item.id })
  );
}

function said({ itemId, kind, level = 1, priority = null, fields, extra = {} }: ProposedItem) {
  const texts = Object.entries(fields).map(([name, text]) => [name, evenOut(text)] as const);
  return {
    itemId,
    kind,
    level,
    priority,
    fields: texts.toSorted(([a], [b]) => a.localeCompare(b)),
    extra: Object.entries(extra).toSorted(([a], [b]) => a.localeCompare(b)),
  };
}

function check(what: string, found: unknown, expected: unknown): void {
  const isRight = JSON.stringify(found) === JSON.stringify(expected);
  if (isRight) passed += 1;
  else failed += 1;
  const end = isRight ? "" : `, but ${JSON.stringify(expected)} was counted in the file`;
  const shown = Array.isArray(found) && found.length > 3 ? found.length : JSON.stringify(found);
  console.log(`${isRight ? "ok    " : "FAILED"} ${what}: ${shown}${end}`);
}
