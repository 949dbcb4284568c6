/**
 * One page's end of a room. Its life is a union of states: what it is sent depends on whether it has
 * asked yet, follows, or is too slow to follow.
 */
import { socketLimits } from "../../shared/limits.ts";
import type { Member } from "../../shared/access.ts";
import { awayReason, closeCode, type CloseCode } from "../../shared/sync/close-codes.ts";
import type { Received } from "./beat.ts";
import { Allowance } from "./allowance.ts";
import type { Socket } from "./socket.ts";
import type { Watch } from "./watch.ts";

type State =
  /** Has not asked what it lacks: is sent no changes yet. */
  | { readonly name: "new" }
  | { readonly name: "following" }
  /** Reads too slowly: is sent nothing until its socket drains, then the difference. */
  | { readonly name: "behind"; readonly since: number; readonly stateVector: Uint8Array }
  | { readonly name: "closed" };

export class Connection {
  readonly member: Member;
  readonly #socket: Socket;
  readonly #watch: Watch;
  readonly #allowance: Allowance;
  #state: State = { name: "new" };
  /** What it sent was refused: what it sent after that does not count. */
  #isRefused = false;
  /** Its Yjs client id in presence; the first that it names. */
  presenceId: number | null = null;
  /** It has sent everything that the server lacked when it came. */
  hasAnswered = false;
  /** What it sent before that and hangs on it, in order. */
  readonly early: Received[] = [];
  /** Number of the last entry it was sent; null until it asks for the record. */
  entriesSent: number | null = null;

  constructor(member: Member, socket: Socket, now: number, watch: Watch) {
    this.member = member;
    this.#socket = socket;
    this.#watch = watch;
    this.#allowance = new Allowance(socketLimits.points, socketLimits.pointsPerSecond, now);
  }

  get isRefused(): boolean {
    return this.#isRefused;
  }

  get isClosed(): boolean {
    return this.#state.name === "closed";
  }

  get isFollowing(): boolean {
    return this.#state.name === "following";
  }

  /** Since when it has been too slow, and the state vector of what it was sent last; or null. */
  get behind(): { readonly since: number; readonly stateVector: Uint8Array } | null {
    return this.#state.name === "behind" ? this.#state : null;
  }

  get bufferedBytes(): number {
    return this.#socket.bufferedAmount;
  }

  /** Whether it may ask for that much now. It is closed, to come back later, when it may not. */
  mayAsk(points: number, now: number): boolean {
    if (this.#allowance.spend(points, now)) return true;
    this.close(closeCode.tryLater, awayReason.tooMuch);
    return false;
  }

  follow(): void {
    if (this.#state.name !== "closed") this.#state = { name: "following" };
  }

  fallBehind(since: number, stateVector: Uint8Array): void {
    if (this.#state.name !== "following") return;
    this.#state = { name: "behind", since, stateVector };
    this.#watch.slowReader("held");
  }

  send(bytes: Uint8Array): void {
    if (this.#state.name !== "closed") this.#socket.send(bytes);
  }

  /** Closes it because of what it sent. */
  refuse(code: CloseCode, reason: string): void {
    this.#isRefused = true;
    this.close(code, reason);
  }

  close(code: CloseCode, reason: string): void {
    if (this.#state.name === "closed") return;
    if (this.#state.name === "behind") this.#watch.slowReader("closed");
    this.#state = { name: "closed" };
    this.#watch.pageClosed(code);
    this.#socket.close(code, reason);
  }

  /** The socket is gone. */
  ended(): void {
    this.#state = { name: "closed" };
  }
}
