/** The count at the end of `npm test` tells the truth about tests that did not run. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countTests, type Count } from "../../scripts/test-report.ts";

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "needline-test-report-"));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe("countTests", () => {
  it("counts what passed and what failed", async () => {
    expect(await count({ numPassedTests: 7, numFailedTests: 2 })).toEqual({ passed: 7, failed: 2 });
  });

  it("counts skipped and planned tests as failed", async () => {
    const counted = await count({ numPassedTests: 7, numPendingTests: 2, numTodoTests: 1 });
    expect(counted).toEqual({ passed: 7, failed: 3 });
  });

  it("counts a file that cannot be loaded as one failure", async () => {
    const testResults = [
      { status: "failed", assertionResults: [] },
      { status: "failed", assertionResults: [{}] },
      { status: "passed", assertionResults: [{}] },
    ];
    const counted = await count({ numPassedTests: 1, numFailedTests: 1, testResults });
    expect(counted).toEqual({ passed: 1, failed: 2 });
  });

  it("says so when there is no report", async () => {
    expect(await countTests(join(folder, "absent.json"))).toBeNull();
  });
});

async function count(report: Record<string, unknown>): Promise<Count | null> {
  const file = join(folder, "report.json");
  const none = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };
  await writeFile(file, JSON.stringify({ ...none, testResults: [], ...report }));
  return countTests(file);
}
