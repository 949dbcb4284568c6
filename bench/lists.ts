/**
 * `npm run bench -- lists`: how soon Needs covered and Agreement of a large statement can be read, when all
 * their rows are there, and what a change by somebody else costs the page that has them open. See README.md.
 */
import type { Browser } from "playwright-core";
import { Editor } from "./lists/editor.ts";
import { Caller } from "./exchange/caller.ts";
import { measureChange, measureOpening, type Change, type Opening } from "./lists/measure.ts";
import { measureNarrowing, narrowings } from "./lists/narrowing.ts";
import { startFilledServer } from "./page/filled-server.ts";
import { readPageOptions } from "./page/options.ts";
import { stillness } from "./page/our-page.ts";
import { reportSizes } from "./page/report-sizes.ts";
import { openContext, signedIn } from "./page/sitting.ts";
import { figure, medianOf, type Report } from "./tables.ts";

/** As many boroughs as write a statement together. */
const others = 4;
const changes = 8;

const options = readPageOptions(process.argv.slice(2));
await reportSizes(options, {
  title: "Long tables in the page",
  about: [
    `Medians of ${options.rounds} openings and ${changes} changes`,
    "Work is the processor's time of the page's main thread; for a change without what the page does by itself",
  ],
  measure: measureSize,
});

async function measureSize(browser: Browser, size: number, report: Report): Promise<void> {
  const { url, seeded, close } = await startFilledServer(
    { size, comments: 0, others },
    options.kept,
  );
  const context = await openContext(browser);
  try {
    const page = await signedIn(context, url, seeded.cookie);
    const client = await context.newCDPSession(page);
    const editor = await Editor.open(url, seeded);
    const rows: string[][] = [];
    for (const view of ["Needs covered", "Agreement"] as const) {
      await page.goto(`${url}/statements/${seeded.statementId}/people`);
      await page.getByRole("heading", { name: "People", level: 1 }).waitFor();
      await page.evaluate(stillness);
      const openings: Opening[] = [];
      for (let round = 0; round < options.rounds; round += 1) {
        console.error(`… ${view}, ${size} items, opened for the ${round + 1}. time`);
        openings.push(await measureOpening(page, client, view, editor.rows));
      }
      await page.evaluate(stillness);
      const changed: Change[] = [];
      for (let round = 0; round < changes; round += 1)
        changed.push(await measureChange(page, client, editor, (round + 0.5) / changes));
      rows.push([view, ...openingCells(openings), ...changeCells(changed)]);
    }
    await new Caller(url, seeded.cookie).keepsVersion(seeded.statementId);
    await editor.writesInAll();
    editor.close();
    const narrowed: string[][] = [];
    for (const narrowing of narrowings) {
      console.error(`… ${narrowing.what}, ${size} items`);
      await page.goto(`${url}/statements/${seeded.statementId}${narrowing.path}`);
      await page.locator(narrowing.ready).first().waitFor();
      await page.evaluate(stillness);
      const { firstMs, laterMs, backMs, longestTaskMs } = await measureNarrowing(page, narrowing);
      const ms = [firstMs, laterMs, backMs, longestTaskMs];
      narrowed.push([narrowing.what, ...ms.map((one) => inMs(one))]);
    }
    report.say(["", `## ${size.toLocaleString("en-GB")} items`]);
    report.table(
      [
        "page",
        "rows",
        "first can be read",
        "all are there",
        "work until then",
        "longest task meanwhile",
        "work for a change",
        "script",
        "style",
        "layout",
      ],
      rows,
    );
    report.table(
      ["filters and search", "until seen", "the second time", "all again", "longest task"],
      narrowed,
    );
  } finally {
    await context.close();
    await close();
  }
}

function openingCells(openings: readonly Opening[]): string[] {
  const of = (pick: (opening: Opening) => number): number | null => medianOf(openings.map(pick));
  return [
    String(openings[0]?.rows ?? 0),
    inMs(of(({ firstMs }) => firstMs)),
    inMs(of(({ allMs }) => allMs)),
    inMs(of(({ workMs }) => workMs)),
    inMs(of(({ longestTaskMs }) => longestTaskMs)),
  ];
}

function changeCells(all: readonly Change[]): string[] {
  return (["taskMs", "scriptMs", "styleMs", "layoutMs"] as const).map((what) =>
    inMs(medianOf(all.map((change) => change[what])), 1),
  );
}

function inMs(ms: number | null, digits = 0): string {
  return `${figure(ms, digits)} ms`;
}
