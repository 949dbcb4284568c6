/** What differs between two versions, asked of the server. */
import { z } from "zod";
import type { Comparison, ItemComparison } from "../../shared/comparison.ts";
import type { DiffRun } from "../../shared/run-difference.ts";
import { request } from "./request.ts";
import { workStarted } from "./work-api.ts";

/** Numbers of versions, or `now`. */
export interface Sides {
  readonly from: string;
  readonly to: string;
}

const side = z.object({
  number: z.number().nullable(),
  name: z.string(),
  issued: z.number().nullable(),
  at: z.string(),
});

const count = z.number();

// Thousands of nodes that the server has just made with the same code: they are taken as they are.
const comparison: z.ZodType<Comparison> = z.object({
  from: side,
  to: side,
  title: z.array(z.custom<DiffRun>()).nullable(),
  priorityWords: z.array(z.custom<Comparison["priorityWords"][number]>()),
  counts: z.object({
    added: count,
    removed: count,
    putBack: count,
    changed: count,
    moved: count,
    linked: count,
    same: count,
  }),
  items: z.array(z.custom<ItemComparison>()),
  boroughs: z.record(z.string(), z.string()),
});

/** @throws CommandRefused; what `signal` was aborted with */
export function askComparison(
  statementId: string,
  sides: Sides,
  signal: AbortSignal,
): Promise<Comparison> {
  const path = `/api/statements/${statementId}/compare?${addressOf(sides)}`;
  return request(path, { signal, answer: comparison });
}

/** Begins to write the comparison as a Word file. @returns the id of the work */
export async function startWordComparison(statementId: string, sides: Sides): Promise<string> {
  const path = `/api/statements/${statementId}/compare/word`;
  return (await request(path, { method: "POST", body: sides, answer: workStarted })).workId;
}

/** As it stands in an address. */
export function addressOf({ from, to }: Sides): string {
  return new URLSearchParams({ from, to }).toString();
}
