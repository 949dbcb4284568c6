/**
 * The sockets that are open by each session. Promises that when a session ends, its sockets are closed, on
 * every server: by the bus, and by looking into the database for what the bus did not say.
 */
import { socketLimits } from "../../shared/limits.ts";
import type { Bus, Subscription } from "../bus/bus.ts";
import { hashToken } from "../access/tokens.ts";
import { closeCode } from "../../shared/sync/close-codes.ts";
import type { PeopleStore } from "../store/people-store.ts";
import { everybody, readServerMessage, tellServers } from "../sync/server-messages.ts";

export interface SessionSettings {
  readonly bus: Bus;
  readonly people: Pick<PeopleStore, "sessionsThatHold">;
  /** How often the database is asked, while the bus is up and while it is down. */
  readonly lookMs?: { readonly up: number; readonly down: number };
  /** ISO 8601, UTC. */
  now(): string;
  /** Told what went wrong, for the log. */
  problem(error: unknown): void;
}

interface Closing {
  close(code: number, reason: string): void;
}

export class SocketsBySession {
  readonly #settings: Required<SessionSettings>;
  /** Hash of the session's secret → its sockets. */
  readonly #open = new Map<string, Set<Closing>>();
  readonly #subscription: Subscription;
  readonly #unwatch: () => void;
  #timer: NodeJS.Timeout | undefined;
  #hasStopped = false;

  constructor(settings: SessionSettings) {
    this.#settings = { lookMs: { up: 60_000, down: 3_000 }, ...settings };
    const { bus } = settings;
    this.#subscription = bus.subscribe(everybody, (message) => {
      const said = readServerMessage(message);
      if (said?.kind === "session-ended") this.#close(said.session);
    });
    this.#unwatch = bus.watch(() => void this.#look());
    this.#wait();
  }

  /**
   * @param session its secret
   * @returns false when the session has as many here as it may
   */
  add(session: string, socket: Closing): boolean {
    const key = hashToken(session);
    const sockets = this.#open.get(key) ?? new Set();
    if (sockets.size >= socketLimits.ofSession) return false;
    this.#open.set(key, sockets.add(socket));
    return true;
  }

  /** The socket is gone. */
  remove(session: string, socket: Closing): void {
    const key = hashToken(session);
    const sockets = this.#open.get(key);
    sockets?.delete(socket);
    if (sockets?.size === 0) this.#open.delete(key);
  }

  /** The session has ended. */
  closeAll(session: string): void {
    const key = hashToken(session);
    this.#close(key);
    tellServers(this.#settings.bus, everybody, { kind: "session-ended", session: key });
  }

  stop(): void {
    this.#hasStopped = true;
    clearTimeout(this.#timer);
    this.#unwatch();
    this.#subscription.end();
  }

  #close(key: string): void {
    for (const socket of this.#open.get(key) ?? []) {
      socket.close(closeCode.signIn, "You signed out.");
    }
  }

  #wait(): void {
    clearTimeout(this.#timer);
    if (this.#hasStopped) return;
    const { bus, lookMs } = this.#settings;
    this.#timer = setTimeout(() => void this.#look(), bus.isUp ? lookMs.up : lookMs.down);
    this.#timer.unref();
  }

  async #look(): Promise<void> {
    const { bus, people, now, problem } = this.#settings;
    try {
      const asked = [...this.#open.keys()];
      if (!bus.isAlone && asked.length > 0) {
        const hold = new Set(await people.sessionsThatHold(asked, now()));
        for (const key of asked) if (!hold.has(key)) this.#close(key);
      }
    } catch (error) {
      problem(error);
    }
    this.#wait();
  }
}
