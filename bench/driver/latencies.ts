/** Every single latency of a run, counted by how long it was, and the figures they are judged by. */

export interface LatencyFigures {
  readonly medianMs: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  readonly worstMs: number;
}

/** Below a second to a twentieth of a millisecond; above, where a server has fallen behind, to one. */
const finePerMs = 20;
const fineMs = 1_000;
const fineCount = fineMs * finePerMs;
const longestMs = 200_000;

export class Latencies {
  readonly #counts = new Uint32Array(fineCount + longestMs - fineMs + 1);
  #count = 0;
  #worstMs = 0;

  get count(): number {
    return this.#count;
  }

  add(ms: number): void {
    const at = ms < fineMs ? (ms * finePerMs) | 0 : fineCount + Math.min(ms, longestMs) - fineMs;
    const index = at | 0;
    this.#counts[index] = (this.#counts[index] ?? 0) + 1;
    this.#count++;
    if (ms > this.#worstMs) this.#worstMs = ms;
  }

  /** Forgets all. */
  restart(): this {
    this.#counts.fill(0);
    this.#count = 0;
    this.#worstMs = 0;
    return this;
  }

  /** All zero when nothing was added. */
  figures(): LatencyFigures {
    return {
      medianMs: this.#at(0.5),
      p95Ms: this.#at(0.95),
      p99Ms: this.#at(0.99),
      worstMs: this.#worstMs,
    };
  }

  #at(share: number): number {
    const wanted = this.#count * share;
    let seen = 0;
    for (const [index, count] of this.#counts.entries()) {
      seen += count;
      if (seen > wanted) {
        const ms = index < fineCount ? (index + 0.5) / finePerMs : index - fineCount + fineMs + 0.5;
        return Math.min(ms, this.#worstMs);
      }
    }
    return this.#worstMs;
  }
}
