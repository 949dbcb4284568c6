/** WebSocket frames (RFC 6455, 5.2) for a client that sends and receives whole, unfragmented messages. */

export const opcode = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;

const noBytes = Buffer.alloc(0);

/** A whole message as a client sends it: masked, with a key that is not zero, so that servers do unmask it. */
export function maskedFrame(kind: number, payload: Uint8Array): Buffer {
  const { length } = payload;
  const headLength = length < 126 ? 6 : length < 65_536 ? 8 : 14;
  const frame = Buffer.allocUnsafe(headLength + length);
  frame[0] = 0x80 | kind;
  if (length < 126) {
    frame[1] = 0x80 | length;
  } else if (length < 65_536) {
    frame[1] = 0x80 | 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 0x80 | 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  const mask = [0x4e, 0x33, 0x64, 0x6c];
  for (let at = 0; at < 4; at++) frame[headLength - 4 + at] = mask[at] ?? 0;
  for (let at = 0; at < length; at++) {
    frame[headLength + at] = (payload[at] ?? 0) ^ (mask[at & 3] ?? 0);
  }
  return frame;
}

/** Cuts what arrives into messages. Keeps an unfinished one until the rest of it comes. */
export class FrameReader {
  readonly #message: (kind: number, payload: Buffer) => void;
  /** The beginning of a message whose length is not known yet: a few bytes. */
  #rest: Buffer = noBytes;
  /** A message whose length is known, and how much of it is here. */
  #unfinished: { readonly kind: number; readonly payload: Buffer; filled: number } | null = null;

  /** @param message gets each message's opcode and a view of its bytes, valid only during the call */
  constructor(message: (kind: number, payload: Buffer) => void) {
    this.#message = message;
  }

  /** Throws when the server masks, compresses or fragments. */
  read(chunk: Buffer): void {
    const from = this.#fill(chunk);
    if (from === null) return;
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    let at = from;
    for (;;) {
      const head = readHead(bytes, at);
      if (!head) break;
      const { kind, start, length } = head;
      if (bytes.length < start + length) {
        // Long ones come in many pieces: each is copied once.
        const payload = Buffer.allocUnsafe(length);
        bytes.copy(payload, 0, start);
        this.#unfinished = { kind, payload, filled: bytes.length - start };
        this.#rest = noBytes;
        return;
      }
      this.#message(kind, bytes.subarray(start, start + length));
      at = start + length;
    }
    // A copy: the chunk lies in a buffer that the next read of any socket overwrites.
    this.#rest = at === bytes.length ? noBytes : Buffer.from(bytes.subarray(at));
  }

  /** @returns where in the chunk the next message begins, or null when all of it belongs to this one */
  #fill(chunk: Buffer): number | null {
    const unfinished = this.#unfinished;
    if (!unfinished) return 0;
    const { kind, payload, filled } = unfinished;
    const taken = chunk.copy(payload, filled);
    unfinished.filled += taken;
    if (unfinished.filled < payload.length) return null;
    this.#unfinished = null;
    this.#message(kind, payload);
    return taken;
  }
}

/** Null while the head of the message is not all there. Throws when the server masks, compresses or fragments. */
function readHead(
  bytes: Buffer,
  at: number,
): { readonly kind: number; readonly start: number; readonly length: number } | null {
  if (bytes.length - at < 2) return null;
  const first = bytes[at] ?? 0;
  const second = bytes[at + 1] ?? 0;
  if ((first & 0xf0) !== 0x80 || second > 127) {
    throw new Error("The server sent a fragmented, compressed or masked frame.");
  }
  const kind = first & 0x0f;
  if (second < 126) return { kind, start: at + 2, length: second };
  const start = at + (second === 126 ? 4 : 10);
  if (bytes.length < start) return null;
  const length =
    second === 126 ? bytes.readUInt16BE(at + 2) : Number(bytes.readBigUInt64BE(at + 2));
  return { kind, start, length };
}
