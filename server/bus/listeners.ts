/** Who listens to which channel in one server, and who wants to know whether the bus is up. */
import type { Hear } from "./bus.ts";

export class Listeners {
  readonly #byChannel = new Map<string, Set<Hear>>();
  readonly #watchers = new Set<(isUp: boolean) => void>();

  get channels(): string[] {
    return [...this.#byChannel.keys()];
  }

  /** @returns whether nobody listened to it before */
  add(channel: string, hear: Hear): boolean {
    const others = this.#byChannel.get(channel);
    if (others) others.add(hear);
    else this.#byChannel.set(channel, new Set([hear]));
    return !others;
  }

  /** @returns whether nobody listens to it any more */
  remove(channel: string, hear: Hear): boolean {
    const all = this.#byChannel.get(channel);
    if (!all?.delete(hear) || all.size > 0) return false;
    return this.#byChannel.delete(channel);
  }

  hear(channel: string, message: Uint8Array, from: string): void {
    for (const hear of this.#byChannel.get(channel) ?? []) hear(message, from);
  }

  watch(told: (isUp: boolean) => void): () => void {
    this.#watchers.add(told);
    return () => this.#watchers.delete(told);
  }

  tell(isUp: boolean): void {
    for (const told of this.#watchers) told(isUp);
  }

  clear(): void {
    this.#byChannel.clear();
    this.#watchers.clear();
  }
}
