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
  #rest: Buffer = noBytes;

  /** @param message gets each message's opcode and a view of its bytes, valid only during the call */
  constructor(message: (kind: number, payload: Buffer) => void) {
    this.#message = message;
  }

  /** Throws when the server masks, compresses or fragments. */
  read(chunk: Buffer): void {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    let at = 0;
    while (bytes.length - at >= 2) {
      const first = bytes[at] ?? 0;
      const second = bytes[at + 1] ?? 0;
      if ((first & 0xf0) !== 0x80 || second > 127) {
        throw new Error("The server sent a fragmented, compressed or masked frame.");
      }
      let start = at + 2;
      let length = second;
      if (second === 126) {
        start += 2;
        if (bytes.length < start) break;
        length = bytes.readUInt16BE(at + 2);
      } else if (second === 127) {
        start += 8;
        if (bytes.length < start) break;
        length = Number(bytes.readBigUInt64BE(at + 2));
      }
      if (bytes.length < start + length) break;
      this.#message(first & 0x0f, bytes.subarray(start, start + length));
      at = start + length;
    }
    // A copy: the chunk lies in a buffer that the next read of any socket overwrites.
    this.#rest = at === bytes.length ? noBytes : Buffer.from(bytes.subarray(at));
  }
}
