/** A data folder of Needline with statements in it, as if people had written them: before a server is started on it. */
import { nanoid } from "nanoid";
import { joinDraft } from "../../server/access/join.ts";
import { hashToken, randomToken } from "../../server/access/tokens.ts";
import { LocalHub } from "../../server/bus/local-bus.ts";
import { openStore } from "../../server/store/open-store.ts";
import type { Store } from "../../server/store/store.ts";
import { mergeText } from "../../server/history/merge-text.ts";
import { Rooms } from "../../server/sync/rooms.ts";
import { startThread } from "../../shared/commands/start-thread.ts";
import type { EntryDraft } from "../../shared/entry.ts";
import { schemaNumber } from "../../shared/items.ts";
import type { Ticket } from "../driver/plan.ts";
import type { LargeText } from "./large-text.ts";

export interface FolderOrder {
  readonly statements: number;
  /** The same people are in all of them. */
  readonly people: number;
  readonly comments: number;
  readonly text: LargeText;
}

/** A way in for one person, but for the server's address. */
export interface Seat {
  readonly statementId: string;
  readonly cookie: string;
}

const camden = { id: "camden", name: "Camden" };

/** @returns for each statement a seat for each person */
export async function makeNeedlineFolder(
  dataDir: string,
  order: FolderOrder,
): Promise<readonly (readonly Seat[])[]> {
  const store = await openStore(dataDir);
  const now = (): string => new Date().toISOString();
  const rooms = new Rooms({
    store,
    bus: new LocalHub().join(),
    merge: (statementId) => mergeText(store.text, statementId),
    now,
    problem: fail,
    thinPresence: true,
  });
  await store.people.keepBorough(camden);
  const people: { id: string; name: string }[] = [];
  for (let number = 0; number < order.people; number += 1) {
    const person = { id: nanoid(), name: `Person ${number}` };
    await store.people.addPerson({ ...person, boroughId: camden.id, at: now() });
    people.push(person);
  }
  const [lead] = people;
  if (!lead) throw new Error("A statement has a lead.");
  const by = { personId: lead.id, boroughId: camden.id };
  const joining = people.map(({ id, name }, number) =>
    joinDraft(
      { id, name, boroughId: camden.id, boroughName: camden.name },
      number === 0 ? "lead" : "editor",
      false,
      null,
    ),
  );
  const seats: Seat[][] = [];
  for (let number = 0; number < order.statements; number += 1) {
    const statementId = nanoid();
    await store.people.addStatement(statementId, lead.id, now());
    await rooms.use(statementId, async (room) => {
      await room.act(by, () => ({ drafts: joining, update: order.text.before }));
      const items = room.items();
      const drafts = Array.from({ length: order.comments }, (_, at) =>
        aComment(items[at % items.length]?.id ?? ""),
      );
      if (drafts.length > 0) await room.act(by, () => ({ drafts }));
    });
    const cookies = await Promise.all(people.map(({ id }) => signIn(store, id, now())));
    seats.push(cookies.map((cookie) => ({ statementId, cookie })));
  }
  // References are given by then.
  await rooms.stop();
  for (const [{ statementId } = { statementId: "" }] of seats) {
    const merged = await mergeText(store.text, statementId);
    if (merged) await store.text.keepMerged(statementId, now(), merged);
    await store.text.removeMerged(statementId);
    await keepLetters(store, statementId, lead.id, order.text.lastLetters);
  }
  await store.close();
  return seats;
}

/** A session of its own for each page, as different browsers have. @returns its cookie */
async function signIn({ people }: Store, personId: string, at: string): Promise<string> {
  const token = randomToken();
  const until = new Date(Date.parse(at) + 80 * 86_400_000).toISOString();
  await people.addSession(hashToken(token), personId, at, until);
  return `needline-session=${token}`;
}

export function ticketFor(url: string, { statementId, cookie }: Seat): Ticket {
  return {
    url: `${url.replace(/^http/, "ws")}/sync/${statementId}?schema=${schemaNumber}`,
    headers: { Cookie: cookie, Origin: url },
  };
}

/** The last letters lie in the journal behind the snapshot, a beat each. */
async function keepLetters(
  { text }: Store,
  statementId: string,
  personId: string,
  letters: readonly Uint8Array[],
): Promise<void> {
  const at = new Date().toISOString();
  const rest = { clientIds: [], entries: [], references: [], versions: [], summaries: [] };
  for (const bytes of letters) {
    await text.commit({ expects: [], updates: [{ statementId, personId, at, bytes }], ...rest });
  }
}

function aComment(itemId: string): EntryDraft {
  const anchor = { itemId };
  return {
    type: startThread.name,
    facts: { threadId: nanoid(), commentId: nanoid(), anchor, type: "comment", mentions: [] },
    words: {
      text: "Is this the same for all of us, or does it differ for leaseholders?",
      anchor: null,
    },
  };
}

function fail(error: unknown): void {
  throw error;
}
