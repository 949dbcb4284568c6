/**
 * `npm test`: types, lint, format, unused code, then the unit, integration, postgres and browser tests, one after the other.
 * Promises to end by itself, and that its last line is `N passed, N failed` with every check and test counted, before
 * it which failed and how; what could not run, and a test project without tests, counts as failed.
 *
 * `npm test -- unit` runs one step (`npm test -- types lint` two); any other word is part of a test file's path.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findOrInstallChromium } from "./chromium.ts";
import { findOrInstallHaproxy } from "./haproxy.ts";
import { findOrInstallLibreOffice } from "./libreoffice.ts";
import { findOrInstallPostgres } from "./postgres.ts";
import { findOrInstallRedis } from "./redis.ts";
import { runCommand, type CommandEnd } from "./run-command.ts";
import { readReport, type Report } from "./test-report.ts";

type Check = { name: string; command: readonly [string, ...string[]]; limitMs: number };
type Project = { name: "unit" | "integration" | "postgres" | "browser"; limitMs: number };

const minuteMs = 60_000;

const checks: readonly Check[] = [
  { name: "types", command: ["tsc", "--noEmit"], limitMs: 2 * minuteMs },
  { name: "lint", command: ["oxlint", "--type-aware", "--deny-warnings"], limitMs: 2 * minuteMs },
  { name: "format", command: ["oxfmt", "--check"], limitMs: minuteMs },
  { name: "unused", command: ["knip"], limitMs: 2 * minuteMs },
];

const projects: readonly Project[] = [
  { name: "unit", limitMs: 6 * minuteMs },
  { name: "integration", limitMs: 15 * minuteMs },
  { name: "postgres", limitMs: 10 * minuteMs },
  { name: "browser", limitMs: 45 * minuteMs },
];

const root = join(import.meta.dirname, "..");
process.chdir(root);
process.env["PATH"] = `${join(root, "node_modules", ".bin")}:${process.env["PATH"] ?? ""}`;

const words = process.argv.slice(2);
const names = new Set([...checks, ...projects].map((step) => step.name));
const chosen = words.filter((word) => names.has(word));
const filters = words.filter((word) => !names.has(word));
const total = { passed: 0, failed: 0 };
const failedSteps: string[] = [];
const failures: string[] = [];

for (const check of checks) {
  if (isChosen(check.name) && filters.length === 0) await step(check.name, () => runCheck(check));
}
let testsRun = 0;
for (const project of projects) {
  if (isChosen(project.name)) testsRun += await step(project.name, () => runProject(project));
}
if (filters.length > 0 && testsRun === 0) {
  console.error(`No test file's path contains ${filters.join(" or ")}.`);
  total.failed += 1;
}
if (failedSteps.length > 0) {
  console.log(`\nFailed: ${failedSteps.join(", ")}\n${failures.join("\n")}`);
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

function isChosen(name: string): boolean {
  return chosen.length === 0 || chosen.includes(name);
}

/** Runs one step under its heading, adds up, and answers how many it counted. */
async function step(name: string, run: () => Promise<Report>): Promise<number> {
  console.log(`\n── ${name} ──`);
  const startedAt = performance.now();
  const count = await run();
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`${name}: ${count.passed} passed, ${count.failed} failed (${seconds} s)`);
  total.passed += count.passed;
  total.failed += count.failed;
  if (count.failed > 0) failedSteps.push(name);
  failures.push(...count.failures);
  return count.passed + count.failed;
}

async function runCheck(check: Check): Promise<Report> {
  const [program, ...rest] = check.command;
  return hasSucceeded(await runCommand(program, rest, check.limitMs))
    ? { passed: 1, failed: 0, failures: [] }
    : { passed: 0, failed: 1, failures: [] };
}

async function runProject(project: Project): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), "needline-test-"));
  const report = join(folder, "report.json");
  try {
    const environment = programsFor(project);
    const command = ["run", "--project", project.name, "--reporter=default", "--reporter=json"];
    if (filters.length > 0) command.push("--passWithNoTests");
    command.push(`--outputFile.json=${report}`, ...filters);
    const end = await runCommand("vitest", command, project.limitMs, environment);
    const succeeded = hasSucceeded(end);
    const count = (await readReport(report)) ?? { passed: 0, failed: 1, failures: [] };
    const isEmpty = count.passed === 0 && filters.length === 0;
    if (count.failed > 0 || (succeeded && !isEmpty)) return count;
    return { ...count, failed: 1, failures: [`${project.name}: no test failed, but see above.`] };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1, failures: [] };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The programs that a project's tests drive, installed before any of them starts. */
function programsFor({ name }: Project): Record<string, string> {
  switch (name) {
    case "unit":
      return {};
    case "integration":
      return {
        LIBREOFFICE: findOrInstallLibreOffice().soffice,
        REDIS_SERVER: findOrInstallRedis(),
        HAPROXY: findOrInstallHaproxy(),
        POSTGRES: findOrInstallPostgres().postgres,
      };
    case "postgres":
      return { POSTGRES: findOrInstallPostgres().postgres };
    case "browser":
      return { CHROMIUM: findOrInstallChromium() };
  }
}

function hasSucceeded(end: CommandEnd): boolean {
  switch (end.state) {
    case "exited":
      return end.code === 0;
    case "timed-out":
      console.error(`Stopped: it took longer than ${end.limitMs / minuteMs} minutes.`);
      return false;
    case "not-started":
      console.error(`Could not be started: ${end.why}`);
      return false;
  }
}
