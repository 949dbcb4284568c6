/**
 * Writes WebSocket frames for many sockets at once: the same bytes are framed once, and each socket is handed one buffer
 * instead of a head and a body. Only for whole binary messages without compression (RFC 6455, 5.2), which is all we send.
 */
import type { WebSocket } from "@fastify/websocket";
import type { Socket } from "node:net";
import { writeTogether } from "./write-together.ts";

/** A whole, binary message. */
const wholeBinary = 0x82;

/** What was framed last: a beat goes to everybody, one after the other. */
let last: { readonly bytes: Uint8Array; readonly frame: Buffer } | null = null;

/** @param below the connection under `socket` */
export function sendFrame(socket: WebSocket, below: Socket, bytes: Uint8Array): void {
  // As ws does: what is sent to one that closes goes nowhere.
  if (socket.readyState !== socket.OPEN) return;
  if (last?.bytes !== bytes) last = { bytes, frame: frameOf(bytes) };
  writeTogether(below);
  below.write(last.frame);
}

function frameOf(bytes: Uint8Array): Buffer {
  const { length } = bytes;
  const headLength = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(headLength + length);
  frame[0] = wholeBinary;
  if (length < 126) {
    frame[1] = length;
  } else if (length < 65_536) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.set(bytes, headLength);
  return frame;
}
