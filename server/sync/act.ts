/** One act on a statement: entries and the server's own text that go together, or not at all. */
import type * as Y from "yjs";
import { sealEntry, type Entry, type EntryDraft } from "../../shared/entry.ts";
import type { KeptText } from "../../shared/version.ts";
import type { Commit, Point } from "../store/text-store.ts";
import type { CommittedRecord } from "./committed-record.ts";
import type { CommittedText } from "./committed-text.ts";
import type { CommittedUpdate } from "./committed-update.ts";
import { inspectUpdate } from "./inspect-update.ts";
import { writeOnCopy } from "./own-text.ts";
import { referencesIn } from "./references.ts";
import { theServer } from "./the-server.ts";

/** In whose name it is done. */
export interface Author {
  readonly personId: string;
  readonly boroughId: string;
}

export interface Decision {
  readonly drafts: readonly EntryDraft[];
  /** Changes the text; called with a copy of the document. */
  readonly write?: (doc: Y.Doc) => void;
  /** The text of a version that one of the drafts tells of. */
  readonly keeps?: KeptText;
  /** Changes the text as it was written on a thread, with a client id that nobody else has. */
  readonly update?: Uint8Array;
}

export interface PreparedAct extends Omit<Commit, "summaries"> {
  /** The server's own text, to be applied when it is committed. */
  readonly committed: readonly CommittedUpdate[];
}

export interface ActPlace {
  readonly statementId: string;
  readonly text: CommittedText;
  readonly record: CommittedRecord;
  /** The server's own in this statement. */
  readonly clientId: number;
  /** What it is decided on. */
  readonly point: Point;
  readonly at: string;
}

/** @throws what `write` throws */
export function prepareAct(by: Author, decision: Decision, place: ActPlace): PreparedAct {
  const { statementId, text, record, clientId, point, at } = place;
  const { personId } = by;
  const expects = [{ statementId, ...point }];
  const entries: Entry[] = [];
  let { head } = record.state;
  for (const draft of decision.drafts) {
    const entry = sealEntry(head, draft, { statementId, at, ...by });
    entries.push(entry);
    head = entry;
  }
  const references = entries.flatMap((entry) =>
    referencesIn(entry).map((reference) => ({ statementId, ...reference })),
  );
  const versions = decision.keeps ? [{ statementId, ...decision.keeps }] : [];
  const written = decision.update
    ? inspectUpdate(decision.update, theServer.personId, text)
    : decision.write
      ? writeOnCopy(text, clientId, decision.write)
      : null;
  if (written?.state === "refused") throw new Error(`The server's own text: ${written.reason}`);
  if (written?.state !== "news") {
    return { expects, entries, references, versions, updates: [], clientIds: [], committed: [] };
  }
  const { bytes, newClients } = written;
  return {
    expects,
    entries,
    references,
    versions,
    updates: [{ statementId, personId, at, bytes }],
    clientIds: newClients.map((id) => ({
      statementId,
      clientId: id,
      personId: theServer.personId,
    })),
    committed: [{ bytes, personId, at, parts: written }],
  };
}
