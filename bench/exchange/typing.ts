/** Two pages with the same statement: one types 20 letters a second, as two people do, and the other sees when they arrive. */
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { addItem, fragmentOf, itemsOf } from "../../shared/items.ts";
import { aLargeStatement } from "../large-statement.ts";

const everyMs = 50;
/** Items sent at once: an update has a largest size. */
const together = 100;

interface Place {
  readonly url: string;
  readonly cookie: string;
  readonly statementId: string;
  /** How many it is filled with. */
  readonly items: number;
}

export class Typing {
  readonly #pages: readonly WebsocketProvider[];
  readonly #sentAtMs: number[] = [];
  #took: number[] = [];
  #arrived = 0;
  #isPaused = true;

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
    setInterval(() => {
      if (this.#isPaused) return;
      this.#sentAtMs.push(performance.now());
      typed.insert(typed.length, "e");
    }, everyMs);
  }

  /** Fills the statement. */
  static async begin({ items: size, ...place }: Place): Promise<Typing> {
    const [one, other] = [await open(place), await open(place)];
    const { items } = aLargeStatement(size);
    for (let at = 0; at < size; at += together) {
      one.doc.transact(() => {
        for (const item of items.slice(at, at + together)) addItem(one.doc, item);
      });
      await until(other.doc, () => itemsOf(other.doc).size >= Math.min(size, at + together));
    }
    return new Typing([one, other], items[1]?.id ?? "");
  }

  /** Begins, and what was measured so far counts no more. */
  types(): void {
    this.#isPaused = false;
    this.#took = [];
  }

  /** Resolves when every letter has arrived. */
  async pauses(): Promise<void> {
    this.#isPaused = true;
    const wanted = this.#sentAtMs.length;
    const doc = this.#pages[1]?.doc;
    if (doc) await until(doc, () => this.#arrived >= wanted);
  }

  /** How long each letter since took, in milliseconds, once all of them have arrived. */
  async told(): Promise<readonly number[]> {
    await this.pauses();
    return this.#took;
  }
}

async function open({
  url,
  cookie,
  statementId,
}: Omit<Place, "items">): Promise<WebsocketProvider> {
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
