/** The count at the end of `npm test` tells the truth about tests that did not run. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readReport, type Report } from "../../scripts/test-report.ts";

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "needline-test-report-"));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe("readReport", () => {
  it("counts what passed and what failed", async () => {
    expect(await count({ numPassedTests: 7, numFailedTests: 2 })).toMatchObject({
      passed: 7,
      failed: 2,
    });
  });

  it("counts skipped and planned tests as failed", async () => {
    const counted = await count({ numPassedTests: 7, numPendingTests: 2, numTodoTests: 1 });
    expect(counted).toMatchObject({ passed: 7, failed: 3 });
  });

  it("counts a file that cannot be loaded as one failure", async () => {
    const testResults = [
      { status: "failed", name: "a.test.ts", assertionResults: [] },
      { status: "failed", name: "b.test.ts", assertionResults: [{}] },
      { status: "passed", name: "c.test.ts", assertionResults: [{}] },
    ];
    const counted = await count({ numPassedTests: 1, numFailedTests: 1, testResults });
    expect(counted).toMatchObject({ passed: 1, failed: 2 });
  });

  it("says which test failed and how, which could not be loaded, and how many were skipped", async () => {
    const failed = {
      status: "failed",
      fullName: "a room > is kept",
      failureMessages: [["Error: not kept", ...Array<string>(40).fill("at a line")].join("\n")],
    };
    const passed = { status: "passed", fullName: "a room > is open", failureMessages: [] };
    const { failures = [] } =
      (await count({
        numPassedTests: 1,
        numFailedTests: 1,
        numPendingTests: 3,
        testResults: [
          { status: "failed", name: "a.test.ts", assertionResults: [passed, failed] },
          { status: "failed", name: "b.test.ts", message: "no such file", assertionResults: [] },
        ],
      })) ?? {};
    expect(failures).toHaveLength(3);
    expect(failures[0]).toMatch(/^a\.test\.ts: a room > is kept\n    Error: not kept\n/u);
    expect(failures[0]?.split("\n").length).toBeLessThan(20);
    expect(failures[1]).toBe("b.test.ts: could not be loaded\n    no such file");
    expect(failures[2]).toContain("3 skipped");
  });

  it("says so when there is no report", async () => {
    expect(await readReport(join(folder, "absent.json"))).toBeNull();
  });
});

async function count(report: Record<string, unknown>): Promise<Report | null> {
  const file = join(folder, "report.json");
  const none = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };
  await writeFile(file, JSON.stringify({ ...none, testResults: [], ...report }));
  return readReport(file);
}
