/** Long work on two servers that share a store, whose runs end when the test says so. */
import { nanoid } from "nanoid";
import { Refusal } from "../../../shared/refusal.ts";
import type { WorkResult, WorkState } from "../../../server/exchange/work/work-state.ts";
import { Works, type WorkOwner } from "../../../server/exchange/work/works.ts";
import type { Store } from "../../../server/store/store.ts";
import type { ADatabase } from "../store/a-database.ts";

export const ada: WorkOwner = { statementId: "s1", personId: "ada" };
export const ben: WorkOwner = { statementId: "s1", personId: "ben" };

export interface StartedWork {
  readonly id: string;
  end(answer: unknown, fileId?: string): void;
  fail(error: unknown): void;
}

export class SomeWorks {
  readonly works: Works;
  readonly store: Store;
  /** Names of those that began to run. */
  readonly begun: string[] = [];
  readonly cancelled: string[] = [];
  readonly problems: unknown[] = [];

  private constructor(store: Store, now: () => string) {
    this.store = store;
    this.works = new Works({
      store,
      now,
      newId: nanoid,
      problem: (error) => this.problems.push(error),
    });
  }

  /** One server. */
  static async on(
    database: ADatabase,
    now = (): string => new Date().toISOString(),
  ): Promise<SomeWorks> {
    return new SomeWorks(await database.open(), now);
  }

  async start(owner: WorkOwner, name: string): Promise<StartedWork> {
    const end = Promise.withResolvers<WorkResult>();
    const id = await this.works.start(owner, ({ signal }) => {
      this.begun.push(name);
      signal.addEventListener("abort", () => {
        this.cancelled.push(name);
        end.reject(new Refusal("unavailable", "Cancelled"));
      });
      return end.promise;
    });
    return {
      id,
      end: (answer, fileId) => {
        const kept = fileId === undefined ? null : { id: fileId, bytes: 1 };
        const file = kept && { name: "a.csv", mediaType: "text/csv", kept };
        end.resolve(file ? { answer, file } : { answer });
      },
      fail: end.reject,
    };
  }

  /** How it stands once it is over, or once `until` is so. */
  async outcome(
    owner: WorkOwner,
    id: string,
    until = ({ state }: WorkState) => state === "done" || state === "refused",
  ): Promise<WorkState> {
    for (let after = 0; ;) {
      const { now, revision } = await this.works.watch(owner, id, { after, waitMs: 5_000 });
      if (until(now)) return now;
      after = revision;
    }
  }

  async hasFile(id: string): Promise<boolean> {
    return await this.store.files.read(id).then(
      () => true,
      () => false,
    );
  }
}
