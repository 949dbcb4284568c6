/**
 * The rooms of all open statements. Promises one room a statement, loaded before anybody is let in,
 * kept a while after the last has left, and thrown away when it may differ from the disk.
 */
import { randomInt } from "node:crypto";
import { noSuchStatement, Refusal } from "../../shared/refusal.ts";
import { awayReason, closeCode } from "../../shared/sync/close-codes.ts";
import type { Subscription } from "../bus/bus.ts";
import type { StoredText } from "../store/text-store.ts";
import { Compactions } from "./compactions.ts";
import { Journal } from "./journal.ts";
import { Resting } from "./resting.ts";
import { Room } from "./room.ts";
import { withDefaults, type AllRoomsSettings, type RoomsSettings } from "./rooms-settings.ts";
import { OtherServers } from "./other-servers.ts";
import { channelOf, readServerMessage, tellServers } from "./server-messages.ts";
import { SafetyNet } from "./safety-net.ts";
import type { Socket } from "./socket.ts";

/** What a socket's owner tells the room. */
export interface Visit {
  /** A frame came in. Never throws. */
  receive(bytes: Uint8Array): void;
  /** The socket is gone. */
  end(): void;
}

/** So many bytes make one worth its while, however few the rows. */
const compactBytes = 4 * 1024 * 1024;

export class Rooms {
  readonly #settings: AllRoomsSettings;
  readonly #journal: Journal;
  readonly #loading = new Map<string, Promise<Room>>();
  readonly #open = new Map<string, Room>();
  /** How many are at work in a room without a socket. */
  readonly #users = new Map<Room, number>();
  /** The server's own Yjs client ids: one a statement for the life of the process. */
  readonly #clientIds = new Map<string, number>();
  readonly #compactions: Compactions;
  /** What other servers say of each open statement. */
  readonly #subscriptions = new Map<string, Subscription>();
  readonly #others: OtherServers;
  readonly #safetyNet: SafetyNet;
  readonly #unwatch: () => void;
  readonly #resting: Resting<Room>;
  readonly #timer: NodeJS.Timeout;
  #hasStopped = false;

