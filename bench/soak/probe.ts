/** Two pages, of which one types a letter now and then and the other sees when it arrives. */
import { setTimeout as sleep } from "node:timers/promises";
import { Latencies } from "../driver/latencies.ts";
import type { Ticket } from "../driver/plan.ts";
import { firstText } from "../seed/large-text.ts";
import { LightPage } from "../light-page.ts";
import type { Probed, SoakLatency } from "./soak-plan.ts";

/** Where it types: in its rationale, where nobody else does. */
export const probeItem = { id: "soak-probe", kind: "requirement", order: "zV" } as const;

const everyMs = 250;

export class Probe {
  readonly #writer: LightPage;
  readonly #reader: LightPage;
  readonly #sentAtMs: number[] = [];
  #latencies = new Latencies();
  #arrived = 0;

  constructor(ticket: Ticket) {
    this.#writer = new LightPage(ticket);
    this.#reader = new LightPage(ticket, () => this.#look());
  }

  /** Types until then. @returns how long letters took in the first and in the last stretch */
  async run(stretchMs: number, endsAtMs: number): Promise<Probed> {
    await this.#writer.connect();
    await this.#reader.connect();
    const text = firstText(this.#writer.doc, probeItem.id, "rationale");
    const firstUntilMs = performance.now() + stretchMs;
    let first: SoakLatency | null = null;
    let isInLast = false;
    for (let nowMs = 0; nowMs < endsAtMs; nowMs = performance.now()) {
      this.#writer.applyIncoming();
      this.#sentAtMs.push(performance.now());
      text.insert(text.length, "e");
      await sleep(everyMs);
      if (first === null && nowMs > firstUntilMs) first = this.#take();
      if (!isInLast && endsAtMs - nowMs < stretchMs) {
        this.#take();
        isInLast = true;
      }
    }
    const last = this.#take();
    this.#writer.disconnect();
    this.#reader.disconnect();
    return { first: first ?? last, last };
  }

  #look(): void {
    const now = firstText(this.#reader.doc, probeItem.id, "rationale").length - 1;
    for (; this.#arrived < now; this.#arrived += 1) {
      const sentAtMs = this.#sentAtMs[this.#arrived];
      if (sentAtMs !== undefined) this.#latencies.add(performance.now() - sentAtMs);
    }
  }

  #take(): SoakLatency {
    const taken = this.#latencies;
    this.#latencies = new Latencies();
    return { count: taken.count, ...taken.figures() };
  }
}
