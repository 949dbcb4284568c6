/**
 * Where in the text a thread belongs, kept so that it is found again after edits: the words quoted,
 * what stood around them, and Yjs relative positions. Resolving never looks in other items.
 */
import { z } from "zod";

export const anchorSchema = z.object({
  itemId: z.string().min(1).max(64),
  /** Absent: the thread is about the whole item. */
  words: z
    .object({
      field: z.string().min(1).max(40),
      /** The exact words. */
      quote: z.string().min(1).max(2_000),
      /** Up to 32 characters before and after. */
      prefix: z.string().max(32),
      suffix: z.string().max(32),
      /** Yjs relative positions, JSON as Yjs writes it. */
      from: z.record(z.string(), z.unknown()),
      to: z.record(z.string(), z.unknown()),
    })
    .optional(),
});

export type Anchor = z.infer<typeof anchorSchema>;
