/** Opens a statement for one page. Made outside React, where nothing is made twice, and closed explicitly. */
import * as Y from "yjs";
import { can, type Member } from "../../shared/access.ts";
import type { Entry } from "../../shared/entry.ts";
import { closeCode } from "../../shared/sync/close-codes.ts";
import type { Opening } from "./ask-opening.ts";
import { AskOnce } from "./ask-once.ts";
import { silentBecause } from "./away-words.ts";
import { leavesWords, problemOf } from "./connection-problem.ts";
import { LiveItemStore } from "./item-store.ts";
import { forgetAllOpenings, forgetOpening, keepOpening } from "./kept-opening.ts";
import { gatherPassages, LiveLeftWords } from "./left-words.ts";
import { Listeners } from "./listeners.ts";
import { after } from "./after.ts";
import { copyName, openLocalCopy, type LocalCopy } from "./local-copy.ts";
import { OwnRole } from "./own-role.ts";
import { makeOwnUndo } from "./own-undo.ts";
import { offerOldCopies } from "./old-copies.ts";
import { LivePresenceStore } from "./presence-store.ts";
import { LiveRecordStore } from "./record-store.ts";
import { sendCommand } from "./send-command.ts";
import { LiveSavedStore, slowAnswerMs } from "./saved-store.ts";
import type { StatementAnswer } from "./statement-answer.ts";
import type { StatementSession } from "./statement-session.ts";
import { StatementSocket, type SocketEvents } from "./statement-socket.ts";
import type { Surroundings } from "./surroundings.ts";
import { UnsavedItems } from "./unsaved-items.ts";
import { untilAway } from "./until-away.ts";
import { waitUntilSaved } from "./wait-until-saved.ts";

/** y-websocket gives up a connection on which it has heard nothing for 30 seconds. */
const heartbeatMs = 10_000;

/** An entry that the server has answered with is on the socket already, as a rule. */
const longestEntryMs = 5_000;

/** Loading the copy takes milliseconds, as a rule. */
const longestCopyMs = 2_000;

/**
 * Opens a statement and waits until the page has its text.
 * @param outdated told when the person's role has become of another kind: close this session and open again
 * @throws CommandRefused when no text can be had for now, neither from the server nor from this computer
 */
export async function openSession(
  opening: Opening,
  surroundings: Surroundings,
  outdated: () => void,
): Promise<StatementSession> {
  const session = new LiveSession(opening, surroundings, outdated);
  try {
    await session.open();
    return session;
  } catch (error) {
    session.close();
    throw error;
  }
}

class LiveSession implements StatementSession {
  readonly statementId: string;
  readonly doc = new Y.Doc();
  readonly items: LiveItemStore;
  readonly record = new LiveRecordStore();
  readonly presence: LivePresenceStore;
  readonly savedState: LiveSavedStore;
  readonly leftWords = new LiveLeftWords();
  readonly undo: Y.UndoManager;
  readonly noteBell = new Listeners();
  readonly #statement: StatementAnswer;
  readonly #surroundings: Surroundings;
  readonly #outdated: () => void;
  readonly #socket: StatementSocket;
  readonly #unsaved: UnsavedItems;
  readonly #commands: AskOnce;
  readonly #copyName: string;
  readonly #mayWrite: boolean;
  readonly #role: OwnRole;
  readonly #hasText = Promise.withResolvers<void>();
  readonly #hasServersText = Promise.withResolvers<void>();
  #stops: (() => void)[] = [];
  #slowTimer: ReturnType<typeof setTimeout> | undefined;
  #copy: LocalCopy | null = null;
  /** Changes whenever a connection comes or goes. */
  #connections = 0;
  #isClosed = false;

