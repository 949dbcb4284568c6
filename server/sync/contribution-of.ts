/** What a room hands the journal: its parts, on what they were decided, and what becomes of them. */
import { Behind, type Commit } from "../store/text-store.ts";
import type { TextSummary } from "./committed-text.ts";
import type { CommittedUpdate } from "./committed-update.ts";
import type { Connection } from "./connection.ts";
import type { Contribution } from "./journal.ts";
import type { RoomHead } from "./room-head.ts";

/** What is to be committed. */
export interface Parts extends Omit<Commit, "summaries"> {
  /** The updates again, to be applied. */
  readonly committed: readonly CommittedUpdate[];
  readonly authors: ReadonlySet<Connection>;
  readonly changedAt: string;
}

/** Parts that change nothing. */
export const nothing = {
  expects: [],
  updates: [],
  clientIds: [],
  entries: [],
  references: [],
  versions: [],
  committed: [],
  authors: new Set<Connection>(),
} as const;

export interface Outcome {
  /**
   * It is committed, applied and sent.
   * @param summary what lists say of the statement with it
   */
  applied(summary: TextSummary): void;
  /** Another server came between; nothing of it is kept. */
  overtaken(): void;
  /** It is not kept, and never will be. */
  failed(error: unknown): void;
}

export function contributionOf(
  { committed, authors, changedAt, ...rest }: Parts,
  place: {
    readonly statementId: string;
    readonly head: RoomHead;
    /** Of the text that it was decided on. */
    readonly summary: TextSummary;
  },
  { applied, overtaken, failed }: Outcome,
): Contribution {
  const { statementId, head, summary } = place;
  const judgedAt = head.point;
  const { clientIds, entries } = rest;
  return {
    commit: { ...rest, summaries: [{ statementId, ...summary, changedAt }] },
    committed(result) {
      const point = result.get(statementId);
      if (!point) throw new Error(`The store does not say how far ${statementId} has come.`);
      head.land({
        point,
        change: {
          updates: committed,
          clientIds: clientIds.map(({ clientId, personId }) => [clientId, personId] as const),
          entries,
          changedAt,
        },
        authors,
        judgedAt,
        applied: () => applied(summary),
      });
    },
    failed: (error) => (error instanceof Behind ? overtaken() : failed(error)),
  };
}
