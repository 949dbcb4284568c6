/**
 * A page over a real WebSocket: stock y-websocket with our frames beside its own. It says what it
 * knows to be saved, and goes on through disconnections.
 */
import { peekVarUint } from "lib0/decoding";
import { WebSocket } from "ws";
import { messageYjsSyncStep1 } from "y-protocols/sync";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import type { Entry } from "../../../shared/entry.ts";
import { schemaNumber } from "../../../shared/items.ts";
import { encodeMark } from "../../../shared/sync/mark.ts";
import { message } from "../../../shared/sync/messages.ts";
import { decodeEntries } from "../../../shared/sync/record-entries.ts";
import { encodeRecordSince } from "../../../shared/sync/record-since.ts";
import { decodeSaved } from "../../../shared/sync/saved.ts";

export interface Where {
  /** `http://localhost:1234` */
  readonly url: string;
  readonly statementId: string;
  readonly cookie: string | null;
  readonly schema?: number;
  readonly epoch?: string;
  readonly origin?: string;
}

export class LivePage {
  readonly doc = new Y.Doc();
  readonly provider: WebsocketProvider;
  readonly entries: Entry[] = [];
  /** The last close the server sent, whether the page comes back after it or not. */
  closed: { readonly code: number; readonly reason: string } | null = null;
  #changes = 0;
  #savedChanges = 0;
  /** The server has been sent all that the page had when it connected. */
  #hasCaughtUp = false;

  constructor({ url, statementId, cookie, schema = schemaNumber, epoch, origin }: Where) {
    this.provider = new WebsocketProvider(
      `${url.replace("http", "ws")}/sync`,
      statementId,
      this.doc,
      {
        disableBc: true,
        maxBackoffTime: 300,
        params: { schema: String(schema), ...(epoch === undefined ? {} : { epoch }) },
        WebSocketPolyfill: withHeaders({
          ...(cookie === null ? {} : { cookie }),
          ...(origin === undefined ? {} : { origin }),
        }),
      },
    );
    this.#handleFrames();
    this.provider.on("status", ({ status }) => {
      if (status === "connected") this.#send(encodeRecordSince(this.entries.length));
      else this.#hasCaughtUp = false;
    });
    this.provider.on("connection-close", (event) => {
      // 1006 is what a page makes of a connection that failed: no server sent it.
      if (event && event.code !== 1006) this.closed = { code: event.code, reason: event.reason };
    });
    this.doc.on("update", (_update: Uint8Array, origin: unknown) => {
      if (origin === this.provider) return;
      this.#changes += 1;
      this.#mark();
    });
  }

  /** How many changes were made here, and how many of them are known to be saved. */
  get changes(): number {
    return this.#changes;
  }

  get savedChanges(): number {
    return this.#savedChanges;
  }

  /** Whether it has ever had the whole text. */
  get hasBeenSynced(): boolean {
    return this.doc.getMap("about").has("title");
  }

  get isSynced(): boolean {
    return this.provider.synced;
  }

  end(): void {
    if (this.doc.isDestroyed) return;
    this.provider.destroy();
    this.provider.awareness.destroy();
    this.doc.destroy();
  }

  /** Marks speak of what was sent before them: before the page has caught up there is nothing to say. */
  #mark(): void {
    if (this.#hasCaughtUp) this.#send(encodeMark(this.#changes));
  }

  #send(bytes: Uint8Array): void {
    const { ws, wsconnected } = this.provider;
    if (wsconnected && ws?.readyState === WebSocket.OPEN) ws.send(new Uint8Array(bytes));
  }

  #handleFrames(): void {
    const handlers = this.provider.messageHandlers;
    const readSync = handlers[message.sync];
    handlers[message.sync] = (encoder, decoder, provider, emitSynced, kind) => {
      const isAsked = peekVarUint(decoder) === messageYjsSyncStep1;
      readSync?.(encoder, decoder, provider, emitSynced, kind);
      if (!isAsked) return;
      // The answer leaves when this handler has returned.
      queueMicrotask(() => {
        this.#hasCaughtUp = true;
        this.#mark();
      });
    };
    handlers[message.saved] = (_encoder, decoder) => {
      this.#savedChanges = Math.max(this.#savedChanges, decodeSaved(decoder));
    };
    handlers[message.record] = (_encoder, decoder) => {
      this.entries.push(...decodeEntries(decoder));
    };
  }
}

function withHeaders(headers: Record<string, string>): typeof globalThis.WebSocket {
  class WithHeaders extends WebSocket {
    constructor(address: string, protocols: string[]) {
      super(address, protocols, { headers });
    }
  }
  return WithHeaders as unknown as typeof globalThis.WebSocket;
}
