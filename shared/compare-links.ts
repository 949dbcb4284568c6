/** Which links from requirements to needs and outcomes are new, withdrawn or meet more or less than before. */
import type { LinkDifference } from "./comparison.ts";
import type { RecordState } from "./record-state.ts";
import type { How } from "./thread.ts";

/** Requirement id → its links that differ. A link that was withdrawn and made again is no difference. */
export function linkDifferences(
  before: RecordState,
  after: RecordState,
): ReadonlyMap<string, readonly LinkDifference[]> {
  const differences = new Map<string, LinkDifference[]>();
  if (before.threads === after.threads) return differences;
  const [was, is] = [linksIn(before), linksIn(after)];
  for (const key of new Set([...was.keys(), ...is.keys()])) {
    const [one, other] = [was.get(key), is.get(key)];
    const link = other ?? one;
    if (!link || one?.how === other?.how) continue;
    const { requirementId, needId } = link;
    const difference: LinkDifference = {
      needId,
      name: after.references.get(needId) ?? before.references.get(needId) ?? "",
      before: one?.how ?? null,
      after: other?.how ?? null,
    };
    const others = differences.get(requirementId) ?? [];
    others.push(difference);
    differences.set(requirementId, others);
  }
  return differences;
}

interface Link {
  readonly requirementId: string;
  readonly needId: string;
  readonly how: How;
}

/** The links that hold, one for each requirement and need: the fuller where there are several. */
function linksIn(record: RecordState): ReadonlyMap<string, Link> {
  const links = new Map<string, Link>();
  for (const threadIds of record.linksByNeed.values()) {
    for (const threadId of threadIds) {
      const thread = record.threads.get(threadId);
      if (!thread?.meets || thread.meets.withdrawn !== null) continue;
      const { needId, how } = thread.meets;
      const requirementId = thread.anchor.itemId;
      const key = `${requirementId} ${needId}`;
      if (links.get(key)?.how !== "fully") links.set(key, { requirementId, needId, how });
    }
  }
  return links;
}
