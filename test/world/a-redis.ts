/** A Redis of the test's own, in a folder of its own on a free port; it can be stopped, stalled and started again. */
import { once } from "node:events";
import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { findOrInstallRedis } from "../../scripts/redis.ts";
import { endsWithTests } from "./ends-with-tests.ts";
import { freePort } from "./free-port.ts";

export class ARedis {
  readonly #folder: string;
  readonly #port: number;
  #child: ChildProcess;

  private constructor(folder: string, port: number, child: ChildProcess) {
    this.#folder = folder;
    this.#port = port;
    this.#child = child;
  }

  static async start(): Promise<ARedis> {
    const folder = await mkdtemp(join(tmpdir(), "needline-redis-"));
    const port = await freePort();
    return new ARedis(folder, port, await run(folder, port));
  }

  get url(): string {
    return `redis://127.0.0.1:${this.#port}`;
  }

  get port(): number {
    return this.#port;
  }

  /** It ends at once, as when its machine goes away. */
  async stop(): Promise<void> {
    await end(this.#child);
  }

  /** On the same port, and it has forgotten everything. */
  async startAgain(): Promise<void> {
    this.#child = await run(this.#folder, this.#port);
  }

  /** It stays there and answers nobody. */
  stall(): void {
    this.#child.kill("SIGSTOP");
  }

  goOn(): void {
    this.#child.kill("SIGCONT");
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await end(this.#child);
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** Resolves when it takes connections. */
async function run(folder: string, port: number): Promise<ChildProcess> {
  const options = ["--port", String(port), "--bind", "127.0.0.1", "--dir", folder];
  const child = spawn(findOrInstallRedis(), [...options, "--save", "", "--appendonly", "no"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  endsWithTests(child, "SIGKILL");
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const lines: string[] = [];
  createInterface({ input: child.stdout }).on("line", (line) => {
    lines.push(line);
    if (line.includes("Ready to accept connections")) resolve();
  });
  child.once("error", reject);
  child.once("exit", () => reject(new Error(`Redis ended: ${lines.join("\n")}`)));
  await promise;
  return child;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  child.kill("SIGKILL");
  await exited;
}
