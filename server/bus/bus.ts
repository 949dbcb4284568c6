/**
 * How servers that share a database tell each other what happened. A doorbell and nothing more: the
 * database is the truth, and whoever relies on a message has to be able to do without it. Promises that
 * nobody hears themselves, that what one server says on a channel is heard in the order it was said,
 * and that nothing is kept for later: what cannot be said now is dropped.
 */

/** @param from the server that said it */
export type Hear = (message: Uint8Array, from: string) => void;

export interface Subscription {
  /** Resolves when what is said from now on is heard, or at once while the bus is down. Never rejects. */
  readonly begun: Promise<void>;
  end(): void;
}

export interface Bus {
  /** This server's name among the others, new at each start. */
  readonly serverId: string;
  /** No other server can be there: nothing has to be said, and nobody else writes in the database. */
  readonly isAlone: boolean;
  /** Whether what is said now is heard, as far as can be known. */
  readonly isUp: boolean;
  /** Says it to the other servers that listen to the channel. Never throws and never waits. */
  publish(channel: string, message: Uint8Array): void;
  subscribe(channel: string, hear: Hear): Subscription;
  /** Calls `told` whenever the bus goes up or down. @returns what ends that */
  watch(told: (isUp: boolean) => void): () => void;
  close(): Promise<void>;
}
