/** The two moments of a statement that are compared, without what is no part of the comparison. */
import { emptyRecord } from "../../../shared/record-state.ts";
import type { WholeStatement } from "../../../shared/whole-statement.ts";
import type { Reading } from "../../record/read-stored.ts";
import { readMoment, type Moment } from "../../versions/read-moment.ts";

export interface ComparedMoments {
  readonly from: Moment;
  readonly to: Moment;
}

export interface AskedMoments extends ComparedMoments {
  readonly statementId: string;
}

export interface TwoMoments {
  readonly from: WholeStatement;
  readonly to: WholeStatement;
}

/** @throws Refusal `not-found` when there is no such version */
export async function readBoth(
  reading: Reading,
  { statementId, from, to }: AskedMoments,
): Promise<TwoMoments> {
  const before = await readMoment(reading, statementId, from);
  const after = await readMoment(reading, statementId, to);
  return { from: lightened(before), to: lightened(after) };
}

/** Without conversations and positions. */
function lightened(whole: WholeStatement): WholeStatement {
  const { head, references, linksByNeed, threadsByItem, people } = whole.record;
  const linkIds = [...linksByNeed.values()].flat();
  const threads = new Map(
    linkIds.flatMap((id) => {
      const thread = whole.record.threads.get(id);
      return thread ? [[id, thread] as const] : [];
    }),
  );
  const record = { ...emptyRecord, head, references, linksByNeed, threadsByItem, people, threads };
  return { ...whole, record };
}
