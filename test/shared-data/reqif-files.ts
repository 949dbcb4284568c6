/**
 * The ReqIF files of the implementor forum in `../shared/data`: what comes in is held to what is counted
 * in the files with another XML library; then it goes out and comes in again, and no item may differ.
 * Prints a line for each check and ends with `N passed, N failed`.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { XmlDocument } from "libxml2-wasm";
import { readReqif } from "../../server/exchange/reqif/read-reqif.ts";
import { evenOut } from "../../shared/even-text.ts";
import { plainText } from "../../shared/plain-text.ts";
import type { ProposedFile, ProposedItem } from "../../shared/proposed-file.ts";
import { problemsOfReqif } from "../unit/exchange/reqif-check.ts";
import { ThroughServer } from "./through-server.ts";
import { readIndependently } from "../unit/exchange/reqif-independent-reader.ts";

const folder = join(import.meta.dirname, "../../../shared/data/reqif");
const names = ["TC1000", "TC1100", "TC1200", "TC1300", "TC1400", "TC1800", "TC1801"];

let passed = 0;
let failed = 0;

const server = await ThroughServer.start();
for (const name of names) {
  const bytes = new Uint8Array(await readFile(join(folder, `${name}.reqif`)));
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
  const statementId = await server.makes(name);
  const first = await server.reads(statementId, bytes, `${name}.reqif`);
  check(`${name}: items that are new`, first.counts(), { new: file.items.length });
  await first.applies();
  const out = await server.takesOut(statementId, "reqif");
  check(`${name}: what our rules find in the export`, problemsOfReqif(out), []);
  const seen = readIndependently(out);
  check(`${name}: objects that another reader finds`, seen.objects.length, file.items.length);
  check(`${name}: relations that it finds`, seen.relations.length, counted.relations);
  const back = await readReqif(out);
  const changed = file.items.filter((item, at) => !isSame(item, back.items[at]));
  check(`${name}: items that the export says otherwise`, changed.length, 0);
  const again = await server.reads(statementId, out, `${name}.reqif`);
  check(`${name}: items that the export would change`, again.counts(), { same: file.items.length });
  const twice = await server.reads(statementId, bytes, `${name}.reqif`);
  check(`${name}: items that the file itself would change`, twice.counts(), {
    same: file.items.length,
  });
  const other = await server.makes(`${name} once more`);
  const moved = await server.reads(other, out, `${name}.reqif`);
  await moved.applies();
  const final = await readReqif(await server.takesOut(other, "reqif"));
  const lost = file.items.filter((item, at) => !isSame(item, final.items[at]));
  check(`${name}: items that change on the way into another statement`, lost.length, 0);
}
await checkUpdate();
await server.stop();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** The forum's two files of one exchange: an attribute changed, an object went, another came, one moved. */
async function checkUpdate(): Promise<void> {
  const [before, after] = await Promise.all(
    ["TC1800", "TC1801"].map(
      async (name) => new Uint8Array(await readFile(join(folder, `${name}.reqif`))),
    ),
  );
  if (!before || !after) return;
  const statementId = await server.makes("Two exchanges");
  await (await server.reads(statementId, before, "TC1800.reqif")).applies();
  const update = await server.reads(statementId, after, "TC1801.reqif");
  check("TC1801 after TC1800", update.counts(), { same: 6, changed: 1, new: 1, missing: 1 });
  await update.applies();
  const out = new TextDecoder().decode(await server.takesOut(statementId, "reqif"));
  check(
    "TC1801 after TC1800: what is given back",
    [out.includes("O3.A2 once"), out.includes("O3.A2 initial")],
    [true, false],
  );
}

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

function isSame(before: ProposedItem, after: ProposedItem | undefined): boolean {
  return after !== undefined && JSON.stringify(said(after)) === JSON.stringify(said(before));
}

function said({ kind, level = 1, priority = null, fields, extra = {} }: ProposedItem) {
  const texts = Object.entries(fields).map(([name, text]) => [name, evenOut(text)] as const);
  return {
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
