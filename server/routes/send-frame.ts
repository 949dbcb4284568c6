/**
 * Writes WebSocket frames for many sockets at once: short bytes are framed once, and each socket is handed one buffer
 * instead of a head and a body; long ones are never copied, so that a large text to many who read slowly, or never,
 * lies in memory once. Only for whole binary messages without compression (RFC 6455, 5.2), which is all we send.
 */
import type { WebSocket } from "@fastify/websocket";
import type { Socket } from "node:net";
import { writeTogether } from "./write-together.ts";

/** A whole, binary message. */
const wholeBinary = 0x82;

/** Longer than this, copying the bytes takes longer than handing over a second buffer. */
const longestCopied = 16 * 1024;

/** What was framed last: a beat goes to everybody, one after the other. */
let last: { readonly bytes: Uint8Array; readonly frame: Buffer } | null = null;

/** @param below the connection under `socket` */
export function sendFrame(socket: WebSocket, below: Socket, bytes: Uint8Array): void {
  // As ws does: what is sent to one that closes goes nowhere.
  if (socket.readyState !== socket.OPEN) return;
  writeTogether(below);
  if (bytes.length > longestCopied) {
    below.write(headOf(bytes.length));
    below.write(bytes);
    return;
  }
  if (last?.bytes !== bytes) last = { bytes, frame: frameOf(bytes) };
  below.write(last.frame);
}

function frameOf(bytes: Uint8Array): Buffer {
  return Buffer.concat([headOf(bytes.length), bytes]);
}

function headOf(length: number): Buffer {
  const head = Buffer.allocUnsafe(length < 126 ? 2 : length < 65_536 ? 4 : 10);
  head[0] = wholeBinary;
  if (length < 126) {
    head[1] = length;
  } else if (length < 65_536) {
    head[1] = 126;
    head.writeUInt16BE(length, 2);
  } else {
    head[1] = 127;
    head.writeBigUInt64BE(BigInt(length), 2);
  }
  return head;
}
