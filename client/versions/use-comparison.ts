/** The comparison of two sides, asked of the server, and asked anew when the sides change. */
import { useEffect, useRef, useState } from "react";
import type { Comparison } from "../../shared/comparison.ts";
import { addressOf, askComparison, type Sides } from "../connection/compare-api.ts";
import { announce } from "../controls/announcer.tsx";
import { CommandRefused } from "../connection/command-refused.ts";
import { summaryWords } from "./compare-words.ts";

export type Compared =
  | { readonly state: "comparing" }
  | { readonly state: "cancelled" }
  | { readonly state: "compared"; readonly comparison: Comparison }
  | { readonly state: "refused"; readonly problem: string };

export interface UseComparison {
  readonly compared: Compared;
  cancel(): void;
  again(): void;
}

export function useComparison(statementId: string, { from, to }: Sides): UseComparison {
  const [turn, setTurn] = useState(0);
  const asked = `${statementId} ${addressOf({ from, to })} ${turn}`;
  const [answer, setAnswer] = useState<{ readonly asked: string; readonly compared: Compared }>();
  const controller = useRef<AbortController | null>(null);
  useEffect(() => {
    const own = new AbortController();
    controller.current = own;
    void compare(statementId, { from, to }, own.signal).then((compared) =>
      setAnswer({ asked, compared }),
    );
    return () => own.abort();
  }, [statementId, from, to, asked]);
  return {
    compared: answer?.asked === asked ? answer.compared : { state: "comparing" },
    cancel: () => controller.current?.abort(),
    again: () => setTurn(turn + 1),
  };
}

async function compare(statementId: string, sides: Sides, signal: AbortSignal): Promise<Compared> {
  try {
    const comparison = await askComparison(statementId, sides, signal);
    announce(`${summaryWords(comparison.counts)}.`);
    return { state: "compared", comparison };
  } catch (error) {
    if (signal.aborted) return { state: "cancelled" };
    return { state: "refused", problem: problemOf(error) };
  }
}

function problemOf(error: unknown): string {
  if (error instanceof CommandRefused) return error.message;
  return "Needline could not compare them. Try again in a minute.";
}
