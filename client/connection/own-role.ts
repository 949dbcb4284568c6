/** Who the person at this page is in the statement, kept up when their role changes. */
import { equalityDeep } from "lib0/function";
import { can, type Member } from "../../shared/access.ts";
import { Listeners } from "./listeners.ts";
import type { RecordStore } from "./record-store.ts";
import type { Request } from "./request.ts";
import { statementAnswer } from "./statement-answer.ts";

export interface OwnRoleSettings {
  readonly statementId: string;
  /** As the server said when the page was opened. */
  readonly me: Member;
  readonly record: RecordStore;
  readonly request: Request;
  /** Told when the role has become of another kind: who could write can no longer, or now can. */
  outdated(): void;
}

export class OwnRole {
  readonly #settings: OwnRoleSettings;
  readonly #listeners = new Listeners();
  readonly #stop: () => void;
  #me: Member;
  #isClosed = false;

  constructor(settings: OwnRoleSettings) {
    this.#settings = settings;
    this.#me = settings.me;
    this.#stop = settings.record.subscribe(this.#compare);
  }

  /** The same object until it changes. */
  get me(): Member {
    return this.#me;
  }

  subscribe(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }

  /** It has changed, it seems: asks what it is now. */
  async ask(): Promise<void> {
    const { statementId, request } = this.#settings;
    try {
      const { me } = await request(`/api/statements/${statementId}`, { answer: statementAnswer });
      this.#take(me);
    } catch {
      // Not reachable just now, or removed meanwhile: the server says which when the socket asks.
    }
  }

  close(): void {
    this.#isClosed = true;
    this.#stop();
  }

  /** The record may still be coming in, with roles of long ago: what it says is a reason to ask, not the answer. */
  #compare = (): void => {
    const recorded = this.#settings.record.state().people.get(this.#me.personId);
    if (!recorded || recorded.removed) return;
    const isSame = recorded.role === this.#me.role && recorded.agrees === this.#me.agrees;
    if (!isSame) void this.ask();
  };

  #take(me: Member): void {
    if (this.#isClosed || equalityDeep(me, this.#me)) return;
    const couldWrite = can(this.#me, "write");
    this.#me = me;
    this.#listeners.tell();
    if (can(me, "write") !== couldWrite) this.#settings.outdated();
  }
}
