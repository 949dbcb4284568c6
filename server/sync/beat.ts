/**
 * Gathers one beat of a room: judges what has come in, in order, on the committed text and on what
 * was accepted before it in the same beat.
 */
import { can } from "../../shared/access.ts";
import { closeCode } from "../../shared/sync/close-codes.ts";
import type { Run } from "../../shared/touched-items.ts";
import type { ClientIdRow, TextRow } from "../store/text-store.ts";
import type { MarkFrame, UpdateFrame } from "./client-frame.ts";
import type { CommittedText, CommittedUpdate } from "./committed-text.ts";
import type { Connection } from "./connection.ts";
import { inspectUpdate, type KnownText, type News } from "./inspect-update.ts";
import { findStruct, type Struct } from "./write-update.ts";
import type * as Y from "yjs";

/** What a connection sent. */
export interface Received {
  readonly connection: Connection;
  readonly frame: UpdateFrame | MarkFrame;
}

export interface Beat {
  readonly rows: readonly TextRow[];
  readonly clientIds: readonly ClientIdRow[];
  /** The rows again, to be applied when they are committed. */
  readonly updates: readonly CommittedUpdate[];
  /** Who wrote them. */
  readonly authors: ReadonlySet<Connection>;
  /** What each connection may be told is saved. */
  readonly marks: ReadonlyMap<Connection, number>;
}

export function gatherBeat(
  received: readonly Received[],
  text: CommittedText,
  { statementId, number, at }: { statementId: string; number: number; at: string },
): Beat {
  const known = new TextAhead(text);
  const rows: TextRow[] = [];
  const clientIds: ClientIdRow[] = [];
  const updates: CommittedUpdate[] = [];
  const authors = new Set<Connection>();
  const marks = new Map<Connection, number>();
  for (const { connection, frame } of received) {
    // Nothing after an update that was refused: it might hang on it.
    if (connection.isRefused) continue;
    if (frame.kind === "mark") {
      marks.set(connection, frame.k);
      continue;
    }
    const { personId } = connection.member;
    const inspected = inspectUpdate(frame.bytes, personId, known);
    if (inspected.state === "nothing") continue;
    if (!can(connection.member, "write")) {
      if (isOnlyTidying(inspected, text)) continue;
      connection.refuse(closeCode.reload, "Your role does not change the text. Reload the page.");
    } else if (inspected.state === "refused") {
      connection.refuse(closeCode.reload, inspected.reason);
    } else {
      const { bytes, inserted, deleted, newClients } = inspected;
      known.accept(inspected, personId);
      rows.push({ statementId, beat: number, part: rows.length, personId, at, bytes });
      clientIds.push(...newClients.map((clientId) => ({ statementId, clientId, personId })));
      updates.push({ bytes, personId, at, runs: [...inserted, ...deleted] });
      authors.add(connection);
    }
  }
  return { rows, clientIds, updates, authors, marks };
}

/** Yjs documents tidy redundant formatting away by themselves and send that, those of readers too. */
function isOnlyTidying(inspected: ReturnType<typeof inspectUpdate>, text: CommittedText): boolean {
  if (inspected.state !== "news" || inspected.inserted.length > 0) return false;
  return inspected.deleted.every((run) => text.isFormatting(run));
}

/** The committed text and what was accepted in this beat. */
class TextAhead implements KnownText {
  readonly #text: CommittedText;
  readonly #states = new Map<number, number>();
  readonly #structs = new Map<number, Struct[]>();
  readonly #owners = new Map<number, string>();

  constructor(text: CommittedText) {
    this.#text = text;
  }

  stateOf(client: number): number {
    return this.#states.get(client) ?? this.#text.stateOf(client);
  }

  ownerOf(client: number): string | undefined {
    return this.#owners.get(client) ?? this.#text.ownerOf(client);
  }

  structAt(id: Y.ID): Struct | undefined {
    return this.#text.structAt(id) ?? findStruct(this.#structs, id);
  }

  isDeleted(run: Run): boolean {
    return this.#text.isDeleted(run);
  }

  accept({ structs, inserted, newClients }: News, personId: string): void {
    for (const { client, structs: list } of structs) {
      this.#structs.set(client, [...(this.#structs.get(client) ?? []), ...list]);
    }
    for (const { client, clock, len } of inserted) this.#states.set(client, clock + len);
    for (const client of newClients) this.#owners.set(client, personId);
  }
}
