/** Ends a WebSocket whose other end is gone without a word: a computer that went to sleep, a cable. */
import type { WebSocket } from "@fastify/websocket";

/** Pings every `silenceMs` (browsers answer by themselves) and ends it when a ping is not answered by the next. */
export function endWhenSilent(socket: WebSocket, silenceMs: number): void {
  let hasAnswered = true;
  socket.on("pong", () => {
    hasAnswered = true;
  });
  const timer = setInterval(() => {
    if (!hasAnswered) {
      socket.terminate();
      return;
    }
    hasAnswered = false;
    socket.ping();
  }, silenceMs);
  socket.once("close", () => clearInterval(timer));
}
