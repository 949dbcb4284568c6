/**
 * How a room's work gets committed: what pages sent, beat by beat, and acts between beats. Promises
 * that text and record change, and pages hear of it, only after the commit.
 */
import { referencesDue } from "../../shared/commands/give-references.ts";
import type { Entry } from "../../shared/entry.ts";
import { Refusal } from "../../shared/refusal.ts";
import { encodeSaved } from "../../shared/sync/saved.ts";
import { Behind, type Commit, type Point, type StoredText } from "../store/text-store.ts";
import { prepareAct, type Author, type Decision } from "./act.ts";
import { Agenda } from "./agenda.ts";
import type { Audience } from "./audience.ts";
import { gatherBeat, type Received } from "./beat.ts";
import type { CommittedRecord } from "./committed-record.ts";
import type { CommittedText, TextSummary } from "./committed-text.ts";
import type { CommittedUpdate } from "./committed-update.ts";
import type { Connection } from "./connection.ts";
import { DailyVersions } from "./daily-version.ts";
import { FollowUp } from "./follow-up.ts";
import type { Contribution, Contributor, Journal } from "./journal.ts";
import { isSamePoint, pointAfter, pointOf } from "./point.ts";
import { isReferenceDue } from "./references.ts";
import { theServer } from "./the-server.ts";

/** What it commits for, and where. */
export interface CommitsPlace {
  readonly statementId: string;
  /** To read it makes its document, if there is none yet. */
  readonly text: CommittedText;
  readonly record: CommittedRecord;
  readonly audience: Audience;
  readonly journal: Journal;
  /** The server's own Yjs client id in this statement. */
  readonly clientId: number;
  /** ISO 8601, UTC. */
  now(): string;
  /** Memory and disk may differ now. */
  failed(error: unknown): void;
}

interface Act {
  readonly by: Author;
  readonly decide: () => Decision;
  readonly resolve: (entries: Entry[]) => void;
  readonly reject: (error: unknown) => void;
}

export class RoomCommits implements Contributor {
  readonly #place: CommitsPlace;
  readonly #agenda = new Agenda<Act>();
  readonly #daily: DailyVersions;
  readonly #followUp = new FollowUp(() => this.#seeWhatFollows());
  /** How far text and record are committed. */
  #point: Point;
  /** What lists say of the statement. */
  #summary: TextSummary;
  /** When text or record last changed. */
  #changedAt: string;
  #rows: number;
  #bytes: number;
  #lastCommitAt = performance.now();
  #isCommitting = false;
  #hasFailed = false;
  #isGivingReferences = false;

  constructor(stored: StoredText, place: CommitsPlace) {
    this.#place = place;
    this.#daily = new DailyVersions(place);
    this.#point = pointOf(stored);
    this.#summary = stored.summary;
    this.#changedAt = stored.summary.changedAt;
    this.#rows = stored.updates.length;
    this.#bytes = bytesOf(stored.updates);
  }

  /** As `performance.now()` told it; when the room was opened, before the first. */
  get lastCommitAt(): number {
    return this.#lastCommitAt;
  }

  /** Whether something waits or is being committed. */
  get isBusy(): boolean {
    const { isWaiting } = this.#followUp;
    return this.#isCommitting || !this.#agenda.isEmpty || isWaiting || this.#isSummaryOld();
  }

