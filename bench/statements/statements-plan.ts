/** What the measurement tells its driver to do, and what the driver reports back. */
import { z } from "zod";
import { ticketSchema } from "../driver/plan.ts";

/** How much is typed in each statement at once. */
export const paceSchema = z.object({
  /** Of the people in each statement; the others read. */
  whoType: z.int(),
  lettersPerSecond: z.number(),
});

export type Pace = z.infer<typeof paceSchema>;

export const statementsPlanSchema = z.object({
  dialect: z.enum(["needline", "y-websocket"]),
  /** For each statement one for each person. */
  tickets: z.array(z.array(ticketSchema)),
  serverPid: z.int(),
  /** One after the other; none where there is nothing to type in. */
  paces: z.array(paceSchema),
  warmUpMs: z.number(),
  measureMs: z.number(),
  seed: z.int(),
});

export type StatementsPlan = z.infer<typeof statementsPlanSchema>;

const load = z.object({
  core: z.number().nullable(),
  editsPerSecond: z.number(),
  deliveriesPerSecond: z.number(),
  latency: z.object({ medianMs: z.number(), p95Ms: z.number(), p99Ms: z.number() }),
  serverMegabytes: z.number().nullable(),
  driverCore: z.number(),
  lost: z.int(),
});

export type Load = z.infer<typeof load>;

/** The driver says that everybody is there, and goes on when it is told anything. */
export const hereSchema = z.object({ kind: z.literal("here") });

export const heldSchema = z.object({
  loads: z.array(load),
  problems: z.array(z.string()),
});

export type Held = z.infer<typeof heldSchema>;
