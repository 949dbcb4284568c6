/** A world for journeys with two real servers, each a process of its own, on one PostgreSQL and one Redis. */
import { AFleet } from "../integration/servers/a-fleet.ts";
import { Browsers } from "./browsers.ts";
import type { Paper } from "./paper.ts";
import type { Person, Place } from "./person.ts";

export class TwoServers implements Place, AsyncDisposable {
  readonly fleet: AFleet;
  readonly #browsers: Browsers;

  private constructor(fleet: AFleet, browsers: Browsers) {
    this.fleet = fleet;
    this.#browsers = browsers;
  }

  static async start(): Promise<TwoServers> {
    return new TwoServers(await AFleet.start(2), await Browsers.start());
  }

  /** Of the balancer before them. */
  get url(): string {
    return this.fleet.balancer.url;
  }

  async stranger(name: string, borough = ""): Promise<Person> {
    return await this.#browsers.stranger(this, name, borough);
  }

  /** The first person here, who may start statements. */
  async lead(name: string, borough: string): Promise<Person> {
    const person = await this.stranger(name, borough);
    const token = await this.fleet.startToken(0);
    await person.asks("POST", "/api/start", { token, name, borough });
    return person;
  }

  /** Opens the statement on one of the two. @param index 0 for the first */
  async opensOn(index: number, paper: Paper): Promise<void> {
    this.fleet.sendsTo(index);
    await paper.opens();
    this.fleet.sendsTo(0, 1);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    try {
      await this.#browsers[Symbol.asyncDispose]();
    } finally {
      await this.fleet[Symbol.asyncDispose]();
    }
  }
}
