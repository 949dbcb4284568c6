/** What a room needs of a socket: nothing of Fastify or ws. */
export interface Socket {
  /** Bytes that were sent and have not left yet. */
  readonly bufferedAmount: number;
  /** Sends one binary frame. `bytes` is shared and never changed afterwards. Never throws. */
  send(bytes: Uint8Array): void;
  /** @param reason at most 123 bytes */
  close(code: number, reason: string): void;
}
