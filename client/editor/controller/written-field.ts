/**
 * The field that is open to write in, as the page around it knows it: it draws what is highlighted in it, past
 * its row, and its row hears when it is left. So the row need not be rendered by each of its keys.
 */
import { activeThreadNow } from "../../connection/active-thread.ts";
import { highlightsOf, highlightStoreOf, type FieldInWork } from "../../connection/highlights.ts";
import { ListenersByKey } from "../../connection/listeners-by-key.ts";
import type { StatementSession } from "../../connection/statement-session.ts";
import type { LiveEditor } from "../live/live-editor.ts";

export class WrittenField {
  readonly #session: StatementSession;
  readonly #live: LiveEditor;
  readonly #listeners = new ListenersByKey();
  #place: FieldInWork | null = null;
  #stop: (() => void) | null = null;

  constructor(session: StatementSession, live: LiveEditor) {
    this.#session = session;
    this.#live = live;
    // Told after each key: it compares two names.
    live.subscribe(this.#look);
  }

  /** Name of the field of this item that is open, or null. */
  of(itemId: string): string | null {
    const { open } = this.#live;
    return open?.itemId === itemId ? open.field : null;
  }

  /** Told when a field of this item is no longer open; the item store knows its last words by then. */
  subscribe(itemId: string, listener: () => void): () => void {
    return this.#listeners.add(itemId, listener);
  }

  /** Shows where the highlights are by now. */
  readonly draw = (): void => {
    const { open } = this.#live;
    if (!open) return;
    const highlights = highlightsOf(this.#session, open.itemId, open.field);
    this.#live.draw({ highlights, activeThread: activeThreadNow() });
  };

  readonly #look = (): void => {
    const { open } = this.#live;
    const last = this.#place;
    if (open?.itemId === last?.itemId && open?.field === last?.field) return;
    this.#place = open && { itemId: open.itemId, field: open.field };
    const highlights = highlightStoreOf(this.#session);
    highlights.setInWork(this.#place);
    this.#stop?.();
    this.#stop = open && highlights.subscribeItem(open.itemId, this.draw);
    if (!last) return;
    this.#session.items.flush();
    this.#listeners.tell(last.itemId);
  };
}
