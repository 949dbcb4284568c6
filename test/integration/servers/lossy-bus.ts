/** A bus that loses some of what is said, or all of it, or is down: for as long as a test wants. */
import { int32, type PRNG as Prng } from "lib0/prng";
import type { Bus, Hear, Subscription } from "../../../server/bus/bus.ts";

export class LossyBus implements Bus {
  readonly #bus: Bus;
  readonly #random: Prng;
  readonly #watchers = new Set<(isUp: boolean) => void>();
  #isCut = false;
  /** Of a hundred messages that others say, so many are lost on the way. */
  percentLost = 0;
  lost = 0;

  constructor(bus: Bus, random: Prng) {
    this.#bus = bus;
    this.#random = random;
  }

  get serverId(): string {
    return this.#bus.serverId;
  }

  get isAlone(): boolean {
    return this.#bus.isAlone;
  }

  get isUp(): boolean {
    return this.#bus.isUp && !this.#isCut;
  }

  publish(channel: string, message: Uint8Array): void {
    if (!this.#isCut) this.#bus.publish(channel, message);
  }

  subscribe(channel: string, hear: Hear): Subscription {
    return this.#bus.subscribe(channel, (message, from) => {
      const isLost = this.#isCut || int32(this.#random, 0, 99) < this.percentLost;
      if (isLost) this.lost += 1;
      else hear(message, from);
    });
  }

  watch(told: (isUp: boolean) => void): () => void {
    this.#watchers.add(told);
    return () => this.#watchers.delete(told);
  }

  /** It knows that it is down. */
  cut(): void {
    this.#isCut = true;
    for (const told of this.#watchers) told(false);
  }

  mend(): void {
    this.#isCut = false;
    for (const told of this.#watchers) told(true);
  }

  close(): Promise<void> {
    return this.#bus.close();
  }
}
