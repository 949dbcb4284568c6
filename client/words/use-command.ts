/** Runs commands for a form or a button: whether one is under way, and the words of the last refusal. */
import { useCallback, useState } from "react";
import type { Entry } from "../../shared/entry.ts";
import { CommandRefused, messageOf } from "../connection/command-refused.ts";
import { useSession } from "../connection/hooks.ts";

export interface UseCommand {
  readonly isRunning: boolean;
  /** What to show, or null. */
  readonly problem: string | null;
  /** Why it was refused, for a form that can do something about it. */
  readonly code: CommandRefused["code"] | null;
  /** @returns what the record says of it now, or null when it was refused: `problem` says why */
  readonly run: (command: string, args: unknown) => Promise<Entry | null>;
}

/** @param onRefused told each time, also when it is refused again for the same reason */
export function useCommand(onRefused?: (code: UseCommand["code"]) => void): UseCommand {
  const session = useSession();
  const [isRunning, setRunning] = useState(false);
  const [refused, setRefused] = useState<unknown>(null);
  const run = useCallback(
    async (command: string, args: unknown) => {
      setRunning(true);
      setRefused(null);
      try {
        return await session.run(command, args);
      } catch (error) {
        setRefused(error);
        onRefused?.(codeOf(error));
        return null;
      } finally {
        setRunning(false);
      }
    },
    [session, onRefused],
  );
  return {
    isRunning,
    problem: refused === null ? null : messageOf(refused),
    code: codeOf(refused),
    run,
  };
}

function codeOf(refused: unknown): UseCommand["code"] {
  return refused instanceof CommandRefused ? refused.code : null;
}
