/**
 * `npm run bench`: many people type into one statement, on Needline and on its peers, in turn, on this machine.
 * Prints tables, ratios and whether what we expect was met. Ends with 1 when Needline lost an edit. See README.md.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { contestants, type Contestant } from "./contestants.ts";
import { judge } from "./expectations.ts";
import { describeMachine } from "./machine.ts";
import { measureCell } from "./measure-cell.ts";
import { readOptions, type Options } from "./options.ts";
import { describeContestants, listOf, tableOf } from "./report.ts";
import { middleOf, type Result } from "./results.ts";
import { isHarder, nameOf, situationsOf, type Situation } from "./situations.ts";

const warmUpMs = 2000;
const thoroughRounds = 3;

let options: Options;
try {
  options = readOptions(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

const printed: string[] = [];
const chosen = contestants.filter(({ id }) => options.only.includes(id));
const rounds = options.thorough ? thoroughRounds : 1;

print([
  "# Many people in one statement",
  "",
  ...(await describeMachine()),
  `- ${warmUpMs / 1000} s of warm-up, ${options.seconds} s measured` +
    (rounds > 1 ? `, medians of ${rounds} rounds` : ""),
  ...describeContestants(chosen),
]);

const results: Result[] = [];
for (const situation of situationsOf(options)) {
  const { people } = situation;
  // What is harder is only for us: the peers are at their end with as many people anyway.
  const here = chosen.filter(
    ({ isOurs, fromPeople, toPeople }) =>
      people >= fromPeople && people <= toPeople && (isOurs || !isHarder(situation)),
  );
  results.push(...(await measureInTurn(here, situation)));
  print(["", ...tableOf(results, situation)]);
}
const judgements = judge(results);
print(["", ...listOf(judgements)]);

if (options.write !== undefined) {
  const folder = fileURLToPath(new URL("results/", import.meta.url));
  const file = `${folder}${new Date().toISOString().slice(0, 10)}-${options.write}.md`;
  await mkdir(folder, { recursive: true });
  await writeFile(file, `${printed.join("\n")}\n`);
  console.log(`\nWritten to ${file}`);
}
if (results.some(({ contestant, cell }) => contestant.isOurs && cell.problems.length > 0)) {
  process.exitCode = 1;
}

/** Round after round, so that a slow minute of the machine hits nobody alone. */
async function measureInTurn(here: readonly Contestant[], situation: Situation): Promise<Result[]> {
  const cells = here.map((contestant) => ({ contestant, measured: [] as Result["cell"][] }));
  for (let round = 0; round < rounds; round++) {
    for (const { contestant, measured } of cells) {
      console.error(`… ${contestant.name}, ${nameOf(situation)}`);
      measured.push(
        await measureCell({
          contestant,
          situation,
          warmUpMs,
          measureMs: options.seconds * 1000,
          seed: situation.people + round,
          profile: contestant.isOurs ? options.profile : undefined,
        }),
      );
    }
  }
  return cells.map(({ contestant, measured }) => ({
    contestant,
    situation,
    cell: middleOf(measured),
  }));
}

function print(lines: readonly string[]): void {
  printed.push(...lines);
  console.log(lines.join("\n"));
}
