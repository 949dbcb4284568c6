/** What the server, or the way to it, said no to, in words that can be shown as they are. */
import type { Problem, RefusalCode } from "../../shared/refusal.ts";

/** `offline`: the server could not be reached. `unexpected`: it failed in a way nobody foresaw. */
export type RefusedCode = RefusalCode | "offline" | "unexpected";

export class CommandRefused extends Error {
  readonly code: RefusedCode;
  readonly problems: readonly Problem[];

  /** @param message plain words that say what to do */
  constructor(code: RefusedCode, message: string, problems: readonly Problem[] = []) {
    super(message);
    this.name = "CommandRefused";
    this.code = code;
    this.problems = problems;
  }
}

/** The words to show for anything that was thrown. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof CommandRefused
    ? thrown.message
    : "Something went wrong on this page. Reload it, then try again.";
}
