/**
 * Group commit. Promises that what a room hands over is committed with what all other rooms have at
 * that moment, in one transaction, and that a room hears of it before it is asked for more: one
 * beat at a time. A quiet journal commits at once; a busy one waits from one beat to the next, longer
 * the more updates a beat held (what they cost, thrice with one update), and at most `longestBeatMs`.
 */
import type { Commit, CommitResult, TextStore } from "../store/text-store.ts";

/** What a room wants committed in a beat. */
export interface Contribution {
  readonly commit: Commit;
  /** It is on the disk. @param result how far the statement has come with it */
  committed(result: CommitResult): void;
  /** It is not, and never will be. */
  failed(error: unknown): void;
}

export interface Contributor {
  /** Everything there is to commit now, or null when there is nothing. */
  take(): Contribution | null;
}

export class Journal {
  readonly #store: Pick<TextStore, "commit">;
  readonly #longestBeatMs: number;
  readonly #waiting = new Set<Contributor>();
  #isScheduled = false;
  #isCommitting = false;
  /** Not before then. */
  #nextBeatAt = -Infinity;
  #whenSettled: (() => void)[] = [];

  constructor(store: Pick<TextStore, "commit">, longestBeatMs: number) {
    this.#store = store;
    this.#longestBeatMs = longestBeatMs;
  }

  /** The contributor has something for the next beat. */
  note(contributor: Contributor): void {
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
    const contributors = [...this.#waiting];
    this.#waiting.clear();
    const contributions = contributors.flatMap((contributor) => contributor.take() ?? []);
    await this.#commit(contributions);
    this.#isCommitting = false;
    const tookMs = performance.now() - startedAt;
    const rows = contributions.reduce((sum, { commit }) => sum + commit.updates.length, 0);
    this.#nextBeatAt = startedAt + Math.min(this.#longestBeatMs, tookMs * (1 + 2 * rows));
    if (this.#waiting.size > 0) {
      this.#schedule();
      return;
    }
    const resolvers = this.#whenSettled;
    this.#whenSettled = [];
    for (const resolve of resolvers) resolve();
  }

  async #commit(contributions: readonly Contribution[]): Promise<void> {
    if (contributions.length === 0) return;
    let result: CommitResult;
    try {
      result = await this.#store.commit(joined(contributions.map(({ commit }) => commit)));
    } catch (error) {
      const [only] = contributions;
      if (contributions.length === 1) {
        only?.failed(error);
        return;
      }
      // One of them may be what the store refuses: the others must not suffer for it.
      for (const contribution of contributions) await this.#commit([contribution]);
      return;
    }
    for (const contribution of contributions) contribution.committed(result);
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
