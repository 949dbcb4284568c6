/**
 * A balancer as simple as there is: each new connection goes to the next server that takes it, whoever it is
 * from. It knows nothing of sessions, and what it carries it does not read.
 */
import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";

export class Balancer {
  readonly #server: Server;
  readonly #open = new Set<Socket>();
  /** Ports of the servers behind it; may be changed at any time. */
  ports: readonly number[];
  #next = 0;

  private constructor(server: Server, ports: readonly number[]) {
    this.#server = server;
    this.ports = ports;
    server.on("connection", (socket) => void this.#carry(socket));
  }

  static async start(ports: readonly number[]): Promise<Balancer> {
    const server = createServer({ pauseOnConnect: true }).listen(0, "localhost");
    await once(server, "listening");
    return new Balancer(server, ports);
  }

  get url(): string {
    return `http://localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.close();
    for (const socket of this.#open) socket.destroy();
    await once(this.#server, "close");
  }

  async #carry(from: Socket): Promise<void> {
    this.#keep(from);
    for (let tries = 0; tries < this.ports.length; tries += 1) {
      const to = await this.#reach(this.ports[this.#next++ % this.ports.length]);
      if (!to) continue;
      this.#keep(to);
      from.once("close", () => to.destroy());
      to.once("close", () => from.destroy());
      from.pipe(to).pipe(from);
      return;
    }
    from.destroy();
  }

  async #reach(port: number | undefined): Promise<Socket | null> {
    const socket = connect(port ?? 0, "localhost");
    try {
      await once(socket, "connect");
      return socket;
    } catch {
      return null;
    }
  }

  #keep(socket: Socket): void {
    this.#open.add(socket);
    socket.on("error", () => socket.destroy());
    socket.once("close", () => this.#open.delete(socket));
  }
}
