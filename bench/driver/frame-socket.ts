/**
 * A WebSocket client for load: no extensions, no events beside frames, one read buffer for all sockets of the process.
 * It exists because receiving hundreds of thousands of frames a second through a full client would make the driver,
 * not the server, the bottleneck. Promises RFC 6455 as far as servers here use it, and throws on what it does not know.
 */
import { createHash, randomBytes } from "node:crypto";
import { connect, type Socket } from "node:net";
import { maskedFrame, FrameReader, opcode } from "./frames.ts";

export interface FrameSocket {
  /** Sends one binary message. */
  send(payload: Uint8Array): void;
  /** Reads nothing any more. */
  stopReading(): void;
  close(): void;
}

export interface FrameEvents {
  /** @param payload is only valid during the call: its bytes are overwritten by the next read. */
  frame(payload: Buffer): void;
  /** The socket is closed, by whoever: what was said last. */
  closed(why: string): void;
}

const readBuffer = Buffer.allocUnsafe(1 << 20);

/**
 * Opens a socket. Rejects when the server answers with anything but "switching protocols".
 * @param url `ws://…`
 * @param headers sent with the upgrade, such as Cookie and Origin
 */
export function openFrameSocket(
  url: string,
  headers: Readonly<Record<string, string>>,
  events: FrameEvents,
): Promise<FrameSocket> {
  const address = new URL(url);
  const key = randomBytes(16).toString("base64");
  return new Promise((resolve, reject) => {
    let reader: FrameReader | null = null;
    let head = Buffer.alloc(0);
    let why = "";
    let isReading = true;
    const socket = connect({
      host: address.hostname,
      port: Number(address.port),
      noDelay: true,
      onread: {
        buffer: readBuffer,
        callback(length: number, buffer: Uint8Array): boolean {
          const chunk = Buffer.from(buffer.buffer, buffer.byteOffset, length);
          if (reader) reader.read(chunk);
          else readHead(chunk);
          return isReading;
        },
      },
    });
    socket.once("connect", () => socket.write(upgradeRequest(address, key, headers)));
    socket.on("error", (error) => (why ||= error.message));
    socket.on("close", () => {
      const reason = why || "the connection ended";
      if (reader) events.closed(reason);
      else reject(new Error(`The socket could not be opened: ${reason}`));
    });

    function readHead(chunk: Buffer): void {
      head = Buffer.concat([head, chunk]);
      const end = head.indexOf("\r\n\r\n");
      if (end < 0) return;
      const answer = head.toString("latin1", 0, end);
      if (!answer.startsWith("HTTP/1.1 101") || !answer.includes(acceptOf(key))) {
        why = answer.split("\r\n")[0] ?? "no answer";
        socket.destroy();
        return;
      }
      reader = new FrameReader((kind, payload) => receive(kind, payload));
      resolve({
        send: (payload) => socket.write(maskedFrame(opcode.binary, payload)),
        stopReading: () => {
          isReading = false;
          socket.pause();
        },
        close: () => socket.end(maskedFrame(opcode.close, Buffer.alloc(0))),
      });
      reader.read(head.subarray(end + 4));
    }

    function receive(kind: number, payload: Buffer): void {
      if (kind === opcode.binary) events.frame(payload);
      else if (kind === opcode.ping) socket.write(maskedFrame(opcode.pong, payload));
      else if (kind === opcode.close) closeBack(socket, payload);
      else if (kind !== opcode.pong) throw new Error(`A frame of kind ${kind} was not expected.`);
    }

    function closeBack(from: Socket, payload: Buffer): void {
      if (payload.length >= 2) {
        why ||= `closed with ${payload.readUInt16BE(0)} ${payload.toString("utf8", 2)}`.trim();
      }
      from.end(maskedFrame(opcode.close, payload.subarray(0, 2)));
    }
  });
}

function upgradeRequest(
  address: URL,
  key: string,
  headers: Readonly<Record<string, string>>,
): string {
  return [
    `GET ${address.pathname}${address.search} HTTP/1.1`,
    `Host: ${address.host}`,
    "Connection: Upgrade",
    "Upgrade: websocket",
    "Sec-WebSocket-Version: 13",
    `Sec-WebSocket-Key: ${key}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    "\r\n",
  ].join("\r\n");
}

/** What the server proves to have read the key with (RFC 6455, 1.3). */
function acceptOf(key: string): string {
  return createHash("sha1").update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest("base64");
}
