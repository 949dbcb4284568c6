/** One cell of the table: a fresh server with a fresh data folder, a fresh driver, one number of people. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openDoor } from "./admission.ts";
import { startChild } from "./child.ts";
import type { Contestant } from "./contestants.ts";
import { cellSchema, type Cell, type Plan } from "./driver/plan.ts";
import type { Situation } from "./situations.ts";
import { readySchema } from "./servers/tell-ready.ts";

export interface CellOrder {
  readonly contestant: Contestant;
  readonly situation: Situation;
  readonly warmUpMs: number;
  readonly measureMs: number;
  readonly seed: number;
  /** Where Node writes the server's processor profile, or undefined. */
  readonly profile?: string | undefined;
}

const serverCore = 0;
const driverCore = 1;

/**
 * A small space for new objects: with Node's own size the driver stops for 15 to 20 ms every second
 * or two to collect it, and what arrives meanwhile counts as late, whichever server sent it.
 */
const driverNodeArgs = ["--max-semi-space-size=4", "--expose-gc"];

export async function measureCell(order: CellOrder): Promise<Cell> {
  const { contestant } = order;
  const { people, earlierSessions, commitMs } = order.situation;
  const dataDir = await mkdtemp(join(tmpdir(), "needline-bench-"));
  const server = startChild({
    script: pathOf(contestant.server),
    args: [dataDir, String(commitMs)],
    nodeArgs: order.profile === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${order.profile}`],
    environment: contestant.environment,
    core: serverCore,
  });
  try {
    const ready = await server.next(readySchema);
    const door = await openDoor(contestant.dialect, ready, people);
    const driver = startChild({
      script: pathOf("driver/main.ts"),
      nodeArgs: driverNodeArgs,
      core: driverCore,
    });
    try {
      const plan: Plan = {
        dialect: contestant.dialect,
        ...door,
        serverPid: server.pid,
        earlierSessions,
        warmUpMs: order.warmUpMs,
        measureMs: order.measureMs,
        seed: order.seed,
      };
      driver.send(plan);
      return await driver.next(cellSchema);
    } finally {
      await driver.stop();
    }
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

function pathOf(file: string): string {
  return fileURLToPath(new URL(file, import.meta.url));
}
