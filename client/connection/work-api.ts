/** Long work that the server does for somebody: watching it, cancelling it, and fetching its file. */
import { z } from "zod";
import { refusalStatus, type RefusalCode } from "../../shared/refusal.ts";
import { CommandRefused } from "./command-refused.ts";
import { noAnswer, request } from "./request.ts";

/** How far it is. */
export interface WorkProgress {
  readonly doing: string;
  /** 0 to 1, or null while nobody can say. */
  readonly done: number | null;
}

interface Watching<T> {
  readonly statementId: string;
  readonly workId: string;
  /** Shape of what comes of it. */
  readonly answer: z.ZodType<T>;
  readonly signal: AbortSignal;
  tell(progress: WorkProgress): void;
}

/** What came of it; with the address of its file when there is one. */
export interface WorkDone<T> {
  readonly answer: T;
  readonly file: { readonly name: string; readonly bytes: number; readonly address: string } | null;
}

/** The id of work that was just started. */
export const workStarted = z.object({ workId: z.string() });

const state = z.object({
  revision: z.number(),
  state: z.enum(["waiting", "running", "done", "refused"]),
  doing: z.string().default(""),
  done: z.number().nullable().default(null),
  answer: z.unknown().optional(),
  file: z.object({ name: z.string(), bytes: z.number() }).optional(),
  refusal: z
    .object({
      code: z.enum(Object.keys(refusalStatus) as [RefusalCode]),
      detail: z.string(),
      problems: z.array(z.object({ where: z.string(), what: z.string() })),
    })
    .optional(),
});

/**
 * Waits for it; when `signal` is aborted it is cancelled on the server, too.
 * @throws CommandRefused; what `signal` was aborted with
 */
export async function watchWork<T>(watching: Watching<T>): Promise<WorkDone<T>> {
  const { statementId, workId, answer, signal, tell } = watching;
  const path = `/api/statements/${statementId}/works/${workId}`;
  let after = 0;
  for (;;) {
    if (signal.aborted) {
      // It may be over by now, or the connection gone: the server forgets it by itself.
      await request(path, { method: "DELETE", answer: noAnswer }).catch(() => null);
      throw signal.reason;
    }
    const now = await Promise.race([
      request(`${path}?after=${after}`, { answer: state }),
      aborted(signal),
    ]);
    if (now === null) continue;
    after = now.revision;
    if (now.state === "refused" && now.refusal)
      throw new CommandRefused(now.refusal.code, now.refusal.detail, now.refusal.problems);
    if (now.state === "done") {
      const file = now.file ? { ...now.file, address: `${path}/file` } : null;
      return { answer: answer.parse(now.answer), file };
    }
    tell({ doing: now.state === "waiting" ? "Waiting for its turn" : now.doing, done: now.done });
  }
}

function aborted(signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    signal.addEventListener("abort", () => resolve(null), { once: true });
  });
}
