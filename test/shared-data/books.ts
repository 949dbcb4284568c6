/**
 * Plain books of what four boroughs said on which words. Knows nothing of the code that is checked
 * with them: words are compared as words, and everything is counted anew.
 */
import type { Stance } from "../../shared/position.ts";

export type Cell = Stance | "changed" | "not-looked";

interface Said {
  readonly stance: Stance;
  readonly because: string;
  /** The item's words at that moment. */
  readonly on: string;
}

export class Books {
  readonly itemIds: readonly string[];
  readonly #boroughs: readonly string[];
  readonly #words: Map<string, string>;
  readonly #before = new Map<string, string>();
  readonly #said = new Map<string, Said>();
  /** Suggestions that wait, and who made them. */
  readonly #waiting = new Map<string, string>();

  constructor(words: readonly (readonly [string, string])[], boroughs: readonly string[]) {
    this.itemIds = words.map(([id]) => id);
    this.#words = new Map(words);
    this.#boroughs = boroughs;
  }

  words(itemId: string): string {
    return this.#words.get(itemId) ?? "";
  }

  /** What it said before it was last written over, or null. */
  wordsBefore(itemId: string): string | null {
    return this.#before.get(itemId) ?? null;
  }

  writes(itemId: string, words: string): void {
    this.#before.set(itemId, this.words(itemId));
    this.#words.set(itemId, words);
  }

  /** @returns false when the borough says just that already, on these words */
  says(borough: string, itemId: string, stance: Stance, because: string): boolean {
    const key = `${borough} ${itemId}`;
    const on = this.words(itemId);
    const before = this.#said.get(key);
    if (before?.stance === stance && before.because === because && before.on === on) return false;
    this.#said.set(key, { stance, because, on });
    return true;
  }

  cell(borough: string, itemId: string): Cell {
    const said = this.#said.get(`${borough} ${itemId}`);
    if (!said) return "not-looked";
    return said.on === this.words(itemId) ? said.stance : "changed";
  }

  count(cell: Cell): number {
    return this.itemIds.reduce(
      (sum, itemId) =>
        sum + this.#boroughs.filter((borough) => this.cell(borough, itemId) === cell).length,
      0,
    );
  }

  /** Items to which everybody agrees or says that it is not theirs, and one at least agrees. */
  agreedByAll(): number {
    return this.itemIds.filter((itemId) => {
      const cells = this.#boroughs.map((borough) => this.cell(borough, itemId));
      return (
        cells.every((cell) => cell === "agree" || cell === "does-not-apply") &&
        cells.includes("agree")
      );
    }).length;
  }

  toLookAt(borough: string): readonly string[] {
    return this.itemIds.filter((itemId) => {
      const cell = this.cell(borough, itemId);
      return cell === "not-looked" || cell === "changed";
    });
  }

  suggests(threadId: string, personId: string): void {
    this.#waiting.set(threadId, personId);
  }

  decides(threadId: string): void {
    this.#waiting.delete(threadId);
  }

  /** Suggestions of others that wait: everybody here may decide them. */
  waitingFor(personId: string): string[] {
    return [...this.#waiting].flatMap(([threadId, by]) => (by === personId ? [] : [threadId]));
  }
}
