/**
 * The figures of one server, in Prometheus's text format. Promises that no figure has a person, a
 * statement or anybody's words in its name or labels.
 * @see https://prometheus.io/docs/instrumenting/exposition_formats/
 */
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from "prom-client";
import { closeCode } from "../../shared/sync/close-codes.ts";
import type { BeatDone, Watch } from "../sync/watch.ts";

/** What is read when somebody asks. */
export interface Readings {
  /** Sockets of pages that are in a room. */
  readonly connections: () => number;
  /** Statements that are held in memory. */
  readonly rooms: () => number;
  readonly documents: () => number;
  /** Whether what this server tells the others is heard. */
  readonly busIsUp: () => boolean;
}

/** A request that was answered. */
export interface Answered {
  readonly method: string;
  /** The route's pattern, such as `/api/statements/:id`: an address would have ids and secrets in it. */
  readonly route: string;
  readonly status: number;
  /** Code of the refusal, or null. */
  readonly refusal: string | null;
  readonly seconds: number;
}

const secondsOfCommits = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 2];
const secondsOfRequests = [0.005, 0.02, 0.1, 0.5, 2, 10];
const rowsOfBeats = [1, 2, 5, 10, 20, 50, 100, 500, 2_000];
const commandRoute = /^\/api\/statements\/:id\/commands\/(.+)$/;
const nameByCode = new Map<number, string>(
  Object.entries(closeCode).map(([name, code]) => [code, name]),
);

export class Metrics implements Watch {
  readonly #registry = new Registry();
  readonly #waited = this.#histogram(
    "journal_wait_seconds",
    "From the first update of a beat until the store is asked to keep it.",
    secondsOfCommits,
  );
  readonly #took = this.#histogram(
    "commit_seconds",
    "How long the store takes to keep a beat.",
    secondsOfCommits,
  );
  readonly #rows = this.#histogram(
    "journal_batch_rows",
    "Updates of text that were kept in one beat.",
    rowsOfBeats,
  );
  readonly #failed = this.#counter("commits_failed_total", "Beats that could not be kept.");
  readonly #slow = this.#counter(
    "slow_readers_total",
    "Pages that read too slowly: held (sent nothing until they have read) or closed.",
    "what",
  );
  readonly #closed = this.#counter(
    "pages_closed_total",
    "Pages that the server closed, by why: reload and tooLarge for a frame that was refused.",
    "why",
  );
  readonly #commands = this.#counter(
    "commands_total",
    "Commands by name and outcome: done, the code of the refusal, or failed.",
    "command",
    "outcome",
  );
  readonly #requests = new Histogram({
    name: "needline_http_request_seconds",
    help: "Requests that were answered, by route.",
    labelNames: ["method", "route", "status"],
    buckets: secondsOfRequests,
    registers: [this.#registry],
  });

  constructor(readings: Readings) {
    collectDefaultMetrics({ register: this.#registry });
    this.#gauge("connections", "Sockets of pages that are in a statement.", readings.connections);
    this.#gauge("rooms", "Statements that are open.", readings.rooms);
    this.#gauge(
      "documents",
      "Open statements whose document is in memory: somebody writes or reads in it.",
      readings.documents,
    );
    this.#gauge(
      "bus_up",
      "1 while what this server tells the others is heard, or it is alone; 0 while Redis is away.",
      () => Number(readings.busIsUp()),
    );
    // From the start, so that a rate can be made of the first one too.
    for (const what of ["held", "closed"]) this.#slow.inc({ what }, 0);
  }

  beatDone({ rows, waitedMs, tookMs, isKept }: BeatDone): void {
    this.#waited.observe(waitedMs / 1000);
    this.#took.observe(tookMs / 1000);
    this.#rows.observe(rows);
    if (!isKept) this.#failed.inc();
  }

  slowReader(what: "held" | "closed"): void {
    this.#slow.inc({ what });
  }

  pageClosed(code: number): void {
    this.#closed.inc({ why: nameByCode.get(code) ?? "other" });
  }

  answered({ method, route, status, refusal, seconds }: Answered): void {
    this.#requests.observe({ method, route, status }, seconds);
    const command = commandRoute.exec(route)?.[1];
    if (command === undefined) return;
    const outcome = refusal ?? (status < 400 ? "done" : "failed");
    this.#commands.inc({ command, outcome });
  }

  get mediaType(): string {
    return this.#registry.contentType;
  }

  text(): Promise<string> {
    return this.#registry.metrics();
  }

  #gauge(name: string, help: string, read: () => number): void {
    const gauge: Gauge = new Gauge({
      name: `needline_${name}`,
      help,
      registers: [this.#registry],
      collect: () => {
        gauge.set(read());
      },
    });
  }

  #counter(name: string, help: string, ...labelNames: string[]): Counter {
    return new Counter({
      name: `needline_${name}`,
      help,
      labelNames,
      registers: [this.#registry],
    });
  }

  #histogram(name: string, help: string, buckets: number[]): Histogram {
    return new Histogram({
      name: `needline_${name}`,
      help,
      buckets,
      registers: [this.#registry],
    });
  }
}
