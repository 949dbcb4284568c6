/** What we expect of ourselves, each judged by what was just measured and by nothing else. */
import type { Cell } from "./driver/plan.ts";
import type { Result } from "./results.ts";
import { isHarder, isSame, nameOf, type Situation } from "./situations.ts";

export interface Judgement {
  readonly expectation: string;
  /** Null where it was not measured. */
  readonly met: boolean | null;
  /** The figures it rests on, or an empty string. */
  readonly because: string;
}

const peerIds = ["y-websocket-server", "hocuspocus"];

export function judge(results: readonly Result[]): Judgement[] {
  const situations = [
    ...new Map(results.map((it) => [nameOf(it.situation), it.situation])).values(),
  ];
  const usual = situations.filter((situation) => !isHarder(situation));
  const withPeople = (from: number, to = Infinity): Situation[] =>
    usual.filter(({ people }) => people >= from && people <= to);
  return [
    ...situations.map((situation) => allArrived(results, situation)),
    ...withPeople(100).flatMap((situation) => aheadInCpu(results, situation)),
    ...withPeople(200).flatMap((situation) => aheadInP99(results, situation)),
    ...withPeople(0, 10).map((situation) => medianUnder(results, situation, 3)),
    ...withPeople(11, 500).map((situation) => medianUnder(results, situation, 15)),
    ...withPeople(1000).map((situation) => p99Under(results, situation, 50)),
    ...withPeople(200, 200).map((situation) => cpuUnder(results, situation, 1.3)),
    ...situations.filter(isHarder).flatMap((situation) => asUsual(results, situation)),
  ];
}

function allArrived(results: readonly Result[], situation: Situation): Judgement {
  const ours = results.filter((it) => it.contestant.isOurs && isSame(it.situation, situation));
  const lost = ours.reduce((sum, { cell }) => sum + cell.lost, 0);
  const delivered = ours.reduce((sum, { cell }) => sum + cell.delivered, 0);
  return {
    expectation: `${nameOf(situation)}: every edit reaches everybody and all documents are the same`,
    met: ours.length === 0 ? null : ours.every(({ cell }) => cell.problems.length === 0),
    because: ours.length === 0 ? "" : `${delivered} deliveries, ${lost} lost`,
  };
}

function aheadInCpu(results: readonly Result[], situation: Situation): Judgement[] {
  return compare(
    results,
    situation,
    "less server CPU for each delivery than",
    "µs",
    (cell) => cell.microsPerDelivery,
  );
}

function aheadInP99(results: readonly Result[], situation: Situation): Judgement[] {
  return compare(results, situation, "99th percentile below", "ms", (cell) => cell.latency.p99Ms);
}

/** Needline against each peer: with every caret sent on where that was measured (like with like), and as it is. */
function compare(
  results: readonly Result[],
  situation: Situation,
  claim: string,
  unit: string,
  figure: (cell: Cell) => number | null,
): Judgement[] {
  const ours = results.filter((it) => it.contestant.isOurs && isSame(it.situation, situation));
  return peerIds.flatMap((id) =>
    ours.map(({ contestant, cell }) => {
      const peer = find(results, id, situation);
      const mine = figure(cell);
      const theirs = peer ? figure(peer.cell) : null;
      return {
        expectation: `${nameOf(situation)}: ${contestant.name}: ${claim} ${peer?.contestant.name ?? id}`,
        met: mine === null || theirs === null ? null : mine < theirs,
        because:
          mine === null || theirs === null
            ? ""
            : `${mine.toFixed(2)} ${unit} against ${theirs.toFixed(2)} ${unit}`,
      };
    }),
  );
}

function medianUnder(results: readonly Result[], situation: Situation, limitMs: number): Judgement {
  const medianMs = find(results, "needline", situation)?.cell.latency.medianMs;
  return under(situation, "median", medianMs, { limit: limitMs, unit: "ms" });
}

function p99Under(results: readonly Result[], situation: Situation, limitMs: number): Judgement {
  const p99Ms = find(results, "needline", situation)?.cell.latency.p99Ms;
  return under(situation, "99th percentile", p99Ms, { limit: limitMs, unit: "ms" });
}

function cpuUnder(results: readonly Result[], situation: Situation, limit: number): Judgement {
  const micros = find(results, "needline", situation)?.cell.microsPerDelivery ?? undefined;
  return under(situation, "CPU for each delivery", micros, { limit, unit: "µs" });
}

/** What is harder, beside the same number of people without it. */
function asUsual(results: readonly Result[], situation: Situation): Judgement[] {
  const harder = find(results, "needline", situation)?.cell;
  const easy = { people: situation.people, earlierSessions: 0, commitMs: 0 };
  const usual = find(results, "needline", easy)?.cell;
  if (situation.commitMs === 0) {
    // Two runs of the same thing differ by so much.
    const limit = (usual?.microsPerDelivery ?? NaN) * 1.1;
    const micros = harder?.microsPerDelivery ?? undefined;
    const what = "CPU for each delivery, at most a tenth above that without them";
    return [under(situation, what, micros, { limit, unit: "µs" })];
  }
  const { commitMs } = situation;
  const missing = usual && harder ? usual.caretRate - harder.caretRate : undefined;
  return [
    under(situation, "median", harder?.latency.medianMs, { limit: commitMs * 2 + 15, unit: "ms" }),
    under(situation, "99th percentile", harder?.latency.p99Ms, {
      limit: commitMs * 3 + 30,
      unit: "ms",
    }),
    under(situation, "caret movements that are missing, each second", missing, {
      limit: (usual?.caretRate ?? NaN) * 0.1,
      unit: "",
    }),
  ];
}

function under(
  situation: Situation,
  what: string,
  value: number | undefined,
  { limit, unit }: { limit: number; unit: string },
): Judgement {
  const isKnown = value !== undefined && !Number.isNaN(limit);
  return {
    expectation:
      `${nameOf(situation)}: Needline: ${what}: under ${limit.toFixed(2)} ${unit}`.trim(),
    met: isKnown ? value < limit : null,
    because: isKnown ? `${value.toFixed(2)} ${unit}`.trim() : "",
  };
}

function find(results: readonly Result[], id: string, situation: Situation): Result | undefined {
  return results.find((it) => it.contestant.id === id && isSame(it.situation, situation));
}
