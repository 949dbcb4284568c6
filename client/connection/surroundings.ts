/** What a session needs from the world around it: given by the browser, or by a test. */
import { request, type Request } from "./request.ts";

export interface Surroundings {
  /** `wss://host/sync` */
  readonly socketAddress: string;
  readonly WebSocketClass: typeof WebSocket;
  readonly request: Request;
  /** From 0 to 1. */
  readonly random: () => number;
  /** Milliseconds of a steady clock. */
  readonly now: () => number;
  /** The time of day here. */
  readonly clock: () => Date;
  /** Whether the computer has a network, as far as it knows. */
  readonly isOnline: () => boolean;
  /** Tells when the computer loses or regains its network. @returns a function that stops it */
  readonly onNetwork: (listener: (isOnline: boolean) => void) => () => void;
}

export function browserSurroundings(): Surroundings {
  return {
    socketAddress: `${location.origin.replace(/^http/, "ws")}/sync`,
    WebSocketClass: WebSocket,
    request,
    random: () => Math.random(),
    now: () => performance.now(),
    clock: () => new Date(),
    isOnline: () => navigator.onLine,
    onNetwork(listener) {
      const online = (): void => listener(true);
      const offline = (): void => listener(false);
      addEventListener("online", online);
      addEventListener("offline", offline);
      return () => {
        removeEventListener("online", online);
        removeEventListener("offline", offline);
      };
    },
  };
}
