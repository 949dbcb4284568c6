/**
 * The bus of several servers, over Redis or Valkey: one connection speaks, one listens, and both come
 * back by themselves for as long as it takes. It is up when what this server says comes round to its own
 * ears, which it tries all the time. While it is not, what is said is dropped; a Redis that takes
 * things slowly gets no more than `mostUnanswered` bytes at once.
 */
import { Redis } from "ioredis";
import { nanoid } from "nanoid";
import { setTimeout } from "node:timers/promises";
import type { Bus, Hear, Subscription } from "./bus.ts";
import { Listeners } from "./listeners.ts";

export interface RedisBusSettings {
  /** `redis://…` or `rediss://…` */
  readonly url: string;
  /** Which data the servers share: those of a restored copy, on the same Redis, must not be heard. */
  readonly scope: string;
  /** How often it tries whether it hears itself. */
  readonly echoMs?: number;
  /** After so long without hearing itself it takes Redis for gone and connects again. */
  readonly silentMs?: number;
}

/** A few seconds of everything that a busy server says. */
const mostUnanswered = 8 * 1024 * 1024;

/** Channels in one command. */
const channelsAtOnce = 500;

/** Nobody waits longer for a subscription: Redis may be about to show that it is gone. */
const longestWaitMs = 300;

/** Of a nanoid, with which each message begins. */
const idLength = 21;

/** @returns a bus that connects by itself, now or later; it is down until then */
export function redisBus({ echoMs = 2_000, silentMs = 6_000, ...where }: RedisBusSettings): Bus {
  return new RedisBus({ echoMs, silentMs, ...where });
}

class RedisBus implements Bus {
  readonly serverId = nanoid();
  readonly isAlone = false;
  readonly #listeners = new Listeners();
  readonly #speaker: Redis;
  readonly #listener: Redis;
  readonly #ownId = Buffer.from(this.serverId, "latin1");
  /** Redis may be there for others too. */
  readonly #prefix: string;
  readonly #echoChannel = `echo:${this.serverId}`;
  readonly #silentMs: number;
  readonly #timer: NodeJS.Timeout;
  #isUp = false;
  #heardAt = performance.now();
  #unanswered = 0;

  constructor({ url, scope, echoMs, silentMs }: Required<RedisBusSettings>) {
    this.#prefix = `needline:${scope}:`;
    this.#silentMs = silentMs;
    this.#speaker = connect(url, silentMs);
    this.#listener = connect(url, silentMs);
    for (const connection of [this.#speaker, this.#listener]) {
      // What is wrong shows in `isUp`.
      connection.on("error", () => {});
      connection.on("close", () => this.#setUp(false));
    }
    this.#speaker.on("ready", () => this.#echo());
    this.#listener.on("ready", () => void this.#listenAgain());
    this.#listener.on("messageBuffer", (channel: Buffer, message: Buffer) =>
      this.#hear(channel.toString().slice(this.#prefix.length), message),
    );
    this.#timer = setInterval(() => this.#tryEcho(), echoMs);
    this.#timer.unref();
  }

  get isUp(): boolean {
    return this.#isUp;
  }

  publish(channel: string, message: Uint8Array): void {
    if (this.#isUp) this.#send(channel, message);
  }

  subscribe(channel: string, hear: Hear): Subscription {
    const isFirst = this.#listeners.add(channel, hear);
    const isConnected = this.#listener.status === "ready";
    const listening = isFirst && isConnected ? this.#listen([channel]) : Promise.resolve();
    return {
      begun: this.#isUp ? Promise.race([listening, setTimeout(longestWaitMs)]) : Promise.resolve(),
      end: () => {
        const isLast = this.#listeners.remove(channel, hear);
        if (isLast && this.#listener.status === "ready") {
          this.#listener.unsubscribe(this.#prefix + channel).catch(() => {});
        }
      },
    };
  }

  watch(told: (isUp: boolean) => void): () => void {
    return this.#listeners.watch(told);
  }

  close(): Promise<void> {
    clearInterval(this.#timer);
    this.#isUp = false;
    this.#listeners.clear();
    this.#speaker.disconnect();
    this.#listener.disconnect();
    return Promise.resolve();
  }

  #send(channel: string, message: Uint8Array): void {
    if (this.#unanswered + message.length > mostUnanswered) return;
    const whole = Buffer.concat([this.#ownId, message]);
    this.#unanswered += whole.length;
    const answered = (): void => void (this.#unanswered -= whole.length);
    this.#speaker.publish(this.#prefix + channel, whole).then(answered, answered);
  }

  #hear(channel: string, message: Buffer): void {
    const from = message.subarray(0, idLength).toString("latin1");
    if (channel === this.#echoChannel) {
      this.#heardAt = performance.now();
      this.#setUp(true);
    } else if (from !== this.serverId) {
      this.#listeners.hear(channel, message.subarray(idLength), from);
    }
  }

  async #listenAgain(): Promise<void> {
    await this.#listen([this.#echoChannel, ...this.#listeners.channels]);
    this.#echo();
  }

  /** Never rejects: a connection that is lost is made again, and listens to everything then. */
  async #listen(channels: readonly string[]): Promise<void> {
    try {
      for (let from = 0; from < channels.length; from += channelsAtOnce) {
        const some = channels.slice(from, from + channelsAtOnce);
        await this.#listener.subscribe(...some.map((channel) => this.#prefix + channel));
      }
    } catch {
      if (this.#listener.status === "ready") this.#listener.disconnect(true);
    }
  }

  #echo(): void {
    if (this.#speaker.status === "ready") this.#send(this.#echoChannel, new Uint8Array());
  }

  #tryEcho(): void {
    if (performance.now() - this.#heardAt > this.#silentMs) {
      this.#setUp(false);
      this.#heardAt = performance.now();
      // One that is not ready is being made again already.
      for (const connection of [this.#speaker, this.#listener]) {
        if (connection.status === "ready") connection.disconnect(true);
      }
    }
    this.#echo();
  }

  #setUp(isUp: boolean): void {
    if (this.#isUp === isUp) return;
    this.#isUp = isUp;
    this.#listeners.tell(isUp);
  }
}

function connect(url: string, silentMs: number): Redis {
  return new Redis(url, {
    // Nothing waits for a connection: what cannot be said now is dropped.
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    // The bus knows its channels itself, and has to know when it listens to them again.
    autoResubscribe: false,
    commandTimeout: silentMs,
    connectTimeout: silentMs,
    retryStrategy: (times) => Math.min(50 * 2 ** Math.min(times, 10), 2_000),
  });
}
