/** The sockets that are open by each session. Promises that when a session ends, its sockets are closed. */
import { closeCode } from "../../shared/sync/close-codes.ts";

interface Closing {
  close(code: number, reason: string): void;
}

export class SocketsBySession {
  /** Secret of the session → its sockets. */
  readonly #open = new Map<string, Set<Closing>>();

  add(session: string, socket: Closing): void {
    const sockets = this.#open.get(session) ?? new Set();
    this.#open.set(session, sockets.add(socket));
  }

  /** The socket is gone. */
  remove(session: string, socket: Closing): void {
    const sockets = this.#open.get(session);
    sockets?.delete(socket);
    if (sockets?.size === 0) this.#open.delete(session);
  }

  /** The session has ended. */
  closeAll(session: string): void {
    for (const socket of this.#open.get(session) ?? []) {
      socket.close(closeCode.signIn, "You signed out.");
    }
  }
}
