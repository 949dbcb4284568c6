/** A world for journeys: the real server in a folder of its own, the page as it is built, and people with browsers. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startApp, type App } from "../../server/app.ts";
import { readConfig } from "../../server/config.ts";
import { Browsers } from "./browsers.ts";
import type { Person, Place } from "./person.ts";

export class World implements Place, AsyncDisposable {
  /** The folder that the server keeps. */
  readonly dataDir: string;
  readonly #browsers: Browsers;
  #app: App;

  constructor(dataDir: string, browsers: Browsers, app: App) {
    this.dataDir = dataDir;
    this.#browsers = browsers;
    this.#app = app;
  }

  get url(): string {
    return this.#app.url;
  }

  /** What `npm start` prints; null once somebody used it. */
  get startLink(): string | null {
    return this.#app.startLink;
  }

  /** Somebody who has never been here, with a browser of their own. */
  async stranger(name: string, borough = ""): Promise<Person> {
    return await this.#browsers.stranger(this, name, borough);
  }

  /** The first person here, who may start statements. */
  async lead(name: string, borough: string): Promise<Person> {
    const person = await this.stranger(name, borough);
    const token = this.startLink?.split("/").at(-1);
    await person.asks("POST", "/api/start", { token, name, borough });
    return person;
  }

  /** The server goes away and comes back in the same folder, at the same address. */
  async restart(whileAway: () => Promise<void> = async () => {}): Promise<void> {
    const port = Number(new URL(this.url).port);
    await this.#app.stop();
    await whileAway();
    this.#app = await startIn(this.dataDir, port);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    try {
      await this.#browsers[Symbol.asyncDispose]();
    } finally {
      await this.#app.stop();
      await rm(this.dataDir, { recursive: true, force: true });
    }
  }
}

/** Use it as `await using world = await startWorld()`. */
export async function startWorld(): Promise<World> {
  const dataDir = await mkdtemp(join(tmpdir(), "needline-world-"));
  const app = await startIn(dataDir, 0);
  return new World(dataDir, await Browsers.start(), app);
}

function startIn(dataDir: string, port: number): Promise<App> {
  return startApp(readConfig({ DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: "error" }));
}
