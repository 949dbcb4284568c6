/**
 * Makes the document of a text that was just opened when nobody has come for a moment and nobody waits for
 * bytes, which it would hold up; after a longer time in any case.
 */

interface ReadSoonSettings {
  /** Whether there is a document. */
  isRead(): boolean;
  /** Whether somebody waits for bytes. */
  isSending(): boolean;
  /** Makes it. */
  read(): void;
}

const quietMs = 150;
const longestUnreadMs = 2_000;
const lookMs = 50;

export class ReadSoon {
  readonly #settings: ReadSoonSettings;
  #timer: NodeJS.Timeout | undefined;
  #firstAskedAt = 0;
  #lastAskedAt = 0;
  #hasStopped = false;

  constructor(settings: ReadSoonSettings) {
    this.#settings = settings;
  }

  /** Somebody asked for the text, and is to be asked what it lacks as soon as there is a document. */
  asked(): void {
    if (this.#hasStopped || this.#settings.isRead()) return;
    this.#lastAskedAt = performance.now();
    if (this.#timer) return;
    this.#firstAskedAt = this.#lastAskedAt;
    this.#timer = setInterval(() => this.#look(), lookMs);
  }

  stop(): void {
    this.#hasStopped = true;
    clearInterval(this.#timer);
  }

  #look(): void {
    const { isRead, isSending, read } = this.#settings;
    const now = performance.now();
    const isQuiet = now - this.#lastAskedAt >= quietMs && !isSending();
    if (!isRead() && !isQuiet && now - this.#firstAskedAt < longestUnreadMs) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
    read();
  }
}
