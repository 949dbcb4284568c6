/**
 * `npm run bench -- kill`: people type, the server is killed (`kill -9`) in the middle of it and started again on what is
 * on the disk. Counts the letters that another person had seen, or that the server had called saved, and that are gone.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { killOnce, type Killed, type KillContestant } from "./killing/kill-once.ts";
import { describeMachine } from "./machine.ts";
import { randomFrom } from "./driver/random.ts";
import { readTableOptions } from "./table-options.ts";
import { Report } from "./tables.ts";

const people = 10;
const killsInARound = 2;

const contestants: readonly KillContestant[] = [
  {
    id: "y-websocket-server",
    name: "@y/websocket-server with LevelDB",
    dialect: "y-websocket",
    script: "y-websocket-server.ts",
    environment: (dataDir) => ({ YPERSISTENCE: join(dataDir, "level") }),
  },
  {
    id: "hocuspocus",
    name: "@hocuspocus/server with SQLite",
    dialect: "hocuspocus",
    script: "hocuspocus.ts",
    environment: () => ({}),
  },
  {
    id: "needline",
    name: "Needline",
    dialect: "needline",
    script: "needline.ts",
    environment: () => ({}),
  },
];

const options = readTableOptions(process.argv.slice(2));
const kills = options.rounds * killsInARound;
const report = new Report("What is left after kill -9");
report.say([
  ...(await describeMachine()),
  `- ${people} people type 20 letters a second each; between half a second and five seconds later the server is killed. ${kills} times each, on a new folder`,
  "- Seen: the letters that at least one other person's page had. Saved: those that the server called saved; only Needline says that",
]);
const rows: string[][] = [];
for (const contestant of contestants.filter(({ id }) => options.only?.includes(id) ?? true)) {
  const random = randomFrom(people);
  const all: Killed[] = [];
  for (let kill = 1; kill <= kills; kill += 1) {
    console.error(`… ${contestant.name}, kill ${kill}`);
    const dataDir = await mkdtemp(join(tmpdir(), "needline-kill-"));
    try {
      all.push(await killOnce(contestant, { dataDir, people, afterMs: 500 + random() * 4_500 }));
    } finally {
      await rm(dataDir, { recursive: true, force: true });
    }
  }
  const sum = (of: (killed: Killed) => number): number => all.reduce((n, one) => n + of(one), 0);
  const [seen, lostSeen] = [sum((one) => one.seen), sum((one) => one.lostSeen)];
  const [saved, lostSaved] = [sum((one) => one.saved), sum((one) => one.lostSaved)];
  rows.push([
    contestant.name,
    String(sum((one) => one.typed)),
    String(seen),
    String(lostSeen),
    seen === 0 ? "–" : `${((lostSeen / seen) * 100).toFixed(1)} %`,
    saved === 0 ? "–" : String(saved),
    saved === 0 ? "–" : String(lostSaved),
  ]);
  if (contestant.id === "needline" && lostSeen + lostSaved > 0) process.exitCode = 1;
}
report.table(["", "typed", "seen", "of them lost", "", "saved", "of them lost"], rows);
await report.write(options.write);
