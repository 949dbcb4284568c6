/** What the run tells the driver to do, and what the driver reports back. Both cross a process boundary, so both are parsed. */
import { z } from "zod";

/** One way into the statement: a page that somebody opens. */
export const ticketSchema = z.object({
  /** `ws://…` */
  url: z.string(),
  /** Sent with the upgrade. */
  headers: z.record(z.string(), z.string()),
});

export type Ticket = z.infer<typeof ticketSchema>;

export const planSchema = z.object({
  dialect: z.enum(["needline", "y-websocket", "hocuspocus"]),
  documentName: z.string(),
  /** For each person who types. */
  tickets: z.array(ticketSchema),
  /** For whoever writes the statement first and for whoever opens it last. */
  others: ticketSchema,
  serverPid: z.int(),
  /** How many sessions wrote in the statement before. */
  earlierSessions: z.int(),
  warmUpMs: z.number(),
  measureMs: z.number(),
  /** Seeds who pauses how long and where each begins to type. */
  seed: z.int(),
});

export type Plan = z.infer<typeof planSchema>;

export const cellSchema = z.object({
  /** Letters typed while measuring, a second. */
  editsPerSecond: z.number(),
  /** One edit reaching one other person, while measuring, a second. */
  deliveriesPerSecond: z.number(),
  /** Of letters sent while measuring, whenever they arrived. */
  latency: z.object({
    medianMs: z.number(),
    p95Ms: z.number(),
    p99Ms: z.number(),
    worstMs: z.number(),
  }),
  /** Received by all people together while measuring, a second. */
  textFramesPerSecond: z.number(),
  caretFramesPerSecond: z.number(),
  otherFramesPerSecond: z.number(),
  /** How often one person's caret moved on one other person's page, a second. */
  caretRate: z.number(),
  megabytesPerSecond: z.number(),
  /** Null where the system has no /proc. */
  serverCore: z.number().nullable(),
  microsPerDelivery: z.number().nullable(),
  serverMegabytes: z.number().nullable(),
  /** The driver's own share of a core: near 1, the driver is what is measured. */
  driverCore: z.number(),
  /** What the host of a virtual machine took from both cores together; null where the system does not say. */
  stolenCore: z.number().nullable(),
  /** How long after the last letter was typed the last one arrived. */
  drainMs: z.number(),
  /** In the whole run, warm-up included. */
  delivered: z.int(),
  lost: z.int(),
  /** Documents built from what arrived and compared, word by word. */
  documentsCompared: z.int(),
  /** Empty when every edit reached everybody and all documents say the same. */
  problems: z.array(z.string()),
});

export type Cell = z.infer<typeof cellSchema>;
