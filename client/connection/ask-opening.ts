/**
 * Asks the server for a statement to open it. While no server answers, this browser's own copy opens instead, for
 * the person who is signed in here. A server that says no is always believed, and remembered.
 */
import { awayWords, silentBecause } from "./away-words.ts";
import { CommandRefused, type RefusedCode } from "./command-refused.ts";
import { forgetAllOpenings, forgetOpening, keptOpening, type KeptOpening } from "./kept-opening.ts";
import { copyName, findCopies } from "./local-copy.ts";
import { request } from "./request.ts";
import { statementAnswer, type StatementAnswer } from "./statement-answer.ts";

export interface Opening {
  readonly statement: StatementAnswer;
  /** When no server answered: until when (ISO 8601) the copy follows what others did. Else null. */
  readonly copyUntil: string | null;
}

/** Who has a copy does not wait longer for a server that hangs. */
const longestAnswerMs = 6_000;

/** Nobody said no: the server, its database or the way there is away. */
const away: ReadonlySet<RefusedCode> = new Set(["offline", "unavailable", "unexpected"]);

/** @throws CommandRefused when the server says no, or is away and there is no copy */
export async function askOpening(statementId: string): Promise<Opening> {
  const kept = keptOpening(statementId, new Date());
  try {
    const statement = await request(`/api/statements/${encodeURIComponent(statementId)}`, {
      answer: statementAnswer,
      ...(kept ? { signal: AbortSignal.timeout(longestAnswerMs) } : {}),
    });
    return { statement, copyUntil: null };
  } catch (error) {
    const refused = refusedBy(error);
    if (!away.has(refused.code)) forget(statementId, refused.code);
    else if (kept && (await hasCopy(kept)))
      return { statement: kept.statement, copyUntil: kept.until };
    throw refused;
  }
}

/** @throws what is no answer of the server, nor a lack of one */
function refusedBy(error: unknown): CommandRefused {
  if (error instanceof CommandRefused) return error;
  if (!(error instanceof DOMException && error.name === "TimeoutError")) throw error;
  const { why, again } = awayWords(silentBecause(true));
  return new CommandRefused("unavailable", `${why} ${again}`);
}

async function hasCopy({ statement: { id, me, epoch } }: KeptOpening): Promise<boolean> {
  const copies = await findCopies(me.personId, id);
  return copies.includes(copyName(me.personId, id, epoch));
}

function forget(statementId: string, code: RefusedCode): void {
  if (code === "sign-in") forgetAllOpenings();
  else forgetOpening(statementId);
}
