/** Runs a command that settles something, and says why when it was refused. */
import { useState } from "react";
import { messageOf } from "../connection/command-refused.ts";
import { useSession } from "../connection/hooks.ts";

interface Settle {
  readonly isBusy: boolean;
  /** What to show, or null. */
  readonly problem: string | null;
  /** @returns whether it was done */
  readonly settle: (command: string, args: unknown) => Promise<boolean>;
}

export function useSettle(): Settle {
  const session = useSession();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const settle: Settle["settle"] = async (command, args) => {
    setBusy(true);
    setProblem(null);
    try {
      await session.run(command, args);
      return true;
    } catch (error) {
      setProblem(messageOf(error));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, problem, settle };
}
