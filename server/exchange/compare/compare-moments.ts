/** Compares two moments of a statement. Promises that it ends when whoever asked for it has gone. */
import type { Resources } from "../../resources.ts";
import type { StoredFile } from "../../store/file-store.ts";
import type { WorkOwner } from "../work/works.ts";
import type { ComparedMoments } from "./read-both.ts";

/** How long one asks at a time; the answer comes as soon as it is there. */
const waitMs = 5_000;

/**
 * @param take is given the comparison as JSON, in a file that is forgotten afterwards
 * @throws Refusal `not-found` when there is no such version; `too-many`; what `take` throws
 */
export async function compareMoments(
  { works, processes }: Resources,
  owner: WorkOwner,
  moments: ComparedMoments,
  signal: AbortSignal,
  take: (file: StoredFile) => Promise<void>,
): Promise<void> {
  const asked = { ...moments, statementId: owner.statementId };
  const workId = await works.start(owner, async (watched) => {
    const { kept } = await processes.run("compare", asked, watched);
    const file = { name: "comparison.json", mediaType: "application/json", kept };
    return { answer: null, file };
  });
  const cancel = (): void => {
    // Perhaps it is forgotten already.
    works.cancel(owner, workId).catch(() => {});
  };
  if (signal.aborted) cancel();
  signal.addEventListener("abort", cancel, { once: true });
  try {
    for (let after = 0; ;) {
      const { now, revision } = await works.watch(owner, workId, { after, waitMs });
      after = revision;
      if (now.state === "refused") throw now.refusal;
      if (now.state === "done" && now.result.file) return await take(now.result.file.kept);
    }
  } finally {
    signal.removeEventListener("abort", cancel);
    cancel();
  }
}
