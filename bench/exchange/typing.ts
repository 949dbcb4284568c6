/** Two pages with the same statement: one types ten letters a second, the other sees when they arrive. */
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { addItem, fragmentOf, itemsOf } from "../../shared/items.ts";
import { aLargeStatement } from "../large-statement.ts";

const everyMs = 100;
/** Items sent at once: an update has a largest size. */
const together = 100;

export interface Latencies {
  readonly median: number;
  readonly late: number;
  readonly slowest: number;
}

export class Typing {
  readonly #pages: readonly WebsocketProvider[];
  readonly #timer: NodeJS.Timeout;
  readonly #sentAtMs: number[] = [];
  #took: number[] = [];
  #arrived = 0;

  constructor(pages: readonly [WebsocketProvider, WebsocketProvider], itemId: string) {
    const [one, other] = pages;
    this.#pages = pages;
    const typed = textIn(one.doc, itemId);
    const read = textIn(other.doc, itemId);
    const before = read.length;
    read.observe(() => {
      const now = performance.now();
      for (; this.#arrived < read.length - before; this.#arrived += 1)
        this.#took.push(now - (this.#sentAtMs[this.#arrived] ?? now));
    });
    this.#timer = setInterval(() => {
      this.#sentAtMs.push(performance.now());
      typed.insert(typed.length, "e");
    }, everyMs);
  }

  /** Fills the statement and begins to type in it. */
  static async begin(
    url: string,
    cookie: string,
    statementId: string,
    size: number,
  ): Promise<Typing> {
    const pages = [await open(url, cookie, statementId), await open(url, cookie, statementId)];
    const [one, other] = pages;
    if (!one || !other) throw new Error("no pages");
    const { items } = aLargeStatement(size);
    for (let at = 0; at < size; at += together) {
      one.doc.transact(() => {
        for (const item of items.slice(at, at + together)) addItem(one.doc, item);
      });
      await until(other.doc, () => itemsOf(other.doc).size >= Math.min(size, at + together));
    }
    return new Typing([one, other], items[1]?.id ?? "");
  }

  /** What was measured so far counts no more. */
  forget(): void {
    this.#took = [];
  }

  /** Of the letters since, once all of them have arrived. */
  async told(): Promise<Latencies> {
    const wanted = this.#sentAtMs.length;
    const doc = this.#pages[1]?.doc;
    if (doc) await until(doc, () => this.#arrived >= wanted);
    const sorted = this.#took.toSorted((a, b) => a - b);
    const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? NaN;
    return { median: at(0.5), late: at(0.95), slowest: at(1) };
  }

  end(): void {
    clearInterval(this.#timer);
    for (const page of this.#pages) {
      page.destroy();
      // Presence looks every few seconds who is gone, and would keep the process from ending.
      page.doc.destroy();
    }
  }
}

async function open(url: string, cookie: string, statementId: string): Promise<WebsocketProvider> {
  class WithCookie extends WebSocket {
    constructor(address: string | URL) {
      super(address, { headers: { cookie } });
    }
  }
  const provider = new WebsocketProvider(
    `${url.replace(/^http/, "ws")}/sync`,
    statementId,
    new Y.Doc(),
    {
      params: { schema: "1" },
      disableBc: true,
      WebSocketPolyfill: WithCookie as unknown as typeof globalThis.WebSocket,
    },
  );
  await new Promise<void>((resolve) => {
    provider.on("sync", (isSynced: boolean) => {
      if (isSynced) resolve();
    });
  });
  return provider;
}

function until(doc: Y.Doc, isSo: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!isSo()) return;
      doc.off("update", look);
      resolve();
    };
    doc.on("update", look);
    look();
  });
}

function textIn(doc: Y.Doc, itemId: string): Y.XmlText {
  const paragraph = fragmentOf(doc, itemId, "iNeed")?.get(0);
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
  if (!(text instanceof Y.XmlText)) throw new Error(`There is no text in ${itemId}.`);
  return text;
}
