/**
 * A world for journeys: the real server in a folder of its own, the page as it is built, and a real
 * Chromium in which everybody has a browser of their own. Errors on any page fail the journey.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Browser } from "playwright-core";
import { findOrInstallChromium } from "../../scripts/chromium.ts";
import { startApp, type App } from "../../server/app.ts";
import { readConfig } from "../../server/config.ts";
import { Person } from "./person.ts";

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export class World implements AsyncDisposable {
  /** The folder that the server keeps. */
  readonly dataDir: string;
  readonly #browser: Browser;
  #app: App;
  #people: Person[] = [];

  constructor(dataDir: string, browser: Browser, app: App) {
    this.dataDir = dataDir;
    this.#browser = browser;
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
    const context = await this.#browser.newContext({
      baseURL: this.url,
      viewport: { width: 1480, height: 1000 },
      locale: "en-GB",
    });
    const person = new Person(this, name, borough, context, await context.newPage());
    this.#people.push(person);
    return person;
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
    await this.#browser.close();
    await this.#app.stop();
    await rm(this.dataDir, { recursive: true, force: true });
    const errors = this.#people.flatMap((person) => person.pageErrors);
    if (errors.length > 0) throw new Error(`Errors on pages:\n${errors.join("\n")}`);
  }
}

/** Use it as `await using world = await startWorld()`. */
export async function startWorld(): Promise<World> {
  const dataDir = await mkdtemp(join(tmpdir(), "needline-world-"));
  const app = await startIn(dataDir, 0);
  const browser = await chromium.launch({ executablePath: findOrInstallChromium(), args: flags });
  return new World(dataDir, browser, app);
}

function startIn(dataDir: string, port: number): Promise<App> {
  return startApp(readConfig({ DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: "error" }));
}
