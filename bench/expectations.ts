/** What we expect of ourselves, each judged by what was just measured and by nothing else. */
import type { Cell } from "./driver/plan.ts";
import type { Result } from "./results.ts";

export interface Judgement {
  readonly expectation: string;
  /** Null where it was not measured. */
  readonly met: boolean | null;
  /** The figures it rests on, or an empty string. */
  readonly because: string;
}

const peerIds = ["y-websocket-server", "hocuspocus"];

export function judge(results: readonly Result[]): Judgement[] {
  const sizes = [...new Set(results.map(({ people }) => people))];
  return [
    ...sizes.map((people) => allArrived(results, people)),
    ...sizes.filter((people) => people >= 100).flatMap((people) => aheadInCpu(results, people)),
    ...sizes.filter((people) => people >= 200).flatMap((people) => aheadInP99(results, people)),
    ...sizes.map((people) => medianUnder(results, people, people <= 10 ? 3 : 15)),
  ];
}

function allArrived(results: readonly Result[], people: number): Judgement {
  const ours = results.filter(({ contestant, people: n }) => contestant.isOurs && n === people);
  const lost = ours.reduce((sum, { cell }) => sum + cell.lost, 0);
  const delivered = ours.reduce((sum, { cell }) => sum + cell.delivered, 0);
  return {
    expectation: `${people} people: every edit reaches everybody and all documents are the same`,
    met: ours.length === 0 ? null : ours.every(({ cell }) => cell.problems.length === 0),
    because: ours.length === 0 ? "" : `${delivered} deliveries, ${lost} lost`,
  };
}

function aheadInCpu(results: readonly Result[], people: number): Judgement[] {
  return compare(
    results,
    people,
    "less server CPU for each delivery than",
    "µs",
    (cell) => cell.microsPerDelivery,
  );
}

function aheadInP99(results: readonly Result[], people: number): Judgement[] {
  return compare(results, people, "99th percentile below", "ms", (cell) => cell.latency.p99Ms);
}

/** Needline against each peer: with every caret sent on where that was measured (like with like), and as it is. */
function compare(
  results: readonly Result[],
  people: number,
  claim: string,
  unit: string,
  figure: (cell: Cell) => number | null,
): Judgement[] {
  const ours = results.filter(({ contestant, people: n }) => contestant.isOurs && n === people);
  return peerIds.flatMap((id) =>
    ours.map(({ contestant, cell }) => {
      const peer = find(results, id, people);
      const mine = figure(cell);
      const theirs = peer ? figure(peer.cell) : null;
      return {
        expectation: `${people} people: ${contestant.name}: ${claim} ${peer?.contestant.name ?? id}`,
        met: mine === null || theirs === null ? null : mine < theirs,
        because:
          mine === null || theirs === null
            ? ""
            : `${mine.toFixed(2)} ${unit} against ${theirs.toFixed(2)} ${unit}`,
      };
    }),
  );
}

function medianUnder(results: readonly Result[], people: number, limitMs: number): Judgement {
  const ours = find(results, "needline", people);
  const medianMs = ours?.cell.latency.medianMs;
  return {
    expectation: `${people} people: Needline: median under ${limitMs} ms`,
    met: medianMs === undefined ? null : medianMs < limitMs,
    because: medianMs === undefined ? "" : `${medianMs.toFixed(2)} ms`,
  };
}

function find(results: readonly Result[], id: string, people: number): Result | undefined {
  return results.find(({ contestant, people: n }) => contestant.id === id && n === people);
}
