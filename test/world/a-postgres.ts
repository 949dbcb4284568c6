/** A PostgreSQL of the tests' own, in a folder of its own on a free port; it can be stopped, stalled and started again. */
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { chown, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { nanoid } from "nanoid";
import pg from "pg";
import { findOrInstallPostgres } from "../../scripts/postgres.ts";
import { endsWithTests } from "./ends-with-tests.ts";
import { freePort } from "./free-port.ts";

export class APostgres {
  readonly #folder: string;
  readonly #port: number;
  #child: ChildProcess;

  private constructor(folder: string, port: number, child: ChildProcess) {
    this.#folder = folder;
    this.#port = port;
    this.#child = child;
  }

  static async start(): Promise<APostgres> {
    const folder = await mkdtemp(join(tmpdir(), "needline-postgres-"));
    const owner = ownerOf();
    if (owner) await chown(folder, owner.uid, owner.gid);
    const options = ["--pgdata", join(folder, "data"), "--username", "needline"];
    const plain = ["--auth", "trust", "--encoding", "UTF8", "--no-locale", "--no-sync"];
    execFileSync(findOrInstallPostgres().initdb, [...options, ...plain], {
      ...owner,
      cwd: folder,
      stdio: ["ignore", "ignore", "inherit"],
    });
    const port = await freePort();
    return new APostgres(folder, port, await run(folder, port));
  }

  /** Of the database that is always there: to make others in. */
  get url(): string {
    return `postgres://needline@127.0.0.1:${this.#port}/postgres`;
  }

  /** It ends at once, as when its machine goes away. */
  async stop(): Promise<void> {
    await end(this.#child);
  }

  /** On the same port, with what was committed. */
  async startAgain(): Promise<void> {
    this.#child = await run(this.#folder, this.#port);
  }

  /** It stays there and answers nobody, not on connections that are open either. */
  stall(): void {
    for (const id of this.#processes()) signal(id, "SIGSTOP");
  }

  goOn(): void {
    for (const id of this.#processes()) signal(id, "SIGCONT");
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.goOn();
    await end(this.#child);
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** The first one before those that it started: stopped first, it starts no more. */
  #processes(): number[] {
    const { pid, exitCode, signalCode } = this.#child;
    if (pid === undefined || exitCode !== null || signalCode !== null) return [];
    return [pid, ...childrenOf(pid)];
  }
}

/** The processes that a process started and that still run. */
function childrenOf(id: number): number[] {
  const ids = readFileSync(`/proc/${id}/task/${id}/children`, "utf8");
  return ids.split(" ").filter(Boolean).map(Number);
}

/** Makes an empty database on the server. @returns its URL */
export async function makeDatabase(serverUrl: string): Promise<string> {
  const name = `t${nanoid().replaceAll(/\W/g, "_").toLowerCase()}`;
  await tell(serverUrl, `create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

export async function dropDatabase(serverUrl: string, databaseUrl: string): Promise<void> {
  const name = new URL(databaseUrl).pathname.slice(1);
  await tell(serverUrl, `drop database if exists ${name} with (force)`);
}

async function tell(url: string, query: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(query);
  } finally {
    await client.end();
  }
}

/** PostgreSQL refuses to run as root, so root runs it as the user that Debian's package makes. */
function ownerOf(): { readonly uid: number; readonly gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const idOf = (what: string): number =>
    Number(execFileSync("id", [what, "postgres"], { encoding: "utf8" }));
  return { uid: idOf("-u"), gid: idOf("-g") };
}

/** Resolves when it takes connections. */
async function run(folder: string, port: number): Promise<ChildProcess> {
  const place = ["-D", join(folder, "data"), "-p", String(port), "-h", "127.0.0.1", "-k", ""];
  // It lives as long as the tests: a machine that goes down takes both.
  const settings = ["-c", "fsync=off", "-c", "max_connections=300", "-c", "shared_buffers=64MB"];
  const child = spawn(findOrInstallPostgres().postgres, [...place, ...settings], {
    ...ownerOf(),
    cwd: folder,
    stdio: ["ignore", "ignore", "pipe"],
  });
  endsWithTests(child, "SIGQUIT");
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const lines: string[] = [];
  createInterface({ input: child.stderr }).on("line", (line) => {
    if (lines.length < 50) lines.push(line);
    if (line.includes("ready to accept connections")) resolve();
  });
  child.once("error", reject);
  child.once("exit", () => reject(new Error(`PostgreSQL ended: ${lines.join("\n")}`)));
  await promise;
  return child;
}

/** One that served a connection may have ended since it was listed. */
function signal(id: number, name: NodeJS.Signals): void {
  try {
    process.kill(id, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  child.kill("SIGQUIT");
  await exited;
}
