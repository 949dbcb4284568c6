/**
 * How a room's work gets committed: what pages sent, beat by beat, and acts between beats. Promises
 * that text and record change, and pages hear of it, only after the commit, and that an act is decided
 * again when another server came between.
 */
import type { Entry } from "../../shared/entry.ts";
import { encodeSaved } from "../../shared/sync/saved.ts";
import { Behind, type StoredText } from "../store/text-store.ts";
import { prepareAct, type ActPlace, type Author, type Decision } from "./act.ts";
import { Agenda } from "./agenda.ts";
import { gatherBeat, type Received } from "./beat.ts";
import type { TextSummary } from "./committed-text.ts";
import type { Connection } from "./connection.ts";
import { contributionOf, nothing, type Parts } from "./contribution-of.ts";
import { DailyVersions } from "./daily-version.ts";
import { FollowUp } from "./follow-up.ts";
import { Hold } from "./hold.ts";
import type { Contribution, Contributor, Journal } from "./journal.ts";
import { ReferenceGiver } from "./references.ts";
import { RoomHead, type HeadPlace } from "./room-head.ts";
import { theServer } from "./the-server.ts";
import { decideAgain, notKept, unavailable, type WaitingAct } from "./waiting-act.ts";

/** What it commits for, and where. */
export interface CommitsPlace extends HeadPlace {
  readonly journal: Journal;
  /** The server's own Yjs client id in this statement. */
  readonly clientId: number;
  /** ISO 8601, UTC. */
  now(): string;
  /** Memory and disk may differ now. */
  failed(error: unknown): void;
}

