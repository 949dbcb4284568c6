/** Counts the tests in the JSON report that vitest leaves, and promises that nothing which did not run counts as passed. */
import { readFile } from "node:fs/promises";
import { z } from "zod";

export type Count = { passed: number; failed: number };

/** What we read of the report. A file that cannot be loaded is `failed` and has no assertion results. */
const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

/**
 * Tests that are skipped or only planned count as failed, and so does each file that cannot be loaded.
 *
 * @returns null when there is no report, because vitest ended before it could write one
 */
export async function countTests(reportFile: string): Promise<Count | null> {
  const text = await readFile(reportFile, "utf8").catch(() => null);
  if (text === null) return null;
  const report = reportSchema.parse(JSON.parse(text));
  const unloadable = report.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  ).length;
  const notRun = report.numPendingTests + report.numTodoTests;
  if (notRun > 0) console.error(`${notRun} skipped: a test that does not run counts as failed.`);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloadable + notRun,
  };
}
