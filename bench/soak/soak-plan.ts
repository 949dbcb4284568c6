/** What the soak's driver is told to do, and what it reports. Both cross a process boundary, so both are parsed. */
import { z } from "zod";
import { ticketSchema } from "../driver/plan.ts";

export const soakPlanSchema = z.object({
  /** `http://…` */
  url: z.string(),
  statementId: z.string(),
  /** A session for each person. */
  cookies: z.array(z.string()),
  forMs: z.number(),
  seed: z.int(),
});

export type SoakPlan = z.infer<typeof soakPlanSchema>;

const latency = z.object({
  count: z.int(),
  medianMs: z.number(),
  p95Ms: z.number(),
  p99Ms: z.number(),
  worstMs: z.number(),
});

export type SoakLatency = z.infer<typeof latency>;

/** The statement has its first words: the probe can begin. */
export const begunSchema = z.object({ kind: z.literal("begun") });

export const probePlanSchema = z.object({
  ticket: ticketSchema,
  forMs: z.number(),
  /** How long the first and the last stretch are of which latencies are told. */
  stretchMs: z.number(),
});

export type ProbePlan = z.infer<typeof probePlanSchema>;

/** From the moment one person gives a letter to the socket until another has read it. */
export const probedSchema = z.object({ first: latency, last: latency });

export type Probed = z.infer<typeof probedSchema>;

export const soakedSchema = z.object({
  /** How often each thing was done. */
  did: z.record(z.string(), z.int()),
  /** Words that were said to be saved, and those of them that are not there. */
  saved: z.int(),
  lost: z.array(z.string()),
  comments: z.int(),
  lostComments: z.int(),
  /** Documents at the end that differ from what a newcomer reads, of how many. */
  documents: z.int(),
  differing: z.int(),
  /** Sockets that the server closed. */
  closed: z.array(z.string()),
});

export type Soaked = z.infer<typeof soakedSchema>;
