/**
 * A transaction as a list of steps that can go to the database in one piece, although a later step
 * needs what an earlier one answers.
 */

/** One query. */
export interface Step {
  readonly sql: string;
  /** Values, and `Answered` in the place of some. */
  readonly parameters: readonly unknown[];
  /** So many rows it has to answer with; with any other number everything is undone. */
  readonly rows?: number | undefined;
}

/** Stands for a value in the first row that an earlier step answered with. */
export interface Answered {
  readonly step: number;
  readonly column: string;
}

/** Runs steps in one transaction: all of them, or none. @returns the rows that each answered with */
export type Together = (steps: readonly Step[]) => Promise<readonly (readonly unknown[])[]>;

/** A step did not answer with as many rows as it has to; nothing of the transaction is kept. */
export class WrongRows extends Error {
  readonly step: number;

  constructor(step: number) {
    super(`Step ${step} answered with too few rows or too many.`);
    this.step = step;
  }
}

/** The parameters of a step once the steps before it are answered. */
export function fillIn(
  parameters: readonly unknown[],
  answers: readonly (readonly unknown[])[],
): unknown[] {
  return parameters.map((value) => {
    if (!isAnswered(value)) return value;
    const row = answers[value.step]?.[0] as Readonly<Record<string, unknown>> | undefined;
    return row?.[value.column];
  });
}

export function isAnswered(value: unknown): value is Answered {
  return typeof value === "object" && value !== null && "step" in value && "column" in value;
}
