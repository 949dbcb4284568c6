/**
 * Brings the real tables of `../shared/data` into a real server as a person would, through the choice of
 * columns, and checks that the figures are the ones that were counted in the sources; then takes each
 * statement out and in again, and no item may change. Ends with `N passed, N failed`.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { ImportPreview } from "../../shared/import-changes.ts";
import type { TableMapping } from "../../shared/table-mapping.ts";
import type { AnImport } from "../exchange/an-import.ts";
import { ThroughServer } from "./through-server.ts";

const dataFolder = join(import.meta.dirname, "../../../shared/data");

const coverage = z.object({
  needs: z.record(z.string(), z.number()),
  requirements: z.record(z.string(), z.number()),
  items: z.array(
    z.object({ kind: z.string(), state: z.string(), priority: z.string().nullable() }),
  ),
});

let passed = 0;
let failed = 0;

const server = await ThroughServer.start();
try {
  await checkPlanning();
  await checkGpConnect();
  await checkHackney();
  await checkSatre();
  await checkPsm();
} finally {
  await server.stop();
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function checkPlanning(): Promise<void> {
  const id = await server.makes("Planning application data");
  const one = await reads(id, "planning/statement.csv");
  check("planning: asked what columns mean", one.view !== null, false);
  check("planning: needs", kinds(one)["need"], 138);
  check("planning: requirements", kinds(one)["requirement"], 63);
  check("planning: links", one.preview?.linkCount, 244);
  check("planning: needs after a preview", sum((await coverageOf(id)).needs), 0);
  await one.applies();
  const state = await coverageOf(id);
  check("planning: covered", state.needs["covered"], 63);
  check("planning: partly covered", state.needs["partly"], 27);
  check("planning: not covered", state.needs["notCovered"], 48);
  const musts = state.items.filter(
    (item) => item.kind === "need" && item.state === "notCovered" && item.priority === "must",
  );
  check("planning: not covered and a must", musts.length, 24);
  const others = ["changed", "onlyRemoved", "leftOut"].map((name) => state.needs[name]);
  check("planning: in any other state", others, [0, 0, 0]);
  check("planning: requirements that meet a need", state.requirements["meetsANeed"], 63);
  await checkAgain("planning", id, "planning/statement.csv");
  await checkOutAndIn("planning", id);
}

async function checkGpConnect(): Promise<void> {
  const id = await server.makes("GP Connect");
  const stories = await reads(id, "gpconnect/user-stories.csv");
  check("gpconnect: user stories", kinds(stories)["need"], 85);
  await stories.applies();

  const requirements = await reads(id, "gpconnect/functional-spec-requirements.csv");
  check("gpconnect: requirements", kinds(requirements)["requirement"], 37);
  const named = requirements.preview?.problems.map(({ what }) => what.split(" ")[0]);
  check("gpconnect: the citation of a story that does not exist", named, ["GPC-AMUS-BPA.2"]);
  check("gpconnect: requirements that cite a story", requirements.preview?.linkCount, 35);
  await requirements.applies();
  check("gpconnect: stories that are cited", (await coverageOf(id)).needs["partly"], 6);
  await checkAgain("gpconnect stories", id, "gpconnect/user-stories.csv");
  await checkAgain("gpconnect requirements", id, "gpconnect/functional-spec-requirements.csv");
  await checkOutAndIn("gpconnect", id);
}

async function checkHackney(): Promise<void> {
  const id = await server.makes("Hackney");
  const one = await reads(id, "hackney/user-stories.csv");
  check("hackney: user stories", kinds(one)["need"], 59);
  check("hackney: repositories", kinds(one)["section"], 9);
  await one.applies();
  await checkAgain("hackney", id, "hackney/user-stories.csv");
  await checkOutAndIn("hackney", id);
}

async function checkSatre(): Promise<void> {
  const id = await server.makes("SATRE");
  const one = await reads(id, "satre/requirements.csv");
  check("satre: requirements", kinds(one)["requirement"], 185);
  check("satre: capabilities", kinds(one)["section"], 35);
  check("satre: mandatory, recommended, optional", priorities(one), {
    must: 95,
    should: 67,
    could: 23,
  });
  await one.applies();
  await checkAgain("satre", id, "satre/requirements.csv");
  await checkOutAndIn("satre", id);
}

async function checkPsm(): Promise<void> {
  const id = await server.makes("Provider screening");
  const one = await reads(id, "psm/RTM.xlsx");
  check("psm: sheets that are read", one.view?.mapping.sheets.length, 8);
  check("psm: requirements", kinds(one)["requirement"], 197);
  const { none } = { none: 0, ...priorities(one) };
  check("psm: requirements without a priority", none, 152);
  await one.applies();
  await checkAgain("psm", id, "psm/RTM.xlsx");
  await checkOutAndIn("psm", id);
}

/** The same file a second time, its columns remembered. */
async function checkAgain(what: string, id: string, path: string): Promise<void> {
  const again = await reads(id, path);
  const states = Object.keys(again.counts()).filter((state) => state !== "missing");
  check(
    `${what}: what the same file would change`,
    [states, again.preview?.linkCount],
    [["same"], 0],
  );
  if (again.view) check(`${what}: its columns are remembered`, again.view.isRemembered, true);
}

async function checkOutAndIn(what: string, id: string): Promise<void> {
  for (const [format, name] of [
    ["csv", "out.csv"],
    ["tracker", "out.xlsx"],
    ["json", "out.json"],
    ["reqif", "out.reqif"],
  ] as const) {
    const out = await server.takesOut(id, format, { notes: true });
    const back = await server.reads(id, out, name);
    const differing = back.preview?.changes.filter(({ state }) => state !== "same") ?? [
      back.refusal,
    ];
    check(
      `${what}: what its ${format} would change`,
      [differing.slice(0, 2), back.preview?.linkCount],
      [[], 0],
    );
  }
}

async function reads(
  id: string,
  path: string,
  change: Partial<TableMapping> = {},
): Promise<AnImport> {
  const bytes = new Uint8Array(await readFile(join(dataFolder, path)));
  const one = await server.reads(id, bytes, path.split("/").at(-1) ?? path);
  if (one.view) await one.maps(change);
  if (one.refusal) console.log(`       ${path} is refused: ${JSON.stringify(one.refusal)}`);
  return one;
}

function kinds({ preview }: AnImport): Record<string, number> {
  return countBy(preview, ({ kind }) => kind);
}

function priorities({ preview }: AnImport): Record<string, number> {
  return countBy(preview, ({ kind, priority }) =>
    kind === "requirement" ? (priority ?? "none") : "",
  );
}

/** What is in the file, by what it is; nothing for "". */
function countBy(
  preview: ImportPreview | null,
  nameOf: (change: ImportPreview["changes"][number]) => string,
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const change of preview?.changes ?? []) {
    const name = change.state === "missing" ? "" : nameOf(change);
    if (name !== "") counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

function check(what: string, found: unknown, expected: unknown): void {
  const isRight = JSON.stringify(found) === JSON.stringify(expected);
  if (isRight) passed += 1;
  else failed += 1;
  const end = isRight ? "" : `, but it should be ${JSON.stringify(expected)}`;
  console.log(`${isRight ? "ok    " : "FAILED"} ${what}: ${JSON.stringify(found)}${end}`);
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}

async function coverageOf(id: string): Promise<z.infer<typeof coverage>> {
  return coverage.parse(await server.asks(`/api/statements/${id}/coverage`));
}
