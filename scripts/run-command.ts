/**
 * Runs one program with what it prints streamed to the screen, and promises to end: past its time limit, or when we
 * are told to stop, the program and every process it started (browsers and servers among them) are ended by their ids.
 */
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** How a program ended: by itself with an exit code, or because it had to be stopped or never started. */
export type CommandEnd =
  | { state: "exited"; code: number }
  | { state: "timed-out"; limitMs: number }
  | { state: "not-started"; why: string };

/** How long a program has between being asked to end and being made to. */
const graceMs = 5_000;

/**
 * @param limitMs time after which the program is stopped, in milliseconds
 * @param environment variables in addition to our own
 */
export async function runCommand(
  program: string,
  programArguments: readonly string[],
  limitMs: number,
  environment: Record<string, string> = {},
): Promise<CommandEnd> {
  const { promise, resolve } = Promise.withResolvers<CommandEnd>();
  const child = spawn(program, programArguments, {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...environment },
  });
  const { pid } = child;
  let timedOut = false;
  const limit = setTimeout(() => {
    timedOut = true;
    if (pid !== undefined) stopTree(pid);
  }, limitMs);
  const stopWithUs = (): void => {
    if (pid !== undefined) for (const id of treeOf(pid)) signal(id, "SIGKILL");
    process.exit(1);
  };
  process.once("SIGINT", stopWithUs).once("SIGTERM", stopWithUs);
  child.once("error", (error) => {
    resolve({ state: "not-started", why: error.message });
  });
  child.once("close", (code) => {
    resolve(timedOut ? { state: "timed-out", limitMs } : { state: "exited", code: code ?? 1 });
  });
  try {
    return await promise;
  } finally {
    clearTimeout(limit);
    process.off("SIGINT", stopWithUs).off("SIGTERM", stopWithUs);
  }
}

/** Asks all of them to end, then ends what is left. The list is taken first: an orphan no longer shows whose it was. */
function stopTree(pid: number): void {
  const ids = treeOf(pid);
  for (const id of ids) signal(id, "SIGTERM");
  setTimeout(() => {
    for (const id of ids) signal(id, "SIGKILL");
  }, graceMs);
}

function signal(id: number, name: "SIGTERM" | "SIGKILL"): void {
  try {
    process.kill(id, name);
  } catch {
    // It has ended already.
  }
}

/** The process and all that descend from it, where the system lists them in `/proc`; elsewhere the process alone. */
function treeOf(pid: number): number[] {
  const children = new Map<number, number[]>();
  for (const id of listProcesses()) {
    const parent = parentOf(id);
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), id]);
  }
  const tree = [pid];
  // The list grows while it is walked, so that children of children are found.
  for (const id of tree) tree.push(...(children.get(id) ?? []));
  return tree;
}

function listProcesses(): number[] {
  try {
    return readdirSync("/proc").map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

/** Field 4 of `/proc/<id>/stat` (proc(5)), counted from behind the name, which may hold spaces and brackets. */
function parentOf(id: number): number | null {
  try {
    const stat = readFileSync(`/proc/${id}/stat`, "utf8");
    const parent = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
    return Number.isInteger(parent) ? parent : null;
  } catch {
    return null;
  }
}
