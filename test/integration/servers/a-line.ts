/** The line between a server and its PostgreSQL, which can be cut right after a commit, before its answer comes. */
import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";

/** How PostgreSQL says that it has committed: the tag of the command that is complete. */
const committed = Buffer.from("COMMIT\0");

export class ALine implements AsyncDisposable {
  readonly #server: Server;
  readonly #open = new Set<Socket>();
  readonly #to: URL;
  #isArmed = false;
  /** How often it was cut. */
  cuts = 0;

  private constructor(server: Server, to: URL) {
    this.#server = server;
    this.#to = to;
    server.on("connection", (socket) => this.#carry(socket));
  }

  /** @param to the database's URL */
  static async start(to: string): Promise<ALine> {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    return new ALine(server, new URL(to));
  }

  /** The database's URL over this line. */
  get url(): string {
    const url = new URL(this.#to);
    url.port = String((this.#server.address() as AddressInfo).port);
    return url.href;
  }

  /** The next commit is done, and whoever asked for it does not hear of it. */
  cutAtNextCommit(): void {
    this.#isArmed = true;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.close();
    for (const socket of this.#open) socket.destroy();
    await once(this.#server, "close");
  }

  #carry(from: Socket): void {
    const to = connect(Number(this.#to.port), this.#to.hostname);
    for (const socket of [from, to]) {
      this.#open.add(socket);
      socket.on("error", () => socket.destroy());
      socket.once("close", () => {
        this.#open.delete(socket);
        from.destroy();
        to.destroy();
      });
    }
    from.pipe(to);
    to.on("data", (bytes) => {
      if (this.#isArmed && bytes.includes(committed)) {
        this.#isArmed = false;
        this.cuts += 1;
        from.destroy();
      } else {
        from.write(bytes);
      }
    });
  }
}
