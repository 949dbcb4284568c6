/**
 * Whether everything that was written here is kept by the server. Promises never to say "saved"
 * while a change is only on this computer.
 *
 * Changes are numbered; a mark carries the number of the last change that was sent before it, and
 * the server's answer to the mark settles all up to that number. One mark is under way at a time.
 */
import { Listeners } from "./listeners.ts";
import type { ConnectionProblem } from "./connection-problem.ts";

export interface SavedNow {
  readonly state: "saved" | "saving" | "not-saved";
  /** How many changes are only on this computer. What is typed without a pause counts as one. */
  readonly changes: number;
  /** The server has answered, and the line to it stands. */
  readonly connected: boolean;
  /** While that is not so: why, in words to show, where it is not that this computer has no network; else null. */
  readonly awayBecause: string | null;
  /** Until the server has answered: until when (ISO 8601) this computer's copy, which is shown, follows others. Else null. */
  readonly copyUntil: string | null;
  /** Why the page will not connect again by itself, or null. */
  readonly problem: ConnectionProblem | null;
}

export interface SavedStore {
  /** The same object until something changes. */
  state(): SavedNow;
  subscribe(listener: () => void): () => void;
  /** Told only when `problem` changes: every row asks for that, and the rest changes with every key. */
  subscribeProblem(listener: () => void): () => void;
}

/** What is typed with shorter pauses than this is one change, as it is for undo. */
const pauseMs = 500;

/** A server that has not answered a mark for this long may have lost it: say so. */
export const slowAnswerMs = 8_000;

export class LiveSavedStore implements SavedStore {
  readonly #now: () => number;
  #listeners = new Listeners();
  #problemListeners = new Listeners();
  #state: SavedNow;
  /** Number of the last local change to the document, keystroke by keystroke. */
  #last = 0;
  #settled = 0;
  #changes = 0;
  #lastAt = -Infinity;
  #underWay: { readonly k: number; readonly at: number } | null = null;
  #isConnected = false;
  #awayBecause: string | null = null;
  #copyUntil: string | null;
  /** The server has been sent everything this page had before it connected. */
  #isCaughtUp = false;
  #problem: ConnectionProblem | null = null;

  /**
   * @param now milliseconds, any steady clock
   * @param inherited changes that an earlier visit of this page left unsaved
   * @param copyUntil until when the copy follows others that is shown because no server answers; else null
   */
  constructor(now: () => number, inherited: number, copyUntil: string | null = null) {
    this.#now = now;
    this.#copyUntil = copyUntil;
    this.#changes = inherited;
    if (inherited > 0) this.#last = 1;
    this.#state = this.#read();
  }

  state(): SavedNow {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }

  subscribeProblem(listener: () => void): () => void {
    return this.#problemListeners.add(listener);
  }

  /** Something was written here. */
  changed(): void {
    const at = this.#now();
    const isOneMore = this.#changes === 0 || at - this.#lastAt > pauseMs;
    this.#lastAt = at;
    this.#last += 1;
    if (isOneMore) this.#changes += 1;
    this.refresh();
  }

  /** The server has answered. A line that it ends at once, because it cannot do more now, is none. */
  connected(): void {
    this.#isConnected = true;
    this.#awayBecause = null;
    this.#copyUntil = null;
    this.refresh();
  }

  /** What this page had before it connected has been sent. */
  caughtUp(): void {
    this.#isCaughtUp = true;
  }

  /** @param because why, in words to show, or null when this computer has no network */
  disconnected(because: string | null): void {
    this.#isConnected = false;
    this.#awayBecause = because;
    this.#isCaughtUp = false;
    this.#underWay = null;
    this.refresh();
  }

  stopped(problem: ConnectionProblem): void {
    this.#problem = problem;
    this.disconnected(null);
  }

  /** @returns the number to send in a mark now, or null when none is due */
  takeMark(): number | null {
    if (!this.#isCaughtUp || this.#underWay || this.#settled >= this.#last) return null;
    this.#underWay = { k: this.#last, at: this.#now() };
    return this.#last;
  }

  /**
   * @returns a number to send in a mark that asks for nothing new, so that a quiet connection is
   * heard to be alive; null when an answer is due anyway
   */
  takeHeartbeat(): number | null {
    return this.#isCaughtUp && !this.#underWay ? this.#settled : null;
  }

  /** The server has kept everything up to change `k`. */
  saved(k: number): void {
    if (this.#underWay && k >= this.#underWay.k) this.#underWay = null;
    if (k <= this.#settled || k > this.#last) return;
    this.#settled = k;
    if (k === this.#last) this.#changes = 0;
    this.refresh();
  }

  /** Works the state out again: an answer that is long in coming changes it without an event. */
  refresh(): void {
    const state = this.#read();
    const before = this.#state;
    const isSame =
      state.state === before.state &&
      state.changes === before.changes &&
      state.connected === before.connected &&
      state.awayBecause === before.awayBecause &&
      state.copyUntil === before.copyUntil &&
      state.problem === before.problem;
    if (isSame) return;
    this.#state = state;
    this.#listeners.tell();
    if (state.problem !== before.problem) this.#problemListeners.tell();
  }

  #read(): SavedNow {
    return {
      state: this.#stateNow(),
      changes: this.#changes,
      connected: this.#isConnected,
      awayBecause: this.#awayBecause,
      copyUntil: this.#copyUntil,
      problem: this.#problem,
    };
  }

  #stateNow(): SavedNow["state"] {
    if (this.#changes === 0) return "saved";
    if (!this.#isConnected) return "not-saved";
    const waitingMs = this.#underWay ? this.#now() - this.#underWay.at : 0;
    return waitingMs > slowAnswerMs ? "not-saved" : "saving";
  }
}
