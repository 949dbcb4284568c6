/**
 * The people of the soak, in a process of their own: gets its plan as a message, works for as long as it says, and
 * answers with what was done and whether anything is missing.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { asChild } from "../as-child.ts";
import { addItem, itemsOf, readItems, schemaNumber } from "../../shared/items.ts";
import { richTextFromPlain } from "../../shared/rich-text.ts";
import type { Ticket } from "../driver/plan.ts";
import { randomFrom } from "../driver/random.ts";
import { firstText } from "../seed/large-text.ts";
import { writeStatement } from "../driver/statement.ts";
import { LightPage } from "../light-page.ts";
import { probeItem } from "./probe.ts";
import { soakPlanSchema, type begunSchema, type Soaked, type SoakPlan } from "./soak-plan.ts";
import { plainOf, Soaker, type Company } from "./soaker.ts";

const recordSchema = z.object({
  entries: z.array(z.object({ words: z.object({ text: z.string().optional() }) })),
});

const applyEveryMs = 500;
const longestSettleMs = 120_000;

asChild(soakPlanSchema, drive);

async function drive(plan: SoakPlan): Promise<Soaked> {
  const ticketOf = (cookie: string): Ticket => ({
    url: `${plan.url.replace(/^http/, "ws")}/sync/${plan.statementId}?schema=${schemaNumber}`,
    headers: { Cookie: cookie, Origin: plan.url },
  });
  const tickets = plan.cookies.map(ticketOf);
  const [lead] = tickets;
  if (!lead) throw new Error("A statement has a lead.");
  await writeFirstWords(lead);
  process.send?.({ kind: "begun" } satisfies z.infer<typeof begunSchema>);
  const company: Company = {
    random: randomFrom(plan.seed),
    did: {},
    takenOut: new Set(),
    closed: [],
    comment: (ticket, itemId, words) => comment(plan, ticket, itemId, words),
  };
  const soakers = tickets.map((ticket, number) => new Soaker(`p${number}`, ticket, company));
  const endsAtMs = performance.now() + plan.forMs;
  const isOver = (): boolean => performance.now() >= endsAtMs;
  const applying = setInterval(() => {
    for (const { page } of soakers) page.applyIncoming();
  }, applyEveryMs);
  await Promise.all(soakers.map((soaker) => soaker.live(isOver)));
  clearInterval(applying);
  return { ...(await compare(plan, soakers, lead, company)), did: company.did };
}

async function writeFirstWords(ticket: Ticket): Promise<void> {
  const page = new LightPage(ticket);
  await page.connect();
  writeStatement(page.doc);
  const words = richTextFromPlain("x");
  addItem(page.doc, { ...probeItem, fields: { statement: words, rationale: words } });
  await until(() => page.isAllSaved);
  page.disconnect();
}

/** @returns whether the server took it */
async function comment(
  { url, statementId }: SoakPlan,
  { headers }: Ticket,
  itemId: string,
  words: string,
): Promise<boolean> {
  const path = `/api/statements/${statementId}/commands/start-thread`;
  try {
    const response = await fetch(url + path, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify({ anchor: { itemId }, text: words }),
    });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    // A server may close a connection that rests at the very moment it is used again.
    return false;
  }
}

/** Waits until all documents are alike, and looks for what was said to be saved. */
async function compare(
  plan: SoakPlan,
  soakers: readonly Soaker[],
  ticket: Ticket,
  { takenOut, closed }: Company,
): Promise<Omit<Soaked, "did">> {
  const newcomer = new LightPage(ticket);
  await newcomer.connect();
  const read = ({ doc }: LightPage): string => JSON.stringify(readItems(doc));
  const differing = async (): Promise<number> => {
    newcomer.applyIncoming();
    const expected = read(newcomer);
    let count = 0;
    for (const { page } of soakers) {
      page.applyIncoming();
      if (read(page) !== expected) count += 1;
      // Pings have to be answered meanwhile.
      await sleep(1);
    }
    return count;
  };
  const endMs = performance.now() + longestSettleMs;
  let left = await differing();
  while (left > 0 && performance.now() < endMs) {
    await sleep(1_000);
    left = await differing();
  }
  const there = new Set(
    [...itemsOf(newcomer.doc).keys()].flatMap((id) =>
      plainOf(firstText(newcomer.doc, id, "statement")).split(/\s+/),
    ),
  );
  const saved = soakers.flatMap(({ savedWords }) => savedWords);
  const recorded = await recordedComments(plan, ticket);
  const comments = soakers.flatMap((soaker) => soaker.comments);
  for (const { page } of soakers) {
    closed.push(...page.closed);
    page.disconnect();
  }
  newcomer.disconnect();
  return {
    saved: saved.length,
    lost: saved.filter((word) => !there.has(word) && !takenOut.has(word)),
    comments: comments.length,
    lostComments: comments.filter((words) => !recorded.has(words)).length,
    documents: soakers.length,
    differing: left,
    closed,
  };
}

async function recordedComments(
  { url, statementId }: SoakPlan,
  { headers }: Ticket,
): Promise<ReadonlySet<string>> {
  const response = await fetch(`${url}/api/statements/${statementId}/record`, { headers });
  const { entries } = recordSchema.parse(await response.json());
  return new Set(entries.flatMap(({ words }) => words.text ?? []));
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await sleep(20);
}
