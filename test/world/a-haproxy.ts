/** An HAProxy with the very `deploy/haproxy.cfg` that operators are handed, of which only the addresses are others. */
import { once } from "node:events";
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { connect } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { findOrInstallHaproxy } from "../../scripts/haproxy.ts";
import { endsWithTests } from "./ends-with-tests.ts";
import { freePort } from "./free-port.ts";

/** The file that is tested. */
export const haproxyConfig = join(import.meta.dirname, "../../deploy/haproxy.cfg");

export class AHaproxy implements AsyncDisposable {
  readonly #child: ChildProcess;
  /** Where people reach it. */
  readonly url: string;
  /** What it has logged, line by line. */
  readonly lines: readonly string[];

  private constructor(child: ChildProcess, url: string, lines: readonly string[]) {
    this.#child = child;
    this.url = url;
    this.lines = lines;
  }

  /**
   * Resolves when it takes connections.
   * @param ports of the two servers behind it, on this machine
   * @throws Error with what it said when it ends instead
   */
  static async start(ports: readonly [number, number]): Promise<AHaproxy> {
    const port = await freePort();
    const child = spawn(findOrInstallHaproxy(), ["-db", "-f", haproxyConfig], {
      env: { ...process.env, ...addressesOf(port, ports) },
      stdio: ["ignore", "ignore", "pipe"],
    });
    const lines: string[] = [];
    createInterface({ input: child.stderr }).on("line", (line) => lines.push(line));
    endsWithTests(child, "SIGKILL");
    while (!(await takesConnections(port))) {
      if (child.exitCode !== null) throw new Error(`HAProxy ended: ${lines.join("\n")}`);
      await pause(20);
    }
    return new AHaproxy(child, `http://127.0.0.1:${port}`, lines);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const exited = once(this.#child, "exit");
    this.#child.kill("SIGKILL");
    await exited;
  }
}

/**
 * Has HAProxy check the file, as `haproxy -c -f deploy/haproxy.cfg` does.
 * @param isStrict on any warning it is wrong too; servers have addresses then, which compose gives them otherwise
 * @returns whether it is right, and what HAProxy says
 */
export function checkHaproxyConfig(isStrict: boolean): { isRight: boolean; says: string } {
  const { status, stdout, stderr } = spawnSync(
    findOrInstallHaproxy(),
    ["-c", ...(isStrict ? ["-dW"] : []), "-f", haproxyConfig],
    {
      encoding: "utf8",
      env: { ...process.env, ...(isStrict ? addressesOf(8080, [3000, 3001]) : {}) },
    },
  );
  return { isRight: status === 0, says: stdout + stderr };
}

function addressesOf(port: number, [first, second]: readonly [number, number]) {
  return {
    BALANCER_ADDRESS: `127.0.0.1:${port}`,
    SERVER_1: `127.0.0.1:${first}`,
    SERVER_2: `127.0.0.1:${second}`,
  };
}

async function takesConnections(port: number): Promise<boolean> {
  const socket = connect(port, "127.0.0.1");
  try {
    await once(socket, "connect");
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
