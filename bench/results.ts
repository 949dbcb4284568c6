/** The measured table: one result for each contestant and number of people, and the middle of several rounds of it. */
import type { Contestant } from "./contestants.ts";
import type { Cell } from "./driver/plan.ts";
import type { Situation } from "./situations.ts";

export interface Result {
  readonly contestant: Contestant;
  readonly situation: Situation;
  readonly cell: Cell;
}

/** Figures by median; what went wrong in any round stays. @param rounds at least one */
export function middleOf(rounds: readonly Cell[]): Cell {
  const [first] = rounds;
  if (!first) throw new Error("There is no round to take the middle of.");
  const middle = (pick: (cell: Cell) => number): number => median(rounds.map(pick));
  const middleOrNone = (pick: (cell: Cell) => number | null): number | null => {
    const known = rounds.map(pick).filter((value) => value !== null);
    return known.length === 0 ? null : median(known);
  };
  return {
    editsPerSecond: middle((cell) => cell.editsPerSecond),
    deliveriesPerSecond: middle((cell) => cell.deliveriesPerSecond),
    latency: {
      medianMs: middle((cell) => cell.latency.medianMs),
      p95Ms: middle((cell) => cell.latency.p95Ms),
      p99Ms: middle((cell) => cell.latency.p99Ms),
      worstMs: Math.max(...rounds.map((cell) => cell.latency.worstMs)),
    },
    textFramesPerSecond: middle((cell) => cell.textFramesPerSecond),
    caretFramesPerSecond: middle((cell) => cell.caretFramesPerSecond),
    otherFramesPerSecond: middle((cell) => cell.otherFramesPerSecond),
    caretRate: middle((cell) => cell.caretRate),
    megabytesPerSecond: middle((cell) => cell.megabytesPerSecond),
    serverCore: middleOrNone((cell) => cell.serverCore),
    microsPerDelivery: middleOrNone((cell) => cell.microsPerDelivery),
    serverMegabytes: middleOrNone((cell) => cell.serverMegabytes),
    driverCore: middle((cell) => cell.driverCore),
    stolenCore: middleOrNone((cell) => cell.stolenCore),
    drainMs: middle((cell) => cell.drainMs),
    delivered: rounds.reduce((sum, cell) => sum + cell.delivered, 0),
    lost: rounds.reduce((sum, cell) => sum + cell.lost, 0),
    documentsCompared: rounds.reduce((sum, cell) => sum + cell.documentsCompared, 0),
    problems: rounds.flatMap((cell) => cell.problems),
  };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2;
}
