/** The server as `npm start` runs it, in a process of its own that can be killed. */
import { once } from "node:events";
import { spawn, type ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../../../server/main.ts", import.meta.url));

export class AProcess {
  readonly #child: ChildProcess;
  /** What it has printed, line by line. */
  readonly lines: string[] = [];

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  /** Resolves when it says where it runs. */
  static async start(
    dataDir: string,
    port: number,
    settings: Record<string, string> = {},
  ): Promise<AProcess> {
    const own = { DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: "error", ...settings };
    const child = spawn(process.execPath, [main], {
      env: { ...process.env, ...own },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const started = new AProcess(child);
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    createInterface({ input: child.stdout }).on("line", (line) => {
      started.lines.push(line);
      if (line.includes(`:${port}`)) resolve();
    });
    child.once("exit", () => reject(new Error(`It ended: ${started.lines.join("\n")}`)));
    await promise;
    return started;
  }

  get hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  /** Makes sure that it does not go on. */
  async end(): Promise<void> {
    if (!this.hasEnded) await this.kill("SIGKILL");
  }

  /** @returns how it ended */
  async kill(signal: "SIGKILL" | "SIGTERM"): Promise<number | null> {
    const exited = once(this.#child, "exit");
    this.#child.kill(signal);
    const [code] = (await exited) as [number | null];
    return code;
  }
}
