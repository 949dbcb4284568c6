/** Every single latency of a run, and the figures they are judged by. */

export interface LatencyFigures {
  readonly medianMs: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  readonly worstMs: number;
}

export class Latencies {
  #values = new Float32Array(1 << 16);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add(ms: number): void {
    if (this.#count === this.#values.length) {
      const grown = new Float32Array(this.#values.length * 2);
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[this.#count++] = ms;
  }

  /** All zero when nothing was added. */
  figures(): LatencyFigures {
    const sorted = this.#values.subarray(0, this.#count).toSorted();
    const at = (share: number): number =>
      sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
    return { medianMs: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99), worstMs: at(1) };
  }
}
