/**
 * Files of long work, kept for a while: what somebody sent to be brought in, what was read of it, what
 * was written to be taken out. The processes that do the work write and read them; the server itself
 * passes them on without ever holding one, because its memory fills and is cleaned while people type.
 */

/** A file that is kept. */
export interface StoredFile {
  readonly id: string;
  readonly bytes: number;
}

export interface FileStore {
  /** @param id one that no file has @throws when it cannot be kept; nothing of it is kept then */
  write(id: string, chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<StoredFile>;
  /** All of it. @throws when it is not kept any more, or removed meanwhile */
  read(id: string): Promise<Uint8Array>;
  /**
   * Hands all of it out piece by piece. A piece holds good until what `take` answers has resolved.
   * @throws when it is not kept any more, or removed before the last piece was read; what `take` throws
   */
  handOut(id: string, take: (piece: Uint8Array) => Promise<void>): Promise<void>;
  /** Those that are not kept any more are as good as removed. */
  remove(ids: readonly string[]): Promise<void>;
  /** @param time ISO 8601: removes what was written before and forgotten since */
  removeBefore(time: string): Promise<void>;
}
