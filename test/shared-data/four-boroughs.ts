/**
 * The real planning statement, spread over four boroughs: a seeded script takes 500 positions, makes
 * 60 edits and 40 suggestions through the real server, and keeps its own plain books of what each
 * borough said on which words. Then the board and everybody's lists are compared with the books.
 * Prints its seed and ends with `N passed, N failed`. A seed as the first argument repeats a run.
 */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bool, create, int32, oneOf } from "lib0/prng";
import * as Y from "yjs";
import { startApp } from "../../server/app.ts";
import { readConfig } from "../../server/config.ts";
import type { Entry } from "../../shared/entry.ts";
import { textFingerprint } from "../../shared/even-text.ts";
import { mainField } from "../../shared/item-kinds.ts";
import { fragmentOf, itemsOf, readItem, readItems, type Item } from "../../shared/items.ts";
import { memberIn } from "../../shared/members.ts";
import { noticesFor } from "../../shared/notices.ts";
import { nothingRead } from "../../shared/notice-reading.ts";
import { plainText } from "../../shared/plain-text.ts";
import { allStances, type Stance } from "../../shared/position.ts";
import { foldEntries } from "../../shared/record.ts";
import { emptyRecord } from "../../shared/record-state.ts";
import { readRichText, richTextFromPlain } from "../../shared/rich-text.ts";
import { fingerprintOf } from "../../shared/seen.ts";
import { itemsToLookAt, threadsToLookAt } from "../../shared/to-look-at.ts";
import { LivePage } from "../integration/sync/live-page.ts";
import { Books, type Cell } from "./books.ts";
import { Caller } from "./caller.ts";
import { until } from "./until.ts";

const boroughs = ["camden", "hackney", "southwark", "lambeth"] as const;
const counts = { positions: 500, edits: 60, suggestions: 40 };

const seed = Number(process.argv[2] ?? Date.now() % 2 ** 31);
console.log(`four boroughs: seed ${seed}`);
const random = create(seed);
let passed = 0;
let failed = 0;