  constructor(settings: RoomsSettings) {
    this.#settings = withDefaults(settings);
    this.#journal = new Journal(settings.store.text, this.#settings);
    this.#compactions = new Compactions(this.#settings);
    this.#others = new OtherServers({
      bus: settings.bus,
      aliveMs: this.#settings.aliveMs,
      gone: (server) => {
        for (const room of this.#open.values()) room.serverGone(server);
      },
    });
    this.#unwatch = settings.bus.watch(() => {
      const ask = { kind: "who-is-here" } as const;
      for (const id of this.#open.keys()) tellServers(settings.bus, channelOf(id), ask);
    });
    this.#safetyNet = new SafetyNet({
      ...this.#settings,
      store: settings.store.text,
      rooms: this.#open,
    });
    this.#resting = new Resting({
      rooms: this.#open,
      restMs: this.#settings.restMs,
      isUsed: (room) => this.#users.has(room),
    });
    this.#timer = setInterval(() => this.#lookOver(), this.#settings.lookOverMs);
    this.#timer.unref();
  }

  /** How many statements are in memory. */
  get size(): number {
    return this.#open.size;
  }

  /** Of how many of them the document is in memory. */
  get documents(): number {
    return [...this.#open.values()].filter(({ hasDocument }) => hasDocument).length;
  }

  /** How many pages are in them. */
  get connections(): number {
    return [...this.#open.values()].reduce((sum, room) => sum + room.connections, 0);
  }

  /**
   * Does `work` in the statement's room, which stays open meanwhile and holds everything that any server
   * told anybody before.
   * @throws Refusal `not-found` when there is no such statement; what `work` throws
   */
  async use<T>(statementId: string, work: (room: Room) => Promise<T> | T): Promise<T> {
    const room = await this.#loadNewest(statementId);
    this.#users.set(room, (this.#users.get(room) ?? 0) + 1);
    try {
      return await work(room);
    } finally {
      const others = (this.#users.get(room) ?? 1) - 1;
      if (others > 0) this.#users.set(room, others);
      else this.#users.delete(room);
    }
  }

  /**
   * Connects a person's socket once the statement is loaded, with the role they have at that moment.
   * Null, and the socket closed, when there is no such statement or they are not in it.
   * @throws when the statement cannot be loaded
   */
  async connect(statementId: string, personId: string, socket: Socket): Promise<Visit | null> {
    if (this.#hasStopped) return this.#refuseWhileStopping(socket);
    // They may have joined on another server a moment ago, and bring along what it told them.
    const room = await this.#loadOrNull(statementId);
    if (this.#hasStopped) return this.#refuseWhileStopping(socket);
    const connection = room?.join(personId, socket);
    if (!room || !connection) {
      const wasRemoved = room?.record.people.has(personId) ?? false;
      socket.close(
        wasRemoved ? closeCode.removed : closeCode.notFound,
        wasRemoved ? "You were removed from this statement." : noSuchStatement().message,
      );
      return null;
    }
    return {
      receive: (bytes) => room.receive(connection, bytes),
      end: () => room.leave(connection),
    };
  }

  /** Sends a frame to the open pages of one borough's people, on all servers, and to nobody else. */
  tellBorough(statementId: string, boroughId: string, frame: Uint8Array): void {
    this.#open.get(statementId)?.sendToBorough(boroughId, frame);
    const message = { kind: "to-borough", boroughId, frame } as const;
    tellServers(this.#settings.bus, channelOf(statementId), message);
  }

  /** Takes in nothing more, commits what was received, and closes every socket. */
  async stop(): Promise<void> {
    this.#hasStopped = true;
    clearInterval(this.#timer);
    this.#resting.stop();
    const snapshots = this.#compactions.stop();
    for (const room of this.#open.values()) room.stopReceiving();
    // Rooms that are still loading have no sockets yet, and take none in when they are there.
    await Promise.allSettled(this.#loading.values());
    this.#unwatch();
    await this.#safetyNet.stop();
    await Promise.all([...this.#open.values()].map((room) => room.settled()));
    await this.#journal.settled();
    for (const room of this.#open.values()) room.followUp();
    await this.#journal.settled();
    for (const room of this.#open.values())
      room.closeAll(closeCode.restarting, awayReason.restarting);
    this.#others.stop();
    for (const subscription of this.#subscriptions.values()) subscription.end();
    await snapshots;
  }

  #refuseWhileStopping(socket: Socket): null {
    socket.close(closeCode.restarting, awayReason.restarting);
    return null;
  }

  async #loadOrNull(statementId: string): Promise<Room | null> {
    try {
      return await this.#loadNewest(statementId);
    } catch (error) {
      if (error instanceof Refusal && error.code === "not-found") return null;
      throw error;
    }
  }

  /** With everything in it that any server committed before it was called. */
  async #loadNewest(statementId: string): Promise<Room> {
    const room = await this.#load(statementId);
    if (this.#settings.bus.isAlone) return room;
    try {
      await room.catchUp();
      return room;
    } catch (error) {
      // One that cannot catch up is thrown away: loaded again, it is the newest.
      if (this.#open.get(statementId) === room) throw error;
      return this.#load(statementId);
    }
  }

  #load(statementId: string): Promise<Room> {
    const known = this.#loading.get(statementId);
    if (known) return known;
    if (this.#hasStopped) return Promise.reject(new Refusal("unavailable", awayReason.restarting));
    const loading = this.#read(statementId);
    this.#loading.set(statementId, loading);
    loading.catch(() => this.#loading.delete(statementId));
    return loading;
  }

  async #read(statementId: string): Promise<Room> {
    let room: Room | null = null;
    let hasMissed = false;
    const { bus, store } = this.#settings;
    const channel = channelOf(statementId);
    const subscription = bus.subscribe(channel, (message, from) => {
      const said = readServerMessage(message);
      this.#others.heard(from);
      if (!room) hasMissed = true;
      else if (said) room.hear(said, from);
    });
    try {
      await subscription.begun;
      const stored = await store.text.load(statementId);
      if (!stored) throw noSuchStatement();
      room = this.#makeRoom(statementId, stored);
    } catch (error) {
      subscription.end();
      throw error;
    }
    this.#open.set(statementId, room);
    this.#subscriptions.set(statementId, subscription);
    tellServers(bus, channel, { kind: "who-is-here" });
    if (hasMissed) await room.catchUp();
    return room;
  }

  #makeRoom(statementId: string, stored: StoredText): Room {
    const clientId = this.#clientIds.get(statementId) ?? randomInt(2 ** 32);
    this.#clientIds.set(statementId, clientId);
    return new Room(statementId, stored, {
      ...this.#settings,
      store: this.#settings.store.text,
      journal: this.#journal,
      clientId,
      failed: (failed, error) => this.#discard(failed, error),
    });
  }

  #discard(room: Room, error: unknown): void {
    this.#forget(room);
    room.stopReceiving();
    room.closeAll(closeCode.tryLater, awayReason.cannotSave);
    this.#settings.problem(error);
  }

  #forget({ statementId }: Room): void {
    this.#loading.delete(statementId);
    this.#open.delete(statementId);
    this.#subscriptions.get(statementId)?.end();
    this.#subscriptions.delete(statementId);
  }

  #lookOver(): void {
    const { idleMs, lookOverMs, compactRows } = this.#settings;
    for (const room of this.#open.values()) {
      const { rows, bytes } = room.sinceSnapshot;
      const isLeft = room.idleMs >= idleMs && !this.#users.has(room);
      if (isLeft) this.#forget(room);
      const enough = compactRows * (isLeft ? 0.05 : room.quietMs >= lookOverMs ? 1 : 10);
      if (rows >= enough || bytes >= compactBytes) this.#compactions.compact(room);
    }
  }
}
