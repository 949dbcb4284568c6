/** The results as Markdown that reads well in a terminal too. */
import type { Contestant } from "./contestants.ts";
import type { Cell } from "./driver/plan.ts";
import type { Judgement } from "./expectations.ts";
import type { Result } from "./results.ts";
import { isSame, nameOf, type Situation } from "./situations.ts";

/** A driver this busy adds its own waiting to the latencies it measures. */
const busyDriver = 0.9;
/** Below this share of what was typed, a server has fallen behind. */
const keepsUp = 0.97;
/** Above this share of a core, other machines on the same host disturb what is measured. */
const stolen = 0.02;

const columns: readonly { title: string; of: (cell: Cell, people: number) => string }[] = [
  { title: "median ms", of: ({ latency }) => millis(latency.medianMs) },
  { title: "95th ms", of: ({ latency }) => millis(latency.p95Ms) },
  { title: "99th ms", of: ({ latency }) => millis(latency.p99Ms) },
  { title: "CPU µs/delivery", of: (cell) => figure(cell.microsPerDelivery, 2) },
  { title: "core", of: (cell) => percent(cell.serverCore) },
  { title: "memory MB", of: (cell) => figure(cell.serverMegabytes, 0) },
  { title: "text frames/s", of: (cell) => figure(cell.textFramesPerSecond, 0) },
  { title: "caret frames/s", of: (cell) => figure(cell.caretFramesPerSecond, 0) },
  { title: "other frames/s", of: (cell) => figure(cell.otherFramesPerSecond, 0) },
  { title: "a caret moves", of: (cell) => `${cell.caretRate.toFixed(1)}/s` },
  { title: "MB/s", of: (cell) => figure(cell.megabytesPerSecond, 1) },
  {
    title: "deliveries/s",
    of: (cell, people) =>
      `${figure(cell.deliveriesPerSecond, 0)} of ${figure(cell.editsPerSecond * (people - 1), 0)}`,
  },
  { title: "lost", of: (cell) => String(cell.lost) },
];

export function describeContestants(contestants: readonly Contestant[]): string[] {
  return contestants.map(({ name, manner }) => `- ${name}: ${manner}`);
}

/** One table for all that was measured in a situation, with notes on what is not plain from it. */
export function tableOf(results: readonly Result[], situation: Situation): string[] {
  const { people } = situation;
  const here = results.filter((result) => isSame(result.situation, situation));
  const notes = [
    ...ratiosOf(here),
    ...here.flatMap(({ contestant, cell }) => notesOn(contestant, cell, people)),
  ];
  const rows = here.map(({ contestant, cell }) => [
    contestant.name,
    ...columns.map(({ of }) => of(cell, people)),
  ]);
  return [
    `## ${nameOf(situation)}, ${people * 5} letters a second`,
    "",
    ...aligned(["", ...columns.map(({ title }) => title)], rows),
    ...(notes.length > 0 ? ["", ...notes] : []),
  ];
}

export function listOf(judgements: readonly Judgement[]): string[] {
  return [
    "## What we expect",
    "",
    ...judgements.map(
      ({ met, expectation, because }) =>
        `- ${verdict(met)}: ${expectation}${because === "" ? "" : ` (${because})`}`,
    ),
  ];
}

function verdict(met: boolean | null): string {
  if (met === null) return "not measured";
  return met ? "met" : "NOT MET";
}

function ratiosOf(here: readonly Result[]): string[] {
  const peers = here.filter(({ contestant }) => !contestant.isOurs);
  const ours = here.filter(({ contestant }) => contestant.isOurs);
  return ours.flatMap((mine) =>
    peers.map((peer) => {
      const times = (of: (cell: Cell) => number | null): string => {
        const [theirs, own] = [of(peer.cell), of(mine.cell)];
        return theirs === null || own === null || own === 0
          ? "–"
          : `${(theirs / own).toFixed(2)} ×`;
      };
      return (
        `- ${peer.contestant.name} against ${mine.contestant.name}: ` +
        `CPU per delivery ${times((cell) => cell.microsPerDelivery)}, ` +
        `median ${times((cell) => cell.latency.medianMs)}, ` +
        `99th ${times((cell) => cell.latency.p99Ms)}, ` +
        `frames ${times((cell) => cell.textFramesPerSecond + cell.caretFramesPerSecond + cell.otherFramesPerSecond)}, ` +
        `memory ${times((cell) => cell.serverMegabytes)}`
      );
    }),
  );
}

function notesOn({ name }: Contestant, cell: Cell, people: number): string[] {
  const notes: string[] = [];
  const share = cell.deliveriesPerSecond / (cell.editsPerSecond * (people - 1));
  if (share < keepsUp) {
    notes.push(
      `- ${name} fell behind: it delivered ${percent(share)} of what was typed and needed ` +
        `${(cell.drainMs / 1000).toFixed(1)} s more once nobody typed`,
    );
  }
  const typed = cell.editsPerSecond / (people * 5);
  if (typed < keepsUp) {
    notes.push(
      `- ${name}: only ${percent(typed)} of the letters could be typed in time: the machine was too busy to measure`,
    );
  }
  if (cell.driverCore > busyDriver) {
    notes.push(
      `- ${name}: the driver itself used ${percent(cell.driverCore)} of its core, so latencies hold its own waiting too`,
    );
  }
  if (cell.stolenCore !== null && cell.stolenCore > stolen) {
    notes.push(
      `- ${name}: the machine's host took ${percent(cell.stolenCore)} of a core away meanwhile: latencies hold that too`,
    );
  }
  for (const problem of cell.problems) notes.push(`- ${name}: FAILED: ${problem}`);
  return notes;
}

function aligned(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0), 3),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => pad(cell, widths[column] ?? 0, column)).join(" | ")} |`;
  const rule = widths.map((width, column) =>
    column === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`,
  );
  return [line(head), line(rule), ...rows.map(line)];
}

function pad(cell: string, width: number, column: number): string {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width);
}

function millis(ms: number): string {
  return ms >= 1000 ? ms.toFixed(0) : ms >= 100 ? ms.toFixed(1) : ms.toFixed(2);
}

function figure(value: number | null, digits: number): string {
  return value === null ? "–" : value.toFixed(digits);
}

function percent(share: number | null): string {
  return share === null ? "–" : `${(share * 100).toFixed(0)} %`;
}
