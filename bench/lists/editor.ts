/** Somebody else in a large statement, without a page: changes what stands in a row of its long tables. */
import * as Y from "yjs";
import { itemsOf, type Item } from "../../shared/items.ts";
import { mainField, type Priority } from "../../shared/item-kinds.ts";
import { dialectOf } from "../driver/dialects.ts";
import { aLargeStatement } from "../large-statement.ts";
import { openLine, type Line } from "../page/line.ts";
import { firstText } from "../seed/large-text.ts";
import { ticketOf, type Seeded } from "../page/seed.ts";

/** Items in one update: it has a largest size. */
const together = 100;

export class Editor {
  /** How many needs and requirements there are: each is a row of either page. */
  readonly rows: number;
  readonly #doc: Y.Doc;
  readonly #line: Line;
  readonly #all: readonly Item[];
  readonly #needs: readonly string[];

  private constructor(doc: Y.Doc, line: Line, size: number) {
    this.#doc = doc;
    this.#line = line;
    const { items } = aLargeStatement(size);
    this.#all = items.filter(({ kind }) => kind === "need" || kind === "requirement");
    this.rows = this.#all.length;
    this.#needs = items.filter(({ kind }) => kind === "need").map(({ id }) => id);
  }

  static async open(url: string, { statementId, others, size }: Seeded): Promise<Editor> {
    const [cookie = ""] = others;
    const doc = new Y.Doc();
    const line = await openLine(
      doc,
      ticketOf(url, statementId, cookie),
      dialectOf("needline", statementId),
    );
    return new Editor(doc, line, size);
  }

  /**
   * Gives a need another priority.
   * @param share how far down in the statement it is, from 0 to 1
   * @returns which, and what it is now
   */
  changesPriority(share: number): { readonly itemId: string; readonly priority: Priority } {
    const itemId = this.#needs[Math.floor(this.#needs.length * share)] ?? "";
    const item = itemsOf(this.#doc).get(itemId);
    if (!item) throw new Error(`There is no item ${itemId}.`);
    const priority = item.get("priority") === "should" ? "could" : "should";
    const send = (update: Uint8Array): void => this.#line.text(update);
    this.#doc.on("update", send);
    item.set("priority", priority);
    this.#doc.off("update", send);
    return { itemId, priority };
  }

  /** Writes a word into every need and requirement. */
  async writesInAll(): Promise<void> {
    for (let at = 0; at < this.#all.length; at += together) {
      const send = (update: Uint8Array): void => this.#line.text(update);
      this.#doc.on("update", send);
      this.#doc.transact(() => {
        for (const { id, kind } of this.#all.slice(at, at + together))
          firstText(this.#doc, id, mainField(kind)).insert(0, "Today ");
      });
      this.#doc.off("update", send);
      await this.#line.saved();
    }
  }

  close(): void {
    this.#line.close();
  }
}
