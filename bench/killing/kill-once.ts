/** One kill: a server on an empty folder, people who type, `kill -9`, and what a newcomer finds afterwards. */
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import * as Y from "yjs";
import { openDoor } from "../admission.ts";
import { startChild, type Child } from "../child.ts";
import { dialectOf, type DialectName } from "../driver/dialects.ts";
import type { Ticket } from "../driver/plan.ts";
import { writeStatement } from "../driver/statement.ts";
import { LightPage } from "../light-page.ts";
import { firstText } from "../seed/large-text.ts";
import { readySchema } from "../servers/tell-ready.ts";
import { itemsOf } from "../../shared/items.ts";

export interface KillContestant {
  readonly id: string;
  readonly name: string;
  readonly dialect: DialectName;
  readonly script: string;
  environment(dataDir: string): Readonly<Record<string, string>>;
}

/** Counted in letters. */
export interface Killed {
  readonly typed: number;
  readonly seen: number;
  readonly lostSeen: number;
  readonly saved: number;
  readonly lostSaved: number;
}

const letterMs = 50;
/** Longer than a server waits before it stores what it has: the first words are not what is measured. */
const restMs = 3_000;
/** What a killed server had sent still arrives. */
const arriveMs = 500;
/** A server may answer before it has read what it stored. */
const readMs = 2_000;

export async function killOnce(
  contestant: KillContestant,
  { dataDir, people, afterMs }: { dataDir: string; people: number; afterMs: number },
): Promise<Killed> {
  const server = start(contestant, dataDir);
  try {
    const ready = await server.next(readySchema);
    const { documentName, tickets, others } = await openDoor(contestant.dialect, ready, people);
    const dialect = dialectOf(contestant.dialect, documentName);
    const open = async (ticket: Ticket): Promise<LightPage> => {
      const page: LightPage = new LightPage(ticket, () => {}, dialect);
      await page.connect();
      return page;
    };
    const first = await open(others);
    await until(() => first.hasCaughtUp);
    writeStatement(first.doc);
    await sleep(restMs);
    first.disconnect();
    const pages = await Promise.all(tickets.map(open));
    await until(() => pages.every((page) => page.hasCaughtUp && itemsOf(page.doc).size > 0));
    await typeUntilKilled(pages, server, afterMs);
    const counted = pages.map((page) => ({
      clientId: page.doc.clientID,
      typed: page.changes,
      saved: page.saved,
      seen: Math.max(
        ...pages.filter((other) => other !== page).map(({ doc }) => clockOf(doc, page)),
      ),
    }));
    const after = await readAgain(contestant, dataDir, others, dialect);
    const sum = (of: (one: (typeof counted)[number]) => number): number =>
      counted.reduce((total, one) => total + of(one), 0);
    const there = (clientId: number): number => after.get(clientId) ?? 0;
    return {
      typed: sum(({ typed }) => typed),
      seen: sum(({ seen }) => seen),
      lostSeen: sum(({ seen, clientId }) => Math.max(0, seen - there(clientId))),
      saved: sum(({ saved }) => saved),
      lostSaved: sum(({ saved, clientId }) => Math.max(0, saved - there(clientId))),
    };
  } finally {
    await server.stop();
  }
}

function start({ script, environment }: KillContestant, dataDir: string): Child {
  return startChild({
    script: fileURLToPath(new URL(`../servers/${script}`, import.meta.url)),
    args: [dataDir],
    environment: environment(dataDir),
    core: 0,
  });
}

async function typeUntilKilled(
  pages: readonly LightPage[],
  server: Child,
  afterMs: number,
): Promise<void> {
  const ids = [...itemsOf(pages[0]?.doc ?? new Y.Doc()).keys()];
  const untilMs = performance.now() + afterMs;
  while (performance.now() < untilMs) {
    await sleep(letterMs);
    for (const [number, { doc }] of pages.entries()) {
      const text = firstText(doc, ids[number % ids.length] ?? "", "statement");
      text.insert(text.length, "e");
    }
  }
  // The last letters are on their way.
  process.kill(server.pid, "SIGKILL");
  await sleep(arriveMs);
}

/** How many letters of each client id a newcomer finds on the server that is started again. */
async function readAgain(
  contestant: KillContestant,
  dataDir: string,
  ticket: Ticket,
  dialect: ReturnType<typeof dialectOf>,
): Promise<ReadonlyMap<number, number>> {
  const server = start(contestant, dataDir);
  try {
    const { url } = await server.next(readySchema);
    const headers = "Origin" in ticket.headers ? { ...ticket.headers, Origin: url } : {};
    const moved = ticket.url.replace(/^ws:\/\/[^/]+/, url.replace(/^http/, "ws"));
    const page = new LightPage({ url: moved, headers }, () => {}, dialect);
    await page.connect();
    await sleep(readMs);
    page.disconnect();
    return Y.decodeStateVector(Y.encodeStateVector(page.doc));
  } finally {
    await server.stop();
  }
}

/** A letter is one insertion of its author's own client, so its number is its Yjs clock. */
function clockOf(doc: Y.Doc, { doc: { clientID } }: LightPage): number {
  return Y.getState(doc.store, clientID);
}

async function until(isSo: () => boolean): Promise<void> {
  const endMs = performance.now() + 20_000;
  while (!isSo()) {
    if (performance.now() > endMs) throw new Error("The text did not arrive.");
    await sleep(20);
  }
}
