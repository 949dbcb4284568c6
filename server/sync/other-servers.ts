/**
 * Which other servers there are, as far as the bus tells: each says now and then that it is there. Promises
 * that whoever stops, or is not heard of any more, is found gone.
 */
import type { Bus, Subscription } from "../bus/bus.ts";
import { everybody, readServerMessage, tellServers } from "./server-messages.ts";

export interface OtherServersSettings {
  readonly bus: Bus;
  /** How often this server says that it is there; one that is not heard for thrice as long is gone. */
  readonly aliveMs: number;
  gone(server: string): void;
}

export class OtherServers {
  readonly #settings: OtherServersSettings;
  readonly #subscription: Subscription;
  /** When each was heard last, as `performance.now()` tells it. */
  readonly #heardAt = new Map<string, number>();
  readonly #timer: NodeJS.Timeout;

  constructor(settings: OtherServersSettings) {
    this.#settings = settings;
    this.#subscription = settings.bus.subscribe(everybody, (message, from) => {
      if (readServerMessage(message)?.kind === "gone") this.#gone(from);
      else this.heard(from);
    });
    this.#timer = setInterval(() => this.#look(), settings.aliveMs);
    this.#timer.unref();
  }

  /** That server said something. */
  heard(server: string): void {
    this.#heardAt.set(server, performance.now());
  }

  /** Says that this one stops. */
  stop(): void {
    clearInterval(this.#timer);
    this.#subscription.end();
    tellServers(this.#settings.bus, everybody, { kind: "gone" });
  }

  #look(): void {
    const { bus, aliveMs } = this.#settings;
    tellServers(bus, everybody, { kind: "alive" });
    const silentSince = performance.now() - 3 * aliveMs;
    for (const [server, heardAt] of this.#heardAt) if (heardAt < silentSince) this.#gone(server);
  }

  #gone(server: string): void {
    this.#heardAt.delete(server);
    this.#settings.gone(server);
  }
}