  constructor(opening: Opening, surroundings: Surroundings, outdated: () => void) {
    const { statement, copyUntil } = opening;
    const { id, me, epoch } = statement;
    this.#statement = statement;
    this.#outdated = outdated;
    this.statementId = id;
    this.#mayWrite = can(me, "write");
    this.#surroundings = surroundings;
    this.#commands = new AskOnce(surroundings.request);
    const { record } = this;
    const { request } = surroundings;
    this.#role = new OwnRole({ statementId: id, me, record, request, outdated });
    this.#copyName = copyName(me.personId, id, epoch);
    this.#unsaved = new UnsavedItems(this.doc, this.#copyName);
    const inherited = this.#mayWrite ? this.#unsaved.inherited.changes : 0;
    this.savedState = new LiveSavedStore(surroundings.now, inherited, copyUntil);
    if (copyUntil !== null) this.savedState.disconnected(silentBecause(surroundings.isOnline()));
    this.items = new LiveItemStore(this.doc);
    this.#socket = new StatementSocket(statement, this.doc, this.#events(), surroundings);
    this.presence = new LivePresenceStore(this.#socket.awareness, () => this.#boroughIds());
    this.undo = makeOwnUndo(this.doc);
  }

  get me(): Member {
    return this.#role.me;
  }

  subscribeMe(listener: () => void): () => void {
    return this.#role.subscribe(listener);
  }

  /** Loads this computer's copy, connects, and waits for the text of one of them. */
  async open(): Promise<void> {
    if (this.#mayWrite) await this.#openCopy();
    else forgetOpening(this.statementId);
    // Added after the socket's own listener: a change leaves before the mark that speaks of it.
    this.doc.on("update", this.#onUpdate);
    const heartbeat = setInterval(() => {
      const k = this.savedState.takeHeartbeat();
      if (k !== null) this.#socket.sendMark(k);
      if (this.savedState.state().connected) this.#keepOpening();
    }, heartbeatMs);
    this.#stops.push(
      () => clearInterval(heartbeat),
      () => this.doc.off("update", this.#onUpdate),
      () => this.#role.close(),
      this.#surroundings.onNetwork((isOnline) => {
        if (isOnline) this.#socket.connect();
        else this.#socket.dropAndRetry();
      }),
    );
    this.#socket.connect();
    const text = Promise.race([this.#hasText.promise, this.#hasServersText.promise]);
    await untilAway(text, this.savedState, this.#surroundings.isOnline);
    this.items.flush();
    void this.#offerOldCopies();
  }

  /** Once the server has said what it has: a copy may hold nothing else. */
  async #offerOldCopies(): Promise<void> {
    await this.#hasServersText.promise;
    if (!this.#isClosed) await offerOldCopies(this, this.#copy?.name ?? null);
  }

  async run(command: string, args: unknown): Promise<Entry> {
    await waitUntilSaved(this.savedState);
    const entry = await sendCommand(this.#commands, this.statementId, command, args);
    this.record.take([entry]);
    await this.record.reach(entry.number, longestEntryMs);
    return entry;
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    for (const stop of this.#stops) stop();
    clearTimeout(this.#slowTimer);
    this.#hasText.resolve();
    this.#socket.close();
    this.presence.close();
    this.items.close();
    this.#unsaved.close();
    this.undo.destroy();
    void this.#copy?.close();
    this.doc.destroy();
  }

  #events(): SocketEvents {
    return {
      connected: () => {
        this.#connections += 1;
        this.#askRecord();
        this.noteBell.tell();
      },
      disconnected: (because) => {
        this.#connections += 1;
        this.savedState.disconnected(because ?? silentBecause(this.#surroundings.isOnline()));
      },
      caughtUp: () => void this.#caughtUp(),
      synced: () => {
        // The role is from the last visit.
        if (this.#isFromCopy) void this.#role.ask();
        this.savedState.connected();
        this.#keepOpening();
        this.#hasServersText.resolve();
      },
      saved: (k) => {
        this.savedState.saved(k);
        this.#note();
        this.#mark();
      },
      record: (entries) => {
        if (this.record.take(entries)) this.#askRecord();
      },
      notes: () => this.noteBell.tell(),
      applied: () => this.items.flush(),
      stopped: (code) => void this.#refused(code),
      roleChanged: () => void this.#comeBack(),
    };
  }

  /** What is shown is this computer's copy, and no server has answered yet. */
  get #isFromCopy(): boolean {
    return this.savedState.state().copyUntil !== null;
  }

  #keepOpening(): void {
    const { me } = this;
    if (can(me, "write")) keepOpening({ ...this.#statement, me }, this.#surroundings.clock());
  }

  /** With the copy first, the server sends only what it lacks; a copy that is slow is not waited for. */
  async #openCopy(): Promise<void> {
    this.#copy = openLocalCopy(this.#copyName, this.doc);
    await Promise.race([this.#loadCopy(), after(longestCopyMs)]);
  }

  async #loadCopy(): Promise<void> {
    await this.#copy?.loaded;
    this.items.flush();
    // With a title it is the whole of a statement that has no items yet.
    const isWhole = this.#isFromCopy && this.items.title() !== "";
    if (isWhole || this.items.order().length > 0) this.#hasText.resolve();
  }

  /** What the copy holds is sent as it is loaded; until then there is something unsaved that nobody has counted. */
  async #caughtUp(): Promise<void> {
    const connection = this.#connections;
    await this.#copy?.loaded;
    if (connection !== this.#connections) return;
    this.savedState.caughtUp();
    this.#mark();
  }

  #onUpdate = (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, by: Y.Transaction): void => {
    if (!by.local) return;
    this.savedState.changed();
    this.#note();
    this.#mark();
  };

  #mark(): void {
    const k = this.savedState.takeMark();
    if (k === null) return;
    this.#socket.sendMark(k);
    clearTimeout(this.#slowTimer);
    // No event comes when an answer does not.
    this.#slowTimer = setTimeout(() => this.savedState.refresh(), slowAnswerMs + 100);
  }

  #note(): void {
    this.#unsaved.note(this.savedState.state().changes);
  }

  #askRecord(): void {
    this.#socket.askRecordSince(this.record.state().head.number);
  }

  /** A role that changed has closed the socket. */
  async #comeBack(): Promise<void> {
    await this.#role.ask();
    if (!this.#isClosed) this.#socket.connect();
  }

  /** Somebody who lost the right to write while away is told by a refusal: then begin again as a reader. */
  async #refused(code: number): Promise<void> {
    if (code === closeCode.reload) await this.#role.ask();
    if (this.#isClosed) return;
    if (code === closeCode.signIn) forgetAllOpenings();
    else forgetOpening(this.statementId);
    // Whoever was let in by the copy alone is refused like everybody who is not signed in.
    if (code === closeCode.signIn && this.#isFromCopy) this.#outdated();
    else await this.#stopped(code);
  }

  async #stopped(code: number): Promise<void> {
    this.savedState.stopped(problemOf(code));
    this.#hasText.resolve();
    if (!leavesWords(code)) return;
    const passages = gatherPassages(this.doc, this.#unsaved.itemIds(), () => undefined);
    await this.leftWords.offer(passages, async () => {
      await this.#copy?.clear();
      this.#copy = null;
    });
  }

  #boroughIds(): readonly string[] {
    const people = [...this.record.state().people.values()];
    return [...new Set(people.map((person) => person.boroughId))];
  }
}
