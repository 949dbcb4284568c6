/** A machine without PostgreSQL, Redis or HAProxy fails the tests that need them, and says what to install; it never skips them. */
import { spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
let nothing = "";

beforeAll(async () => {
  nothing = await mkdtemp(join(tmpdir(), "needline-nothing-"));
});

afterAll(async () => {
  await rm(nothing, { recursive: true, force: true });
});

const services = [
  {
    name: "PostgreSQL",
    variable: "POSTGRES",
    file: "a-postgres.ts",
    start: "APostgres.start()",
    test: "bus/bus.test",
  },
  {
    name: "Redis",
    variable: "REDIS_SERVER",
    file: "a-redis.ts",
    start: "ARedis.start()",
    test: "bus/bus.test",
  },
  {
    name: "HAProxy",
    variable: "HAPROXY",
    file: "a-haproxy.ts",
    start: "AHaproxy.start([1, 2])",
    test: "servers/quiet-socket.test",
  },
] as const;

describe.each(services)("without $name", ({ name, variable, start, file, test }) => {
  it("a test that starts one fails, and says what is missing", () => {
    const [what] = start.split(".");
    const from = JSON.stringify(join(root, "test/world", file));
    const code = `import { ${what} } from ${from}; await ${start};`;
    const { status, stderr } = run([...node, "--input-type=module", "--eval", code], variable);
    expect(status).toBe(1);
    expect(stderr).toContain(`${variable} is set to ${nothing}/absent, which cannot be run.`);
    expect(stderr).toContain(name);
  });

  it("the tests fail, also where they are run without npm test", () => {
    const vitest = join(root, "node_modules/vitest/vitest.mjs");
    const { status, stdout, stderr } = run(
      [vitest, "run", "--project", "integration", test],
      variable,
    );
    expect(stdout + stderr).toContain(`${variable} is set to ${nothing}/absent`);
    expect(stdout).not.toMatch(/\d skipped/);
    expect(status).toBe(1);
  });

  it("npm test ends with a failure, and no test counts as passed", () => {
    const { status, stdout } = run(
      [...node, join(root, "scripts/test.ts"), "integration", test],
      variable,
    );
    expect(stdout).toContain("integration: 0 passed, 1 failed");
    expect(stdout.trimEnd().split("\n").at(-1)).toBe("0 passed, 1 failed");
    expect(status).toBe(1);
  });
});

const node = ["--disable-warning=ExperimentalWarning"] as const;

/** Runs a program with one that cannot be run in place of the service; what is installed is found no other way. */
function run(args: readonly string[], variable: string) {
  return spawnSync(process.execPath, args, {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, [variable]: join(nothing, "absent") },
  });
}
