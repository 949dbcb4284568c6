/** Several real servers, each a process of its own, on one PostgreSQL and one Redis, behind a balancer. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Balancer } from "../../world/balancer.ts";
import { freePort } from "../../world/free-port.ts";
import { APostgres } from "../../world/a-postgres.ts";
import { ARedis } from "../../world/a-redis.ts";
import { Caller } from "../a-server.ts";
import { AProcess } from "../sync/a-process.ts";
import { eventually } from "../sync/eventually.ts";

interface Running {
  readonly port: number;
  process: AProcess;
}

export class AFleet {
  readonly postgres: APostgres;
  readonly redis: ARedis;
  readonly balancer: Balancer;
  readonly #folder: string;
  readonly #servers: readonly Running[];

  private constructor(
    folder: string,
    services: { postgres: APostgres; redis: ARedis; balancer: Balancer },
    servers: readonly Running[],
  ) {
    this.#folder = folder;
    this.postgres = services.postgres;
    this.redis = services.redis;
    this.balancer = services.balancer;
    this.#servers = servers;
  }

  /** All servers start at once, on an empty database. */
  static async start(count: number): Promise<AFleet> {
    const folder = await mkdtemp(join(tmpdir(), "needline-fleet-"));
    const [postgres, redis] = await Promise.all([APostgres.start(), ARedis.start()]);
    const ports: number[] = [];
    while (ports.length < count) ports.push(await freePort());
    const balancer = await Balancer.start(ports);
    const services = { postgres, redis, balancer };
    const servers = await Promise.all(
      ports.map(async (port) => ({ port, process: await run(folder, port, services) })),
    );
    return new AFleet(folder, services, servers);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.balancer[Symbol.asyncDispose]();
    await Promise.all(this.#servers.map(({ process }) => process.end()));
    await Promise.all([this.postgres[Symbol.asyncDispose](), this.redis[Symbol.asyncDispose]()]);
    await rm(this.#folder, { recursive: true, force: true });
  }

  get count(): number {
    return this.#servers.length;
  }

  /** Where one server is, without the balancer. @param index 0 for the first */
  url(index: number): string {
    return `http://localhost:${this.#server(index).port}`;
  }

  /** From now on who connects comes to one of these; who is connected stays. */
  sendsTo(...indexes: readonly number[]): void {
    this.balancer.ports = indexes.map((index) => this.#server(index).port);
  }

  /** The token of the start link that a server printed. */
  async startToken(index: number): Promise<string> {
    let token = "";
    await eventually(() => {
      const line = this.#server(index).process.lines.find((one) => one.includes("/start/"));
      token = line?.split("/start/")[1] ?? "";
      if (token === "") throw new Error("no start link yet");
    });
    return token;
  }

  /** Somebody whose browser has no session, and whose requests go through the balancer. */
  visitor(): Caller {
    return new Caller(this.balancer);
  }

  /** The same person, asking one server. */
  at(index: number, caller: Caller): Caller {
    const there = new Caller({ url: this.url(index) });
    there.cookie = caller.cookie;
    return there;
  }

  /** The first person uses the start link. */
  async first(): Promise<Caller> {
    const ada = this.visitor();
    const token = await this.startToken(0);
    const { status } = await ada.post("/api/start", { token, name: "Ada", borough: "camden" });
    if (status !== 200) throw new Error(`the start link answers ${status}`);
    return ada;
  }

  /** As when its machine loses power. */
  async kill(index: number): Promise<void> {
    await this.#server(index).process.kill("SIGKILL");
  }

  async startAgain(index: number): Promise<void> {
    const server = this.#server(index);
    server.process = await run(this.#folder, server.port, this);
  }

  #server(index: number): Running {
    const server = this.#servers[index];
    if (!server) throw new Error(`There is no server ${index}.`);
    return server;
  }
}

function run(
  folder: string,
  port: number,
  { postgres, redis }: { postgres: APostgres; redis: ARedis },
): Promise<AProcess> {
  return AProcess.start(folder, port, { DATABASE_URL: postgres.url, REDIS_URL: redis.url });
}
