/** What was measured, as Markdown. */
import { shareOf, type Cell } from "./measure.ts";

interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** @param cells the editor that is alone first: the others are compared with it */
export function keyTable(cells: readonly Cell[]): Table {
  const [alone] = cells;
  const base = alone && timesOf(alone);
  const head = [
    "page",
    "others",
    "keys",
    "key to frame, median",
    "95th",
    "× alone",
    "× alone, 95th",
    "work, median",
    "95th",
    "CPU a key",
    "script",
    "style",
    "layout",
    "CPU for what comes in",
  ];
  const rows = cells.map((cell) => {
    const { total, work } = timesOf(cell);
    return [
      cell.name,
      cell.isBusy ? `${cell.lettersPerSecond.toFixed(0)} letters/s` : "nobody",
      String(cell.keys.length),
      inMs(total.median),
      inMs(total.late),
      times(total.median, base?.total.median),
      times(total.late, base?.total.late),
      inMs(work.median),
      inMs(work.late),
      inMs(cell.keyCpu.taskMs),
      inMs(cell.keyCpu.scriptMs),
      inMs(cell.keyCpu.styleMs),
      inMs(cell.keyCpu.layoutMs),
      `${cell.idleCpu.taskMs.toFixed(0)} ms/s`,
    ];
  });
  return { head, rows };
}

interface Times {
  readonly median: number;
  readonly late: number;
}

function timesOf({ keys }: Cell): { readonly total: Times; readonly work: Times } {
  const of = (values: readonly number[]): Times => ({
    median: shareOf(values, 0.5),
    late: shareOf(values, 0.95),
  });
  return {
    total: of(keys.map(({ totalMs }) => totalMs)),
    work: of(keys.map(({ workMs }) => workMs)),
  };
}

function times(value: number, base: number | undefined): string {
  return base === undefined ? "" : (value / base).toFixed(2);
}

function inMs(ms: number): string {
  return `${ms.toFixed(1)} ms`;
}
