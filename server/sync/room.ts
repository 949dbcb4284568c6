/**
 * One statement while it is open: its committed text and record, and who is connected. Promises
 * that everything it shows, sends or decides on is committed.
 */
import type * as Y from "yjs";
import { socketLimits } from "../../shared/limits.ts";
import type { Entry } from "../../shared/entry.ts";
import { itemsOf, type Item } from "../../shared/items.ts";
import type { RecordState } from "../../shared/record-state.ts";
import { closeCode, type CloseCode } from "../../shared/sync/close-codes.ts";
import type { TextToKeep } from "../../shared/version.ts";
import type { Bus } from "../bus/bus.ts";
import type { ItemEdit, Point, StoredText, TextStore } from "../store/text-store.ts";
import type { Author, Decision } from "./act.ts";
import { Audience, type AudienceSettings } from "./audience.ts";
import { costOf, readClientFrame, type ClientFrame } from "./client-frame.ts";
import { CommittedRecord } from "./committed-record.ts";
import { Connection } from "./connection.ts";
import type { Journal } from "./journal.ts";
import { ReadSoon } from "./read-soon.ts";
import { RoomCommits } from "./room-commits.ts";
import { RoomText } from "./room-text.ts";
import { hearServer } from "./hear-server.ts";
import { channelOf, tellServers, type ServerMessage } from "./server-messages.ts";
import { textToKeep } from "./text-to-keep.ts";
import type { Socket } from "./socket.ts";
import type { Watch } from "./watch.ts";

export interface RoomSettings extends Omit<AudienceSettings, "tellOthers"> {
  readonly store: Pick<TextStore, "changesAfter">;
  readonly bus: Bus;
  readonly journal: Journal;
  readonly watch: Watch;
  /** The server's own Yjs client id in this statement. */
  readonly clientId: number;
  /** The room can no longer be trusted and has to be loaded again. */
  failed(room: Room, error: unknown): void;
}

export class Room {
  readonly statementId: string;
  readonly #text: RoomText;
  readonly #record: CommittedRecord;
  readonly #audience: Audience;
  readonly #commits: RoomCommits;
  readonly #failed: (error: unknown) => void;
  readonly #watch: Watch;
  #lastActiveAt: number;
  #isReceiving = true;
  readonly #readSoon: ReadSoon;

