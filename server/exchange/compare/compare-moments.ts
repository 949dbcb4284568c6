/**
 * Compares two moments of a statement on a thread. Promises that what is no part of the comparison is not
 * carried over to it, and that it ends when whoever asked for it has gone.
 */
import { emptyRecord } from "../../../shared/record-state.ts";
import type { WholeStatement } from "../../../shared/whole-statement.ts";
import type { Resources } from "../../resources.ts";
import { readMoment, type Moment } from "../../versions/read-moment.ts";
import { runOnThread } from "../work/run-on-thread.ts";
import type { WorkOwner } from "../work/works.ts";
import type { TwoMoments } from "./compare-task.ts";

export interface ComparedMoments {
  readonly from: Moment;
  readonly to: Moment;
}

/** How long one asks at a time; the answer comes as soon as it is there. */
const waitMs = 5_000;

/**
 * @returns the comparison as JSON
 * @throws Refusal `not-found` when there is no such version; `too-many`
 */
export async function compareMoments(
  resources: Resources,
  owner: WorkOwner,
  moments: ComparedMoments,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const { works } = resources;
  const whole = await readBoth(resources, owner.statementId, moments);
  const workId = works.start(owner, async (watched) => {
    const bytes = await runOnThread("compare", whole, watched);
    return {
      answer: null,
      file: { name: "comparison.json", mediaType: "application/json", bytes },
    };
  });
  const cancel = (): void => works.cancel(owner, workId);
  if (signal.aborted) cancel();
  signal.addEventListener("abort", cancel, { once: true });
  for (let after = 0; ;) {
    const { now, revision } = await works.watch(owner, workId, { after, waitMs });
    after = revision;
    if (now.state === "waiting" || now.state === "running") continue;
    signal.removeEventListener("abort", cancel);
    cancel();
    if (now.state === "refused") throw now.refusal;
    return now.result.file?.bytes ?? new Uint8Array();
  }
}

/** Both sides, light enough to be carried to a thread. */
export async function readBoth(
  resources: Resources,
  statementId: string,
  { from, to }: ComparedMoments,
): Promise<TwoMoments> {
  const [before, after] = await Promise.all([
    readMoment(resources, statementId, from),
    readMoment(resources, statementId, to),
  ]);
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
