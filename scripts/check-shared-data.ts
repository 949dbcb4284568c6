/**
 * Brings the real tables of `../shared/data` into a real server and checks that the figures are the
 * ones that were counted in the sources. Prints a line for each and ends with `N passed, N failed`.
 */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { startApp } from "../server/app.ts";
import {
  gpConnectRequirements,
  gpConnectStories,
  hackneyStories,
  satreRequirements,
} from "./shared-data-mappings.ts";

const dataFolder = join(import.meta.dirname, "../../shared/data");

const imported = z.object({
  sections: z.number(),
  needs: z.number(),
  requirements: z.number(),
  links: z.number(),
});

const refused = z.object({ problems: z.array(z.object({ where: z.string(), what: z.string() })) });

const coverage = z.object({
  needs: z.record(z.string(), z.number()),
  requirements: z.record(z.string(), z.number()),
  items: z.array(
    z.object({ kind: z.string(), state: z.string(), priority: z.string().nullable() }),
  ),
});

let passed = 0;
let failed = 0;

const dataDir = await mkdtemp(join(tmpdir(), "needline-shared-data-"));
const app = await startApp({
  dataDir,
  port: 0,
  host: "localhost",
  publicUrl: null,
  logLevel: "error",
  thinPresence: true,
});
try {
  const cookie = await signIn();
  await checkPlanning(cookie);
  await checkGpConnect(cookie);
  await checkHackney(cookie);
  await checkSatre(cookie);
} finally {
  await app.stop();
  await rm(dataDir, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function checkPlanning(cookie: string): Promise<void> {
  const id = await newStatement(cookie, "Planning application data");
  const file = await source("planning/statement.csv");
  check(
    "planning: needs in a preview",
    imported.parse(await send(cookie, id, file, false)).needs,
    138,
  );
  check("planning: needs after a preview", sum((await coverageOf(cookie, id)).needs), 0);
  const { needs, requirements, links } = imported.parse(await send(cookie, id, file, true));
  check("planning: needs", needs, 138);
  check("planning: requirements", requirements, 63);
  check("planning: links", links, 244);
  const state = await coverageOf(cookie, id);
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
}

async function checkGpConnect(cookie: string): Promise<void> {
  const id = await newStatement(cookie, "GP Connect");
  const stories = gpConnectStories(await source("gpconnect/user-stories.csv"));
  const first = await send(cookie, id, stories, true);
  check("gpconnect: user stories", imported.parse(first).needs, 85);

  const specification = await source("gpconnect/functional-spec-requirements.csv");
  const broken = await send(cookie, id, gpConnectRequirements(specification), true);
  const { problems } = refused.parse(broken);
  const named = problems.map(({ what }) => what.split(" ")[0]);
  check("gpconnect: the citation of a story that does not exist", named, ["GPC-AMUS-BPA.2"]);
  const untouched = await coverageOf(cookie, id);
  check("gpconnect: requirements while one is broken", sum(untouched.requirements), 0);

  const mended = gpConnectRequirements(specification, ["GPC-AMUS-BPA.2"]);
  const second = imported.parse(await send(cookie, id, mended, true));
  check("gpconnect: requirements", second.requirements, 37);
  check("gpconnect: requirements that cite a story", second.links, 35);
  check("gpconnect: stories that are cited", (await coverageOf(cookie, id)).needs["partly"], 6);
}

async function checkHackney(cookie: string): Promise<void> {
  const id = await newStatement(cookie, "Hackney");
  const stories = hackneyStories(await source("hackney/user-stories.csv"));
  const { needs, sections } = imported.parse(await send(cookie, id, stories, true));
  check("hackney: user stories", needs, 59);
  check("hackney: repositories", sections, 9);
}

async function checkSatre(cookie: string): Promise<void> {
  const id = await newStatement(cookie, "SATRE");
  const file = satreRequirements(await source("satre/requirements.csv"));
  const { requirements, sections } = imported.parse(await send(cookie, id, file, true));
  check("satre: requirements", requirements, 185);
  check("satre: capabilities", sections, 35);
  const { items } = await coverageOf(cookie, id);
  const count = (priority: string) => items.filter((item) => item.priority === priority).length;
  check("satre: mandatory", count("must"), 95);
  check("satre: recommended", count("should"), 67);
  check("satre: optional", count("could"), 23);
}

function check(what: string, found: unknown, expected: unknown): void {
  const isRight = JSON.stringify(found) === JSON.stringify(expected);
  if (isRight) passed += 1;
  else failed += 1;
  const end = isRight ? "" : `, but ${JSON.stringify(expected)} were counted in the source`;
  console.log(`${isRight ? "ok    " : "FAILED"} ${what}: ${JSON.stringify(found)}${end}`);
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}

function source(path: string): Promise<string> {
  return readFile(join(dataFolder, path), "utf8");
}

async function signIn(): Promise<string> {
  const token = app.startLink?.split("/").at(-1);
  const response = await fetch(`${app.url}/api/start`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ token, name: "A. Checker", borough: "camden" }),
  });
  const cookie = response.headers.getSetCookie()[0]?.split(";")[0];
  if (cookie === undefined) throw new Error(`Signing in answers ${response.status}`);
  return cookie;
}

async function newStatement(cookie: string, title: string): Promise<string> {
  const response = await fetch(`${app.url}/api/statements`, {
    method: "POST",
    headers: { "content-type": "application/json", cookie },
    body: JSON.stringify({ title }),
  });
  return z.object({ id: z.string() }).parse(await response.json()).id;
}

async function send(cookie: string, id: string, csv: string, apply: boolean): Promise<unknown> {
  const form = new FormData();
  form.set("file", new Blob([csv], { type: "text/csv" }), "statement.csv");
  const response = await fetch(`${app.url}/api/statements/${id}/import?apply=${apply}`, {
    method: "POST",
    headers: { cookie },
    body: form,
  });
  const body: unknown = await response.json();
  if (!response.ok)
    console.log(`       the server answers ${response.status}: ${JSON.stringify(body)}`);
  return body;
}

async function coverageOf(cookie: string, id: string): Promise<z.infer<typeof coverage>> {
  const response = await fetch(`${app.url}/api/statements/${id}/coverage`, { headers: { cookie } });
  return coverage.parse(await response.json());
}