  /** What the journal holds since the last snapshot. */
  get sinceSnapshot(): { readonly rows: number; readonly bytes: number } {
    return { rows: this.#rows, bytes: this.#bytes };
  }

  /** That much is in a snapshot now. */
  compacted({ rows, bytes }: { readonly rows: number; readonly bytes: number }): void {
    this.#rows -= rows;
    this.#bytes -= bytes;
  }

  /** Does now what follows from what was committed and may wait otherwise. */
  followUp(): void {
    this.#followUp.now();
  }

  receive(received: Received): void {
    if (received.frame.kind === "mark" && !this.#agenda.hasReceived && !this.#isCommitting) {
      received.connection.send(encodeSaved(received.frame.k));
      return;
    }
    this.#agenda.addReceived(received);
    this.#place.journal.note(this);
  }

  /**
   * Decides and acts when everything received before is committed.
   * @throws what `decide` throws; Refusal `unavailable` when it could not be kept
   */
  act(by: Author, decide: () => Decision): Promise<Entry[]> {
    // Words that are committed get their reference before anything else is done.
    this.#followUp.now();
    if (this.#hasFailed) return Promise.reject(unavailable());
    return new Promise((resolve, reject) => {
      this.#agenda.addAct({ by, decide, resolve, reject });
      this.#place.journal.note(this);
    });
  }

  take(): Contribution | null {
    if (this.#hasFailed) return null;
    try {
      const contribution = this.#takeDaily() ?? this.#takeAct() ?? this.#takeText();
      this.#isCommitting = contribution !== null;
      if (!this.#agenda.isEmpty) this.#place.journal.note(this);
      return contribution;
    } catch (error) {
      this.#fail(error);
      return null;
    }
  }

  /** Gives references to those of `itemIds` that are due one, and to all others that are. */
  giveReferences(itemIds: Iterable<string>): void {
    const { text, record } = this.#place;
    if (this.#isGivingReferences) return;
    const isDue = [...itemIds].some((id) => isReferenceDue(record.state, text, id));
    if (!isDue) return;
    this.#isGivingReferences = true;
    const given = this.act(theServer, () => {
      this.#isGivingReferences = false;
      const draft = referencesDue(record.state, text.items());
      return { drafts: draft ? [draft] : [] };
    });
    // A store that failed is told to everybody by closing the room, which loads again and gives them then.
    given.catch(() => {});
  }

  /** The first that happens on a later day waits until the day before is kept. */
  #takeDaily(): Contribution | null {
    if (this.#agenda.isEmpty) return null;
    const { record, audience } = this.#place;
    const at = this.#place.now();
    const due = this.#daily.due(this.#changedAt, at);
    if (!due) return null;
    const { draft, keeps } = due;
    const place = { ...this.#place, point: this.#point, at };
    const { committed: _, ...parts } = prepareAct(theServer, { drafts: [draft], keeps }, place);
    // To keep what is there is not a change.
    return this.#contribution(parts, this.#changedAt, () => {
      record.append(parts.entries);
      audience.sendEntries(parts.entries);
    });
  }

  #takeText(): Contribution | null {
    const { text, statementId } = this.#place;
    const at = this.#place.now();
    const { rows, clientIds, updates, authors, marks } = gatherBeat(
      this.#agenda.takeReceived(),
      text,
      { statementId, at },
    );
    if (rows.length === 0) {
      // Everything before these marks was committed in beats before this one.
      sendSaved(marks);
      if (!this.#isSummaryOld()) return null;
    }
    const nothing = { expects: [], entries: [], references: [], versions: [] };
    const parts = { ...nothing, updates: rows, clientIds };
    return this.#contribution(parts, at, () => {
      for (const { clientId, personId } of clientIds) text.bind(clientId, personId);
      this.#apply(updates, authors);
      if (rows.length > 0) sendSaved(marks);
    });
  }

  #takeAct(): Contribution | null {
    for (let act = this.#agenda.takeAct(); act; act = this.#agenda.takeAct()) {
      const contribution = this.#decide(act);
      if (contribution) return contribution;
    }
    return null;
  }

  /** Null when there is nothing to commit; the act is settled then. */
  #decide({ by, decide, resolve, reject }: Act): Contribution | null {
    const { text, record, audience } = this.#place;
    try {
      const at = this.#place.now();
      const place = { ...this.#place, point: this.#point, at };
      const { committed, ...parts } = prepareAct(by, decide(), place);
      if (parts.entries.length === 0 && parts.updates.length === 0) {
        resolve([]);
        return null;
      }
      const contribution = this.#contribution(parts, at, () => {
        for (const { clientId, personId } of parts.clientIds) text.bind(clientId, personId);
        record.append(parts.entries);
        this.#apply(committed, new Set());
        audience.sendEntries(parts.entries);
        resolve([...parts.entries]);
      });
      const failed = (error: unknown): void => {
        reject(unavailable());
        contribution.failed(error);
      };
      return { ...contribution, failed };
    } catch (error) {
      reject(error);
      return null;
    }
  }

  #contribution(
    parts: Omit<Commit, "summaries">,
    changedAt: string,
    whenCommitted: () => void,
  ): Contribution {
    const { statementId, text } = this.#place;
    this.#summary = text.summary;
    return {
      commit: { ...parts, summaries: [{ statementId, ...this.#summary, changedAt }] },
      committed: (result) => {
        this.#isCommitting = false;
        this.#lastCommitAt = performance.now();
        this.#point = pointAfter(this.#point, parts);
        // It is kept, but not upon what this room holds.
        if (!isSamePoint(this.#point, result.get(statementId))) return this.#fail(new Behind());
        this.#changedAt = changedAt;
        this.#rows += parts.updates.length;
        this.#bytes += bytesOf(parts.updates);
        try {
          whenCommitted();
        } catch (error) {
          this.#fail(error);
        }
      },
      failed: (error) => this.#fail(error),
    };
  }

  /** Takes in what was committed, sends it, and sees soon what follows from it. */
  #apply(updates: readonly CommittedUpdate[], authors: ReadonlySet<Connection>): void {
    if (updates.length === 0) return;
    const { text, audience } = this.#place;
    audience.sendUpdate(text.apply(updates), authors);
    this.#followUp.soon();
  }

  #seeWhatFollows(): void {
    try {
      this.giveReferences(this.#place.text.takeTouched());
      if (this.#isSummaryOld()) this.#place.journal.note(this);
    } catch (error) {
      this.#fail(error);
    }
  }

  #isSummaryOld(): boolean {
    const { title, itemCount } = this.#place.text.summary;
    return this.#summary.title !== title || this.#summary.itemCount !== itemCount;
  }

  #fail(error: unknown): void {
    this.#hasFailed = true;
    this.#isCommitting = false;
    for (const { reject } of this.#agenda.takeAllActs()) reject(unavailable());
    this.#place.failed(error);
  }
}

function sendSaved(marks: ReadonlyMap<Connection, number>): void {
  for (const [connection, k] of marks) connection.send(encodeSaved(k));
}

function bytesOf(rows: readonly { readonly bytes: Uint8Array }[]): number {
  return rows.reduce((sum, { bytes }) => sum + bytes.length, 0);
}

function unavailable(): Refusal {
  return new Refusal("unavailable", "That could not be saved. Wait a moment, then try again.");
}
