/** What the opening driver is told to do, and what it reports back. Both cross a process boundary, so both are parsed. */
import { z } from "zod";
import { ticketSchema } from "../driver/plan.ts";

export const openingPlanSchema = z.object({
  dialect: z.enum(["needline", "y-websocket", "hocuspocus"]),
  documentName: z.string(),
  /** For each person who opens the statement, all at once. */
  tickets: z.array(ticketSchema),
  /** For whoever opens it afterwards, to see what is there. */
  others: ticketSchema,
  serverPid: z.int(),
  /**
   * `new`: they have nothing. `back`: they have all but what came last, and a letter of their own that the server
   * lacks. `stuck`: they ask and read nothing.
   */
  manner: z.enum(["new", "back", "stuck"]),
  /** Files with the text as one update. */
  wholeFile: z.string(),
  beforeFile: z.string(),
  /** For how long the server is watched afterwards. */
  watchMs: z.number(),
});

export type OpeningPlan = z.infer<typeof openingPlanSchema>;

export const openingSchema = z.object({
  /** From the first request of all to the last byte of the first, the middle and the last person's text. */
  firstMs: z.number(),
  medianMs: z.number(),
  lastMs: z.number(),
  /** A person's bytes. */
  upBytes: z.number(),
  downBytes: z.number(),
  /** Of the server, from the first request to the end of the watch; null where there is no /proc. */
  serverSeconds: z.number().nullable(),
  /** The server's resident memory before anybody came, and the most while it was watched. */
  megabytesBefore: z.number().nullable(),
  megabytesMost: z.number().nullable(),
  /** How many sockets the server closed meanwhile. */
  closed: z.int(),
  /** Empty when everybody got the text and nothing is lost. */
  problems: z.array(z.string()),
});

export type Opening = z.infer<typeof openingSchema>;