export class RoomCommits implements Contributor {
  readonly head: RoomHead;
  readonly references: ReferenceGiver;
  readonly hold = new Hold(() => this.#place.journal.note(this));
  readonly #place: CommitsPlace;
  readonly #agenda = new Agenda<WaitingAct>();
  readonly #daily: DailyVersions;
  readonly #followUp = new FollowUp(() => this.#seeWhatFollows());
  /** What lists say of the statement, as far as this server knows. */
  #summary: TextSummary;
  /** Another server changed something, and may have stopped before it did what follows. */
  #hasChangedElsewhere = false;
  /** Something is being committed, or has to be caught up with before anything else is. */
  #isCommitting = false;
  #mustCatchUp = false;
  #hasFailed = false;
  /** What was not clear before the room had caught up; now it has. */
  readonly #cleared = new WeakSet<Received>();
  readonly #whenSettled: (() => void)[] = [];

  constructor(stored: StoredText, place: CommitsPlace) {
    this.#place = place;
    this.#daily = new DailyVersions(place);
    this.#summary = stored.summary;
    this.references = new ReferenceGiver(place, (by, decide) => this.act(by, decide));
    this.head = new RoomHead(stored, place, {
      failed: (error) => this.#fail(error),
      changedElsewhere: () => {
        this.#hasChangedElsewhere = true;
      },
    });
  }

  /** Whether something waits or is being committed. */
  get isBusy(): boolean {
    const { isWaiting } = this.#followUp;
    return this.#isCommitting || !this.#agenda.isEmpty || isWaiting || this.#isSummaryOld();
  }

  get listeners(): number {
    return this.#place.audience.size;
  }

  /** Does now what follows from what was committed and may wait otherwise. */
  followUp(): void {
    this.#followUp.now();
  }

  /** Does what follows from what another server committed, in case it stopped before it did. */
  makeUpFor(): void {
    if (this.#hasChangedElsewhere) this.#followUp.soon();
    this.#hasChangedElsewhere = false;
  }

  /** Resolves when nothing waits and nothing is under way, or nothing can be committed any more. */
  settled(): Promise<void> {
    if (this.#hasFailed || (!this.#isCommitting && this.#agenda.isEmpty)) return Promise.resolve();
    return new Promise((resolve) => this.#whenSettled.push(resolve));
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
      this.#agenda.addAct({ by, decide, resolve, reject, tries: 0 });
      this.#place.journal.note(this);
    });
  }

  take(): Contribution | null {
    // It notes itself again when that is done.
    if (this.#hasFailed || this.#isCommitting || this.hold.isOn) return null;
    try {
      const contribution = this.#takeDaily() ?? this.#takeAct() ?? this.#takeText();
      if (contribution) this.#isCommitting = true;
      else this.#goOn();
      return contribution;
    } catch (error) {
      this.#fail(error);
      return null;
    }
  }

  /** The first that happens on a later day waits until the day before is kept. */
  #takeDaily(): Contribution | null {
    if (this.#agenda.isEmpty) return null;
    const at = this.#place.now();
    const due = this.#daily.due(this.head.changedAt, at);
    if (!due) return null;
    const { draft, keeps } = due;
    const parts = prepareAct(theServer, { drafts: [draft], keeps }, this.#actPlace(at));
    // To keep what is there is not a change.
    const { changedAt } = this.head;
    const kept = { ...nothing, ...parts, changedAt };
    return this.#contribution(
      kept,
      () => {},
      () => this.#daily.askAgain(),
    );
  }

  #takeText(): Contribution | null {
    const { text, statementId, bus } = this.#place;
    const at = this.#place.now();
    const { rows, clientIds, updates, authors, marks, unclear } = gatherBeat(
      this.#agenda.takeReceived(),
      text,
      { statementId, at, isClear: (received) => bus.isAlone || this.#cleared.has(received) },
    );
    if (unclear.length > 0) this.#clearUp(unclear);
    if (rows.length > 0) {
      const parts = { ...nothing, updates: rows, clientIds, committed: updates, authors };
      return this.#contribution({ ...parts, changedAt: at }, () => sendSaved(marks));
    }
    // Everything before these marks was committed in beats before this one.
    sendSaved(marks);
    if (!this.#isSummaryOld()) return null;
    // What lists say alone, which has to be of the newest text.
    const expects = [{ statementId, ...this.head.point }];
    return this.#contribution({ ...nothing, expects, changedAt: at }, () => {});
  }

  #takeAct(): Contribution | null {
    for (let act = this.#agenda.takeAct(); act; act = this.#agenda.takeAct()) {
      const contribution = this.#decide(act);
      if (contribution) return contribution;
    }
    return null;
  }

  /** Null when there is nothing to commit; the act is settled then. */
  #decide(act: WaitingAct): Contribution | null {
    const { by, decide, resolve, reject } = act;
    try {
      const at = this.#place.now();
      const parts = prepareAct(by, decide(), this.#actPlace(at));
      if (parts.entries.length === 0 && parts.updates.length === 0) {
        resolve([]);
        return null;
      }
      const contribution = this.#contribution(
        { ...nothing, ...parts, changedAt: at },
        () => resolve([...parts.entries]),
        () => decideAgain(act, this.#agenda, this.#place),
      );
      const failed = (error: unknown): void => {
        if (!(error instanceof Behind)) reject(notKept(error));
        contribution.failed(error);
      };
      return { ...contribution, failed };
    } catch (error) {
      reject(error);
      return null;
    }
  }

  #actPlace(at: string): ActPlace {
    return { ...this.#place, point: this.head.point, at };
  }

  /** @param overtaken what is done before it is taken again, when another server came between */
  #contribution(parts: Parts, applied: () => void, overtaken = (): void => {}): Contribution {
    const { statementId, text } = this.#place;
    return contributionOf(
      parts,
      { statementId, head: this.head, summary: text.summary },
      {
        applied: (summary) => {
          this.#summary = summary;
          if (parts.updates.length > 0) this.#followUp.soon();
          applied();
          this.#isCommitting = false;
          this.#goOn();
        },
        overtaken: () => {
          overtaken();
          this.#mustCatchUp = true;
          this.#goOn();
        },
        failed: (error) => this.#fail(error),
      },
    );
  }

  /** Judges again what came in once the room has caught up with the other servers. */
  #clearUp(unclear: readonly Received[]): void {
    for (const received of unclear) this.#cleared.add(received);
    this.#agenda.putReceivedBack(unclear);
    this.#mustCatchUp = true;
  }

  /** Nothing is being committed: what comes next? */
  #goOn(): void {
    this.#isCommitting = this.#mustCatchUp;
    if (this.#mustCatchUp) {
      this.#mustCatchUp = false;
      const goOn = (): void => this.#goOn();
      this.head.catchUp().then(goOn, (error: unknown) => this.#fail(error));
      return;
    }
    if (!this.#agenda.isEmpty) this.#place.journal.note(this);
    else this.#settle();
  }

  #settle(): void {
    for (const settled of this.#whenSettled.splice(0)) settled();
  }

  #seeWhatFollows(): void {
    try {
      this.references.give(this.#place.text.takeTouched());
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
    if (this.#hasFailed) return;
    this.#hasFailed = true;
    this.#isCommitting = false;
    for (const { reject } of this.#agenda.takeAllActs()) reject(unavailable());
    this.#settle();
    this.#place.failed(error);
  }
}

function sendSaved(marks: ReadonlyMap<Connection, number>): void {
  for (const [connection, k] of marks) connection.send(encodeSaved(k));
}