const dataDir = await mkdtemp(join(tmpdir(), "needline-four-boroughs-"));
const app = await startApp(readConfig({ DATA_DIR: dataDir, PORT: "0", LOG_LEVEL: "error" }));
const pages: LivePage[] = [];
try {
  await run();
} finally {
  for (const page of pages) page.end();
  await app.stop();
  await rm(dataDir, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

interface Officer {
  readonly borough: string;
  readonly caller: Caller;
  readonly page: LivePage;
  readonly personId: string;
}

async function run(): Promise<void> {
  const lead = new Caller(app.url);
  await lead.starts(app.startLink ?? "", boroughs[0]);
  const statementId = await lead.makesStatement("Planning application data");
  const file = join(import.meta.dirname, "../../../shared/data/planning/statement.csv");
  await lead.brings(statementId, await readFile(file, "utf8"));
  const callers = [lead];
  for (const borough of boroughs.slice(1)) callers.push(await lead.invites(statementId, borough));
  const officers: Officer[] = [];
  for (const [at, caller] of callers.entries()) {
    const page = new LivePage({ url: app.url, statementId, cookie: caller.cookie });
    pages.push(page);
    await until(() => page.isSynced);
    officers.push({
      borough: boroughs[at] ?? "",
      caller,
      page,
      personId: await caller.personId(),
    });
  }
  const [first] = officers;
  if (!first) throw new Error("nobody came");
  const asked = readItems(first.page.doc).filter(
    ({ kind }) => kind === "need" || kind === "requirement",
  );
  const books = new Books(
    asked.map(({ id, fields, kind }) => [
      id,
      plainText(fields[mainField(kind)] ?? { type: "doc", content: [] }),
    ]),
    boroughs,
  );
  await act(statementId, officers, books);
  await compare(statementId, officers, books);
}

async function act(statementId: string, officers: readonly Officer[], books: Books): Promise<void> {
  const left = { ...counts };
  let refused = 0;
  while (left.positions + left.edits + left.suggestions > 0) {
    const dice = int32(random, 1, left.positions + left.edits + left.suggestions);
    const officer = oneOf(random, officers as Officer[]);
    const itemId = oneOf(random, books.itemIds as string[]);
    if (dice <= left.positions) {
      left.positions -= 1;
      if (!(await says(statementId, officer, itemId, books))) refused += 1;
    } else if (dice <= left.positions + left.edits) {
      left.edits -= 1;
      await edits(officers, officer, itemId, books);
    } else {
      left.suggestions -= 1;
      await suggests(statementId, officers, officer, itemId, books);
    }
  }
  // A borough that says the same again on the same words is told so; nothing is lost or doubled by it.
  console.log(`four boroughs: ${refused} of ${counts.positions} positions stood already`);
}

/** @returns false when the borough says that already, by the server and by the books */
async function says(
  statementId: string,
  { borough, caller, page }: Officer,
  itemId: string,
  books: Books,
): Promise<boolean> {
  const item = itemIn(page, itemId);
  // Most agree, or nothing would ever be agreed by all four.
  const stance = int32(random, 1, 10) <= 7 ? "agree" : oneOf(random, allStances as Stance[]);
  const words = stance === "agree" || stance === "does-not-apply" ? "" : `Because of ${borough}.`;
  const isNew = books.says(borough, itemId, stance, words);
  const answer = await caller.commands(statementId, "take-position", {
    itemId,
    stance,
    words,
    seen: fingerprintOf(item, borough),
  });
  if (answer.status === (isNew ? 201 : 409)) return isNew;
  throw new Error(`take-position answers ${answer.status}: ${JSON.stringify(answer.body)}`);
}

/** Writes over an item's main words, or puts back what they were: one time in three. */
async function edits(
  officers: readonly Officer[],
  { page }: Officer,
  itemId: string,
  books: Books,
): Promise<void> {
  const before = books.words(itemId);
  const back = books.wordsBefore(itemId);
  const words =
    back !== null && int32(random, 0, 2) === 0 ? back : `${before} (${int32(random, 100, 999)})`;
  const { kind } = itemIn(page, itemId);
  const fragment = fragmentOf(page.doc, itemId, mainField(kind));
  const block = fragment?.get(0);
  const text = block instanceof Y.XmlElement ? block.get(0) : null;
  if (!(text instanceof Y.XmlText)) throw new Error(`${itemId} has no text`);
  page.doc.transact(() => {
    text.delete(0, text.length);
    text.insert(0, words);
  });
  books.writes(itemId, words);
  await everywhere(officers, itemId, books);
}

async function suggests(
  statementId: string,
  officers: readonly Officer[],
  { caller, page, personId }: Officer,
  itemId: string,
  books: Books,
): Promise<void> {
  const { kind } = itemIn(page, itemId);
  const field = mainField(kind);
  const fragment = fragmentOf(page.doc, itemId, field);
  if (!fragment) throw new Error(`${itemId} has no ${field}`);
  const words = `${books.words(itemId)} Or so (${int32(random, 100, 999)}).`;
  const answer = await caller.commands(statementId, "suggest-wording", {
    anchor: { itemId },
    field,
    seen: textFingerprint(readRichText(fragment)),
    after: richTextFromPlain(words),
    because: "It is clearer.",
  });
  if (answer.status !== 201) {
    // The longest needs of the source leave no room for more: then nobody waits for anything.
    console.log(`four boroughs: a suggestion is refused: ${JSON.stringify(answer.body)}`);
    return;
  }
  const threadId = answer.threadId;
  books.suggests(threadId, personId);
  if (bool(random)) return;
  const decider = oneOf(random, officers as Officer[]);
  const isAccepted = bool(random);
  const decided = await decider.caller.commands(
    statementId,
    isAccepted ? "accept-suggestion" : "decline-suggestion",
    isAccepted ? { threadId } : { threadId, why: "It says that already." },
  );
  if (decided.status !== 201) throw new Error(JSON.stringify(decided.body));
  books.decides(threadId);
  if (!isAccepted) return;
  books.writes(itemId, words);
  await everywhere(officers, itemId, books);
}

async function compare(
  statementId: string,
  officers: readonly Officer[],
  books: Books,
): Promise<void> {
  const [first] = officers;
  if (!first) return;
  const board = await first.caller.agreement(statementId);
  const rows = new Map(board.rows.map((row) => [row.id, row]));
  check("items on the board", rows.size, books.itemIds.length);
  const wrong: string[] = [];
  for (const itemId of books.itemIds) {
    for (const borough of boroughs) {
      const cell = rows.get(itemId)?.cells.find(({ boroughId }) => boroughId === borough)?.state;
      const expected: Cell = books.cell(borough, itemId);
      if (cell !== expected) wrong.push(`${itemId} ${borough}: ${cell}, not ${expected}`);
    }
  }
  check(
    `cells of the board, of ${books.itemIds.length * boroughs.length}, that are wrong`,
    wrong,
    [],
  );
  check("agreed by all four", board.counts.agreed, books.agreedByAll());
  check("objections", board.counts.objections, books.count("object"));
  check("changed since", board.counts.changed, books.count("changed"));
  for (const { borough } of officers) {
    const found = board.boroughs.find(({ id }) => id === borough)?.toLookAt;
    check(`left to look at for ${borough}, by the board`, found, books.toLookAt(borough).length);
  }

  const entries = await first.caller.record(statementId);
  const record = foldEntries(emptyRecord, entries as Entry[]);
  const items = readItems(first.page.doc);
  for (const { borough, personId } of officers) {
    const member = memberIn(record, personId);
    if (!member) throw new Error(`${borough} has nobody`);
    const list = itemsToLookAt(member, record, items).map(({ itemId }) => itemId);
    check(`list of ${borough}`, list.toSorted(), [...books.toLookAt(borough)].toSorted());
    const threads = threadsToLookAt(member, record, noticesFor(member, record, items), nothingRead);
    const waiting = threads.flatMap((one) =>
      one.kind === "thread" && one.why === "suggestion" ? [one.threadId] : [],
    );
    check(
      `suggestions waiting for ${borough}`,
      waiting.toSorted(),
      books.waitingFor(personId).toSorted(),
    );
  }
}

/** Waits until everybody's page says what the books say. */
async function everywhere(
  officers: readonly Officer[],
  itemId: string,
  books: Books,
): Promise<void> {
  const says = (page: LivePage): string => {
    const { fields, kind } = itemIn(page, itemId);
    return plainText(fields[mainField(kind)] ?? { type: "doc", content: [] });
  };
  await until(() => officers.every(({ page }) => says(page) === books.words(itemId)));
}

function itemIn({ doc }: LivePage, itemId: string): Item {
  const item = readItem(itemId, itemsOf(doc).get(itemId));
  if (!item) throw new Error(`there is no item ${itemId}`);
  return item;
}

function check(what: string, found: unknown, expected: unknown): void {
  const isRight = JSON.stringify(found) === JSON.stringify(expected);
  if (isRight) passed += 1;
  else failed += 1;
  const shown = Array.isArray(found) ? `${found.length}` : JSON.stringify(found);
  const end = isRight
    ? ""
    : `: ${JSON.stringify(found)}, but the books say ${JSON.stringify(expected)}`;
  console.log(`${isRight ? "ok    " : "FAILED"} four boroughs: ${what}: ${shown}${end}`);
}
