/**
 * The kinds of tests: unit (pure), integration (real store and server), postgres (some of these again, with the
 * server's data in PostgreSQL) and browser (one journey a file).
 */
import { defineConfig } from "vitest/config";

/** Two copies of yjs break `instanceof` (yjs/yjs#438). */
const resolve = { dedupe: ["yjs", "lib0", "y-protocols"] };

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        test: { name: "unit", include: ["test/unit/**/*.test.ts"], testTimeout: 60_000 },
      },
      {
        resolve,
        test: {
          name: "integration",
          include: ["test/integration/**/*.test.ts"],
          globalSetup: ["test/integration/start-postgres.ts"],
          provide: { keptIn: "SQLite" },
          pool: "forks",
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve,
        test: {
          name: "postgres",
          include: [
            "test/integration/{commands,import,made-once,starting-from}.test.ts",
            "test/integration/exchange/**/*.test.ts",
            "test/integration/sync/{kill-nine,over-the-wire,truth-under-fire}.test.ts",
          ],
          globalSetup: ["test/integration/start-postgres.ts"],
          provide: { keptIn: "PostgreSQL" },
          pool: "forks",
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve,
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          globalSetup: ["test/browser/build-page-once.ts"],
          pool: "forks",
          // A journey has two or three people's pages at work; more journeys at once starve each other of the processor.
          maxWorkers: 2,
          // Three browsers on a busy machine: what fails is tried once more, and printed as "retry x1".
          retry: 1,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
