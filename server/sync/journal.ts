/**
 * Group commit. Promises that what a room hands over is committed with what all other rooms have at
 * that moment, in one transaction, and that a room hears of it before it is asked for more: one
 * beat at a time. A quiet journal commits at once; a busy one waits from one beat to the next, longer
 * the more updates a beat held (what they cost, thrice with one update), and at most `longestBeatMs`.
 */
import { outcomeIfAway } from "../store/store-away.ts";
import { Behind, type Commit, type CommitResult, type TextStore } from "../store/text-store.ts";
import type { Watch } from "./watch.ts";

/** What a room wants committed in a beat. */
export interface Contribution {
  readonly commit: Commit;
  /** It is on the disk. @param result how far the statement has come with it */
  committed(result: CommitResult): void;
  /** It is not, and never will be. */
  failed(error: unknown): void;
}

export interface Contributor {
  /** How many hear of what is committed. */
  readonly listeners: number;
  /** Everything there is to commit now, or null when there is nothing. */
  take(): Contribution | null;
}

/**
 * Each beat is a write to each who hears of it: so many make the longest beat a millisecond longer. In a larger crowd
 * the bytes of a beat grow with them too, and it with their square: 15 ms for 500, 30 for 1,000.
 */
const listenersForAMs = 100;
const crowd = 500;

export class Journal {
  readonly #store: Pick<TextStore, "commit">;
  readonly #longestBeatMs: number;
  readonly #watch: Watch;
  /** When the first of those who wait came. */
  #waitingSince = 0;
  readonly #waiting = new Set<Contributor>();
  #isScheduled = false;
  #isCommitting = false;
  /** Not before then. */
  #nextBeatAt = -Infinity;
  #whenSettled: (() => void)[] = [];

  constructor(
    store: Pick<TextStore, "commit">,
    { longestBeatMs, watch }: { readonly longestBeatMs: number; readonly watch: Watch },
  ) {
    this.#store = store;
    this.#longestBeatMs = longestBeatMs;
    this.#watch = watch;
  }

  /** The contributor has something for the next beat. */
  note(contributor: Contributor): void {
    if (this.#waiting.size === 0) this.#waitingSince = performance.now();
    this.#waiting.add(contributor);
    this.#schedule();
  }

  /** Resolves when nothing is waiting and nothing is under way. */
  settled(): Promise<void> {
    if (this.#isIdle()) return Promise.resolve();
    return new Promise((resolve) => this.#whenSettled.push(resolve));
  }

  #isIdle(): boolean {
    return this.#waiting.size === 0 && !this.#isCommitting;
  }

  #schedule(): void {
    if (this.#isScheduled || this.#isCommitting) return;
    this.#isScheduled = true;
    const waitMs = this.#nextBeatAt - performance.now();
    const beat = (): void => void this.#beat();
    // Not this very moment: what else has just come in on other sockets belongs in the same beat.
    if (waitMs <= 0) setImmediate(beat);
    else setTimeout(beat, waitMs);
  }

  async #beat(): Promise<void> {
    this.#isScheduled = false;
    this.#isCommitting = true;
    const startedAt = performance.now();
    const waitedMs = startedAt - this.#waitingSince;
    const contributors = [...this.#waiting];
    this.#waiting.clear();
    const contributions = contributors.flatMap((contributor) => contributor.take() ?? []);
    const isKept = await this.#commit(contributions);
    this.#isCommitting = false;
    const tookMs = performance.now() - startedAt;
    const rows = contributions.reduce((sum, { commit }) => sum + commit.updates.length, 0);
    if (contributions.length > 0)
      this.#watch.beatDone({ rows, statements: contributions.length, waitedMs, tookMs, isKept });
    const listeners = contributors.reduce((sum, { listeners: more }) => sum + more, 0);
    const longestMs =
      this.#longestBeatMs + (listeners / listenersForAMs) * Math.max(1, listeners / crowd);
    this.#nextBeatAt = startedAt + Math.min(longestMs, tookMs * (1 + 2 * rows));
    if (this.#waiting.size > 0) {
      this.#schedule();
      return;
    }
    const resolvers = this.#whenSettled;
    this.#whenSettled = [];
    for (const resolve of resolvers) resolve();
  }

  /** @returns whether the store could keep all of them */
  async #commit(contributions: readonly Contribution[]): Promise<boolean> {
    if (contributions.length === 0) return true;
    let result: CommitResult;
    try {
      result = await this.#store.commit(joined(contributions.map(({ commit }) => commit)));
    } catch (error) {
      // A store that is away would refuse them all, one after the other; what it may have kept is not asked for twice.
      if (contributions.length === 1 || outcomeIfAway(error) !== null) {
        for (const { failed } of contributions) failed(error);
        // Behind what another server kept: it is asked for again.
        return error instanceof Behind;
      }
      // One of them may be what the store refuses: the others must not suffer for it.
      let isKept = true;
      for (const contribution of contributions) {
        if (!(await this.#commit([contribution]))) isKept = false;
      }
      return isKept;
    }
    for (const contribution of contributions) contribution.committed(result);
    return true;
  }
}

function joined(commits: readonly Commit[]): Commit {
  const [first] = commits;
  if (first && commits.length === 1) return first;
  return {
    expects: commits.flatMap(({ expects }) => expects),
    updates: commits.flatMap(({ updates }) => updates),
    clientIds: commits.flatMap(({ clientIds }) => clientIds),
    entries: commits.flatMap(({ entries }) => entries),
    references: commits.flatMap(({ references }) => references),
    versions: commits.flatMap(({ versions }) => versions),
    summaries: commits.flatMap(({ summaries }) => summaries),
  };
}
