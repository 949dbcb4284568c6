/** Starts a statement: empty, or from an outline or an earlier statement. All of it is there at once, or nothing. */
import { randomInt } from "node:crypto";
import { noSuchStatement } from "../../../shared/refusal.ts";
import type { OutlineId } from "../../../shared/outlines.ts";
import { joinDraft } from "../../access/join.ts";
import { makeStatement, personWhoMayStart } from "../../record/make-statement.ts";
import type { Resources } from "../../resources.ts";
import { Behind } from "../../store/text-store.ts";
import { referencesIn } from "../../sync/references.ts";
import { theServer } from "../../sync/the-server.ts";
import type { BeginningToWrite } from "./write-beginning.ts";

export interface StatementToStart {
  /** Of one that is there already, because it was asked for before, nothing new is made. */
  readonly id: string;
  readonly personId: string;
  readonly title: string;
  readonly from: StartFrom | null;
}

type StartFrom = { readonly statementId: string } | { readonly outline: OutlineId };

/**
 * @throws Refusal `not-allowed` for whoever may not start statements; `not-found` alike for an earlier
 * statement that does not exist and one that the person may not read
 */
export async function startStatement(
  resources: Resources,
  { id: statementId, personId, title, from }: StatementToStart,
): Promise<void> {
  if (from === null) {
    await makeStatement(resources, { id: statementId, personId, title });
    return;
  }
  const { store, processes, now } = resources;
  const person = await personWhoMayStart(resources, personId);
  if (await store.people.member(statementId, personId)) return;
  const { name, boroughId, boroughName } = person;
  const clientId = randomInt(2 ** 32);
  const at = now();
  const { bytes, entries, itemCount } = await processes.run("write-beginning", {
    from: await readPoint(resources, personId, from),
    statementId,
    title,
    maker: { personId, name, boroughId, boroughName, role: "lead", agrees: true },
    joining: joinDraft(person, "lead", true, null),
    clientId,
    at,
  });
  await store.people.addStatement(statementId, personId, at);
  // Nobody knows of it yet, so no room is open that has to hear of it.
  try {
    await store.text.commit({
      expects: [{ statementId, beat: 0, entry: 0 }],
      updates: [{ statementId, personId, at, bytes }],
      clientIds: [{ statementId, clientId, personId: theServer.personId }],
      entries,
      references: entries.flatMap(referencesIn).map((given) => ({ statementId, ...given })),
      summaries: [{ statementId, title, itemCount, changedAt: at }],
      versions: [],
    });
  } catch (error) {
    // The same was asked for on another server, and is there now.
    if (!(error instanceof Behind)) throw error;
  }
}

async function readPoint(
  { store }: Resources,
  personId: string,
  from: StartFrom,
): Promise<BeginningToWrite["from"]> {
  if ("outline" in from) return from;
  const reader = await store.people.member(from.statementId, personId);
  if (!reader) throw noSuchStatement();
  return { statementId: from.statementId, readerBoroughId: reader.boroughId };
}
