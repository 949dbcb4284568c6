/**
 * Counts the tests in the JSON report that vitest leaves, says which failed, and promises that nothing which did not
 * run counts as passed.
 */
import { readFile } from "node:fs/promises";
import { relative } from "node:path";
import { z } from "zod";

export type Count = { passed: number; failed: number };

/** A count, and for each failure where it is and how it failed, to be printed as it stands. */
export type Report = Count & { failures: readonly string[] };

const testSchema = z.object({
  status: z.string().optional(),
  fullName: z.string().optional(),
  failureMessages: z.array(z.string()).optional(),
});
const fileSchema = z.object({
  status: z.string(),
  name: z.string(),
  message: z.string().optional(),
  assertionResults: z.array(testSchema),
});

/** What we read of the report. A file that cannot be loaded is `failed` and has no assertion results. */
const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(fileSchema),
});

/** Of a failure's message and stack only the beginning is said again: the whole stands where it happened. */
const linesOfAFailure = 12;

/**
 * Tests that are skipped or only planned count as failed, and so does each file that cannot be loaded.
 *
 * @param reportFile a path
 * @returns null when there is no report, because vitest ended before it could write one
 */
export async function readReport(reportFile: string): Promise<Report | null> {
  const text = await readFile(reportFile, "utf8").catch(() => null);
  if (text === null) return null;
  const report = reportSchema.parse(JSON.parse(text));
  const unloadable = report.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  );
  const notRun = report.numPendingTests + report.numTodoTests;
  const failures = [
    ...report.testResults.flatMap((file) =>
      file.assertionResults
        .filter((test) => test.status === "failed")
        .map((test) => said(file.name, test.fullName, test.failureMessages?.[0])),
    ),
    ...unloadable.map((file) => said(file.name, "could not be loaded", file.message)),
  ];
  if (notRun > 0) failures.push(`${notRun} skipped: a test that does not run counts as failed.`);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloadable.length + notRun,
    failures,
  };
}

function said(file: string, name = "", message = ""): string {
  const lines = message.split("\n").slice(0, linesOfAFailure);
  return [`${relative(process.cwd(), file)}: ${name}`, ...lines.map((line) => `    ${line}`)].join(
    "\n",
  );
}
