/** Why the server closed the connection for good, in plain words, with what to do about it. */
import { closeCode } from "../../shared/sync/close-codes.ts";

export interface ConnectionProblem {
  readonly code: number;
  readonly message: string;
  /** `reload` this page; go to one's `statements`; `sign-in` with one's own link. */
  readonly action: "reload" | "statements" | "sign-in";
}

const problems: Readonly<Record<number, Omit<ConnectionProblem, "code">>> = {
  [closeCode.signIn]: {
    message:
      "You are signed out, so nothing is saved. Open your sign-in link in this browser, or ask a lead for a new one.",
    action: "sign-in",
  },
  [closeCode.removed]: {
    message: "You were removed from this statement. Ask a lead if you think this is a mistake.",
    action: "statements",
  },
  [closeCode.notFound]: {
    message: "There is no such statement, or you have not been invited to it.",
    action: "statements",
  },
  [closeCode.reload]: {
    message: "What this page has no longer fits the statement. Reload it to go on.",
    action: "reload",
  },
  [closeCode.restored]: {
    message:
      "Needline’s data was restored from a backup. Reload the page to go on. What is only on this computer stays here, to be copied.",
    action: "reload",
  },
  [closeCode.tooLarge]: {
    message:
      "The last change was too large to save. Reload the page, then put it in as smaller parts.",
    action: "reload",
  },
  [closeCode.newerVersionNeeded]: {
    message: "Needline has been updated. Reload the page to go on.",
    action: "reload",
  },
};

export function problemOf(code: number): ConnectionProblem {
  const known = problems[code] ?? {
    message: "Needline closed the connection. Reload the page to go on.",
    action: "reload",
  };
  return { code, ...known };
}

/** Whether the words that are not saved cannot be saved any more. */
export function leavesWords(code: number): boolean {
  const codes: readonly number[] = [
    closeCode.removed,
    closeCode.notFound,
    closeCode.reload,
    closeCode.tooLarge,
  ];
  return codes.includes(code);
}
