/** What `npm test` starts also ends: by itself, or with everything it started when it takes too long. */
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { runCommand } from "../../scripts/run-command.ts";

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "needline-run-command-"));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe("runCommand", () => {
  it("tells with which code a program ended", async () => {
    const end = await runCommand(process.execPath, ["-e", "process.exit(3)"], 60_000);
    expect(end).toEqual({ state: "exited", code: 3 });
  });

  it("tells that a program could not be started", async () => {
    const end = await runCommand(join(folder, "no-such-program"), [], 60_000);
    expect(end.state).toBe("not-started");
  });

  it("ends a program that takes too long, and the detached programs it started", async () => {
    const pidFile = join(folder, "pid");
    // As browsers are: in a process group of its own, deaf to a polite request.
    const grandchild = `process.on("SIGTERM", () => {}); setInterval(() => {}, 1000);
      require("node:fs").writeFileSync(${JSON.stringify(pidFile)}, String(process.pid));`;
    const child = `require("node:child_process").spawn(process.execPath, ["-e", ${JSON.stringify(grandchild)}],
      { detached: true, stdio: "ignore" }); setInterval(() => {}, 1000);`;
    const end = await runCommand(process.execPath, ["-e", child], 5_000);
    expect(end).toEqual({ state: "timed-out", limitMs: 5_000 });
    const pid = Number(readFileSync(pidFile, "utf8"));
    await vi.waitUntil(() => !existsSync(`/proc/${pid}`), { timeout: 20_000 });
  });
});
