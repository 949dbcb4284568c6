/** The task of comparing a statement at two moments, done on a thread. */
import { compareStatements } from "../../../shared/compare.ts";
import type { WholeStatement } from "../../../shared/whole-statement.ts";
import type { Tell } from "../work/progress.ts";

export interface TwoMoments {
  readonly from: WholeStatement;
  readonly to: WholeStatement;
}

/** @returns the comparison as JSON, so that nobody on the server has to go through it again */
export function compareTask({ from, to }: TwoMoments, tell: Tell): Uint8Array {
  tell({ doing: "Comparing the items", done: null });
  return new TextEncoder().encode(JSON.stringify(compareStatements(from, to)));
}
