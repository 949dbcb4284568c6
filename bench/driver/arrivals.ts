/**
 * The ledger of who has received which letter. Every letter that anybody typed is expected once by everybody else;
 * what arrives is checked against what was sent, letter by letter, so a lost, doubled, reordered or changed edit shows.
 *
 * A server sends the same bytes to many people: a frame is decoded once and recognised by its bytes afterwards.
 */
import * as Y from "yjs";
import { Latencies } from "./latencies.ts";
import type { Dialect } from "./dialects.ts";

/** What one person has typed: letter n has Yjs clock n, as each is one insertion of their own client. */
export interface Author {
  readonly clientId: number;
  readonly letters: string[];
  /** `performance.now()` when each was sent. */
  readonly sentAtMs: number[];
}

/** What one person has received. */
export interface Receiver {
  /** By author: how many of the letters have arrived, all in a row. */
  readonly seen: Int32Array;
  /** Which text frames arrived, in order, by their number in `updates`. */
  readonly frames: number[];
  /** The server has answered one's mark. */
  saved(): void;
}

export interface Counts {
  deliveries: number;
  textFrames: number;
  caretFrames: number;
  otherFrames: number;
  /** States of other people's carets, several of which may share a frame. */
  carets: number;
  bytes: number;
}

interface Known {
  readonly kind: "text" | "saved" | "other";
  /** Text only: its number in `updates`. */
  readonly frame: number;
  /** Author, first letter, letter after the last: three numbers a run. */
  readonly runs: Int32Array;
}

const framesKept = 20_000;

/** How many frames beyond the next are looked at before it is looked for among all. */
const lookAhead = 4;

const noRuns = new Int32Array();

export class Arrivals {
  readonly counts: Counts = {
    deliveries: 0,
    textFrames: 0,
    caretFrames: 0,
    otherFrames: 0,
    carets: 0,
    bytes: 0,
  };
  readonly latencies: Latencies;
  /** The different text updates that have arrived. */
  readonly updates: Uint8Array[] = [];
  /** What went wrong, in words; at most a few. */
  readonly problems: string[] = [];
  readonly #dialect: Dialect;
  readonly #authors: readonly Author[];
  readonly #authorByClient: Map<number, number>;
  /** What is known of each of `updates`, and the frame that it came in. */
  readonly #texts: { readonly frame: Buffer; readonly known: Known }[] = [];
  #window = { fromMs: Infinity, toMs: Infinity };
  #known = new Map<string, Known>();
  #knownBefore = new Map<string, Known>();

  /** @param latencies where they are added up, perhaps with those of other statements */
  constructor(dialect: Dialect, authors: readonly Author[], latencies = new Latencies()) {
    this.#dialect = dialect;
    this.latencies = latencies;
    this.#authors = authors;
    this.#authorByClient = new Map(authors.map((author, index) => [author.clientId, index]));
  }

  /** Latencies are kept of letters sent between these moments, whenever they arrive. */
  measureLettersSent(fromMs: number, toMs: number): void {
    this.#window = { fromMs, toMs };
  }

  /** @param self the receiver's own number among the authors */
  receive(receiver: Receiver, self: number, frame: Buffer, nowMs: number): void {
    const { counts } = this;
    counts.bytes += frame.length;
    const carets = this.#dialect.caretsIn(frame);
    if (carets !== null) {
      counts.caretFrames++;
      counts.carets += carets;
      return;
    }
    const known = this.#next(receiver, frame) ?? this.#recognise(frame);
    if (known.kind !== "text") {
      counts.otherFrames++;
      if (known.kind === "saved") receiver.saved();
      return;
    }
    counts.textFrames++;
    receiver.frames.push(known.frame);
    const { runs } = known;
    for (let at = 0; at < runs.length; at += 3) {
      this.#arrive(receiver, self, runs[at] ?? 0, runs[at + 1] ?? 0, runs[at + 2] ?? 0, nowMs);
    }
  }

  /** How many letters have not reached somebody they should have reached. */
  missing(receivers: readonly Receiver[]): number {
    let missing = 0;
    for (const [self, { seen }] of receivers.entries()) {
      for (const [index, author] of this.#authors.entries()) {
        if (index !== self) missing += author.letters.length - (seen[index] ?? 0);
      }
    }
    return missing;
  }

  #arrive(
    receiver: Receiver,
    self: number,
    index: number,
    from: number,
    to: number,
    nowMs: number,
  ): void {
    // Whether people get their own letters back is the server's affair.
    if (index === self) return;
    const had = receiver.seen[index] ?? 0;
    if (from > had) {
      this.#problem(`letters ${had} to ${from} of person ${index} were passed over`);
      return;
    }
    if (to <= had) return;
    receiver.seen[index] = to;
    this.counts.deliveries += to - had;
    const sentAtMs = this.#authors[index]?.sentAtMs ?? [];
    for (let letter = had; letter < to; letter++) {
      const sentMs = sentAtMs[letter] ?? 0;
      if (sentMs >= this.#window.fromMs && sentMs < this.#window.toMs) {
        this.latencies.add(nowMs - sentMs);
      }
    }
  }

  /** Everybody gets the same frames in the same order: it is most likely the one after the last. */
  #next({ frames }: Receiver, frame: Buffer): Known | null {
    const next = (frames.at(-1) ?? -1) + 1;
    for (let at = next; at < next + lookAhead; at++) {
      const text = this.#texts[at];
      if (!text) return null;
      if (text.frame.length === frame.length && text.frame.equals(frame)) return text.known;
    }
    return null;
  }

  #recognise(frame: Buffer): Known {
    const key = frame.toString("latin1");
    const known = this.#known.get(key) ?? this.#knownBefore.get(key);
    if (known) return known;
    if (this.#known.size >= framesKept) {
      this.#knownBefore = this.#known;
      this.#known = new Map();
    }
    const decoded = this.#decode(frame);
    this.#known.set(key, decoded);
    if (decoded.kind === "text") {
      this.#texts[decoded.frame] = { frame: Buffer.from(frame), known: decoded };
    }
    return decoded;
  }

  #decode(frame: Buffer): Known {
    const heard = this.#dialect.hear(frame);
    switch (heard.about) {
      case "text":
        this.updates.push(heard.update);
        return {
          kind: "text",
          frame: this.updates.length - 1,
          runs: this.#runsOf(heard.update),
        };
      case "saved":
        return { kind: "saved", frame: -1, runs: noRuns };
      case "question":
      case "other":
        return { kind: "other", frame: -1, runs: noRuns };
    }
  }

  /** The letters in an update, each compared with what its author sent. */
  #runsOf(update: Uint8Array): Int32Array {
    const runs: number[] = [];
    for (const struct of Y.decodeUpdate(update).structs) {
      const author = this.#authorByClient.get(struct.id.client);
      if (author === undefined || struct instanceof Y.Skip) continue;
      const from = struct.id.clock;
      const sent = (this.#authors[author]?.letters ?? []).slice(from, from + struct.length);
      const says =
        struct instanceof Y.Item && struct.content instanceof Y.ContentString
          ? struct.content.str
          : null;
      if (says !== sent.join("")) {
        this.#problem(`person ${author} typed "${sent.join("")}" and "${says ?? "?"}" arrived`);
      }
      runs.push(author, from, from + struct.length);
    }
    return Int32Array.from(runs);
  }

  #problem(words: string): void {
    if (this.problems.length < 10) this.problems.push(words);
  }
}
