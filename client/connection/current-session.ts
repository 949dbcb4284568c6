/**
 * The one statement that this page has open. Lives outside React, so that rendering twice, or
 * leaving one page of a statement for another, opens nothing twice.
 */
import { askOpening } from "./ask-opening.ts";
import type { StatementSession } from "./statement-session.ts";
import { browserSurroundings } from "./surroundings.ts";

interface Current {
  readonly statementId: string;
  readonly session: Promise<StatementSession>;
}

let current: Current | null = null;
/** The same once it is open: leaving the page cannot wait for a promise. */
let openNow: StatementSession | null = null;

/**
 * The session of a statement, opened unless it is open already.
 * @param reopened told when the session had to be given up and must be asked for again
 * @throws CommandRefused when the server says no, or is away and this browser has no copy
 */
export async function enterStatement(
  statementId: string,
  reopened: () => void,
): Promise<StatementSession> {
  if (current?.statementId !== statementId) {
    leaveStatement();
    const outdated = (): void => {
      leaveStatement();
      reopened();
    };
    current = { statementId, session: open(statementId, outdated) };
    addEventListener("beforeunload", warnOfUnsaved);
  }
  const mine = current;
  try {
    const session = await mine.session;
    if (current === mine) openNow = session;
    return session;
  } catch (error) {
    if (current === mine) current = null;
    throw error;
  }
}

export function leaveStatement(): void {
  const left = current;
  current = null;
  openNow = null;
  left?.session.then(
    (session) => session.close(),
    () => {
      // It never opened.
    },
  );
}

async function open(statementId: string, outdated: () => void): Promise<StatementSession> {
  const opening = await askOpening(statementId);
  // Editor, sync and all: pages outside a statement do without.
  const { openSession } = await import("./open-session.ts");
  return openSession(opening, browserSurroundings(), outdated);
}

function warnOfUnsaved(event: BeforeUnloadEvent): void {
  if (openNow && openNow.savedState.state().changes > 0) event.preventDefault();
}
