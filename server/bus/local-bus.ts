/**
 * The bus of one process: a server that has its database for itself is alone on it. Several in one
 * process hear each other, a turn later, as over a network.
 */
import { nanoid } from "nanoid";
import type { Bus, Hear, Subscription } from "./bus.ts";
import { Listeners } from "./listeners.ts";

/** Where the servers of one process meet. */
export class LocalHub {
  readonly members = new Set<LocalBus>();

  join(): Bus {
    return new LocalBus(this);
  }
}

class LocalBus implements Bus {
  readonly serverId = nanoid();
  readonly isUp = true;
  readonly listeners = new Listeners();
  readonly #hub: LocalHub;

  constructor(hub: LocalHub) {
    this.#hub = hub;
    hub.members.add(this);
  }

  get isAlone(): boolean {
    return this.#hub.members.size < 2;
  }

  publish(channel: string, message: Uint8Array): void {
    if (this.isAlone || !this.#hub.members.has(this)) return;
    const copy = message.slice();
    setImmediate(() => {
      for (const { serverId, listeners } of this.#hub.members) {
        if (serverId !== this.serverId) listeners.hear(channel, copy, this.serverId);
      }
    });
  }

  subscribe(channel: string, hear: Hear): Subscription {
    this.listeners.add(channel, hear);
    return { begun: Promise.resolve(), end: () => void this.listeners.remove(channel, hear) };
  }

  watch(told: (isUp: boolean) => void): () => void {
    return this.listeners.watch(told);
  }

  close(): Promise<void> {
    this.#hub.members.delete(this);
    this.listeners.clear();
    return Promise.resolve();
  }
}