  constructor(statementId: string, stored: StoredText, settings: RoomSettings) {
    const text = new RoomText(stored, (read) => {
      this.#audience.askWhatIsLacking();
      // A server that stopped between an item's first words and its reference left it without one.
      this.#commits.references.give(itemsOf(read.doc).keys());
    });
    const record = new CommittedRecord(stored.entries);
    const { bus } = settings;
    const audience = new Audience(text, record, {
      ...settings,
      tellOthers: (message) => tellServers(bus, channelOf(statementId), message),
    });
    this.statementId = statementId;
    this.#failed = (error) => settings.failed(this, error);
    this.#watch = settings.watch;
    this.#text = text;
    this.#record = record;
    this.#audience = audience;
    this.#commits = new RoomCommits(stored, {
      statementId,
      get text() {
        return text.read;
      },
      record,
      audience,
      store: settings.store,
      bus: settings.bus,
      journal: settings.journal,
      clientId: settings.clientId,
      now: () => settings.now(),
      failed: (error) => this.#failed(error),
    });
    this.#lastActiveAt = performance.now();
    this.#readSoon = new ReadSoon({
      isRead: () => text.isRead,
      isSending: () => audience.isSending,
      read: () => this.#askWhatIsLacking(),
    });
    this.#readSoon.asked();
  }

  /** The committed text. Never written to by callers. */
  get doc(): Y.Doc {
    return this.#text.read.doc;
  }

  /** The state that the committed entries come to. */
  get record(): RecordState {
    return this.#record.state;
  }

  /** The entry that somebody's command of that id made, or undefined. */
  entryAskedAs(personId: string, id: string): Entry | undefined {
    return this.#record.entryAskedAs(personId, id);
  }

  /** In the order of the statement, removed ones too. The same array until one changes. */
  items(): readonly Item[] {
    return this.#text.read.items();
  }

  item(id: string): Item | undefined {
    return this.#text.read.item(id);
  }

  /** From now on the set gets the ids of items that were written in, or of which the record says something else. */
  addTouchedTo(basket: Set<string>): void {
    this.#text.touched.addTo(basket);
    this.#record.touched.addTo(basket);
  }

  /** The whole text as it is now, for a version. */
  textToKeep(): TextToKeep {
    return textToKeep(this.#text.read);
  }

  /** Who last changed the item, and when. */
  lastEdit(itemId: string): ItemEdit | undefined {
    return this.#text.read.lastEdit(itemId);
  }

  /**
   * Decides and acts under the statement's lock: `decide` sees everything committed that was
   * received before, and what it decides is committed in one transaction and sent to every page.
   * @returns the entries it added
   * @throws what `decide` throws; Refusal `unavailable` when it could not be kept
   */
  act(by: Author, decide: (room: Room) => Decision): Promise<Entry[]> {
    return this.#commits.act(by, () => decide(this));
  }

  /** Connects a person, whose role is what the record says now; null when they are no member. */
  join(personId: string, socket: Socket): Connection | null {
    const member = this.#record.member(personId);
    if (!member) return null;
    const connection = new Connection(member, socket, performance.now(), this.#watch);
    this.#audience.add(connection);
    return connection;
  }

  leave(connection: Connection): void {
    this.#audience.remove(connection);
    this.#lastActiveAt = performance.now();
  }

  /** Takes in what a page sent. Never throws: what may not be closes the connection. */
  receive(connection: Connection, bytes: Uint8Array): void {
    if (connection.isClosed || !this.#isReceiving) return;
    if (bytes.length > socketLimits.frameBytes) {
      connection.refuse(closeCode.tooLarge, "That is too much at once.");
      return;
    }
    try {
      const frame = readClientFrame(bytes);
      if (connection.mayAsk(costOf(frame), performance.now())) this.#answer(connection, frame);
    } catch {
      connection.refuse(closeCode.reload, "The server could not read this. Reload the page.");
    }
  }

  /** How far it has come. */
  get point(): Point {
    return this.#commits.head.point;
  }

  /**
   * Reads what other servers committed before it was called.
   * @throws when the database cannot be read
   */
  catchUp(): Promise<void> {
    return this.#commits.head.catchUp();
  }

  /** Another server says something about this statement. */
  hear(said: ServerMessage, from: string): void {
    hearServer(said, from, this.#commits, this.#audience);
  }

  /** Another server has stopped: who was there has gone. */
  serverGone(server: string): void {
    this.#audience.forgetElsewhere(server);
  }

  /** Does what another server should have done after its changes, and may have stopped before. */
  makeUpFor(): void {
    this.#commits.makeUpFor();
  }

  /** Sends a frame to the people of one borough who are here. */
  sendToBorough(boroughId: string, frame: Uint8Array): void {
    this.#audience.sendToBorough(boroughId, frame);
  }

  /** Resolves when nothing waits to be committed. */
  settled(): Promise<void> {
    return this.#commits.settled();
  }

  /** From now on nothing that pages send is taken in. */
  stopReceiving(): void {
    this.#isReceiving = false;
    this.#readSoon.stop();
  }

  /** Does now what follows from what was committed: references, what lists say. */
  followUp(): void {
    this.#commits.followUp();
  }

  closeAll(code: CloseCode, reason: string): void {
    this.#audience.closeAll(code, reason);
  }

  /** How many pages are here. */
  get connections(): number {
    return this.#audience.size;
  }

  /** For how long nobody has been here and nothing has been under way, in milliseconds. */
  get idleMs(): number {
    if (this.#audience.size > 0) return 0;
    const isBusy = this.#text.isRead && this.#commits.isBusy;
    return isBusy ? 0 : performance.now() - this.#lastActiveAt;
  }

  /** Whether its document is in memory. */
  get hasDocument(): boolean {
    return this.#text.isRead;
  }

  /** Gives its document up if nobody has read it since this was asked last. @returns whether it did */
  rest(): boolean {
    if (!this.#text.isRead || this.#text.takeWasRead()) return false;
    return !this.#commits.isBusy && this.#text.rest();
  }

  /** For how long nothing has changed, in milliseconds. */
  get quietMs(): number {
    return performance.now() - this.#commits.head.lastChangeAt;
  }

  /** What the journal holds of it since the last snapshot. */
  get sinceSnapshot(): { readonly rows: number; readonly bytes: number } {
    return this.#commits.head.sinceSnapshot;
  }

  /** That much is in a snapshot now. */
  compacted(part: { readonly rows: number; readonly bytes: number }): void {
    this.#commits.head.compacted(part);
  }

  #answer(connection: Connection, frame: ClientFrame): void {
    switch (frame.kind) {
      case "ask":
        this.#audience.answer(connection, frame.stateVector);
        this.#readSoon.asked();
        return;
      case "presence":
        this.#audience.hearPresence(connection, frame.bytes);
        return;
      case "ask-presence":
        this.#audience.tellWhoIsHere(connection);
        return;
      case "record-since":
        this.#audience.sendRecordAfter(connection, frame.number);
        return;
      case "mark":
      case "update":
        this.#commits.receive({ connection, frame });
        return;
    }
  }

  #askWhatIsLacking(): void {
    try {
      this.#audience.askWhatIsLacking();
    } catch (error) {
      this.#failed(error);
    }
  }
}
