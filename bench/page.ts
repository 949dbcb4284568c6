/**
 * `npm run bench -- page`: what a key costs in the page with a large statement, beside the
 * same editor alone on an empty page and one TipTap editor that holds everything. See README.md.
 */
import type { Browser } from "playwright-core";
import { sitAtBarePage } from "./page/bare-page.ts";
import { readPageOptions } from "./page/options.ts";
import { otherPeople, sitAtOurPage } from "./page/our-page.ts";
import { measureKeys, middleOf, type Cell } from "./page/measure.ts";
import { keyTable } from "./page/tables.ts";
import { servePages } from "./page/serve-pages.ts";
import { sitAlone, type Sitting } from "./page/sitting.ts";
import { reportSizes } from "./page/report-sizes.ts";
import type { Report } from "./tables.ts";

const options = readPageOptions(process.argv.slice(2));
await using pages = await servePages();
await reportSizes(options, {
  title: "A large statement in the page",
  about: [`${options.rounds} rounds in turn, ${options.keys} keys each`],
  measure: measureSize,
});

async function measureSize(browser: Browser, size: number, report: Report): Promise<void> {
  const sittings: Sitting[] = [await sitAlone(browser, pages.url)];
  try {
    if (options.only.includes("needline"))
      sittings.push(await sitAtOurPage(browser, size, options.kept));
    if (options.only.includes("bare"))
      sittings.push(await sitAtBarePage(browser, pages.url, size, otherPeople));
    const rounds: Cell[][] = [];
    for (let round = 0; round < options.rounds; round += 1) {
      for (const sitting of sittings) {
        console.error(`… round ${round + 1}, ${sitting.name}`);
        rounds.push(await measureKeys(sitting, { ...options, isFirst: round === 0 }));
      }
    }
    report.say(["", `## ${size.toLocaleString("en-GB")} items`]);
    const { head, rows } = keyTable(middleOf(rounds.flat()));
    report.table(head, rows);
  } finally {
    for (const sitting of sittings) await sitting.close();
  }
}
