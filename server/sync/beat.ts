/**
 * Gathers one beat of a room: judges what has come in, in order, on the committed text and on what
 * was accepted before it in the same beat.
 */
import { can } from "../../shared/access.ts";
import { awayReason, closeCode } from "../../shared/sync/close-codes.ts";
import type { ClientIdRow, NewTextRow } from "../store/text-store.ts";
import type { MarkFrame, UpdateFrame } from "./client-frame.ts";
import type { CommittedText } from "./committed-text.ts";
import type { CommittedUpdate } from "./committed-update.ts";
import type { Connection } from "./connection.ts";
import { inspectUpdate } from "./inspect-update.ts";
import { TextAhead } from "./known-text.ts";

/** What a connection sent. */
export interface Received {
  readonly connection: Connection;
  readonly frame: UpdateFrame | MarkFrame;
}

export interface Beat {
  readonly rows: readonly NewTextRow[];
  readonly clientIds: readonly ClientIdRow[];
  /** The rows again, to be applied when they are committed. */
  readonly updates: readonly CommittedUpdate[];
  /** Who wrote them. */
  readonly authors: ReadonlySet<Connection>;
  /** What each connection may be told is saved. */
  readonly marks: ReadonlyMap<Connection, number>;
  /** To be judged again when the room has caught up: it may speak of what another server committed. */
  readonly unclear: readonly Received[];
}

/** What a page sends before it answers: the answer takes it as long as its connection is slow. */
const mostEarly = 1_000;

/** @param isClear whether the room had caught up with the other servers after this came in */
export function gatherBeat(
  received: readonly Received[],
  text: CommittedText,
  {
    statementId,
    at,
    isClear,
  }: { statementId: string; at: string; isClear: (received: Received) => boolean },
): Beat {
  // Whoever may not write may repeat every deletion: they are judged by all that is deleted.
  if (received.some(bringsTextWithoutLeave)) text.catchUp();
  const known = new TextAhead(text);
  const rows: NewTextRow[] = [];
  const clientIds: ClientIdRow[] = [];
  const updates: CommittedUpdate[] = [];
  const authors = new Set<Connection>();
  const marks = new Map<Connection, number>();
  const unclear: Received[] = [];
  const waiting = new Set<Connection>();
  const line = [...received];
  for (let one = line.shift(); one; one = line.shift()) {
    const { connection, frame } = one;
    if (waiting.has(connection)) {
      unclear.push(one);
      continue;
    }
    // Nothing after an update that was refused: it might hang on it.
    if (connection.isRefused) continue;
    if (frame.kind === "update" && frame.isAnswer) {
      connection.hasAnswered = true;
      line.unshift(...connection.early.splice(0));
    } else if (connection.early.length > 0) {
      if (connection.early.length < mostEarly) connection.early.push(one);
      else connection.refuse(closeCode.tryLater, awayReason.noAnswer);
      continue;
    }
    if (frame.kind === "mark") {
      marks.set(connection, frame.k);
      continue;
    }
    const { personId } = connection.member;
    const inspected = inspectUpdate(frame.bytes, personId, known);
    if (inspected.state === "nothing") continue;
    const mayWrite = can(connection.member, "write");
    if (!mayWrite && isOnlyTidying(inspected, text)) continue;
    // What speaks of text that is not here, or of a client id for the first time.
    const isOdd = !mayWrite || inspected.state === "refused" || inspected.newClients.length > 0;
    if (isOdd && !isClear(one)) {
      unclear.push(one);
      waiting.add(connection);
    } else if (!mayWrite) {
      connection.refuse(closeCode.reload, "Your role does not change the text. Reload the page.");
    } else if (isEarly(inspected, connection)) {
      connection.early.push(one);
    } else if (inspected.state === "refused") {
      connection.refuse(closeCode.reload, inspected.reason);
    } else {
      const { bytes, newClients } = inspected;
      known.accept(inspected);
      for (const clientId of newClients) known.bind(clientId, personId);
      rows.push({ statementId, personId, at, bytes });
      clientIds.push(...newClients.map((clientId) => ({ statementId, clientId, personId })));
      updates.push({ bytes, personId, at, parts: inspected });
      authors.add(connection);
    }
  }
  return { rows, clientIds, updates, authors, marks, unclear };
}

/**
 * A page that comes back with words that were never saved, and is typed in before it could send them: what is typed
 * hangs on them. They come with its answer to what the server asks.
 */
function isEarly(inspected: ReturnType<typeof inspectUpdate>, connection: Connection): boolean {
  return inspected.state === "refused" && inspected.isAhead && !connection.hasAnswered;
}

function bringsTextWithoutLeave({ connection, frame }: Received): boolean {
  return frame.kind === "update" && !can(connection.member, "write");
}

/** Yjs documents tidy redundant formatting away by themselves and send that, those of readers too. */
function isOnlyTidying(inspected: ReturnType<typeof inspectUpdate>, text: CommittedText): boolean {
  if (inspected.state !== "news" || inspected.inserted.length > 0) return false;
  return inspected.deleted.every((run) => text.isFormatting(run));
}
