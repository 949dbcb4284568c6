/**
 * Gathers what is written to a socket within one turn of the event loop, so that a beat's text, its
 * carets and "saved" leave with one system call: those are most of what a room costs.
 */
import type { Socket } from "node:net";

const gathering = new Set<Socket>();

/** Holds back what is written from here on until the running code is done. */
export function writeTogether(socket: Socket): void {
  if (gathering.has(socket)) return;
  if (gathering.size === 0) process.nextTick(letGo);
  gathering.add(socket);
  socket.cork();
}

function letGo(): void {
  for (const socket of gathering) socket.uncork();
  gathering.clear();
}
