/** A process of our own on a core of its own, that speaks in messages. Promises to end with `stop`. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { availableParallelism } from "node:os";
import type { z } from "zod";

export interface Child {
  readonly pid: number;
  send(message: object): void;
  /** The next message. Rejects when the process ends first. */
  next<T>(schema: z.ZodType<T>): Promise<T>;
  /** Asks it to end (SIGTERM), and after five seconds makes it. */
  stop(): Promise<void>;
}

export interface Start {
  readonly script: string;
  readonly args?: readonly string[];
  readonly nodeArgs?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Which core it may use; ignored where processes cannot be pinned. */
  readonly core: number;
}

/** Whether servers and driver get a core each: `taskset` is there (Linux) and so are two cores. */
export const canPin: boolean =
  availableParallelism() >= 2 && spawnSync("taskset", ["--version"]).status === 0;

const patienceMs = 5000;

export function startChild({ script, args = [], nodeArgs = [], environment, core }: Start): Child {
  const command = [process.execPath, ...nodeArgs, script, ...args];
  // taskset becomes the command it starts: the process keeps its id and its channel for messages.
  const [program = "", ...rest] = canPin ? ["taskset", "-c", String(core), ...command] : command;
  const child = spawn(program, rest, {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    // node:sqlite warns on standard error that it is new.
    env: { ...process.env, NODE_NO_WARNINGS: "1", ...environment },
  });
  const ended = once(child, "exit");
  const { pid } = child;
  if (pid === undefined) throw new Error(`${script} could not be started.`);
  return {
    pid,
    send: (message) => child.send(message),
    async next(schema) {
      const heard = await Promise.race([
        once(child, "message"),
        ended.then(() => {
          throw new Error(`${script} ended early; it may have said why above.`);
        }),
      ]);
      return schema.parse(heard[0]);
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGTERM");
      const last = setTimeout(() => child.kill("SIGKILL"), patienceMs);
      await ended;
      clearTimeout(last);
    },
  };
}
