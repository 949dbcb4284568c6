/**
 * The page's end of `/sync/:statementId`: y-websocket with our frames beside its own.
 *
 * Promises: what comes in is applied once a frame, in one transaction; what goes out about presence
 * is this page's own state only, at most ten times a second; pages that lost the same server come
 * back spread over time; a close that is final is told once and not retried.
 */
import { readVarUint, readVarUint8Array, peekVarUint, type Decoder } from "lib0/decoding";
import { createEncoder, toUint8Array, writeVarUint, writeVarUint8Array } from "lib0/encoding";
import { Awareness, encodeAwarenessUpdate } from "y-protocols/awareness";
import { messageYjsSyncStep1, messageYjsUpdate } from "y-protocols/sync";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import type { Entry } from "../../shared/entry.ts";
import { schemaNumber } from "../../shared/items.ts";
import { closeCode } from "../../shared/sync/close-codes.ts";
import { encodeMark } from "../../shared/sync/mark.ts";
import { message } from "../../shared/sync/messages.ts";
import { decodeEntries } from "../../shared/sync/record-entries.ts";
import { encodeRecordSince } from "../../shared/sync/record-since.ts";
import { decodeSaved } from "../../shared/sync/saved.ts";
import { onNextFrame } from "./on-next-frame.ts";
import type { StatementAnswer } from "./statement-answer.ts";
import type { Surroundings } from "./surroundings.ts";

/** What the socket tells the session. */
export interface SocketEvents {
  connected(): void;
  /** The line is gone, or could not be had. @param because what the server said, in words to show, or null */
  disconnected(because: string | null): void;
  /** The server has been sent everything this page had. */
  caughtUp(): void;
  /** The page has everything the server had when it connected. */
  synced(): void;
  saved(k: number): void;
  record(entries: readonly Entry[]): void;
  /** Something was done to the notes of this person's borough. */
  notes(): void;
  /** Updates of others have just been applied. */
  applied(): void;
  /** Closed for good with this code; not called for a changed role. */
  stopped(code: number): void;
  /** The role changed: find out what it is now, then `connect` or begin again. */
  roleChanged(): void;
}

const shortestPresenceMs = 100;
const longestBackOffMs = 10_000;

export class StatementSocket {
  readonly awareness: Awareness;
  readonly #provider: WebsocketProvider;
  readonly #events: SocketEvents;
  /** From 0 to 1. */
  readonly #random: () => number;
  #incoming: Uint8Array[] = [];
  #presenceTimer: ReturnType<typeof setTimeout> | undefined;
  #presenceSentAt = 0;

