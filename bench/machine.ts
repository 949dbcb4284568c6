/** Where the figures come from: without it they mean nothing. */
import { readFileSync } from "node:fs";
import { open, rm } from "node:fs/promises";
import { availableParallelism, cpus, loadavg, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { canPin } from "./child.ts";

const packages = [
  "@y/websocket-server",
  "@hocuspocus/server",
  "ws",
  "yjs",
  "y-protocols",
  "lib0",
  "fastify",
] as const;

/** Processes at work (the system's average of the last minute) above which a measurement is disturbed. */
const mostLoad = 0.5;

/** A few lines of Markdown. */
export async function describeMachine(): Promise<string[]> {
  const versions = packages.map((name) => `${name} ${versionOf(name)}`).join(", ");
  const memory = (totalmem() / 1e9).toFixed(0);
  const [load = 0] = loadavg();
  const syncMs = await millisToKeepABlock();
  return [
    `- ${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? "unknown"}), ${memory} GB, ${process.platform}`,
    `- load before: ${load.toFixed(1)}${load > mostLoad ? ": OTHER WORK IS RUNNING, so these figures are no measure of anything but that nothing gets lost" : ""}`,
    `- Node ${process.versions.node}; ${versions}`,
    `- ${canPin ? "The server has one core, the people another (taskset)" : "Processes are not pinned to cores"}; keeping 4 KB on this disk takes ${syncMs.toFixed(2)} ms (fdatasync, median of 50)`,
  ];
}

function versionOf(name: string): string {
  const file = new URL(`../node_modules/${name}/package.json`, import.meta.url);
  const manifest: unknown = JSON.parse(readFileSync(file, "utf8"));
  return z.object({ version: z.string() }).parse(manifest).version;
}

/** Near zero means a disk that forgets: then "commits before it sends" costs nothing here. */
async function millisToKeepABlock(): Promise<number> {
  const path = join(tmpdir(), `needline-bench-${process.pid}`);
  const file = await open(path, "w");
  try {
    const took: number[] = [];
    for (let round = 0; round < 50; round++) {
      const beganMs = performance.now();
      await file.write(Buffer.alloc(4096, round));
      await file.datasync();
      took.push(performance.now() - beganMs);
    }
    return took.toSorted((one, other) => one - other)[25] ?? 0;
  } finally {
    await file.close();
    await rm(path);
  }
}