  /** Connects only when `connect` is called. */
  constructor(
    { id, epoch }: Pick<StatementAnswer, "id" | "epoch">,
    doc: Y.Doc,
    events: SocketEvents,
    { socketAddress, WebSocketClass, random }: Surroundings,
  ) {
    this.#events = events;
    this.awareness = new Awareness(doc);
    this.#provider = new WebsocketProvider(socketAddress, id, doc, {
      connect: false,
      awareness: this.awareness,
      params: { schema: String(schemaNumber), epoch },
      WebSocketPolyfill: WebSocketClass,
      // Another tab's changes would come in through a channel that asks nobody's role.
      disableBc: true,
      shouldReconnect: ({ code }) =>
        code !== closeCode.roleChanged && !(code >= 4400 && code < 4500),
    });
    this.#handleFrames();
    this.#sendOwnPresenceOnly();
    this.#random = random;
    this.#provider.on("connection-close", this.#onClose);
    this.#provider.on("status", this.#onStatus);
    this.#provider.on("sync", this.#onSync);
    this.#provider.on("closed", this.#onClosed);
  }

  connect(): void {
    this.#provider.connect();
  }

  /** The computer says that it has no network: believe it at once, and go on trying. */
  dropAndRetry(): void {
    this.#provider.disconnect();
    this.#provider.connect();
  }

  sendMark(k: number): void {
    this.#send(encodeMark(k));
  }

  askRecordSince(number: number): void {
    this.#send(encodeRecordSince(number));
  }

  /** Applies what has come in now instead of at the next frame. */
  applyIncoming(): void {
    const updates = this.#incoming;
    if (updates.length === 0) return;
    this.#incoming = [];
    const { doc } = this.#provider;
    const applyAll = (): void => {
      for (const update of updates) Y.applyUpdate(doc, update, this.#provider);
    };
    Y.transact(doc, applyAll, this.#provider, false);
    this.#events.applied();
  }

  close(): void {
    clearTimeout(this.#presenceTimer);
    this.#provider.off("status", this.#onStatus);
    this.#provider.off("connection-close", this.#onClose);
    this.#provider.off("closed", this.#onClosed);
    this.#provider.destroy();
    this.awareness.destroy();
  }

  #onStatus = ({ status }: { status: string }): void => {
    if (status === "connected") this.#events.connected();
  };

  #onSync = (isSynced: boolean): void => {
    if (isSynced) this.#events.synced();
  };

  #onClosed = ({ code }: { code: number }): void => {
    this.applyIncoming();
    if (code === closeCode.roleChanged) this.#events.roleChanged();
    else this.#events.stopped(code);
  };

  #handleFrames(): void {
    const handlers = this.#provider.messageHandlers;
    const readSync = handlers[message.sync];
    handlers[message.sync] = (encoder, decoder, provider, emitSynced, type) => {
      const kind = peekVarUint(decoder);
      if (kind === messageYjsUpdate) {
        readVarUint(decoder);
        this.#takeUpdate(readVarUint8Array(decoder));
        return;
      }
      this.applyIncoming();
      readSync?.(encoder, decoder, provider, emitSynced, type);
      if (kind === messageYjsSyncStep1) {
        // The answer, with all that this page has, leaves when this handler returns.
        queueMicrotask(() => this.#events.caughtUp());
      } else {
        this.#events.applied();
      }
    };
    handlers[message.queryAwareness] = () => this.#sendPresence();
    handlers[message.saved] = (_encoder, decoder) => this.#events.saved(decodeSaved(decoder));
    handlers[message.notes] = () => this.#events.notes();
    handlers[message.record] = (_encoder, decoder: Decoder) => {
      // Entries speak of items whose text was sent before them.
      this.applyIncoming();
      this.#events.record(decodeEntries(decoder));
    };
  }

  #takeUpdate(update: Uint8Array): void {
    if (this.#incoming.push(update) === 1) onNextFrame(() => this.applyIncoming());
  }

  #sendOwnPresenceOnly(): void {
    // y-websocket sends on every state it hears of: with n people, n times n messages.
    // oxlint-disable-next-line no-underscore-dangle -- it has no other way to be told
    this.awareness.off("update", this.#provider._awarenessUpdateHandler);
    this.awareness.on("update", (change: Record<"added" | "updated" | "removed", number[]>) => {
      const changed = [...change.added, ...change.updated, ...change.removed];
      if (changed.includes(this.awareness.clientID)) this.#sendPresenceSoon();
    });
  }

  #sendPresenceSoon(): void {
    if (this.#presenceTimer !== undefined) return;
    const waitMs = this.#presenceSentAt + shortestPresenceMs - performance.now();
    this.#presenceTimer = setTimeout(() => this.#sendPresence(), Math.max(waitMs, 0));
  }

  #sendPresence(): void {
    clearTimeout(this.#presenceTimer);
    this.#presenceTimer = undefined;
    this.#presenceSentAt = performance.now();
    const encoder = createEncoder();
    writeVarUint(encoder, message.awareness);
    writeVarUint8Array(encoder, encodeAwarenessUpdate(this.awareness, [this.awareness.clientID]));
    this.#send(toUint8Array(encoder));
  }

  #onClose = (event: CloseEvent | null): void => {
    const provider = this.#provider;
    // y-websocket waits the shorter of its doubling back-off and this, which we shorten by chance.
    const doubled = 100 * 2 ** Math.min(provider.wsUnsuccessfulReconnects + 1, 10);
    provider.maxBackoffTime = Math.min(doubled, longestBackOffMs) * (0.5 + this.#random() / 2);
    const isForNow = event?.code === closeCode.tryLater || event?.code === closeCode.restarting;
    this.#events.disconnected(isForNow && event.reason !== "" ? event.reason : null);
  };

  #send(frame: Uint8Array): void {
    const { ws, wsconnected } = this.#provider;
    if (wsconnected && ws?.readyState === ws?.OPEN) ws?.send(frame as Uint8Array<ArrayBuffer>);
  }
}
